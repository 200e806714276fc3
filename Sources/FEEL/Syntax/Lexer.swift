import Quantities

/// Cuts an expression into tokens, one at a time, because where a name ends depends on the names that are in scope:
/// with `Monthly Salary` in scope it is one name, without it two. The longest known name wins (DMN 1.5, 10.3.1.4).
struct Lexer {
    let scalars: [Unicode.Scalar]
    private(set) var position = 0
    var names: NameScope

    init(_ text: String, names: NameScope) {
        scalars = Array(text.unicodeScalars)
        self.names = names
    }

    /// The text as it was written.
    func spelling(of range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        position + offset < scalars.count ? scalars[position + offset] : nil
    }

    mutating func next() throws(FEELError) -> Token {
        try skipSpace()
        let start = position
        guard let first = peek() else { return Token(kind: .end, range: start..<start) }
        if let match = names.longestMatch(in: scalars, at: position) {
            position = match.end
            return Token(kind: .name(match.name), range: start..<position)
        }
        if isDigit(first) || (first == "." && peek(1).map(isDigit) == true) { return try number() }
        if first == "\"" { return try string() }
        if isNameStart(first) { return word() }
        if let sign = ForeignSign.at(start, in: scalars) {
            throw FEELError(sign.problem, start..<start + sign.length)
        }
        let symbols = [
            "**", "..", "!=", "<=", ">=", "->", "@", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", "'",
            "’",
        ]
        for symbol in symbols where scalars[position...].starts(with: symbol.unicodeScalars) {
            position += symbol.unicodeScalars.count
            return Token(kind: .symbol(symbol), range: start..<position)
        }
        throw FEELError(.expected(.expression, found: String(Character(first))), start..<start + 1)
    }

    /// The name at this place as a single word, whatever is in scope: an entry's key, a variable, the property of something unknown.
    mutating func plainName() throws(FEELError) -> Token? {
        try skipSpace()
        guard let first = peek(), isNameStart(first) else { return nil }
        return word(keywords: false)
    }

    /// The name after a point: the longest that is known, or else words up to a keyword or an operator; one word may be a keyword there.
    mutating func propertyName() throws(FEELError) -> Token? {
        try skipSpace()
        let start = position
        let own = NameScope.ownProperties.longestMatch(in: scalars, at: start)
        if let match = NameTree.Match.longer(own, names.longestProperty(in: scalars, at: start)) {
            position = match.end
            return Token(kind: .name(match.name), range: start..<position)
        }
        guard let first = try plainName() else { return nil }
        // Two names in a row mean nothing else, so they are one.
        var words = [first.text]
        var end = position
        while true {
            try skipSpace()
            guard let first = peek(), isNameStart(first), names.longestMatch(in: scalars, at: position) == nil,
                case .name(let next) = word().kind
            else { break }
            words.append(next)
            end = position
        }
        position = end
        return Token(kind: .name(words.joined(separator: " ")), range: start..<end)
    }

    private mutating func word(keywords: Bool = true) -> Token {
        let start = position
        while let scalar = peek(), isNamePart(scalar) { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        let isKeyword = keywords && Keyword.all.contains(text)
        return Token(kind: isKeyword ? .keyword(text) : .name(text), range: start..<position)
    }

    private mutating func number() throws(FEELError) -> Token {
        let start = position
        while let scalar = peek(), isDigit(scalar) { position += 1 }
        if peek() == ".", peek(1).map(isDigit) == true {
            position += 1
            while let scalar = peek(), isDigit(scalar) { position += 1 }
        }
        if peek() == "e" || peek() == "E" {
            let signed = peek(1) == "+" || peek(1) == "-"
            if peek(signed ? 2 : 1).map(isDigit) == true {
                position += signed ? 2 : 1
                while let scalar = peek(), isDigit(scalar) { position += 1 }
            }
        }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        guard let number = Decimal(text) else { throw FEELError(.numberTooLarge(text), start..<position) }
        return Token(kind: .number(number), range: start..<position)
    }

    private mutating func string() throws(FEELError) -> Token {
        let start = position
        position += 1
        var text = String.UnicodeScalarView()
        while let scalar = peek() {
            position += 1
            if scalar == "\"" { return Token(kind: .string(String(text)), range: start..<position) }
            guard scalar == "\\", let escaped = peek() else {
                text.append(scalar)
                continue
            }
            position += 1
            switch escaped {
            case "n": text.append("\n")
            case "r": text.append("\r")
            case "t": text.append("\t")
            case "\"", "\\", "'": text.append(escaped)
            case "u": appendCodePoint(digits: 4, to: &text)
            case "U": appendCodePoint(digits: 6, to: &text)
            default:
                text.append("\\")
                text.append(escaped)
            }
        }
        throw FEELError(.unterminatedString, start..<position)
    }

    /// `\uXXXX` or `\UXXXXXX`; a pair of surrogates makes one code point, and anything else stays as written.
    private mutating func appendCodePoint(digits: Int, to text: inout String.UnicodeScalarView) {
        func code(at start: Int) -> UInt32? {
            guard start + digits <= scalars.count else { return nil }
            return UInt32(String(String.UnicodeScalarView(scalars[start..<start + digits])), radix: 16)
        }
        if let code = code(at: position) {
            if let scalar = Unicode.Scalar(code) {
                text.append(scalar)
                position += digits
                return
            }
            if (0xD800..<0xDC00).contains(code), peek(4) == "\\", peek(5) == "u", let low = self.lowSurrogate(at: position + 6),
                let scalar = Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
            {
                text.append(scalar)
                position += 10
                return
            }
        }
        text.append("\\")
        text.append(digits == 4 ? "u" : "U")
    }

    private func lowSurrogate(at start: Int) -> UInt32? {
        guard start + 4 <= scalars.count,
            let code = UInt32(String(String.UnicodeScalarView(scalars[start..<start + 4])), radix: 16),
            (0xDC00..<0xE000).contains(code)
        else { return nil }
        return code
    }

    /// White space, and both kinds of comments.
    private mutating func skipSpace() throws(FEELError) {
        while let scalar = peek() {
            if isSpace(scalar) {
                position += 1
            } else if scalar == "/", peek(1) == "/" {
                while let next = peek(), next != "\n" { position += 1 }
            } else if scalar == "/", peek(1) == "*" {
                let start = position
                position += 2
                while peek() != nil, !(peek() == "*" && peek(1) == "/") { position += 1 }
                guard peek() != nil else { throw FEELError(.unexpectedEnd(expected: .sign("*/")), start..<position) }
                position += 2
            } else {
                return
            }
        }
    }
}
