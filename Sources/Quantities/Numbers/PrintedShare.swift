/// A share as it was printed: what was rounded to it lies between two fractions.
public struct PrintedShare: Sendable {
    /// The shares that are printed so.
    public let values: Interval<Fraction>
    /// As it was printed.
    public let text: String

    /// How a number was brought to the digits that are printed.
    public enum Rounding: String, CaseIterable, Sendable {
        case halfUp, down, up
    }

    /// Reads `24.9%`, `0.249` or `1/3`; the last is exact. Nil where the text is no share.
    public init?(_ text: String, rounding: Rounding) {
        guard let value = Fraction(text) else { return nil }
        self.text = text
        guard !text.contains("/") else {
            values = Interval(value)
            return
        }
        let isPercent = text.hasSuffix("%")
        let digits = text.dropLast(isPercent ? 1 : 0)
        let places = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
        let unit = (0..<places).reduce(isPercent ? 100 : 1) { power, _ in power * 10 }
        guard unit <= 1_000_000_000, unit % value.denominator == 0 else { return nil }
        let numerator = value.numerator * (unit / value.denominator)
        let rounded: Interval<Fraction> =
            switch rounding {
            // Half a unit of the last digit, by doubling the denominator.
            case .halfUp:
                Interval(from: Fraction(2 * numerator - 1, 2 * unit), to: Fraction(2 * numerator + 1, 2 * unit), includesUpper: false)
            case .down: Interval(from: Fraction(numerator, unit), to: Fraction(numerator + 1, unit), includesUpper: false)
            case .up: Interval(from: Fraction(numerator - 1, unit), to: Fraction(numerator, unit), includesLower: false)
            }
        guard let share = rounded.intersection(.share) else { return nil }
        values = share
    }

    /// The numbers that are such a share of so many; nil where none is.
    public func numbers(of whole: Int) -> Interval<Int>? { values.map { $0.multiplied(by: Fraction(whole)) }?.wholeNumbers }
}

extension Interval where Value == Fraction {
    /// All that a part of a whole can be.
    public static var share: Interval { Interval(from: 0, to: 1) }
}
