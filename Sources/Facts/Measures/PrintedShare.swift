/// A share as it was printed: what was rounded to it lies between two fractions.
package struct PrintedShare: Sendable {
    package var low: Fraction
    package var high: Fraction
    /// Whether the share can be the upper end itself.
    package var includesHigh: Bool
    package var text: String

    /// How a number was brought to the digits that are printed.
    package enum Rounding: String, CaseIterable, Sendable {
        case halfUp, down, up
    }

    /// Reads `24.9%`, `0.249` or `1/3`; the last is exact. Nil where the text is no share.
    package init?(_ text: String, rounding: Rounding) {
        guard let value = Fraction(text) else { return nil }
        self.text = text
        guard !text.contains("/") else {
            (low, high, includesHigh) = (value, value, true)
            return
        }
        // Half a unit of the last digit, by doubling the denominator.
        let isPercent = text.hasSuffix("%")
        let digits = text.dropLast(isPercent ? 1 : 0)
        let places = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
        let unit = (0..<places).reduce(isPercent ? 100 : 1) { power, _ in power * 10 }
        guard unit <= 1_000_000_000, value.denominator > 0, unit % value.denominator == 0 else { return nil }
        let numerator = value.numerator * (unit / value.denominator)
        switch rounding {
        case .halfUp:
            (low, high, includesHigh) = (Fraction(2 * numerator - 1, 2 * unit), Fraction(2 * numerator + 1, 2 * unit), false)
        case .down: (low, high, includesHigh) = (Fraction(numerator, unit), Fraction(numerator + 1, unit), false)
        case .up: (low, high, includesHigh) = (Fraction(numerator - 1, unit), Fraction(numerator, unit), true)
        }
        if low.numerator < 0 { low = Fraction(0, 1) }
        if !(high < Fraction(1, 1)) { (high, includesHigh) = (Fraction(1, 1), true) }
    }

    /// The numbers that are such a share of so many; nil where none is.
    package func numbers(of whole: Int) -> ClosedRange<Int>? {
        func scaled(_ fraction: Fraction) -> (floor: Int, isWhole: Bool) {
            let product = Int128(fraction.numerator) * Int128(whole)
            return (Int(product / Int128(fraction.denominator)), product % Int128(fraction.denominator) == 0)
        }
        let (from, to) = (scaled(low), scaled(high))
        let least = from.isWhole ? from.floor : from.floor + 1
        let most = to.isWhole && !includesHigh ? to.floor - 1 : to.floor
        return least <= most ? least...most : nil
    }
}
