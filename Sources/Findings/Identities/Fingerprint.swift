import Crypto

/// What tells one result of a check from all others and stays the same when files are edited around it, so that baselines and reviews can
/// follow it: made of the dossier, the rule, the subject and, where the subject is a fact, its path; never of a line or of a position.
public struct Fingerprint: Hashable, Sendable {
    /// 32 hexadecimal digits.
    public let text: String

    /// - Parameters:
    ///   - dossier: the values that tell one dossier from another, such as the congress and its term.
    ///   - path: of the fact, where the result is about one.
    public init(dossier: [String], rule: String, subject: Subject?, path: String?) {
        // Each part with its length, so that no two lists of parts give the same bytes.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128)
        for part in dossier { Self.append(part, to: &bytes) }
        Self.append(rule, to: &bytes)
        for part in [subject?.type, subject?.key, path] { Self.append(part ?? "", to: &bytes) }
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for byte in SHA256.hash(data: bytes).prefix(16) {
            digits.append(Self.digit(byte >> 4))
            digits.append(Self.digit(byte & 15))
        }
        text = String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }

    private static func append(_ part: String, to bytes: inout [UInt8]) {
        bytes += String(part.utf8.count).utf8
        bytes.append(UInt8(ascii: ":"))
        bytes += part.utf8
        bytes.append(0x1F)
    }
}
