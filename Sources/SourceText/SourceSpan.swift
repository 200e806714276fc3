/// A position in a text. Lines and columns count from one; columns and offsets count Unicode scalars, as editors
/// and SARIF's `unicodeCodePoints` do, never bytes.
public struct SourcePosition: Hashable, Sendable {
    public var line: Int
    public var column: Int
    /// Unicode scalars before this position, a byte order mark not counted.
    public var offset: Int

    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    public static let start = SourcePosition(line: 1, column: 1, offset: 0)
}

/// What lies from one position to (not including) another.
public struct SourceSpan: Hashable, Sendable {
    public var start: SourcePosition
    public var end: SourcePosition

    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    public static let start = SourceSpan(start: .start, end: .start)
}

/// A span of a certain file: where something stands, so that a person can go there.
public struct SourcePlace: Sendable {
    public var file: SourceFile
    public var span: SourceSpan

    public init(file: SourceFile, span: SourceSpan = .start) {
        self.file = file
        self.span = span
    }
}

extension SourcePlace: CustomStringConvertible {
    /// `file:line:column`, the form that editors and terminals turn into a link.
    public var description: String { "\(file.name):\(span.start.line):\(span.start.column)" }
}

extension SourcePlace: Equatable {
    public static func == (a: SourcePlace, b: SourcePlace) -> Bool { a.file === b.file && a.span == b.span }
}
