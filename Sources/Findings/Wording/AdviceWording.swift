import Quantities
public import SourceText

extension Advice {
    /// How many changes help, or that none does.
    public var text: Localized {
        switch outcome {
        case .none:
            return Localized(zh: "做不到：在允许的人数之内没有这样的改动", en: "none: no such change stays within the numbers that are allowed")
        case .undecided: return Localized(zh: "在限定步数内没有得出结论", en: "not decided within the limit of steps")
        case .unservable:
            return Localized(zh: "不符合的要求，其界限尚不确定，提不出更换方案", en: "none can be told: what the broken rules ask for is not known")
        case .changes(let changes, let isLeast):
            let count = changes.reduce(0) { $0 + $1.count }
            let number = Change.number(count, changes.first?.unit)
            return isLeast ? number : number + Localized(zh: "（未证明最少）", en: " (not proven to be the fewest)")
        }
    }

    /// Which rules hold then: “届时符合的：…”. Nil where there are none.
    public var servedText: Localized? {
        guard case .changes = outcome, !rules.isEmpty else { return nil }
        return Localized(zh: "届时符合的：", en: "these hold then: ") + rules.map(\.title).joined(separator: Phrases.semicolon)
    }

    /// Which rules are not taken into account; nil where there are none.
    public var leftOutText: Localized? {
        guard !leftOut.isEmpty else { return nil }
        return Localized(zh: "界限尚不确定、未计入的：", en: "left out, because what they ask for is not known: ")
            + leftOut.map(\.title).joined(separator: Phrases.semicolon)
    }

    /// The changes that help; empty where there are none.
    public var changes: [Change] {
        if case .changes(let changes, _) = outcome { changes } else { [] }
    }
}

extension Advice.Change {
    /// “第一组：1 名〔甲类〕换为〔乙类〕”.
    public var text: Localized {
        let place = contest.map { $0.label + Phrases.colon } ?? Localized(same: "")
        let target = Self.kind(to)
        let number = Self.number(count, unit)
        guard let from else { return place + Localized(zh: "增加 \(number.zh)\(target.zh)", en: "add \(number.en) \(target.en)") }
        let leaving = Self.kind(from)
        return place + Localized(zh: "\(number.zh)\(leaving.zh)换为\(target.zh)", en: "\(number.en) of \(leaving.en) by \(target.en)")
    }

    /// Chinese counts in a unit what English only numbers, because what is counted follows.
    fileprivate static func number(_ count: Int, _ unit: Unit?) -> Localized {
        Localized(zh: unit?.text(count).zh ?? "\(count) ", en: "\(count)")
    }

    private static func kind(_ labels: [Localized]) -> Localized {
        let names = labels.isEmpty ? Localized(zh: "不属于下列任何一类", en: "none of these") : labels.joined()
        return Localized(same: "〔") + names + Localized(same: "〕")
    }
}
