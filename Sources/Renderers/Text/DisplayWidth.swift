/// How many columns of a terminal a text takes: East Asian wide and full-width characters take two (Unicode TR 11), combining marks none.
package func displayWidth(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        2
    // Dashes, quotes and ellipses of Chinese text among them: TR 11 leaves their width open, and terminals give them one column.
    default: 1
    }
}

extension String {
    /// The text with spaces behind it, up to a width in columns.
    package func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - displayWidth(self))) }
}

/// Breaks a text into lines of at most a width in columns: at spaces, and anywhere between wide characters, but never before closing
/// punctuation. A word that is wider stays whole.
func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in breakable(text) {
        let wordWidth = displayWidth(word)
        if lineWidth + wordWidth > width, !line.isEmpty {
            lines.append(line.trimmingEnd)
            line = ""
            lineWidth = 0
            if word == " " { continue }
        }
        line += word
        lineWidth += wordWidth
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line.trimmingEnd) }
    return lines
}

/// The pieces between which a line may break.
private func breakable(_ text: String) -> [String] {
    let closing: Set<Character> = ["，", "。", "：", "；", "、", "”", "）", "》", "？", "！", ",", ".", ")", "%"]
    let opening: Set<Character> = ["“", "（", "《"]
    var pieces: [String] = []
    for character in text {
        let isWide = character.unicodeScalars.contains { displayWidth($0) == 2 }
        let joins: Bool
        if let last = pieces.last?.last {
            let lastIsWide = last.unicodeScalars.contains { displayWidth($0) == 2 }
            joins = closing.contains(character) || opening.contains(last) || (!isWide && !lastIsWide && character != " " && last != " ")
        } else {
            joins = false
        }
        if joins { pieces[pieces.count - 1].append(character) } else { pieces.append(String(character)) }
    }
    return pieces
}

extension String {
    fileprivate var trimmingEnd: String {
        var copy = self
        while copy.last == " " { copy.removeLast() }
        return copy
    }
}
