import SourceText

extension TextStyle {
    /// A line of the source with a caret under the place, cut to the width of the terminal around it:
    ///
    ///     --> plan.yaml:12:9
    ///        |
    ///     12 |   名额: 4
    ///        |         ^
    func excerpt(at place: SourcePlace, tone: Tone, indent: String = "    ") -> [String] {
        var lines = ["\(indent)\(paint("-->", .blue)) \(place.description.visible)"]
        guard let excerpt = place.excerpt else { return lines }
        let number = String(excerpt.lineNumber)
        let gutter = indent + String(repeating: " ", count: number.count) + " " + paint("|", .blue)
        let room = max(20, width - indent.count - number.count - 4)
        let (shown, before, marked) = crop(excerpt, to: room)
        lines.append(gutter)
        lines.append("\(indent)\(paint(number, .blue)) \(paint("|", .blue)) \(shown)")
        let carets = String(repeating: "^", count: max(1, marked))
        lines.append("\(gutter) \(String(repeating: " ", count: before))\(paint(carets, tone))")
        return lines
    }

    /// The part of the line that fits, and the columns before and under the mark.
    private func crop(_ excerpt: Excerpt, to room: Int) -> (line: String, before: Int, marked: Int) {
        let line = excerpt.line.visible
        let before = displayWidth(excerpt.before.visible)
        let marked = max(1, displayWidth(excerpt.marked.visible))
        guard displayWidth(line) > room else { return (line, before, marked) }
        // The mark stands at two thirds of what is shown, or as far left as it has to.
        let start = max(0, min(before - room / 3 * 2, displayWidth(line) - room))
        var shown = start > 0 ? "…" : ""
        var column = 0
        var first: Int?
        for character in line {
            let width = displayWidth(String(character))
            defer { column += width }
            guard column >= start + (start > 0 ? 1 : 0) else { continue }
            if first == nil { first = column }
            guard displayWidth(shown) + width < room else {
                shown += "…"
                break
            }
            shown.append(character)
        }
        let offset = before - (first ?? 0) + (start > 0 ? 1 : 0)
        return (shown, offset, min(marked, max(1, displayWidth(shown) - offset)))
    }
}

extension String {
    /// The text without anything that a terminal would obey: control characters, and marks that turn the direction of writing, are shown as
    /// a replacement. Documents come from strangers.
    var visible: String {
        guard unicodeScalars.contains(where: \.isCommand) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map(\.visible)))
    }
}

extension Unicode.Scalar {
    /// Whether a terminal obeys it: control characters, separators of lines, marks of direction.
    var isCommand: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// What is shown for it.
    var visible: Unicode.Scalar { self == "\t" || self == "\n" ? " " : isCommand ? "\u{FFFD}" : self }
}
