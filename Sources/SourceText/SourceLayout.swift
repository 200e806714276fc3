/// How the positions of a source are shown to people: lines and columns of a text, or rows and columns of a sheet.
public protocol SourceLayout: Sendable {
    /// A position as it is written in messages, with the name of its source: `plan.yaml:3:7`, or `Sheet1!B7`.
    func description(of position: SourcePosition, in name: String) -> String

    /// What stands at a span and around it; nil where there is nothing.
    func excerpt(at span: SourceSpan) -> Excerpt?

    /// Keeps what stands at a span out of all excerpts from now on, also of those that lie beside it.
    func conceal(_ span: SourceSpan)
}

/// What stands around a span, on one line, with what is needed to draw a caret under it.
public struct Excerpt: Sendable, Equatable {
    /// The line of a text, without its line break and with its tabs, or of a very long one the part around the span; or the cells of a row.
    public let line: String
    /// The number of the line or row, from one.
    public let lineNumber: Int
    /// The part of `line` before the span.
    public let before: String
    /// The part of `line` inside the span.
    public let marked: String

    /// - Parameters: `before` and `marked` follow each other in `line`; `lineNumber` counts from one.
    public init(line: String, lineNumber: Int, before: String, marked: String) {
        self.line = line
        self.lineNumber = lineNumber
        self.before = before
        self.marked = marked
    }
}
