public import SourceText

/// A unit as it is written after a number.
public struct UnitName: Sendable, Equatable {
    public var id: String
    public var zh: String
    public var one: String
    public var other: String

    public init(id: String, zh: String, one: String, other: String) {
        self.id = id
        self.zh = zh
        self.one = one
        self.other = other
    }

    public static let days = UnitName(id: "days", zh: "天", one: "day", other: "days")
}

/// What was found, or what is required, in its own terms.
public enum Quantity: Sendable {
    /// A part of a whole; what is not known exactly lies between two numbers.
    case share(count: ClosedRange<Int>, whole: ClosedRange<Int>, unit: UnitName?)
    /// A number, written in decimal digits.
    case number(String, unit: UnitName?)
    /// A whole number that lies between two.
    case count(ClosedRange<Int>, unit: UnitName?)
    /// A day, or a day between two; written YYYY-MM-DD.
    case days(from: String, to: String)
    case text(Localized)
}

/// The bound that a quantity must keep.
public struct Requirement: Sendable {
    public enum Relation: String, Sendable {
        case atLeast, atMost, above, below, equal, notEqual, noLaterThan, noEarlierThan, on, within, about
    }

    public var relation: Relation
    public var bound: Quantity
    /// Where the bound comes from: “选举日的二十日以前”, “上届”.
    public var origin: Localized?

    public init(_ relation: Relation, _ bound: Quantity, origin: Localized? = nil) {
        self.relation = relation
        self.bound = bound
        self.origin = origin
    }
}

/// How far a quantity is from its bound, in whole units: zero or more where the bound is kept, less than zero where it is broken.
public struct Margin: Sendable {
    public var value: Int
    public var unit: UnitName?
    /// Whether more of it is needed to keep the bound (women), or less (cadres).
    public var moreIsBetter: Bool

    public init(_ value: Int, unit: UnitName?, moreIsBetter: Bool) {
        self.value = value
        self.unit = unit
        self.moreIsBetter = moreIsBetter
    }
}
