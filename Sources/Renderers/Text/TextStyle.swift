/// How text looks on a terminal; colours only where they are wanted.
public struct TextStyle: Sendable {
    /// Whether it is painted with the escape sequences of ECMA-48.
    public var usesColor: Bool
    /// Columns of the terminal.
    public var width: Int

    /// - Parameter width: of the terminal; less than 40 columns count as 40.
    public init(usesColor: Bool, width: Int) {
        self.usesColor = usesColor
        self.width = max(40, width)
    }

    enum Tone: String, CaseIterable {
        case bold = "1"
        case faint = "2"
        case red = "1;31"
        case green = "32"
        case yellow = "1;33"
        case blue = "1;34"
        case cyan = "36"
    }

    func paint(_ text: String, _ tone: Tone) -> String { usesColor ? Self.sequence(tone.rawValue) + text + Self.sequence("0") : text }

    private static func sequence(_ code: String) -> String { "\u{1B}[\(code)m" }
    private static let ownSequences = (Tone.allCases.map(\.rawValue) + ["0"]).map { Array(sequence($0).unicodeScalars) }

    /// Lines as they are written. Whatever a line holds, names of files among it, a terminal obeys nothing but the colours of this style.
    func bytes(_ lines: [String]) -> [UInt8] { Array((lines.map(harmless).joined(separator: "\n") + "\n").utf8) }

    private func harmless(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: \.isCommand) else { return line }
        guard usesColor else { return line.visible }
        let scalars = Array(line.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if let own = Self.ownSequences.first(where: { scalars[index...].starts(with: $0) }) {
                result += own
                index += own.count
            } else {
                result.append(scalars[index].visible)
                index += 1
            }
        }
        return String(result)
    }
}
