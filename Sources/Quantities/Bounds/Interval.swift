/// All values from one end to another: what is known of a value that is not known exactly, or a set such as a window of days.
///
/// An end that is nil is open: nothing bounds the values on that side. Each end may belong to the interval or not.
public struct Interval<Value: Comparable & Sendable>: Sendable {
    /// The least end; nil where nothing bounds the values from below.
    public let lower: Value?
    /// The greatest end; nil where nothing bounds the values from above.
    public let upper: Value?
    /// Whether the lower end is itself a value; false where there is none.
    public let includesLower: Bool
    /// Whether the upper end is itself a value; false where there is none.
    public let includesUpper: Bool

    /// The ends must be in their order; see ``init(ordered:_:)`` where that is not known.
    @inlinable public init(from lower: Value?, to upper: Value?, includesLower: Bool = true, includesUpper: Bool = true) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower && lower != nil
        self.includesUpper = includesUpper && upper != nil
    }

    /// One value, known exactly.
    @inlinable public init(_ value: Value) { self.init(from: value, to: value) }

    /// The values of a range, both ends among them.
    @inlinable public init(_ range: ClosedRange<Value>) { self.init(from: range.lowerBound, to: range.upperBound) }

    /// Nil where the first value lies above the second.
    @inlinable public init?(ordered first: Value, _ last: Value) {
        guard first <= last else { return nil }
        self.init(from: first, to: last)
    }

    /// Every value: nothing is known.
    @inlinable public static var all: Interval { Interval(from: nil, to: nil) }

    /// The value, where there is only one.
    @inlinable public var exact: Value? { lower == upper ? lower : nil }

    /// Whether it holds one value only.
    @inlinable public var isExact: Bool { exact != nil }
}

extension Interval: Equatable {
    /// Intervals are equal by their ends: `(1, 2]` and `[2, 2]` of whole numbers are not.
    @inlinable public static func == (a: Interval, b: Interval) -> Bool {
        a.lower == b.lower && a.upper == b.upper && a.includesLower == b.includesLower && a.includesUpper == b.includesUpper
    }
}

extension Interval: Hashable where Value: Hashable {}

extension Interval {
    /// Whether a value is one of the interval's.
    @inlinable public func contains(_ value: Value) -> Bool {
        (lower.map { includesLower ? $0 <= value : $0 < value } ?? true) && (upper.map { includesUpper ? value <= $0 : value < $0 } ?? true)
    }

    /// Whether every value of another interval is one of this.
    @inlinable public func contains(_ other: Interval) -> Bool {
        guard let common = intersection(other) else { return false }
        return common == other
    }

    /// The values of both; nil where there are none.
    @inlinable public func intersection(_ other: Interval) -> Interval? {
        var (low, includesLow) = (lower, includesLower)
        if let next = other.lower, low.map({ $0 < next || $0 == next && !other.includesLower }) ?? true {
            (low, includesLow) = (next, other.includesLower)
        }
        var (high, includesHigh) = (upper, includesUpper)
        if let next = other.upper, high.map({ next < $0 || $0 == next && !other.includesUpper }) ?? true {
            (high, includesHigh) = (next, other.includesUpper)
        }
        if let low, let high, high < low || low == high && !(includesLow && includesHigh) { return nil }
        return Interval(from: low, to: high, includesLower: includesLow, includesUpper: includesHigh)
    }

    /// The least interval that holds the values of both.
    @inlinable public func hull(_ other: Interval) -> Interval {
        var (low, includesLow) = (lower, includesLower)
        if let own = lower {
            if other.lower.map({ $0 < own || $0 == own && other.includesLower }) ?? true {
                (low, includesLow) = (other.lower, other.includesLower)
            }
        }
        var (high, includesHigh) = (upper, includesUpper)
        if let own = upper {
            if other.upper.map({ own < $0 || $0 == own && other.includesUpper }) ?? true {
                (high, includesHigh) = (other.upper, other.includesUpper)
            }
        }
        return Interval(from: low, to: high, includesLower: includesLow, includesUpper: includesHigh)
    }

    /// The interval of what a growing function makes of the values; nil where it has no value at an end.
    @inlinable public func map<Result>(_ transform: (Value) -> Result?) -> Interval<Result>? {
        let (low, high) = (lower.map(transform), upper.map(transform))
        if case .some(nil) = low { return nil }
        if case .some(nil) = high { return nil }
        return Interval<Result>(from: low ?? nil, to: high ?? nil, includesLower: includesLower, includesUpper: includesUpper)
    }
}

extension Interval where Value == Int {
    /// The sums of two numbers that are not known exactly; an end that does not fit is open.
    @inlinable public static func + (a: Interval, b: Interval) -> Interval {
        func sum(_ x: Int?, _ y: Int?) -> Int? {
            guard let x, let y, case let (sum, overflow) = x.addingReportingOverflow(y), !overflow else { return nil }
            return sum
        }
        return Interval(from: sum(a.lower, b.lower), to: sum(a.upper, b.upper))
    }
}

extension Interval where Value: Quantifiable {
    /// The whole numbers within; nil where there are none, or where they do not fit 64 bits.
    @inlinable public var wholeNumbers: Interval<Int>? {
        func above(_ value: Value) -> Int? {
            guard let ceiling = value.ceiling else { return nil }
            return !includesLower && value.floor == ceiling ? ceiling + 1 : ceiling
        }
        func below(_ value: Value) -> Int? {
            guard let floor = value.floor else { return nil }
            return !includesUpper && value.ceiling == floor ? floor - 1 : floor
        }
        let (low, high) = (lower.map(above), upper.map(below))
        if case .some(nil) = low { return nil }
        if case .some(nil) = high { return nil }
        if let first = low ?? nil, let last = high ?? nil, last < first { return nil }
        return Interval<Int>(from: low ?? nil, to: high ?? nil)
    }
}
