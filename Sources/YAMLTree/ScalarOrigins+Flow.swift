/// Plain and quoted scalars: YAML 1.2, chapter 7.3.
extension ScalarOrigins {
    mutating func decodePlain() {
        var index = start
        while index < source.count { index = isWhite(index) ? decodeWhite(index) : decodeCharacter(index) }
    }

    mutating func decodeQuoted() {
        guard start < source.count else { return }
        let quote = source[start]
        start += 1
        var index = start
        while index < source.count {
            if isWhite(index) {
                index = decodeWhite(index)
            } else if quote == "\"", source[index] == "\\" {
                index = decodeEscape(index)
            } else if source[index] != quote {
                index = decodeCharacter(index)
            } else if quote == "'", index + 1 < source.count, source[index + 1] == quote {
                emit(quote, from: index..<index + 2)
                index += 2
            } else {
                return
            }
        }
    }

    private func isWhite(_ index: Int) -> Bool { source[index].isBlank || source[index].isBreak }

    private mutating func decodeCharacter(_ index: Int) -> Int {
        copy(index)
        return index + 1
    }

    /// Blanks within a line stay. One line break becomes a space, of more the first goes, and the blanks around them go.
    private mutating func decodeWhite(_ start: Int, afterEscapedBreak: Bool = false) -> Int {
        var index = start
        var breaks: [Int] = []
        while index < source.count, isWhite(index) {
            if source[index].isBreak {
                breaks.append(index)
                index = endOfBreak(index)
            } else {
                index += 1
            }
        }
        if afterEscapedBreak {
            for line in breaks { emitBreak(line) }
        } else if let first = breaks.first {
            if breaks.count == 1, !source[first].isSeparator { emit(" ", from: first..<first) }
            for line in source[first].isSeparator ? breaks[...] : breaks.dropFirst() { emitBreak(line) }
        } else {
            for blank in start..<index { copy(blank) }
        }
        return index
    }

    private mutating func decodeEscape(_ start: Int) -> Int {
        guard start + 1 < source.count else { return start + 1 }
        let letter = source[start + 1]
        if letter.isBreak { return decodeWhite(endOfBreak(start + 1), afterEscapedBreak: true) }
        var end = start + 2
        if let length = Self.digitsOfEscape[letter] {
            end = min(end + length, source.count)
            let digits = String(String.UnicodeScalarView(source[start + 2..<end]))
            if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { emit(scalar, from: start..<end) }
        } else {
            emit(Self.escapes[letter] ?? letter, from: start..<end)
        }
        return end
    }

    private static let digitsOfEscape: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

    /// Escapes that do not stand for themselves: YAML 1.2, chapter 5.7.
    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r", "e": "\u{1B}",
        "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
    ]
}
