public import SourceText

extension UnitName {
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
            guard whole.lowerBound > 0, whole.upperBound < Int.max else { return parts }
            let low = Self.percent(count.lowerBound, of: whole.upperBound)
            let high = Self.percent(min(count.upperBound, whole.lowerBound), of: whole.lowerBound)
            return "\(parts) = \(low == high ? low : "\(low)–\(high)")"
        case .number(let number, let unit):
            return unit?.text(number, isOne: number == "1", in: language) ?? number
        case .count(let count, let unit):
            return unit?.text(Self.range(count), isOne: count == 1...1, in: language) ?? Self.range(count)
        case .days(let from, let to):
            return from == to ? from : language == .zh ? "\(from) 至 \(to)" : "\(from) to \(to)"
        case .text(let text):
            return text(in: language)
        }
    }

    private static func range(_ numbers: ClosedRange<Int>) -> String {
        if numbers.lowerBound == numbers.upperBound { return String(numbers.lowerBound) }
        return numbers.upperBound == Int.max ? "≥\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
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
        case .share, .text: true
        default: false
        }
    }

    private func verb(in language: Language) -> String {
        switch (relation, language) {
        case (.atLeast, .zh): isShare ? "不低于" : "不少于"
        case (.atMost, .zh): isShare ? "不高于" : "不超过"
        case (.above, .zh): "高于"
        case (.below, .zh): "低于"
        case (.equal, .zh): "等于"
        case (.notEqual, .zh): "不等于"
        case (.noLaterThan, .zh): "不晚于"
        case (.noEarlierThan, .zh): "不早于"
        case (.on, .zh): "为"
        case (.within, .zh): "在"
        case (.about, .zh): "约为"
        case (.atLeast, .en): "at least"
        case (.atMost, .en): "at most"
        case (.above, .en): "above"
        case (.below, .en): "below"
        case (.equal, .en): "equal to"
        case (.notEqual, .en): "other than"
        case (.noLaterThan, .en): "no later than"
        case (.noEarlierThan, .en): "no earlier than"
        case (.on, .en): "on"
        case (.within, .en): "within"
        case (.about, .en): "about"
        }
    }
}

extension Margin {
    /// “差 2 名”, “超出 1 名”, “余 3 天”, “恰好达到”.
    public func text(in language: Language) -> String {
        let number = unit?.text(abs(value), in: language) ?? String(abs(value))
        let isDays = unit == .days
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
