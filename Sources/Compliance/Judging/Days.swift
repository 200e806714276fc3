import FEEL
import Quantities

extension FEEL.Value {
    /// What is known of a day; nil where the value is no day, or nothing is known of it.
    var days: Interval<CalendarDate>? {
        switch self {
        case .date(let date): Interval(date)
        case .between(let bounds):
            switch (bounds.lower, bounds.upper) {
            case (.date(let from), .date(let to)): Interval(from: from, to: to)
            case (.null, .date(let to)): Interval(from: nil, to: to)
            case (.date(let from), .null): Interval(from: from, to: nil)
            default: nil
            }
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
