package import FEEL
package import SourceText
package import YAMLTree

extension FEELProblem {
    /// The problem as a diagnostic at its place in the file that holds the expression.
    package func diagnostic(in scalar: YAMLNodeID, of forest: YAMLForest) -> Diagnostic {
        Diagnostic(code: code, place: forest.place(of: range, in: scalar), message: message)
    }
}

extension YAMLForest {
    /// The place of a part of a scalar's text. Exact where the scalar stands on one line; otherwise the whole scalar.
    package func place(of range: Range<Int>, in scalar: YAMLNodeID) -> SourcePlace {
        var place = place(of: scalar)
        guard place.span.start.line == place.span.end.line else { return place }
        let quote = self[scalar].style == .quoted ? 1 : 0
        let start = place.span.start
        func moved(by count: Int) -> SourcePosition {
            SourcePosition(line: start.line, column: start.column + quote + count, offset: start.offset + quote + count)
        }
        place.span = SourceSpan(start: moved(by: range.lowerBound), end: moved(by: max(range.upperBound, range.lowerBound)))
        return place
    }
}
