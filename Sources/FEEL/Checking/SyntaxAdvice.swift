import SourceText

/// Finds why a text could not be parsed, where the place at which the parser gave up does not say it: signs of a Chinese keyboard, which are
/// name characters; words of other languages; names of several words that nobody knows.
struct SyntaxAdvice {
    private let scalars: [Unicode.Scalar]
    private let scope: Scope
    private let known: Set<String>

    init(_ text: String, scope: Scope) {
        scalars = Array(text.unicodeScalars)
        self.scope = scope
        known = scope.visibleNames
    }

    /// The error, or a better one.
    func improved(_ error: FEELError) -> FEELError {
        switch error.problem.kind {
        case .expected(_, let found): sign(before: error) ?? word(found, error) ?? names(error) ?? error
        case .unexpectedEnd, .unterminatedString: sign(before: error) ?? error
        default: error
        }
    }

    // MARK: Signs

    /// The first foreign sign up to the place of the error, outside of texts and comments, and of names that are known.
    private func sign(before error: FEELError) -> FEELError? {
        let isInText = error.problem.kind == .unterminatedString
        let end = min(error.problem.range.upperBound, scalars.count)
        var position = 0
        while position < end {
            if let name = scope.names.longestMatch(in: scalars, at: position) {
                position = name.end
            } else if !isInText || position != error.problem.range.lowerBound, let length = lengthOfQuoted(at: position) {
                let text = position..<position + length
                // A text that ends where the error begins has perhaps gone on to the next quotation mark.
                if text.upperBound == error.problem.range.lowerBound, let quote = quote(in: text) { return quote }
                position = text.upperBound
            } else if isBeginningOfWord(position), let length = lengthOfKnownBeginning(at: position) {
                position += length
            } else if let sign = ForeignSign.at(position, in: scalars), !isInText || sign.isQuote {
                return FEELError(sign.problem, position..<position + sign.length)
            } else {
                position += 1
            }
        }
        return nil
    }

    /// A quotation mark of another keyboard within a text.
    private func quote(in text: Range<Int>) -> FEELError? {
        for position in text {
            if let sign = ForeignSign.at(position, in: scalars), sign.isQuote {
                return FEELError(sign.problem, position..<position + sign.length)
            }
        }
        return nil
    }

    /// How long the text in quotes, or the comment, at a place is.
    private func lengthOfQuoted(at start: Int) -> Int? {
        let rest = scalars[start...]
        if scalars[start] == "\"" {
            var position = start + 1
            while position < scalars.count, scalars[position] != "\"" { position += scalars[position] == "\\" ? 2 : 1 }
            return min(position + 1, scalars.count) - start
        }
        if rest.starts(with: "//".unicodeScalars) { return rest.prefix { $0 != "\n" }.count }
        guard rest.starts(with: "/*".unicodeScalars) else { return nil }
        var position = start + 2
        while position + 1 < scalars.count, !(scalars[position] == "*" && scalars[position + 1] == "/") { position += 1 }
        return min(position + 2, scalars.count) - start
    }

    private func isBeginningOfWord(_ position: Int) -> Bool {
        isNameStart(scalars[position]) && (position == 0 || !isNamePart(scalars[position - 1]))
    }

    /// How much of the word at a place is a name that is known.
    private func lengthOfKnownBeginning(at start: Int) -> Int? {
        let word = scalars[start...].prefix(while: isNamePart)
        let names = known.filter { word.starts(with: $0.unicodeScalars) }
        return names.map(\.unicodeScalars.count).max()
    }

    // MARK: Words

    /// Words for operators in other languages, and how FEEL writes them. A Chinese one may stand at the beginning of what follows it.
    private static let chinese: [(String, String)] = [
        ("并且", "and"), ("而且", "and"), ("或者", "or"), ("且", "and"), ("或", "or"), ("不等于", "!="), ("大于等于", ">="), ("小于等于", "<="),
        ("不小于", ">="), ("不大于", "<="), ("等于", "="), ("大于", ">"), ("小于", "<"), ("加", "+"), ("减", "-"), ("乘以", "*"), ("除以", "/"),
        ("否则", "else"), ("那么", "then"), ("如果", "if"), ("属于", "in"),
    ]
    private static let latin = ["mod": "modulo(…, …)", "elif": "else if", "elsif": "else if", "div": "/"]

    /// A word at the place of the error, or the one before it, that FEEL writes in another way.
    private func word(_ found: String, _ error: FEELError) -> FEELError? {
        let start = error.problem.range.lowerBound
        if let (word, instead) = meaning(of: found) {
            return FEELError(.foreignSign(word, instead: instead), start..<start + word.unicodeScalars.count)
        }
        guard let before = wordEnding(before: start) else { return nil }
        let text = spelling(before)
        if ["not", "非", "不"].contains(text.lowercased()), isNameStart(scalars[start]) || scalars[start] == "\"" {
            return FEELError(.foreignSign("\(text) …", instead: "not(…)"), before)
        }
        return meaning(of: text).map {
            FEELError(.foreignSign($0.word, instead: $0.instead), before.lowerBound..<before.lowerBound + $0.word.unicodeScalars.count)
        }
    }

    private func meaning(of text: String) -> (word: String, instead: String)? {
        guard !known.contains(text) else { return nil }
        let small = text.lowercased()
        if Keyword.all.contains(small), small != text { return (text, small) }
        if let instead = Self.latin[small] { return (text, instead) }
        return Self.chinese.first { text.hasPrefix($0.0) }
    }

    // MARK: Names

    /// Words in a row that are no name together, though each could be one by itself.
    private func names(_ error: FEELError) -> FEELError? {
        let place = error.problem.range
        guard isWord(place), !isMisspeltKeyword(spelling(place)), var run = wordEnding(before: place.lowerBound) else { return nil }
        while let before = wordEnding(before: run.lowerBound) { run = before.lowerBound..<run.upperBound }
        let isFirstKnown = known.contains(name(run))
        var end = place.upperBound
        while let next = wordBeginning(after: end) { end = next.upperBound }
        let whole = run.lowerBound..<end
        let name = name(whole)
        let nearest = scope.suggestion(for: name)
        guard nearest != nil || !isFirstKnown else { return nil }
        let isCalled = scalars[end...].first { !isSpace($0) } == "("
        return FEELError(isCalled ? .unknownFunction(name, nearest: nearest) : .unknownName(name, nearest: nearest), whole)
    }

    /// The words of a range with one space between them.
    private func name(_ range: Range<Int>) -> String { spelling(range).split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func isMisspeltKeyword(_ word: String) -> Bool {
        !Keyword.all.contains(word) && nearestName(to: word, among: Keyword.all.sorted()) != nil
    }

    private func spelling(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// Whether a word of a name stands there: anything but the keywords that stand between operands.
    private func isWord(_ range: Range<Int>) -> Bool {
        guard let first = scalars[range].first, isNameStart(first) else { return false }
        let text = spelling(range)
        return text == "of" || !Keyword.all.contains(text)
    }

    private func wordEnding(before end: Int) -> Range<Int>? {
        var last = end
        while last > 0, isSpace(scalars[last - 1]) { last -= 1 }
        var start = last
        while start > 0, isNamePart(scalars[start - 1]) { start -= 1 }
        return start < last && last < end && isWord(start..<last) ? start..<last : nil
    }

    private func wordBeginning(after start: Int) -> Range<Int>? {
        var first = start
        while first < scalars.count, isSpace(scalars[first]) { first += 1 }
        var end = first
        while end < scalars.count, isNamePart(scalars[end]) { end += 1 }
        return first > start && isWord(first..<end) ? first..<end : nil
    }
}
