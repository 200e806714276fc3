public import Quantities
public import SourceText

extension Unit {
    /// A number with its unit: “3 名”, “3 members”.
    public func text(_ number: Int) -> Localized { text(String(number), isOne: number == 1) }

    func text(_ number: String, isOne: Bool) -> Localized { Localized(zh: "\(number) \(zh)", en: "\(number) \(isOne ? one : other)") }
}

extension Interval<CalendarDate> {
    /// “2021-11-20 至 2021-11-30”.
    public var text: Localized {
        switch (lower, upper) {
        case (let from?, let to?) where from == to: Localized(same: from.description)
        case (let from?, let to?): Localized(zh: "\(from) 至 \(to)", en: "\(from) to \(to)")
        case (let from?, nil): Localized(zh: "\(from) 或以后", en: "\(from) or later")
        case (nil, let to?): Localized(zh: "\(to) 或以前", en: "by \(to)")
        case (nil, nil): Localized(same: "…")
        }
    }
}

extension Quantity {
    /// The quantity as a person reads it: “14/60 = 23.3%”, “4 名”, “2021-11-25”.
    public var text: Localized {
        switch self {
        case .share(let count, let whole, _): return Localized(same: Self.share(count, of: whole))
        case .ratio(_, let text): return text
        case .number(let number, let unit):
            let text = Self.range(number)
            return unit?.text(text, isOne: number.exact == 1) ?? Localized(same: text)
        case .days(let days): return days.text
        case .text(let text): return text
        }
    }

    private static func share(_ count: Interval<Int>, of whole: Interval<Int>) -> String {
        let parts = "\(range(count))/\(range(whole))"
        guard let least = whole.lower, least > 0, let most = whole.upper, let from = count.lower else { return parts }
        let low = percent(from, of: most)
        let high = percent(min(count.upper ?? least, least), of: least)
        return "\(parts) = \(low == high ? low : "\(low)–\(high)")"
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

extension [Requirement] {
    /// All bounds in one sentence: “不少于 1 名，且不超过 3 名”.
    public var text: Localized { count == 1 ? self[0].text : map(\.text).joined(separator: Phrases.and) }
}

extension Requirement {
    /// The bound as a person reads it: “不低于 35%（妇女比例下限）”.
    public var text: Localized {
        let (verb, bound) = (relation.verb(ofDays: bound.isDay, ofShares: isShare), bound.text)
        guard let origin, origin != bound else { return Localized(zh: "\(verb.zh) \(bound.zh)", en: "\(verb.en) \(bound.en)") }
        if case .share = self.bound {
            return Localized(zh: "\(verb.zh)\(origin.zh)的 \(bound.zh)", en: "\(verb.en) \(bound.en) of the \(origin.en)")
        }
        return Localized(zh: "\(verb.zh) \(bound.zh)（\(origin.zh)）", en: "\(verb.en) \(bound.en) (\(origin.en))")
    }

    /// Shares are high or low, numbers are many or few.
    private var isShare: Bool {
        switch bound {
        case .share, .ratio, .text: true
        case .number, .days: false
        }
    }
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
    public var text: Localized {
        let isDays = unit?.isOfCalendar == true
        if value == 0 { return Localized(zh: isDays ? "恰在期限内" : "恰好达到", en: "just met") }
        let number = unit?.text(abs(value)) ?? Localized(same: String(abs(value)))
        if value > 0 { return Localized(zh: "余 \(number.zh)", en: "\(number.en) to spare") }
        return switch (isDays, moreIsBetter) {
        case (true, true): Localized(zh: "早 \(number.zh)", en: "\(number.en) early")
        case (true, false): Localized(zh: "晚 \(number.zh)", en: "\(number.en) late")
        case (false, true): Localized(zh: "差 \(number.zh)", en: "\(number.en) short")
        case (false, false): Localized(zh: "超出 \(number.zh)", en: "\(number.en) too many")
        }
    }
}
