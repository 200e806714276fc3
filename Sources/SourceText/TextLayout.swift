import Synchronization

/// The lines of a text in UTF-8. Where they begin is counted once, when it is first asked for.
final class TextLayout: SourceLayout {
    /// Bytes of a line that an excerpt shows before and after the beginning of its span, at most: more than any terminal has room for.
    private static let reach = 4_096

    private let bytes: [UInt8]
    private let table = Mutex<LineTable?>(nil)
    /// Bytes that no excerpt shows.
    private let concealed = Mutex<[Range<Int>]>([])

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `file:line:column`, the form that editors and terminals turn into a link.
    func description(of position: SourcePosition, in name: String) -> String { "\(name):\(position.line):\(position.column)" }

    func excerpt(at span: SourceSpan) -> Excerpt? {
        guard let line = byteRange(ofLine: span.start.line) else { return nil }
        let lineStart = lines[span.start.line - 1].scalar
        let start = min(byte(ofScalar: lineStart + span.start.column - 1), line.upperBound)
        let end = span.end.line == span.start.line ? byte(ofScalar: lineStart + span.end.column - 1) : line.upperBound
        var shown = max(line.lowerBound, start - Self.reach)..<min(line.upperBound, start + Self.reach)
        while shown.lowerBound < start, bytes[shown.lowerBound].continuesScalar { shown = shown.lowerBound + 1..<shown.upperBound }
        while shown.upperBound < line.upperBound, shown.upperBound > start, bytes[shown.upperBound].continuesScalar {
            shown = shown.lowerBound..<shown.upperBound - 1
        }
        return Excerpt(
            line: text(shown), lineNumber: span.start.line, before: text(shown.lowerBound..<start),
            marked: text(start..<max(start, min(end, shown.upperBound))))
    }

    func conceal(_ span: SourceSpan) { conceal([byteRange(of: span)]) }

    /// Keeps ranges of bytes out of all excerpts from now on.
    func conceal(_ ranges: [Range<Int>]) { concealed.withLock { $0 += ranges } }

    /// The bytes that a span covers, by its offsets.
    func byteRange(of span: SourceSpan) -> Range<Int> {
        let start = byte(ofScalar: span.start.offset)
        return start..<max(start, byte(ofScalar: span.end.offset))
    }

    func position(ofByte byte: Int) -> SourcePosition {
        let lines = lines
        let line = lines.lastLine { $0.byte <= byte }
        let point = lines.lastPoint { $0.byte <= byte }
        let end = min(byte, bytes.count)
        let offset = point.scalar + (end > point.byte ? bytes[point.byte..<end].count { !$0.continuesScalar } : 0)
        return SourcePosition(line: line + 1, column: offset - lines[line].scalar + 1, offset: offset)
    }

    /// Behind the end of the text, its end.
    func position(ofScalar offset: Int) -> SourcePosition { position(ofByte: byte(ofScalar: offset)) }

    private func byte(ofScalar offset: Int) -> Int {
        let point = lines.lastPoint { $0.scalar <= offset }
        var index = point.byte
        var left = offset - point.scalar
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
        return start..<(number < lines.count ? LineTable.startOfBreak(before: lines[number].byte, in: bytes) : bytes.count)
    }

    /// The text of some bytes; of what is concealed, an asterisk for each character, so that columns stay what they are.
    private func text(_ range: Range<Int>) -> String {
        let hidden = concealed.withLock { $0.filter { $0.overlaps(range) } }
        let text = String(decoding: bytes[range], as: UTF8.self)
        if hidden.isEmpty { return text }
        var (position, scalars) = (range.lowerBound, String.UnicodeScalarView())
        for scalar in text.unicodeScalars {
            scalars.append(hidden.contains { $0.contains(position) } ? "*" : scalar)
            position += scalar.utf8.count
        }
        return String(scalars)
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
