import SourceText

/// Where lines begin, in the offsets of a source, for each line on which a node begins or ends: enough to find the line and column of every node.
struct LineMarks: Sendable {
    private struct Mark: Sendable {
        /// Counted from one.
        var line: UInt32
        var start: UInt32
    }

    private var marks = [Mark(line: 1, start: 0)]

    /// Takes in the line of a position. Positions come in the order of the source.
    mutating func note(_ position: SourcePosition) {
        let line = UInt32(truncatingIfNeeded: position.line)
        if marks[marks.count - 1].line < line {
            marks.append(Mark(line: line, start: UInt32(truncatingIfNeeded: position.offset - position.column + 1)))
        }
    }

    func position(of offset: UInt32) -> SourcePosition {
        var low = 0
        var high = marks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if marks[middle].start <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: Int(marks[low].line), column: Int(offset - marks[low].start) + 1, offset: Int(offset))
    }

    func span(of node: YAMLNode) -> SourceSpan { SourceSpan(start: position(of: node.start), end: position(of: node.end)) }
}
