extension TextStyle {
    /// An expression on one line, and under it the value of each part, the largest parts first:
    ///
    ///     count(a) / count(b)
    ///     ^^^^^^^^^^^^^^^^^^^ 0.25
    ///     ^^^^^^^^ 5
    ///                ^^^^^^^^ 20
    ///
    /// A part that was evaluated several times shows its first values.
    ///
    /// - Parameter values: ranges of Unicode scalars with the values that they had, in the order of evaluation.
    public func lines(explaining text: String, values: [(range: Range<Int>, value: String)]) -> [String] {
        let shownTimes = 4
        let line = text.visible
        let scalars = Array(line.unicodeScalars)
        var parts: [Range<Int>: [String]] = [:]
        for (range, value) in values where range.upperBound <= scalars.count && !range.isEmpty {
            parts[range, default: []].append(value.visible)
        }
        func columns(_ range: Range<Int>) -> Int { displayWidth(String(String.UnicodeScalarView(scalars[range]))) }
        let ordered = parts.sorted { a, b in
            (a.key.lowerBound, b.key.upperBound) < (b.key.lowerBound, a.key.upperBound)
        }
        return [line]
            + ordered.compactMap { range, values in
                // A literal says its value itself.
                if values[0] == String(String.UnicodeScalarView(scalars[range])) { return nil }
                let shown = values.prefix(shownTimes).joined(separator: " · ") + (values.count > shownTimes ? " …" : "")
                return String(repeating: " ", count: columns(0..<range.lowerBound))
                    + paint(String(repeating: "^", count: columns(range)), .cyan) + " " + shown
            }
    }
}
