import Synchronization

/// The lines of a text in UTF-8. Where they begin is counted once, when it is first asked for.
final class TextLayout: SourceLayout {
    private let bytes: [UInt8]
    private let table = Mutex<LineTable?>(nil)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `file:line:column`, the form that editors and terminals turn into a link.
    func description(of position: SourcePosition, in name: String) -> String { "\(name):\(position.line):\(position.column)" }

    func excerpt(at span: SourceSpan) -> Excerpt? {
        guard let range = byteRange(ofLine: span.start.line) else { return nil }
        let line = String(decoding: bytes[range], as: UTF8.self)
        let scalars = line.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: span.start.column - 1, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let length = span.end.line == span.start.line ? span.end.column - span.start.column : Int.max
        let to = scalars.index(from, offsetBy: max(0, length), limitedBy: scalars.endIndex) ?? scalars.endIndex
        return Excerpt(
            line: line, lineNumber: span.start.line, before: String(scalars[..<from]), marked: String(scalars[from..<to]))
    }

    /// The bytes that a span covers, by its offsets.
    func byteRange(of span: SourceSpan) -> Range<Int> {
        let start = byte(ofScalar: span.start.offset)
        return start..<max(start, byte(ofScalar: span.end.offset))
    }

    func position(ofByte byte: Int) -> SourcePosition {
        let lines = lines
        let line = lines.last { $0.byte <= byte }
        let end = min(byte, bytes.count)
        let column = end > lines[line].byte ? bytes[lines[line].byte..<end].count { !$0.continuesScalar } : 0
        return SourcePosition(line: line + 1, column: column + 1, offset: lines[line].scalar + column)
    }

    /// Behind the end of the text, its end.
    func position(ofScalar offset: Int) -> SourcePosition { position(ofByte: byte(ofScalar: offset)) }

    private func byte(ofScalar offset: Int) -> Int {
        let lines = lines
        let line = lines[lines.last { $0.scalar <= offset }]
        var index = line.byte
        var left = offset - line.scalar
        while index < bytes.count {
            if !bytes[index].continuesScalar {
                if left == 0 { break }
                left -= 1
            }
            index += 1
        }
        return index
    }

    /// The bytes of a line, counted from one, without its break. A text that ends with a break has no line after it.
    private func byteRange(ofLine number: Int) -> Range<Int>? {
        let lines = lines
        guard lines.indices.contains(number - 1) else { return nil }
        let start = lines[number - 1].byte
        guard start < bytes.count || number == 1 else { return nil }
        let next = number < lines.count ? lines[number].byte : bytes.count
        return start..<(number < lines.count ? LineTable.startOfBreak(before: next, in: bytes) : next)
    }

    private var lines: LineTable {
        table.withLock { table in
            if let table { return table }
            let counted = LineTable(of: bytes)
            table = counted
            return counted
        }
    }
}
