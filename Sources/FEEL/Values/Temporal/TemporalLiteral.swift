import Quantities

extension Value {
    /// Reads the text of an `@"…"` literal: a date, a time, both, or a duration.
    public init?(temporal text: String) {
        if let date = CalendarDate(text) {
            self = .date(date)
        } else if let time = TimeOfDay(text) {
            self = .time(time)
        } else if let dateTime = DateTime(text) {
            self = .dateTime(dateTime)
        } else if let duration = Value(duration: text) {
            self = duration
        } else {
            return nil
        }
    }

    /// Reads a duration of either kind.
    public init?(duration text: String) {
        switch ParsedDuration(text) {
        case .months(let duration): self = .months(duration)
        case .days(let duration): self = .days(duration)
        case nil: return nil
        }
    }
}
