/// Literal and folded scalars: YAML 1.2, chapter 8.1.
extension ScalarOrigins {
    /// The first line of a block scalar: `|` or `>`, and what becomes of the line breaks at its end.
    struct BlockHeader {
        enum Chomping { case strip, clip, keep }

        var chomping = Chomping.clip
        /// Where the line after it begins.
        var end: Int

        init(_ source: [Unicode.Scalar], at start: Int) {
            end = min(start + 1, source.count)
            var isIndicator = true
            while end < source.count, !source[end].isBreak {
                switch source[end] {
                case "-" where isIndicator: chomping = .strip
                case "+" where isIndicator: chomping = .keep
                case "0"..."9": break
                default: isIndicator = false
                }
                end += 1
            }
            if end < source.count { end += source[end] == "\r" && end + 1 < source.count && source[end + 1] == "\n" ? 2 : 1 }
        }
    }

    /// How far the first line that is not empty is indented.
    var firstIndentation: Int {
        var count = 0
        for scalar in source[start...] {
            if scalar == " " {
                count += 1
            } else if scalar.isBreak {
                count = 0
            } else {
                break
            }
        }
        return count
    }

    mutating func decodeBlock(_ header: BlockHeader, indentation: Int, isFolded: Bool) {
        clear()
        /// The break after the last line of content; it waits for what follows.
        var lineBreak: Int?
        var wasMoreIndented = false
        var (index, emptyLines, isContent) = lineStart(from: header.end, indentation)
        while isContent {
            let isMoreIndented = source[index].isBlank
            if let end = lineBreak {
                if !isFolded || wasMoreIndented || isMoreIndented || source[end].isSeparator {
                    emitBreak(end)
                } else if emptyLines.isEmpty {
                    emit(" ", from: end..<end)
                }
            }
            for line in emptyLines { emitBreak(line) }
            while index < source.count, !source[index].isBreak {
                copy(index)
                index += 1
            }
            wasMoreIndented = isMoreIndented
            lineBreak = index < source.count ? index : nil
            (index, emptyLines, isContent) = lineStart(from: lineBreak.map(endOfBreak) ?? index, indentation)
        }
        if header.chomping != .strip, let lineBreak { emitBreak(lineBreak) }
        if header.chomping == .keep { for line in emptyLines { emitBreak(line) } }
    }

    /// Passes over empty lines and the indentation of the next. Not content: the scalar has ended.
    private func lineStart(from start: Int, _ indentation: Int) -> (index: Int, emptyLines: [Int], isContent: Bool) {
        var index = start
        var emptyLines: [Int] = []
        while true {
            let line = index
            while index < source.count, index - line < indentation, source[index] == " " { index += 1 }
            guard index < source.count, source[index].isBreak else {
                return (index, emptyLines, index < source.count && index - line == indentation)
            }
            emptyLines.append(index)
            index = endOfBreak(index)
        }
    }
}
