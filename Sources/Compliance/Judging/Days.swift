import FEEL
import Quantities

extension FEEL.Value {
    /// What is known of a day; nil where the value is no day, or nothing is known of it.
    var days: Interval<CalendarDate>? {
        switch self {
        case .date(let date): Interval(date)
        case .between(let bounds):
            if case .date(let from) = bounds.lower, case .date(let to) = bounds.upper { Interval(from: from, to: to) } else { nil }
        default: nil
        }
    }

    /// A day that is one of those from one to another.
    init(_ days: ClosedRange<CalendarDate>) {
        let (first, last) = (FEEL.Value.date(days.lowerBound), FEEL.Value.date(days.upperBound))
        self = days.lowerBound == days.upperBound ? first : .between(Bounds(lower: first, upper: last))
    }
}

extension Interval where Value == CalendarDate {
    /// The first and the last day; nil where an end is open.
    var range: ClosedRange<CalendarDate>? { lower.flatMap { first in upper.map { first...$0 } } }

    /// The days as numbers, for distances.
    var numbers: Interval<Int> { Interval<Int>(from: lower?.days, to: upper?.days) }
}
