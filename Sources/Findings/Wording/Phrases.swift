import Quantities
public import SourceText

/// Punctuation, labels and sentences that several pages share.
public enum Phrases {
    /// Between a label and what it is of.
    public static let colon = Localized(zh: "：", en: ": ")
    /// Between parts of a sentence.
    public static let comma = Localized(zh: "，", en: ", ")
    /// Between sentences on one line.
    public static let semicolon = Localized(zh: "；", en: "; ")
    /// Between two bounds that both have to be kept.
    public static let and = Localized(zh: "，且", en: " and ")
    /// Before a bound.
    public static let mustBe = Localized(zh: "须", en: "must be ")

    /// Before facts that nobody has stated.
    public static let missing = Localized(zh: "缺", en: "missing")
    /// Before what the data says.
    public static let found = Localized(zh: "实际", en: "found")
    /// Before the statements of the law.
    public static let basis = Localized(zh: "依据", en: "basis")
    /// Before what to do about a violation.
    public static let remedy = Localized(zh: "处理", en: "to do")
    /// Before what to do about an input.
    public static let help = Localized(zh: "建议", en: "help")
    /// Before the place of a result.
    public static let place = Localized(zh: "位置", en: "where")
    /// Before who supplies a fact.
    public static let supplier = Localized(zh: "提供", en: "from")

    /// Of a verdict that stands on a plan whose day is past.
    public static let onlyPlanned = Localized(zh: "只有计划，未见实际", en: "only the plan is known, not what happened")
    /// Beside a day that is planned.
    public static let byPlan = Localized(zh: "按计划", en: "planned")

    /// The day on which a dossier is looked at.
    private static func asOf(_ day: CalendarDate) -> Localized { Localized(zh: "截至 \(day)", en: "as of \(day)") }

    /// The day whose law applies.
    private static func law(of day: CalendarDate) -> Localized { Localized(zh: "适用 \(day) 的法律", en: "law of \(day)") }

    /// The day on which a dossier is looked at, and where that day came from.
    public static func asOf(_ head: DossierHead) -> Localized { asOf(head.asOf) + inBrackets(head.asOfOrigin.text) }

    /// The day whose law applies, and where that day came from.
    public static func law(_ head: DossierHead) -> Localized { law(of: head.lawTime) + inBrackets(head.lawTimeOrigin.text) }

    /// What a list leaves out.
    public static func more(_ count: Int) -> Localized { Localized(zh: "另有 \(count) 项", en: "\(count) more") }

    /// An addition to what stands before it.
    public static func inBrackets(_ text: Localized) -> Localized { Localized(zh: "（\(text.zh)）", en: " (\(text.en))") }

    /// A bound that is not printed by itself: “，须不低于 35%”.
    public static func required(_ requirements: [Requirement]) -> Localized { mustBe + requirements.text }

    /// A bound that is kept although another is open: “已符合不晚于 2021-11-18”.
    public static func kept(_ requirements: [Requirement]) -> Localized { Localized(zh: "已符合", en: "it is ") + requirements.text }
}

extension LegalBasis {
    /// The citation with the words that bind: 《章程》第一条：“每班一至两位”.
    public var quotation: Localized { citation + Phrases.colon + Localized(same: "“\(words)”") }
}
