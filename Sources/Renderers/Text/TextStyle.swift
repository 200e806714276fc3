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

    enum Tone: String {
        case bold = "1"
        case faint = "2"
        case red = "1;31"
        case green = "32"
        case yellow = "1;33"
        case blue = "1;34"
        case cyan = "36"
    }

    func paint(_ text: String, _ tone: Tone) -> String { usesColor ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text }
}
