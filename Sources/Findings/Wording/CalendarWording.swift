import Quantities
public import SourceText

/// What a calendar says around its days.
public enum CalendarPhrases {
    /// In place of an empty calendar.
    public static let nothing = Localized(zh: "没有可以推算的日期", en: "there is no day that can be derived")
    /// Of a rule and a window.
    public static let broken = Localized(zh: "无论哪一天都不成立", en: "broken on every day")
}

extension StatutoryCalendar.Entry {
    /// “不晚于”.
    public var verb: Localized { relation.verb(ofDays: true) }

    /// “不晚于：公布名单”.
    public var headline: Localized { verb + Phrases.colon + fullTitle }

    /// The title with the record that it is about: “公布名单（第三组）”.
    public var fullTitle: Localized { subject.map { title + Phrases.inBrackets($0.label) } ?? title }

    /// The day on which it happened, or is to happen.
    public var actualText: Localized? {
        actual.map { isPlanned ? $0.text + Phrases.inBrackets(Phrases.byPlan) : $0.text }
    }

    /// What was assumed to find the day; nil where nothing was.
    public var assumption: Localized? {
        guard !assumed.isEmpty else { return nil }
        let names = assumed.map(\.label).joined()
        return Localized(zh: "设\(names.zh)在最后一日", en: "if \(names.en) is on its last day")
    }
}

extension WindowConditions {
    /// Above the conditions.
    public var heading: Localized { Localized(zh: "\(event.label.zh)尚未确定到日", en: "The \(event.label.en) is a window") }

    /// The days on which nothing is broken but what is broken on all of them.
    public var unbrokenText: Localized {
        let others = broken.isEmpty ? Localized(same: "") : Localized(zh: "其他", en: "other ")
        guard !unbroken.isEmpty else {
            return Localized(zh: "没有一天能使\(others.zh)各项期限都不被违反。", en: "There is no day on which no \(others.en)deadline is broken.")
        }
        let days = unbroken.map(\.text).joined()
        return Localized(zh: "\(others.zh)各项期限都不被违反的日子：\(days.zh)。", en: "Days on which no \(others.en)deadline is broken: \(days.en).")
    }

    /// “当且仅当会议日不早于 2021-11-28 时成立”.
    public func text(_ condition: Condition) -> Localized {
        let (holds, breaks) = (condition.holds, condition.breaks)
        let (onHolds, onBreaks) = (holds.map(\.text).joined(), breaks.map(\.text).joined())
        if holds.isEmpty {
            return Localized(zh: "\(event.label.zh)为 \(onBreaks.zh) 时不成立", en: "broken if the \(event.label.en) is \(onBreaks.en)")
        }
        if breaks.isEmpty {
            return Localized(zh: "\(event.label.zh)为 \(onHolds.zh) 时成立", en: "holds if the \(event.label.en) is \(onHolds.en)")
        }
        guard isComplement(holds, breaks) else {
            return Localized(
                zh: "\(event.label.zh)为 \(onHolds.zh) 时成立，为 \(onBreaks.zh) 时不成立",
                en: "holds if the \(event.label.en) is \(onHolds.en), broken if it is \(onBreaks.en)")
        }
        let days = dayCondition(holds)
        return Localized(zh: "当且仅当\(event.label.zh)\(days.zh) 时成立", en: "holds if and only if the \(event.label.en) is \(days.en)")
    }

    private func dayCondition(_ holds: [Interval<CalendarDate>]) -> Localized {
        if holds.count == 1, holds[0].upper == window.upper, let first = holds[0].lower {
            return Localized(zh: "不早于 \(first)", en: "on or after \(first)")
        }
        if holds.count == 1, holds[0].lower == window.lower, let last = holds[0].upper {
            return Localized(zh: "不晚于 \(last)", en: "on or before \(last)")
        }
        return Localized(zh: "为 ", en: "") + holds.map(\.text).joined()
    }

    /// Whether every day is one or the other.
    private func isComplement(_ holds: [Interval<CalendarDate>], _ breaks: [Interval<CalendarDate>]) -> Bool {
        let parts = (holds + breaks).sorted { ($0.lower?.days ?? 0) < ($1.lower?.days ?? 0) }
        return parts.first?.lower == window.lower && parts.last?.upper == window.upper && parts.count <= 2
    }
}
