/// The normal form of a person's name, in which layout does not count: two names are the same where their normal forms are.
///
/// It is the part of NFKC that names in documents need, and then some: full-width letters, digits and punctuation become those of ASCII,
/// ideographs that Unicode has twice become one, white space and what takes no room (zero-width characters, variation selectors, marks of
/// direction) goes, and all middle dots are `·`. Letters with accents are left as they are.
struct PersonName {
    /// Nil where the text is no name, but stands for one that nobody knows.
    let normal: String?
    /// Whether the text is its own normal form.
    let isNormal: Bool

    /// - Parameter placeholders: words of the vocabulary that stand in the place of a name.
    init(_ text: String, placeholders: [String] = []) {
        var scalars = String.UnicodeScalarView()
        var (isNormal, hasLetter, isBroken) = (true, false, false)
        for scalar in text.unicodeScalars {
            guard let folded = Self.folded(scalar) else {
                isNormal = false
                continue
            }
            if folded != scalar { isNormal = false }
            // Properties are slow to find, and most scalars are ideographs.
            if !hasLetter { hasLetter = (0x4E00...0x9FFF).contains(folded.value) || folded.properties.isAlphabetic }
            if Self.isLost(folded) { isBroken = true }
            scalars.append(folded)
        }
        let folded = String(scalars)
        let isKnown = hasLetter && !isBroken && !placeholders.contains(Self.bare(folded))
        normal = isKnown ? folded : nil
        self.isNormal = isNormal
    }

    /// A word as placeholders are compared: in small letters, without brackets or quotes around it and digits behind it.
    static func bare(_ text: String) -> String {
        let signs: Set<Unicode.Scalar> = ["(", ")", "[", "]", "（", "）", "【", "】", "\"", "“", "”", "'"]
        var scalars = text.unicodeScalars.filter { !signs.contains($0) }
        while let last = scalars.last, ("0"..."9").contains(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars)).lowercased()
    }

    /// The scalar that stands in the normal form; nil of one that is left out.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        // Nearly all scalars of names.
        case 0x4E00...0x9FFF, 0x61...0x7A, 0x41...0x5A: scalar
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0xB7, 0x387, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: "·"
        default:
            if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.properties.generalCategory == .control
            {
                nil
            } else {
                CompatibilityIdeographs.unified(scalar) ?? scalar
            }
        }
    }

    /// What programs and people put in the place of a character that they could not write.
    private static func isLost(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{FFFD}", "?", "□", "〓", "*": true
        default: false
        }
    }
}
