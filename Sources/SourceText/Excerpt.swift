/// The lines of a file around a span, with what is needed to draw a caret under it.
public struct Excerpt: Sendable {
    /// The first line of the span, without its line break; tabs are kept.
    public let line: String
    public let lineNumber: Int
    /// The part of `line` before the span, and the part inside it.
    public let before: String
    public let marked: String
}

extension SourcePlace {
    /// The excerpt at this place, or nil where the file does not have that line (an empty file, its end).
    public var excerpt: Excerpt? {
        guard let range = file.byteRange(ofLine: span.start.line) else { return nil }
        let line = String(decoding: file.bytes[range], as: UTF8.self)
        let scalars = line.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: span.start.column - 1, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let length = span.end.line == span.start.line ? span.end.column - span.start.column : Int.max
        let to = scalars.index(from, offsetBy: max(0, length), limitedBy: scalars.endIndex) ?? scalars.endIndex
        return Excerpt(
            line: line, lineNumber: span.start.line, before: String(scalars[..<from]), marked: String(scalars[from..<to]))
    }

    /// The bytes of the file that the span covers.
    public var byteRange: Range<Int> {
        let start = file.byteOffset(ofScalar: span.start.offset)
        return start..<file.byteOffset(ofScalar: span.end.offset - span.start.offset, from: start)
    }
}

extension SourceFile {
    /// Length of a UTF-8 byte order mark at the beginning, 0 or 3.
    public var byteOrderMarkLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The bytes of a line, counted from one, without its break (LF, CRLF, CR, NEL, LS or PS, as YAML counts them).
    func byteRange(ofLine number: Int) -> Range<Int>? {
        var start = byteOrderMarkLength
        var line = 1
        while true {
            let end = endOfLine(from: start)
            if line == number { return start < bytes.count || line == 1 ? start..<end : nil }
            guard end < bytes.count else { return nil }
            start = end + lengthOfBreak(at: end)
            line += 1
        }
    }

    private func endOfLine(from start: Int) -> Int {
        var index = start
        while index < bytes.count, lengthOfBreak(at: index) == 0 { index += 1 }
        return index
    }

    private func lengthOfBreak(at index: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
        switch byte(0) {
        case 0x0A: return 1
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
        default: return 0
        }
    }

    func byteOffset(ofScalar count: Int, from start: Int? = nil) -> Int {
        var index = start ?? byteOrderMarkLength
        var left = count
        while index < bytes.count {
            if bytes[index] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            index += 1
        }
        return index
    }
}

extension SourceFile {
    /// The position of a byte, for problems that are known by their byte only (text that is not UTF-8).
    public func position(ofByte offset: Int) -> SourcePosition {
        var position = SourcePosition.start
        var index = byteOrderMarkLength
        while index < min(offset, bytes.count) {
            let length = lengthOfBreak(at: index)
            if length > 0 {
                position.line += 1
                position.column = 1
                position.offset += bytes[index] == 0x0D && length == 2 ? 2 : 1
                index += length
            } else {
                if bytes[index] & 0xC0 != 0x80 {
                    position.column += 1
                    position.offset += 1
                }
                index += 1
            }
        }
        return position
    }
}
