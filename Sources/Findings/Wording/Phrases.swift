public import Quantities
public import SourceText

/// Punctuation, labels and sentences that several pages share.
public enum Phrases {
    public static let colon = Localized(zh: "：", en: ": ")
    public static let comma = Localized(zh: "，", en: ", ")
    public static let semicolon = Localized(zh: "；", en: "; ")
    /// Between two bounds that both have to be kept.
    public static let and = Localized(zh: "，且", en: " and ")
    /// Before a bound.
    public static let mustBe = Localized(zh: "须", en: "must be ")

    public static let missing = Localized(zh: "缺", en: "missing")
    public static let found = Localized(zh: "实际", en: "found")
    public static let basis = Localized(zh: "依据", en: "basis")
    public static let remedy = Localized(zh: "处理", en: "to do")
    public static let help = Localized(zh: "建议", en: "help")
    public static let place = Localized(zh: "位置", en: "where")
    public static let supplier = Localized(zh: "提供", en: "from")

    /// The day on which a dossier is looked at.
    public static func asOf(_ day: CalendarDate) -> Localized { Localized(zh: "截至 \(day)", en: "as of \(day)") }

    /// The day whose law applies.
    public static func law(of day: CalendarDate) -> Localized { Localized(zh: "适用 \(day) 的法律", en: "law of \(day)") }

    /// What a list leaves out.
    public static func more(_ count: Int) -> Localized { Localized(zh: "另有 \(count) 项", en: "\(count) more") }

    /// An addition to what stands before it.
    public static func inBrackets(_ text: Localized) -> Localized { Localized(zh: "（\(text.zh)）", en: " (\(text.en))") }

    /// A bound that is not printed by itself: “，须不低于 35%”.
    public static func required(_ requirements: [Requirement]) -> Localized { mustBe + requirements.text }
}

extension LegalBasis {
    /// The citation with the words that bind: 《章程》第一条：“每班一至两位”.
    public var quotation: Localized { citation + Phrases.colon + Localized(same: "“\(words)”") }
}
