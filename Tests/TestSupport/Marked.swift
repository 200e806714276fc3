/// A text in which a place is marked as ⟦…⟧, so that tests need not count columns.
public struct Marked: Sendable {
    /// The text without the marks.
    public let text: String
    /// Where the marked part begins and ends: lines and columns from one, in Unicode scalars.
    public let start: (line: Int, column: Int)
    /// The position behind the marked part.
    public let end: (line: Int, column: Int)

    /// - Parameter marked: holds ⟦ and after it ⟧, once each; without them the place is the beginning.
    public init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var places: [(line: Int, column: Int)] = []
        var (line, column) = (1, 1)
        for scalar in marked.unicodeScalars {
            if scalar == "⟦" || scalar == "⟧" {
                places.append((line, column))
                continue
            }
            text.append(scalar)
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        self.text = String(text)
        start = places.first ?? (1, 1)
        end = places.last ?? (1, 1)
    }
}
