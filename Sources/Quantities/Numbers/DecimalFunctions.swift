import BigInt

/// Roots, exponentials, logarithms and powers, computed with more digits than a number has and rounded once at the end.
extension Decimal {
    /// Rounds a whole number times a power of ten; nil on overflow.
    init?(rounding number: BigInt, exponent: Int, sticky: Bool = false) {
        let excess = String(number.magnitude).utf8.count - 37
        guard excess > 0 else {
            self.init(rounding: UInt128(number.magnitude), negative: number.sign == .minus, exponent: exponent, sticky: sticky)
            return
        }
        let (quotient, rest) = number.magnitude.quotientAndRemainder(dividingBy: BigUInt(10).power(excess))
        self.init(
            rounding: UInt128(quotient), negative: number.sign == .minus, exponent: exponent + excess, sticky: sticky || rest != 0)
    }

    /// Nil for negative numbers.
    public var squareRoot: Decimal? {
        if isNegative { return nil }
        // An even exponent, and enough digits that the root has more than are kept.
        let shift = 80 + (Int(exponent) & 1)
        let number = BigUInt(significand.magnitude) * BigUInt(10).power(shift)
        let root = number.squareRoot()
        return Decimal(rounding: BigInt(root), exponent: (Int(exponent) - shift) / 2, sticky: root * root != number)?.normalized
    }

    /// e to this power; nil on overflow.
    public var exponential: Decimal? {
        if isZero { return 1 }
        guard let x = FixedPoint(self) else { return isNegative ? .zero : nil }
        // x = n·ln 10 + r, so the result is 10^n · e^r.
        let (n, r) = x.value.quotientAndRemainder(dividingBy: FixedPoint.ln10)
        guard n.magnitude < 10_000 else { return isNegative ? .zero : nil }
        return Decimal(rounding: FixedPoint.exponential(r), exponent: Int(n) - FixedPoint.places, sticky: true)
    }

    /// The natural logarithm; nil for zero and negative numbers.
    public var logarithm: Decimal? {
        guard let scaled = logarithmFixed else { return nil }
        return Decimal(rounding: scaled, exponent: -FixedPoint.places, sticky: scaled != 0)
    }

    private var logarithmFixed: BigInt? {
        guard !isNegative, !isZero else { return nil }
        // m·10^e with m from 1 to 10.
        let shift = digitCount(significand.magnitude) - 1
        let mantissa = BigInt(significand) * BigInt(10).power(FixedPoint.places - shift)
        return FixedPoint.logarithm(mantissa) + BigInt(Int(exponent) + shift) * FixedPoint.ln10
    }

    /// A power with any exponent; nil where there is no real result, or on overflow.
    package static func power(_ base: Decimal, _ exponent: Decimal) -> Decimal? {
        if exponent.isZero { return 1 }
        if base.isZero { return exponent.isNegative ? nil : .zero }
        let isWhole = exponent.isInteger
        if base.isNegative, !isWhole { return nil }
        if base.magnitude == 1 {
            let isOdd = Decimal.modulo(exponent, 2).map { !$0.isZero } ?? false
            return base.isNegative && isOdd ? -1 : 1
        }
        if let times = exponent.integer, times.magnitude <= 2_000 { return exactPower(base.normalized, times) }
        guard let logarithm = base.magnitude.logarithmFixed else { return nil }
        // An exponent that large leaves nothing, or far too much.
        guard let factor = FixedPoint(exponent) else { return (logarithm.sign == .minus) == exponent.isNegative ? nil : .zero }
        let x = logarithm * factor.value / FixedPoint.one
        let (n, r) = x.quotientAndRemainder(dividingBy: FixedPoint.ln10)
        guard n.magnitude < 10_000 else { return x.sign == .minus ? .zero : nil }
        let isNegative = base.isNegative && exponent.integer.map { $0 & 1 == 1 } ?? false
        let magnitude = FixedPoint.exponential(r)
        return Decimal(rounding: isNegative ? -magnitude : magnitude, exponent: Int(n) - FixedPoint.places, sticky: true)
    }

    private static func exactPower(_ base: Decimal, _ times: Int) -> Decimal? {
        let power = BigInt(base.significand).power(Int(times.magnitude))
        let exponent = Int(base.exponent) * Int(times.magnitude)
        if times > 0 { return Decimal(rounding: power, exponent: exponent) }
        // One digit less than the power has, and then as many as are kept, with some to spare.
        let digits = String(power.magnitude).utf8.count + 40
        let (quotient, rest) = BigInt(10).power(digits).quotientAndRemainder(dividingBy: power)
        return Decimal(rounding: quotient, exponent: -exponent - digits, sticky: rest != 0)?.normalized
    }
}

/// Numbers with a fixed number of decimal places, for series.
private struct FixedPoint {
    static let places = 110
    static let one = BigInt(10).power(places)

    let value: BigInt

    /// Nil for numbers far too large for the exponent of a result.
    init?(_ number: Decimal) {
        let shift = Self.places + Int(number.exponent)
        guard shift < Self.places + 40 else { return nil }
        if shift >= 0 {
            value = BigInt(number.significand) * BigInt(10).power(shift)
        } else {
            value = shift < -2 * Self.places ? 0 : BigInt(number.significand) / BigInt(10).power(-shift)
        }
    }

    /// e^x by Taylor's series, after halving the argument often enough.
    static func exponential(_ x: BigInt) -> BigInt {
        let halvings = 10
        let small = x >> halvings
        var sum = one
        var term = one
        var n = 1
        while term != 0, term != -1 {
            term = term * small / one / BigInt(n)
            sum += term
            n += 1
        }
        for _ in 0..<halvings { sum = sum * sum / one }
        return sum
    }

    /// ln x for x from 1 to 10, by Halley's method, which triples the correct digits each time.
    static func logarithm(_ x: BigInt) -> BigInt {
        if x == one { return 0 }
        var y = BigInt(0)
        for _ in 0..<8 {
            let power = exponential(y)
            let step = 2 * (x - power) * one / (x + power)
            y += step
            if step.magnitude < 100 { break }
        }
        return y
    }

    /// 3·ln 2 + ln 5/4, both from the series of artanh.
    static let ln10: BigInt = 6 * inverseTangent(3) + 2 * inverseTangent(9)

    private static func inverseTangent(_ inverse: Int) -> BigInt {
        var power = one / BigInt(inverse)
        var sum = power
        var n = 1
        while power != 0 {
            power /= BigInt(inverse * inverse)
            n += 2
            sum += power / BigInt(n)
        }
        return sum
    }
}
