/// Where each Unicode scalar of a scalar's text comes from in its source. Both are counted from the beginning of the node.
///
/// The source is decoded a second time, only where somebody asks; the result is held against the text that was read, so that a place is either
/// right or not given.
struct ScalarOrigins {
    let source: [Unicode.Scalar]
    private(set) var text: [Unicode.Scalar] = []
    /// For each scalar of the text. A line break, and the space to which one is folded, comes from nothing at the end of the line.
    private(set) var origins: [Range<Int>] = []
    /// Where the content begins, after anchor, tag and quote.
    var start: Int

    /// Nil where the source does not give the text.
    init?(of text: String, written source: String, as style: YAMLNode.Style) {
        self.source = Array(source.unicodeScalars)
        start = Self.endOfProperties(of: self.source)
        let wanted = Array(text.unicodeScalars)
        switch style {
        case .plain:
            decodePlain()
        case .quoted:
            decodeQuoted()
        case .literal, .folded:
            let header = BlockHeader(self.source, at: start)
            start = header.end
            // How far the content is indented may depend on the nodes around it: it is as far as gives the text.
            for indentation in (1...max(1, firstIndentation)).reversed() where self.text != wanted {
                decodeBlock(header, indentation: indentation, isFolded: style == .folded)
            }
        case .block, .flow:
            return nil
        }
        guard self.text == wanted else { return nil }
    }

    /// The part of the source from which a part of the text comes.
    func origin(of range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<text.count)
        guard range.lowerBound < text.count else {
            let end = text.lastIndex { !$0.isBlank && !$0.isBreak }.map { origins[$0].upperBound } ?? start
            return end..<end
        }
        let lower = origins[range.lowerBound].lowerBound
        return lower..<(range.isEmpty ? lower : max(lower, origins[range.upperBound - 1].upperBound))
    }

    // MARK: Building

    mutating func emit(_ scalar: Unicode.Scalar, from origin: Range<Int>) {
        text.append(scalar)
        origins.append(origin)
    }

    /// The scalar of the source at an index, as it is.
    mutating func copy(_ index: Int) { emit(source[index], from: index..<index + 1) }

    /// The line break of the source at an index, as YAML reads it.
    mutating func emitBreak(_ index: Int) { emit(source[index].isSeparator ? source[index] : "\n", from: index..<index) }

    /// Where the line break at an index ends.
    func endOfBreak(_ index: Int) -> Int {
        source[index] == "\r" && index + 1 < source.count && source[index + 1] == "\n" ? index + 2 : index + 1
    }

    mutating func clear() {
        text.removeAll()
        origins.removeAll()
    }

    /// Where anchor and tag end, and what parts them from the content.
    private static func endOfProperties(of source: [Unicode.Scalar]) -> Int {
        var index = 0
        while index < source.count, source[index] == "&" || source[index] == "!" {
            while index < source.count, !source[index].isBlank, !source[index].isBreak { index += 1 }
            while index < source.count, source[index].isBlank || source[index].isBreak || source[index] == "#" {
                if source[index] == "#" {
                    while index < source.count, !source[index].isBreak { index += 1 }
                } else {
                    index += 1
                }
            }
        }
        return index
    }
}

extension Unicode.Scalar {
    var isBlank: Bool { self == " " || self == "\t" }
    /// LS and PS, which stay what they are when lines are folded.
    var isSeparator: Bool { self == "\u{2028}" || self == "\u{2029}" }
    var isBreak: Bool { self == "\n" || self == "\r" || self == "\u{85}" || isSeparator }
}
