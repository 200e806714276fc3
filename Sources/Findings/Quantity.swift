public import Quantities
public import SourceText

/// What was found, or what is required, in its own terms. What is not known exactly lies in an interval.
public enum Quantity: Sendable {
    /// A part of a whole.
    case share(count: Interval<Int>, whole: Interval<Int>, unit: Unit?)
    /// A share or a ratio by itself, with the text in which it was written or printed.
    case ratio(Interval<Fraction>, text: Localized)
    case number(Interval<Decimal>, unit: Unit?)
    case days(Interval<CalendarDate>)
    case text(Localized)

    /// A number that is counted.
    public static func count(_ count: Interval<Int>, unit: Unit?) -> Quantity {
        .number(Interval(from: count.lower.map { Decimal($0) }, to: count.upper.map { Decimal($0) }), unit: unit)
    }

    /// Whether it is a day or a window of days.
    public var isDay: Bool { if case .days = self { true } else { false } }
}

/// The bound that a quantity must keep.
public struct Requirement: Sendable {
    /// How the quantity has to lie to the bound.
    public var relation: Relation
    /// The bound; it may lie in an interval too.
    public var bound: Quantity
    /// Where the bound comes from: “会议之前 20 天”, “上届”.
    public var origin: Localized?

    /// - Parameter origin: stands beside the bound, or before it where that is a share; without brackets of its own.
    public init(_ relation: Relation, _ bound: Quantity, origin: Localized? = nil) {
        self.relation = relation
        self.bound = bound
        self.origin = origin
    }
}

/// How far a quantity is from its bound, in whole units.
public struct Margin: Sendable {
    /// How many units there are to the bound, and on which side of it.
    public var slack: Slack
    /// Of the slack; nil for a bare number.
    public var unit: Unit?

    /// - Parameter unit: of the slack. Only ``Unit/calendarDay`` makes it early or late.
    public init(_ slack: Slack, unit: Unit?) {
        self.slack = slack
        self.unit = unit
    }

    /// Zero or more where the bound is kept, less than zero where it is broken.
    public var value: Int { slack.value }
    /// Whether a greater quantity lies further on the right side of the bound.
    public var moreIsBetter: Bool { slack.moreIsBetter }
}
