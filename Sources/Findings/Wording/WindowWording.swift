public import Quantities
public import SourceText

extension WindowConditions.Condition {
    /// “当且仅当选举日不早于 2021-11-28 时成立”.
    public func text(_ event: Localized, in window: Interval<CalendarDate>, _ language: Language) -> String {
        let zh = language == .zh
        if holds.isEmpty {
            return zh ? "\(event.zh)为 \(Self.list(breaks, zh)) 时不成立" : "broken if the \(event.en) is \(Self.list(breaks, zh))"
        }
        guard breaks.isEmpty || Self.isComplement(holds, breaks, window) else {
            return zh
                ? "\(event.zh)为 \(Self.list(holds, zh)) 时成立，为 \(Self.list(breaks, zh)) 时不成立"
                : "holds if the \(event.en) is \(Self.list(holds, zh)), broken if it is \(Self.list(breaks, zh))"
        }
        guard !breaks.isEmpty else {
            return zh ? "\(event.zh)为 \(Self.list(holds, zh)) 时成立" : "holds if the \(event.en) is \(Self.list(holds, zh))"
        }
        let condition: String
        if holds.count == 1, holds[0].upper == window.upper, let first = holds[0].lower {
            condition = zh ? "不早于 \(first)" : "on or after \(first)"
        } else if holds.count == 1, holds[0].lower == window.lower, let last = holds[0].upper {
            condition = zh ? "不晚于 \(last)" : "on or before \(last)"
        } else {
            condition = (zh ? "为 " : "") + Self.list(holds, zh)
        }
        return zh ? "当且仅当\(event.zh)\(condition) 时成立" : "holds if and only if the \(event.en) is \(condition)"
    }

    /// Whether every day is one or the other.
    private static func isComplement(
        _ holds: [Interval<CalendarDate>], _ breaks: [Interval<CalendarDate>], _ window: Interval<CalendarDate>
    )
        -> Bool
    {
        let parts = (holds + breaks).sorted { ($0.lower?.days ?? 0) < ($1.lower?.days ?? 0) }
        return parts.first?.lower == window.lower && parts.last?.upper == window.upper && parts.count <= 2
    }

    private static func list(_ days: [Interval<CalendarDate>], _ zh: Bool) -> String {
        days.map { Quantity.days($0).text(in: zh ? .zh : .en) }.joined(separator: zh ? "、" : ", ")
    }
}
