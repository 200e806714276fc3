import FEEL

/// A day of which the first and the last possible date are known.
struct DayRange: Equatable {
    var from: Int
    var to: Int

    init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    /// Nil where the value is no day, or nothing is known of it.
    init?(_ value: Value) {
        switch value {
        case .date(let date): self.init(from: date.days, to: date.days)
        case .between(let bounds):
            guard case .date(let from) = bounds.lower, case .date(let to) = bounds.upper else { return nil }
            self.init(from: from.days, to: to.days)
        default: return nil
        }
    }

    /// The day, or a value between two days.
    var value: Value {
        let (first, last) = (Value.date(CalendarDate(days: from)), Value.date(CalendarDate(days: to)))
        return isExact ? first : .between(Bounds(lower: first, upper: last))
    }

    var isExact: Bool { from == to }
    var firstDay: String { CalendarDate(days: from).description }
    var lastDay: String { CalendarDate(days: to).description }
}
