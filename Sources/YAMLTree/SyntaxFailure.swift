import SourceText

/// What libyaml says where it cannot go on, and what it was reading then.
struct SyntaxFailure {
    private let problem: String
    private let position: SourcePosition
    private let context: String?
    private let begun: SourcePosition
    private let file: SourceFile

    init(_ problem: String, at position: SourcePosition, _ context: String?, from begun: SourcePosition, in file: SourceFile) {
        self.problem = problem
        self.position = position
        self.context = context
        self.begun = context == nil ? position : begun
        self.file = file
    }

    /// The same for people who fill in forms: what most likely went wrong, at the place where it did.
    var asEvent: EventFailure {
        if context == "while scanning a quoted scalar", Self.endsTooEarly.contains(problem) {
            return EventFailure(.unclosed(isQuote: true), at: begun)
        }
        if let (sign, place) = fullWidthSign { return EventFailure(.fullWidthSign(sign), at: place) }
        let isAtEnd = byte(of: position) == file.bytes.count
        if let context, context.hasPrefix("while parsing a flow "), isAtEnd { return EventFailure(.unclosed(isQuote: false), at: begun) }
        // Whatever the parser still expected: the text ends before it.
        if isAtEnd { return EventFailure(.syntax(Self.endOfStream, begun: nil), at: position) }
        if problem == "found character that cannot start any token", file.bytes[byte(of: position)] == UInt8(ascii: "\t") {
            return EventFailure(.tabIndentation, at: position)
        }
        let start = context?.hasPrefix("while parsing a") == true && begun.line < position.line ? begun : nil
        let place = start.map { SourcePlace(file: file, span: SourceSpan(start: $0, end: $0)) }
        return EventFailure(.syntax(problem, begun: place), at: position)
    }

    private static let endOfStream = "found unexpected end of stream"
    private static let endsTooEarly = [endOfStream, "found unexpected document indicator"]

    // MARK: Signs that only look like YAML's

    /// The first full-width sign where one of YAML's was wanted, outside of quotes: from where the parser began what it could not finish, or from the
    /// line before, to the end of the line where it stopped.
    private var fullWidthSign: (FullWidthSign, SourcePosition)? {
        let isFlow = context?.hasPrefix("while parsing a flow ") == true
        let first = isFlow ? byte(of: begun) : startOfLine(before: startOfLine(before: byte(of: min(begun, position))))
        var end = byte(of: position)
        while end < file.bytes.count, file.bytes.lengthOfLineBreak(at: end) == 0 { end += 1 }
        guard first < end, let start = file.position(ofByte: first) else { return nil }
        var quote: Unicode.Scalar?
        var isComment = false
        var previous: Unicode.Scalar = "\n"
        for (offset, scalar) in String(decoding: file.bytes[first..<end], as: UTF8.self).unicodeScalars.enumerated() {
            defer { previous = scalar }
            if scalar == "\n" { (quote, isComment) = (nil, false) }
            if isComment { continue }
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "#", previous == " " || previous == "\n" {
                isComment = true
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if let sign = FullWidthSign(rawValue: scalar), isFlow || sign == .colon {
                return file.span(ofScalars: start.offset + offset..<start.offset + offset + 1).map { (sign, $0.start) }
            }
        }
        return nil
    }

    private func byte(of position: SourcePosition) -> Int {
        SourcePlace(file: file, span: SourceSpan(start: position, end: position)).byteRange?.lowerBound ?? file.bytes.count
    }

    /// The beginning of the line that a byte is in, or, where the byte is the first of its line, of the line before.
    private func startOfLine(before byte: Int) -> Int {
        var start = max(byte - 1, 0)
        while start > file.byteOrderMarkLength, file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return max(start, file.byteOrderMarkLength)
    }

    private func min(_ a: SourcePosition, _ b: SourcePosition) -> SourcePosition { a.offset < b.offset ? a : b }
}

/// A sign of a Chinese keyboard that stands where YAML has one of its own.
package enum FullWidthSign: Unicode.Scalar, Sendable {
    case colon = "："
    case comma = "，"
    case openBrace = "｛"
    case closeBrace = "｝"
    case openBracket = "［"
    case closeBracket = "］"
    case openLenticular = "【"
    case closeLenticular = "】"

    /// What should be written.
    package var meant: String {
        switch self {
        case .colon: ": "
        case .comma: ", "
        case .openBrace: "{"
        case .closeBrace: "}"
        case .openBracket, .openLenticular: "["
        case .closeBracket, .closeLenticular: "]"
        }
    }
}
