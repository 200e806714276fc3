/// A decimal of 34 significant digits with IEEE 754 decimal128 semantics, rounded half to even
/// (DMN 1.5, 10.3.2.3.1).
///
/// The value is `significand × 10^exponent`. Both words of the significand are stored apart, so that a value of FEEL stays at 24 bytes.
public struct Decimal: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: Int64
    /// The power of ten by which the significand is multiplied.
    public let exponent: Int32

    /// The digits as a whole number, with the sign.
    @inlinable public var significand: Int128 { (Int128(high) << 64) | Int128(low) }

    static let digits = 34
    static let largestSignificand: UInt128 = 9_999_999_999_999_999_999_999_999_999_999_999

    /// A number of at most 34 digits, as it is: nothing is rounded.
    @inlinable public init(exactly significand: Int128, exponent: Int32) {
        low = UInt64(truncatingIfNeeded: significand)
        high = Int64(truncatingIfNeeded: significand >> 64)
        self.exponent = exponent
    }

    /// A whole number.
    @inlinable public init(_ integer: Int) { self.init(small: Int64(integer), exponent: 0) }

    @inlinable package init(small: Int64, exponent: Int32) {
        low = UInt64(bitPattern: small)
        high = small >> 63
        self.exponent = exponent
    }

    /// 0 with exponent 0.
    public static let zero = Decimal(0)

    /// The significand where it fits one word: the fast path of all arithmetic.
    @inlinable package var small: Int64? {
        let word = Int64(bitPattern: low)
        return high == word >> 63 ? word : nil
    }

    /// Whether it is zero, of any exponent.
    @inlinable public var isZero: Bool { low == 0 && high == 0 }
    /// Whether it is less than zero; there is no negative zero.
    @inlinable public var isNegative: Bool { high < 0 }

    /// The number as a whole number, where it is one and fits.
    public var integer: Int? {
        if exponent == 0 { return small.map(Int.init) }
        let plain = normalized
        if plain.exponent == 0 { return plain.small.map(Int.init) }
        guard plain.exponent > 0, plain.exponent <= 18, let word = plain.small else { return nil }
        let (product, overflow) = word.multipliedReportingOverflow(by: Int64(powerOfTen(Int(plain.exponent))))
        return overflow ? nil : Int(product)
    }

    /// Whether it has no decimals but zeros; it need not fit 64 bits.
    public var isInteger: Bool { exponent >= 0 || normalized.exponent >= 0 }

    /// The same number without zeros at the end of its significand; whole numbers keep exponent 0 where they can.
    public var normalized: Decimal {
        if isZero { return .zero }
        var significand = significand
        var exponent = exponent
        while significand % 10 == 0 {
            significand /= 10
            exponent += 1
        }
        while exponent > 0, exponent <= 18, significand.magnitude < powerOfTen(Decimal.digits - 1) {
            significand *= 10
            exponent -= 1
        }
        return Decimal(exactly: significand, exponent: exponent)
    }
}

/// 10^n for n from 0 to 38.
func powerOfTen(_ n: Int) -> UInt128 { powersOfTen[n] }

private let powersOfTen: [UInt128] = (0..<38).reduce(into: [1]) { powers, _ in powers.append(powers[powers.count - 1] * 10) }

func digitCount(_ magnitude: UInt128) -> Int {
    if magnitude == 0 { return 1 }
    // log10(2) ≈ 1233/4096 gives the count or one too few.
    let bits = 128 - magnitude.leadingZeroBitCount
    let estimate = (bits * 1233) >> 12
    return estimate < 39 && magnitude >= powerOfTen(min(estimate, 38)) ? estimate + 1 : max(1, estimate)
}

extension Decimal {
    /// Rounds a magnitude to 34 digits, half to even; `sticky` says that something not zero was cut off below it already.
    init?(rounding magnitude: UInt128, negative: Bool, exponent: Int, sticky: Bool = false) {
        var magnitude = magnitude
        var exponent = exponent
        let excess = digitCount(magnitude) - Decimal.digits
        if excess > 0 {
            let unit = powerOfTen(excess)
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: unit)
            let half = unit / 2
            magnitude = quotient
            exponent += excess
            if remainder > half || (remainder == half && (sticky || quotient & 1 == 1)) { magnitude += 1 }
            if magnitude > Decimal.largestSignificand {
                magnitude /= 10
                exponent += 1
            }
        }
        if exponent > 6111, magnitude != 0 {
            // What the exponent is too large by may still fit as zeros of the significand.
            let shift = exponent - 6111
            guard shift + digitCount(magnitude) <= Decimal.digits else { return nil }
            magnitude *= powerOfTen(shift)
            exponent = 6111
        }
        if exponent < -6176 {
            let cut = -6176 - exponent
            let unit = cut <= 38 ? powerOfTen(cut) : UInt128.max
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: unit)
            magnitude = quotient
            if remainder > unit - remainder || (remainder == unit - remainder && quotient & 1 == 1) { magnitude += 1 }
            exponent = -6176
        }
        if magnitude == 0 { exponent = 0 }
        let signed = Int128(magnitude)
        self.init(exactly: negative ? -signed : signed, exponent: Int32(exponent))
    }
}
