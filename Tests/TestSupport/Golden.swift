import Foundation

/// Compares a text with a committed file. With `HUANJIE_RECORD` set the file is written instead, and the comparison fails all the same.
public func matchesGolden(_ text: String, _ path: String) -> (matches: Bool, message: String) {
    let file = Places.repository.appending(path: path)
    if ProcessInfo.processInfo.environment["HUANJIE_RECORD"] != nil {
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? text.write(to: file, atomically: true, encoding: .utf8)
        return (false, "recorded \(path)")
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
        return (false, "\(path) is missing; `make record` writes it")
    }
    if expected == text { return (true, "") }
    let (old, new) = (
        expected.split(separator: "\n", omittingEmptySubsequences: false), text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let show = { (lines: [Substring]) in line < lines.count ? String(lines[line]) : "(the end)" }
    return (false, "\(path):\(line + 1) differs; `make record` renews it\n  expected: \(show(old))\n  found:    \(show(new))")
}

/// A random generator with a seed that a failure can print.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter seed: the same seed gives the same numbers on every machine.
    public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// The next 64 bits of xorshift64*, good enough to pick test cases.
    public mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
