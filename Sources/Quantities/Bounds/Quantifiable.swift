/// A value beside which whole numbers lie, so that a distance can be counted in whole units.
public protocol Quantifiable: Comparable, Sendable {
    /// The greatest whole number that is not above the value; nil where it does not fit.
    var floor: Int? { get }
    /// The least whole number that is not below the value; nil where it does not fit.
    var ceiling: Int? { get }
}

extension Int: Quantifiable {
    public var floor: Int? { magnitude < 1 << 62 ? self : nil }
    public var ceiling: Int? { floor }
}

extension Decimal: Quantifiable {
    public var floor: Int? { rounded(places: 0, .floor).integer.flatMap(\.floor) }
    public var ceiling: Int? { rounded(places: 0, .ceiling).integer.flatMap(\.floor) }
}

extension Fraction: Quantifiable {
    public var floor: Int? {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return (rest < 0 ? quotient - 1 : quotient).floor
    }

    public var ceiling: Int? {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return (rest > 0 ? quotient + 1 : quotient).floor
    }
}

extension CalendarDate: Quantifiable {
    /// Days since 1970-01-01.
    public var floor: Int? { days }
    public var ceiling: Int? { days }
}
