/// A limit that a quantity must keep, where neither need be known exactly. This is the one place that says what “at least” means.
///
/// A relation and what is known of its limit come to two sets: the values that keep the bound whatever the limit turns out to be, and
/// those that may keep it. All else follows from these.
public struct Bound<Value: Quantifiable>: Sendable {
    /// How values have to lie to the limit.
    public let relation: Relation
    /// The values that keep the bound for certain; nil where none does.
    public let certain: Interval<Value>?
    /// The values that may keep it; nil where none may.
    public let possible: Interval<Value>?

    /// - Parameter limit: what is known of the limit; for `within` the set itself. For `about` see ``init(about:tolerance:)``.
    @inlinable public init(_ relation: Relation, _ limit: Interval<Value>) {
        self.relation = relation
        let (least, greatest) = (limit.lower, limit.upper)
        switch relation {
        case .atLeast:
            certain = greatest.map { Interval(from: $0, to: nil) }
            possible = Interval(from: least, to: nil, includesLower: limit.includesLower)
        case .above:
            // Above a limit that stays below its end, the end itself is enough.
            certain = greatest.map { Interval(from: $0, to: nil, includesLower: !limit.includesUpper) }
            possible = Interval(from: least, to: nil, includesLower: false)
        case .atMost:
            certain = least.map { Interval(from: nil, to: $0) }
            possible = Interval(from: nil, to: greatest, includesUpper: limit.includesUpper)
        case .below:
            certain = least.map { Interval(from: nil, to: $0, includesUpper: !limit.includesLower) }
            possible = Interval(from: nil, to: greatest, includesUpper: false)
        case .equal, .notEqual, .about:
            certain = limit.isExact ? limit : nil
            possible = limit
        case .within:
            certain = limit
            possible = limit
        }
    }

    @usableFromInline init(_ relation: Relation, certain: Interval<Value>?, possible: Interval<Value>?) {
        self.relation = relation
        self.certain = certain
        self.possible = possible
    }

    /// True where the bound is kept whatever the quantity turns out to be, false where it is broken whatever it is, nil otherwise.
    @inlinable public func outcome(of actual: Interval<Value>) -> Bool? {
        let isKept: Bool?
        if let certain, certain.contains(actual) {
            isKept = true
        } else if possible?.intersection(actual) == nil {
            isKept = false
        } else {
            isKept = nil
        }
        return relation == .notEqual ? isKept.map { !$0 } : isKept
    }

    /// The same bound on what a growing function makes of a value; nil where an end has no such value.
    @inlinable public func map<Result: Quantifiable>(_ transform: (Value) -> Result?) -> Bound<Result>? {
        let (inner, outer) = (certain.map { $0.map(transform) }, possible.map { $0.map(transform) })
        if case .some(nil) = inner { return nil }
        if case .some(nil) = outer { return nil }
        return Bound<Result>(relation, certain: inner ?? nil, possible: outer ?? nil)
    }
}

extension Bound where Value == Fraction {
    /// The bound that a quantity lies within a tolerance of the limit, on either side; nil where the numbers do not fit.
    @inlinable public init?(about limit: Interval<Fraction>, tolerance: Fraction) {
        guard let down = limit.map({ $0.subtracting(tolerance) }), let up = limit.map({ $0.adding(tolerance) }) else { return nil }
        var inner: Interval<Fraction>?
        if let from = down.upper, let to = up.lower { inner = Interval(ordered: from, to) }
        self.init(.about, certain: inner, possible: Interval(from: down.lower, to: up.upper))
    }
}

extension Bound {
    /// The whole numbers that keep the bound for certain, and those that may keep it; nil where there are none.
    @inlinable public var wholeNumbers: (certain: Interval<Int>?, possible: Interval<Int>?) {
        relation == .notEqual ? (nil, nil) : (certain?.wholeNumbers, possible?.wholeNumbers)
    }

    /// How far a whole number is from the last one that keeps the bound: by its least favourable value and the least favourable limit
    /// where the bound is kept, by the most favourable ones where it is broken. Nil where that is not known, or means nothing.
    @inlinable public func slack(of actual: Interval<Int>, isKept: Bool) -> Slack? {
        guard relation != .notEqual, let numbers = isKept ? wholeNumbers.certain : wholeNumbers.possible else { return nil }
        let (least, greatest) = isKept ? (actual.lower, actual.upper) : (actual.upper, actual.lower)
        let below = numbers.lower.flatMap { bound in least.flatMap { Self.distance($0, bound) } }
        let above = numbers.upper.flatMap { bound in greatest.flatMap { Self.distance(bound, $0) } }
        if isKept, (below == nil) != (numbers.lower == nil) || (above == nil) != (numbers.upper == nil) { return nil }
        switch (below, above) {
        case (let below?, let above?): return below <= above ? Slack(below, moreIsBetter: true) : Slack(above, moreIsBetter: false)
        case (let below?, nil): return Slack(below, moreIsBetter: true)
        case (nil, let above?): return Slack(above, moreIsBetter: false)
        case (nil, nil): return nil
        }
    }

    @usableFromInline static func distance(_ a: Int, _ b: Int) -> Int? {
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        return overflow || difference.magnitude > 1 << 62 ? nil : difference
    }
}

/// How far a number is from a bound, in whole units: zero or more where the bound is kept, less than zero where it is broken.
public struct Slack: Sendable, Equatable {
    /// Whole units: how many there are to spare, or less than zero, how many it is off.
    public let value: Int
    /// Whether more of it is needed to keep the bound, or less.
    public let moreIsBetter: Bool

    /// - Parameter value: in whole units, less than zero where the bound is broken.
    @inlinable public init(_ value: Int, moreIsBetter: Bool) {
        self.value = value
        self.moreIsBetter = moreIsBetter
    }
}
