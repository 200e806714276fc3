/// A set of code points as ranges, for the classes that regular expressions name.
struct CharacterRanges: Sendable {
    let ranges: [ClosedRange<UInt32>]

    init(_ ranges: ClosedRange<UInt32>...) { self.ranges = ranges }
    private init(list: [ClosedRange<UInt32>]) { ranges = list }

    /// As the inside of a class of PCRE2.
    var classBody: String {
        ranges.map { "\\x{\(String($0.lowerBound, radix: 16))}-\\x{\(String($0.upperBound, radix: 16))}" }.joined()
    }

    /// All other code points but surrogates.
    var inverted: CharacterRanges {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
        for range in (ranges + [surrogates]).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return CharacterRanges(list: result)
    }

    static let space = CharacterRanges(0x09...0x0A, 0x0D...0x0D, 0x20...0x20)

    /// `\i`: what a name of XML begins with (XML 1.0, production 4).
    static let nameStart = CharacterRanges(
        0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
        0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF)

    /// `\c`: what a name of XML is made of (production 4a).
    static let name = CharacterRanges(
        list: nameStart.ranges + [0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040])

    /// The general categories that `\p{…}` knows.
    static let categories: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
        "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
    ]

    /// The blocks that `\p{Is…}` knows: those of XML Schema Part 2, F.1.1, and the ideographs beyond the first plane.
    static let blocks: [String: CharacterRanges] = [
        "BasicLatin": .init(0x0...0x7F), "Latin-1Supplement": .init(0x80...0xFF), "LatinExtended-A": .init(0x100...0x17F),
        "LatinExtended-B": .init(0x180...0x24F), "IPAExtensions": .init(0x250...0x2AF),
        "SpacingModifierLetters": .init(0x2B0...0x2FF), "CombiningDiacriticalMarks": .init(0x300...0x36F),
        "Greek": .init(0x370...0x3FF), "GreekandCoptic": .init(0x370...0x3FF), "Cyrillic": .init(0x400...0x4FF),
        "Armenian": .init(0x530...0x58F), "Hebrew": .init(0x590...0x5FF), "Arabic": .init(0x600...0x6FF), "Syriac": .init(0x700...0x74F),
        "Thaana": .init(0x780...0x7BF), "Devanagari": .init(0x900...0x97F), "Bengali": .init(0x980...0x9FF),
        "Gurmukhi": .init(0xA00...0xA7F), "Gujarati": .init(0xA80...0xAFF), "Oriya": .init(0xB00...0xB7F),
        "Tamil": .init(0xB80...0xBFF), "Telugu": .init(0xC00...0xC7F), "Kannada": .init(0xC80...0xCFF),
        "Malayalam": .init(0xD00...0xD7F), "Sinhala": .init(0xD80...0xDFF), "Thai": .init(0xE00...0xE7F), "Lao": .init(0xE80...0xEFF),
        "Tibetan": .init(0xF00...0xFFF), "Myanmar": .init(0x1000...0x109F), "Georgian": .init(0x10A0...0x10FF),
        "HangulJamo": .init(0x1100...0x11FF), "Ethiopic": .init(0x1200...0x137F), "Cherokee": .init(0x13A0...0x13FF),
        "UnifiedCanadianAboriginalSyllabics": .init(0x1400...0x167F), "Ogham": .init(0x1680...0x169F), "Runic": .init(0x16A0...0x16FF),
        "Khmer": .init(0x1780...0x17FF), "Mongolian": .init(0x1800...0x18AF), "LatinExtendedAdditional": .init(0x1E00...0x1EFF),
        "GreekExtended": .init(0x1F00...0x1FFF), "GeneralPunctuation": .init(0x2000...0x206F),
        "SuperscriptsandSubscripts": .init(0x2070...0x209F), "CurrencySymbols": .init(0x20A0...0x20CF),
        "CombiningMarksforSymbols": .init(0x20D0...0x20FF), "LetterlikeSymbols": .init(0x2100...0x214F),
        "NumberForms": .init(0x2150...0x218F), "Arrows": .init(0x2190...0x21FF), "MathematicalOperators": .init(0x2200...0x22FF),
        "MiscellaneousTechnical": .init(0x2300...0x23FF), "ControlPictures": .init(0x2400...0x243F),
        "OpticalCharacterRecognition": .init(0x2440...0x245F), "EnclosedAlphanumerics": .init(0x2460...0x24FF),
        "BoxDrawing": .init(0x2500...0x257F), "BlockElements": .init(0x2580...0x259F), "GeometricShapes": .init(0x25A0...0x25FF),
        "MiscellaneousSymbols": .init(0x2600...0x26FF), "Dingbats": .init(0x2700...0x27BF), "BraillePatterns": .init(0x2800...0x28FF),
        "CJKRadicalsSupplement": .init(0x2E80...0x2EFF), "KangxiRadicals": .init(0x2F00...0x2FDF),
        "IdeographicDescriptionCharacters": .init(0x2FF0...0x2FFF), "CJKSymbolsandPunctuation": .init(0x3000...0x303F),
        "Hiragana": .init(0x3040...0x309F), "Katakana": .init(0x30A0...0x30FF), "Bopomofo": .init(0x3100...0x312F),
        "HangulCompatibilityJamo": .init(0x3130...0x318F), "Kanbun": .init(0x3190...0x319F), "BopomofoExtended": .init(0x31A0...0x31BF),
        "EnclosedCJKLettersandMonths": .init(0x3200...0x32FF), "CJKCompatibility": .init(0x3300...0x33FF),
        "CJKUnifiedIdeographsExtensionA": .init(0x3400...0x4DBF), "CJKUnifiedIdeographs": .init(0x4E00...0x9FFF),
        "CJKUnifiedIdeographsExtensionB": .init(0x20000...0x2A6DF), "YiSyllables": .init(0xA000...0xA48F),
        "YiRadicals": .init(0xA490...0xA4CF), "HangulSyllables": .init(0xAC00...0xD7AF), "PrivateUse": .init(0xE000...0xF8FF),
        "CJKCompatibilityIdeographs": .init(0xF900...0xFAFF), "AlphabeticPresentationForms": .init(0xFB00...0xFB4F),
        "ArabicPresentationForms-A": .init(0xFB50...0xFDFF), "CombiningHalfMarks": .init(0xFE20...0xFE2F),
        "CJKCompatibilityForms": .init(0xFE30...0xFE4F), "SmallFormVariants": .init(0xFE50...0xFE6F),
        "ArabicPresentationForms-B": .init(0xFE70...0xFEFF), "HalfwidthandFullwidthForms": .init(0xFF00...0xFFEF),
        "Specials": .init(0xFFF0...0xFFFF),
    ]
}
