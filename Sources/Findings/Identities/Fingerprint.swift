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
        let parts = dossier + [rule, subject?.type ?? "", subject?.key ?? "", path ?? ""]
        // Each part with its length, so that no two lists of parts give the same text.
        let joined = parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\u{1F}")
        text = SHA256.hash(data: Array(joined.utf8)).prefix(16)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
