/// A value beside which whole numbers lie, so that a distance can be counted in whole units.
public protocol Quantifiable: Comparable, Sendable {
    /// The greatest whole number that is not above the value; nil where it does not fit.
    var floor: Int? { get }
    /// The least whole number that is not below the value; nil where it does not fit.
    var ceiling: Int? { get }
}

extension Int: Quantifiable {
    /// The number itself; nil from 2⁶² on, so that the difference of two of them fits.
    @inlinable public var floor: Int? { magnitude < 1 << 62 ? self : nil }
    /// As ``floor``.
    @inlinable public var ceiling: Int? { floor }
}

extension Decimal: Quantifiable {
    /// Exact; nil from 2⁶² on.
    @inlinable public var floor: Int? { isWholeWord ? small.flatMap { Int($0).floor } : rounded(places: 0, .floor).integer?.floor }
    /// Exact; nil from 2⁶² on.
    @inlinable public var ceiling: Int? { isWholeWord ? small.flatMap { Int($0).floor } : rounded(places: 0, .ceiling).integer?.floor }

    /// Whether the number is a whole one of one word, as most are.
    @inlinable package var isWholeWord: Bool { exponent == 0 && small != nil }
}

extension Fraction: Quantifiable {
    /// Exact, also below zero; nil from 2⁶² on.
    @inlinable public var floor: Int? {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return (rest < 0 ? quotient - 1 : quotient).floor
    }

    /// Exact, also below zero; nil from 2⁶² on.
    @inlinable public var ceiling: Int? {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return (rest > 0 ? quotient + 1 : quotient).floor
    }
}

extension CalendarDate: Quantifiable {
    /// Days since 1970-01-01.
    @inlinable public var floor: Int? { days }
    /// As ``floor``: a day has no parts.
    @inlinable public var ceiling: Int? { days }
}
