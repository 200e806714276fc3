public import Quantities
public import SourceText

extension Unit {
    /// A number with its unit: “3 名”, “3 deputies”.
    public func text(_ number: Int, in language: Language) -> String { text(String(number), isOne: number == 1, in: language) }

    func text(_ number: String, isOne: Bool, in language: Language) -> String {
        switch language {
        case .zh: "\(number) \(zh)"
        case .en: "\(number) \(isOne ? one : other)"
        }
    }
}

extension Quantity {
    /// The quantity as a person reads it: “14/60 = 23.3%”, “4 名”, “2021-11-25”.
    public func text(in language: Language) -> String {
        switch self {
        case .share(let count, let whole, _):
            let parts = "\(Self.range(count))/\(Self.range(whole))"
            guard let least = whole.lower, least > 0, let most = whole.upper, let from = count.lower else { return parts }
            let low = Self.percent(from, of: most)
            let high = Self.percent(min(count.upper ?? least, least), of: least)
            return "\(parts) = \(low == high ? low : "\(low)–\(high)")"
        case .ratio(_, let text): return text(in: language)
        case .number(let number, let unit):
            let text = Self.range(number)
            return unit?.text(text, isOne: number.exact == 1, in: language) ?? text
        case .days(let days):
            let (from, to) = (days.lower?.description ?? "…", days.upper?.description ?? "…")
            return from == to ? from : language == .zh ? "\(from) 至 \(to)" : "\(from) to \(to)"
        case .text(let text):
            return text(in: language)
        }
    }

    /// A ratio with two decimals, rounded half up; what is not known exactly from its least to its greatest.
    public static func text(_ ratio: Interval<Fraction>) -> String {
        range(ratio.map { $0.decimal?.rounded(places: 2, .halfUp) } ?? .all)
    }

    private static func range<Number: CustomStringConvertible>(_ numbers: Interval<Number>) -> String {
        switch (numbers.lower, numbers.upper) {
        case (let lower?, let upper?): lower == upper ? lower.description : "\(lower)–\(upper)"
        case (let lower?, nil): "≥\(lower)"
        case (nil, let upper?): "≤\(upper)"
        case (nil, nil): "?"
        }
    }

    /// Rounded half up to a tenth of a percent, by whole numbers.
    static func percent(_ count: Int, of whole: Int) -> String {
        let tenths = Int((Int128(count) * 2000 + Int128(whole)) / (Int128(whole) * 2))
        return "\(tenths / 10).\(tenths % 10)%"
    }
}

extension Requirement {
    /// The bound as a person reads it: “不低于 35%（非中共党员代表比例下限）”.
    public func text(in language: Language) -> String {
        let bound = bound.text(in: language)
        guard let origin = origin?(in: language), origin != bound else { return "\(verb(in: language)) \(bound)" }
        if case .share = self.bound {
            return language == .zh ? "\(verb(in: language))\(origin)的 \(bound)" : "\(verb(in: language)) \(bound) of the \(origin)"
        }
        return language == .zh ? "\(verb(in: language)) \(bound)（\(origin)）" : "\(verb(in: language)) \(bound) (\(origin))"
    }

    /// Shares are high or low, numbers are many or few.
    private var isShare: Bool {
        switch bound {
        case .share, .ratio, .text: true
        default: false
        }
    }

    private func verb(in language: Language) -> String { relation.verb(ofDays: bound.isDay, ofShares: isShare)(in: language) }
}

extension Relation {
    /// How the relation is said before its bound.
    public func verb(ofDays isDay: Bool, ofShares isShare: Bool = false) -> Localized {
        switch self {
        case .atLeast where isDay: Localized(zh: "不早于", en: "no earlier than")
        case .atMost where isDay: Localized(zh: "不晚于", en: "no later than")
        case .above where isDay: Localized(zh: "晚于", en: "after")
        case .below where isDay: Localized(zh: "早于", en: "before")
        case .equal where isDay: Localized(zh: "为", en: "on")
        case .atLeast: Localized(zh: isShare ? "不低于" : "不少于", en: "at least")
        case .atMost: Localized(zh: isShare ? "不高于" : "不超过", en: "at most")
        case .above: Localized(zh: "高于", en: "above")
        case .below: Localized(zh: "低于", en: "below")
        case .equal: Localized(zh: "等于", en: "equal to")
        case .notEqual: Localized(zh: "不等于", en: "other than")
        case .within: Localized(zh: "在", en: "within")
        case .about: Localized(zh: "约为", en: "about")
        }
    }
}

extension Margin {
    /// “差 2 名”, “超出 1 名”, “余 3 天”, “恰好达到”.
    public func text(in language: Language) -> String {
        let number = unit?.text(abs(value), in: language) ?? String(abs(value))
        let isDays = unit?.isOfCalendar == true
        switch (language, value < 0, value == 0) {
        case (.zh, true, _): return "\(isDays ? (moreIsBetter ? "早" : "晚") : moreIsBetter ? "差" : "超出") \(number)"
        case (.zh, _, true): return isDays ? "恰在期限内" : "恰好达到"
        case (.zh, _, _): return "余 \(number)"
        case (.en, true, _): return "\(number) \(isDays ? (moreIsBetter ? "early" : "late") : moreIsBetter ? "short" : "too many")"
        case (.en, _, true): return "just met"
        case (.en, _, _): return "\(number) to spare"
        }
    }
}
