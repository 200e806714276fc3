import SourceText

/// Tokens of a JSON text (RFC 8259) with their places. Nothing is kept but the brackets that are open.
struct JSONScanner {
    struct Token {
        enum Kind {
            case documentStart, documentEnd
            case objectStart, arrayStart, end
            /// The bytes between the quotes.
            case string(Range<Int>, hasEscapes: Bool)
            /// A number, `true`, `false` or `null`.
            case bare(Range<Int>)
        }

        let kind: Kind
        let span: SourceSpan
    }

    private enum Expected {
        case document, value, key, colon
        /// A value, or the end of the array that has just begun.
        case firstValue
        case firstKey
        case separator
        case nothing
    }

    private let bytes: [UInt8]
    private var index: Int
    private var position = SourcePosition.start
    private var expected = Expected.document
    /// Of each bracket that is open, whether it is one of an object.
    private var open: [Bool] = []
    private(set) var isAtEnd = false

    init(_ file: SourceFile) {
        bytes = file.bytes
        index = file.byteOrderMarkLength
    }

    /// Nil where the text is no JSON, and behind its end.
    mutating func next() -> Token? {
        guard expected != .document else {
            expected = .value
            return Token(kind: .documentStart, span: SourceSpan(start: position, end: position))
        }
        skipWhite()
        if expected == .separator {
            if take(",") {
                expected = open.last == true ? .key : .value
                skipWhite()
            } else {
                return close()
            }
        }
        if expected == .colon {
            guard take(":") else { return nil }
            expected = .value
            skipWhite()
        }
        guard index < bytes.count else { return expected == .nothing ? end() : nil }
        switch (expected, bytes[index]) {
        case (.firstKey, UInt8(ascii: "}")), (.firstValue, UInt8(ascii: "]")): return close()
        case (.key, UInt8(ascii: "\"")), (.firstKey, UInt8(ascii: "\"")):
            expected = .colon
            return string()
        case (.value, let byte), (.firstValue, let byte): return value(byte)
        default: return nil
        }
    }

    // MARK: Values

    private mutating func value(_ byte: UInt8) -> Token? {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isObject = byte == UInt8(ascii: "{")
            open.append(isObject)
            expected = isObject ? .firstKey : .firstValue
            return bracket(isObject ? .objectStart : .arrayStart)
        case UInt8(ascii: "\""):
            closeValue()
            return string()
        default:
            closeValue()
            return bare()
        }
    }

    private mutating func close() -> Token? {
        guard let isObject = open.last, index < bytes.count, bytes[index] == UInt8(ascii: isObject ? "}" : "]") else { return nil }
        open.removeLast()
        closeValue()
        return bracket(.end)
    }

    private mutating func closeValue() { expected = open.isEmpty ? .nothing : .separator }

    private mutating func end() -> Token? {
        guard !isAtEnd else { return nil }
        isAtEnd = true
        return Token(kind: .documentEnd, span: SourceSpan(start: position, end: position))
    }

    private mutating func bracket(_ kind: Token.Kind) -> Token {
        let start = position
        advance()
        return Token(kind: kind, span: SourceSpan(start: start, end: position))
    }

    private mutating func string() -> Token? {
        let start = position
        advance()
        let first = index
        var hasEscapes = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let content = first..<index
                advance()
                return Token(kind: .string(content, hasEscapes: hasEscapes), span: SourceSpan(start: start, end: position))
            case UInt8(ascii: "\\"):
                hasEscapes = true
                guard let length = JSONEscape(bytes, at: index)?.length else { return nil }
                for _ in 0..<length { advance() }
            case 0..<0x20: return nil
            default: advanceInText()
            }
        }
        return nil
    }

    private mutating func bare() -> Token? {
        let (start, first) = (position, index)
        while index < bytes.count, !Self.endsBare(bytes[index]) { advance() }
        let text = bytes[first..<index]
        guard Self.words.contains(where: { text.elementsEqual($0) }) || Self.isNumber(text) else { return nil }
        return Token(kind: .bare(first..<index), span: SourceSpan(start: start, end: position))
    }

    private static let words = ["true", "false", "null"].map { Array($0.utf8) }

    private static func endsBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "\""), 0...0x20: true
        default: false
        }
    }

    /// RFC 8259, section 6.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        func take(_ signs: String) -> Bool {
            guard let first = rest.first, signs.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = take("-")
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !startsWithZero || whole == 1 else { return false }
        if take("."), digits() == 0 { return false }
        if take("eE") {
            _ = take("+-")
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }

    // MARK: Places

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
        advance()
        return true
    }

    private mutating func skipWhite() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): advance()
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): breakLine(length: lengthOfBreak)
            default: return
            }
        }
    }

    private var lengthOfBreak: Int {
        bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
    }

    /// Goes over a byte that is a character by itself.
    private mutating func advance() {
        index += 1
        position.column += 1
        position.offset += 1
    }

    /// Goes over a character of a string, which may be one that lines are counted by.
    private mutating func advanceInText() {
        var length = 1
        while index + length < bytes.count, bytes[index + length] & 0xC0 == 0x80 { length += 1 }
        if length > 1, bytes.lengthOfLineBreak(at: index) == length {
            index += length
            position = SourcePosition(line: position.line + 1, column: 1, offset: position.offset + 1)
        } else {
            index += length
            position.column += 1
            position.offset += 1
        }
    }

    private mutating func breakLine(length: Int) {
        index += length
        position = SourcePosition(line: position.line + 1, column: 1, offset: position.offset + length)
    }
}

/// An escape in a string of JSON: RFC 8259, section 7. A character beyond the first plane is a pair of them.
struct JSONEscape {
    let scalar: Unicode.Scalar
    /// Bytes of the source.
    let length: Int

    /// Nil where there is no escape, or half a pair.
    init?(_ bytes: [UInt8], at index: Int) {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "u"):
            guard let first = Self.unit(bytes, at: index) else { return nil }
            if let scalar = Unicode.Scalar(first) {
                (self.scalar, length) = (scalar, 6)
            } else {
                guard (0xD800..<0xDC00).contains(first), let second = Self.unit(bytes, at: index + 6), (0xDC00..<0xE000).contains(second),
                    let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
                else { return nil }
                (self.scalar, length) = (scalar, 12)
            }
        case let byte:
            guard let scalar = Self.short[byte] else { return nil }
            (self.scalar, length) = (scalar, 2)
        }
    }

    private static func unit(_ bytes: [UInt8], at index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index + 2..<index + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private static let short: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}",
        UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
}
