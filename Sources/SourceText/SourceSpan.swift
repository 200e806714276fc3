/// A position in a source. Lines and columns count from one. In a text, columns and offsets count Unicode scalars, as editors and SARIF's
/// `unicodeCodePoints` do, never bytes; in a sheet, lines are rows, and offsets count cells, row by row.
public struct SourcePosition: Hashable, Sendable {
    /// The line of a text or the row of a sheet, from one.
    public var line: Int
    /// The column, from one: in Unicode scalars, or in cells.
    public var column: Int
    /// Scalars or cells before this position, a byte order mark not counted.
    public var offset: Int

    /// - Parameters: they must mean one position; nothing is computed.
    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// The beginning of a source.
    public static let start = SourcePosition(line: 1, column: 1, offset: 0)
}

/// What lies from one position to (not including) another.
public struct SourceSpan: Hashable, Sendable {
    /// The first position within.
    public var start: SourcePosition
    /// The first position behind.
    public var end: SourcePosition

    /// - Parameter end: not before the start.
    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    /// Nothing, at the beginning of a source: where a problem is with the whole of it.
    public static let start = SourceSpan(start: .start, end: .start)
}

/// A span of a certain source: where something stands, so that a person can go there.
public struct SourcePlace: Sendable {
    /// The source itself, not a name of it: two sources of one name are two.
    public var file: SourceFile
    /// What is meant of it.
    public var span: SourceSpan

    /// - Parameter span: the beginning of the source, unless it is said.
    public init(file: SourceFile, span: SourceSpan = .start) {
        self.file = file
        self.span = span
    }
}

extension SourcePlace: CustomStringConvertible {
    /// As the source writes its places: `plan.yaml:3:7`, or `Sheet1!B7`.
    public var description: String { file.description(of: span.start) }
}

extension SourcePlace: Equatable {
    /// By source and span. Two reads of one file are two sources.
    public static func == (a: SourcePlace, b: SourcePlace) -> Bool { a.file === b.file && a.span == b.span }
}

extension SourcePlace {
    /// What stands at this place and around it; nil where the source has nothing there (an empty file, its end).
    public var excerpt: Excerpt? { file.excerpt(at: span) }

    /// The bytes of the file that the span covers; nil where the source is no text.
    public var byteRange: Range<Int>? { file.byteRange(of: span) }

    /// The text that the span covers; nil where the source is no text.
    public var text: String? { byteRange.map { String(decoding: file.bytes[$0], as: UTF8.self) } }
}
