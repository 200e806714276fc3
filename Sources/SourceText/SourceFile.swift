/// A source of data as messages speak of it: what it is called, and how places in it are written and shown.
public final class SourceFile: Sendable {
    /// The path as the user gave or would write it.
    public let name: String
    /// What was read; empty where the data did not come as a text.
    public let bytes: [UInt8]
    private let layout: any SourceLayout

    /// A file of text.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        layout = TextLayout(bytes)
    }

    /// A source that exists only in memory, such as an example inside a rule or an expression of a test.
    public convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// A source that is no text, such as a sheet of a workbook.
    public init(name: String, layout: some SourceLayout) {
        self.name = name
        bytes = []
        self.layout = layout
    }

    /// The whole text, without its byte order mark.
    public var text: String { String(decoding: bytes[byteOrderMarkLength...], as: UTF8.self) }

    /// Length of a UTF-8 byte order mark at the beginning, 0 or 3.
    public var byteOrderMarkLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The position of a byte, for problems that are known by their byte only (text that is not UTF-8). Nil where the source is no text.
    public func position(ofByte byte: Int) -> SourcePosition? { textLayout?.position(ofByte: byte) }

    /// The lines and columns of a range of the text's Unicode scalars. Nil where the source is no text.
    public func span(ofScalars range: Range<Int>) -> SourceSpan? {
        textLayout.map { SourceSpan(start: $0.position(ofScalar: range.lowerBound), end: $0.position(ofScalar: range.upperBound)) }
    }

    /// Keeps what stands at a span out of all excerpts from now on: it is shown to nobody.
    public func conceal(_ span: SourceSpan) { layout.conceal(span) }

    /// The same of ranges of the bytes, where the source is a text.
    public func conceal(bytes ranges: [Range<Int>]) { textLayout?.conceal(ranges) }

    /// A position with the name of the source before it.
    func description(of position: SourcePosition) -> String { layout.description(of: position, in: name) }
    func excerpt(at span: SourceSpan) -> Excerpt? { layout.excerpt(at: span) }
    func byteRange(of span: SourceSpan) -> Range<Int>? { textLayout?.byteRange(of: span) }

    private var textLayout: TextLayout? { layout as? TextLayout }
}
