import BigInt

extension Decimal {
    /// The number with the other sign.
    @inlinable public static prefix func - (a: Decimal) -> Decimal { Decimal(exactly: -a.significand, exponent: a.exponent) }

    /// The number without its sign.
    public var magnitude: Decimal { isNegative ? -self : self }

    /// The sum; nil on overflow.
    @inlinable public static func add(_ a: Decimal, _ b: Decimal) -> Decimal? {
        if a.exponent == b.exponent, let x = a.small, let y = b.small {
            let (sum, overflow) = x.addingReportingOverflow(y)
            if !overflow { return Decimal(small: sum, exponent: a.exponent) }
        }
        return addWide(a, b)
    }

    @usableFromInline static func addWide(_ a: Decimal, _ b: Decimal) -> Decimal? {
        if a.exponent == b.exponent {
            let sum = a.significand + b.significand
            return Decimal(rounding: sum.magnitude, negative: sum < 0, exponent: Int(a.exponent))
        }
        let (large, small) = a.exponent > b.exponent ? (a, b) : (b, a)
        if large.isZero { return small }
        if small.isZero { return large }
        let gap = Int(large.exponent) - Int(small.exponent)
        let room = 37 - digitCount(large.significand.magnitude)
        let shift = min(gap, room)
        let raised = large.significand * Int128(powerOfTen(shift))
        guard gap > shift else {
            let sum = raised + small.significand
            return Decimal(rounding: sum.magnitude, negative: sum < 0, exponent: Int(small.exponent))
        }
        // The smaller number lies below the digits kept: only its sign and whether it is zero matter beyond them.
        let cut = gap - shift
        let unit = cut <= 38 ? powerOfTen(cut) : 0
        let (kept, rest) =
            unit == 0 ? (0, small.significand.magnitude) : small.significand.magnitude.quotientAndRemainder(dividingBy: unit)
        let signedKept = small.isNegative ? -Int128(kept) : Int128(kept)
        var sum = raised + signedKept
        if rest != 0, small.isNegative != (sum < 0) { sum += sum < 0 ? 1 : -1 }
        return Decimal(
            rounding: sum.magnitude, negative: sum < 0, exponent: Int(large.exponent) - shift, sticky: rest != 0)
    }

    /// The difference; nil on overflow.
    public static func subtract(_ a: Decimal, _ b: Decimal) -> Decimal? { add(a, -b) }

    /// The product; nil on overflow.
    @inlinable public static func multiply(_ a: Decimal, _ b: Decimal) -> Decimal? {
        let exponent = Int(a.exponent) + Int(b.exponent)
        if exponent.magnitude < 6000, let x = a.small, let y = b.small {
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            // Nineteen digits need no rounding.
            if !overflow { return Decimal(small: product, exponent: Int32(exponent)) }
        }
        return multiplyWide(a, b)
    }

    @usableFromInline static func multiplyWide(_ a: Decimal, _ b: Decimal) -> Decimal? {
        let exponent = Int(a.exponent) + Int(b.exponent)
        if let x = a.small, let y = b.small {
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            if !overflow { return Decimal(rounding: UInt128(product.magnitude), negative: product < 0, exponent: exponent) }
        }
        let (x, y) = (a.significand.magnitude, b.significand.magnitude)
        let negative = a.isNegative != b.isNegative
        let product = x.multipliedFullWidth(by: y)
        if product.high == 0 {
            return Decimal(rounding: product.low, negative: negative, exponent: exponent)
        }
        // Keep one digit more than fits, then round with what was cut off.
        let cut = max(1, digitCount(x) + digitCount(y) - Decimal.digits - 2)
        let (quotient, remainder) = powerOfTen(cut).dividingFullWidth(product)
        return Decimal(rounding: quotient, negative: negative, exponent: exponent + cut, sticky: remainder != 0)
    }

    /// The quotient; nil for a division by zero, or on overflow.
    public static func divide(_ a: Decimal, _ b: Decimal) -> Decimal? {
        if b.isZero { return nil }
        if a.isZero { return .zero }
        if a.exponent == b.exponent, let x = a.small, let y = b.small, y != -1, x % y == 0 { return Decimal(small: x / y, exponent: 0) }
        let (x, y) = (a.significand.magnitude, b.significand.magnitude)
        let negative = a.isNegative != b.isNegative
        let shift = Decimal.digits + 1 + digitCount(y) - digitCount(x)
        let first = max(0, min(shift, 38 - digitCount(x)))
        let second = max(0, shift - first)
        let numerator = (x * powerOfTen(first)).multipliedFullWidth(by: powerOfTen(second))
        let (quotient, remainder) = y.dividingFullWidth(numerator)
        let exponent = Int(a.exponent) - Int(b.exponent) - first - second
        guard let result = Decimal(rounding: quotient, negative: negative, exponent: exponent, sticky: remainder != 0) else {
            return nil
        }
        return remainder == 0 ? result.normalized : result
    }

    /// `a - b * floor(a / b)`, exactly; nil for a division by zero.
    package static func modulo(_ a: Decimal, _ b: Decimal) -> Decimal? {
        if b.isZero { return nil }
        if a.exponent == 0, b.exponent == 0, let x = a.small, let y = b.small, y != -1 {
            let rest = x % y
            return Decimal(small: rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest, exponent: 0)
        }
        let shared = min(a.exponent, b.exponent)
        func raised(_ number: Decimal) -> BigInt { BigInt(number.significand) * BigInt(10).power(Int(number.exponent - shared)) }
        let divisor = raised(b)
        var rest = raised(a) % divisor
        if rest.sign != divisor.sign, !rest.isZero { rest += divisor }
        return Decimal(rounding: rest, exponent: Int(shared))?.normalized
    }

    /// Which of its neighbours a number goes to that lies between two.
    public enum Rounding: Sendable {
        case down, up, halfUp, halfDown, halfEven, floor, ceiling
    }

    /// Rounds to a number of decimal places, which may be negative.
    public func rounded(places: Int, _ rule: Rounding) -> Decimal {
        let cut = -places - Int(exponent)
        guard cut > 0 else { return self }
        guard cut <= 38 else {
            let away = !isZero && (rule == .up || (rule == .floor && isNegative) || (rule == .ceiling && !isNegative))
            return away ? Decimal(exactly: isNegative ? -1 : 1, exponent: Int32(-places)) : .zero
        }
        let unit = powerOfTen(cut)
        var (quotient, remainder) = significand.magnitude.quotientAndRemainder(dividingBy: unit)
        let goesAway: Bool =
            switch rule {
            case .down: false
            case .up: remainder != 0
            case .floor: remainder != 0 && isNegative
            case .ceiling: remainder != 0 && !isNegative
            case .halfUp: remainder >= unit - remainder
            case .halfDown: remainder > unit - remainder
            case .halfEven: remainder > unit - remainder || (remainder == unit - remainder && quotient & 1 == 1)
            }
        if goesAway { quotient += 1 }
        return Decimal(exactly: isNegative ? -Int128(quotient) : Int128(quotient), exponent: Int32(-places)).normalized
    }
}

extension Decimal: Comparable, Hashable, ExpressibleByIntegerLiteral {
    /// Exact.
    public init(integerLiteral value: Int) { self.init(value) }

    /// By value: `1.0` is equal to `1`.
    @inlinable public static func == (a: Decimal, b: Decimal) -> Bool { compare(a, b) == 0 }
    /// Exact, whatever the exponents.
    @inlinable public static func < (a: Decimal, b: Decimal) -> Bool { compare(a, b) < 0 }

    /// Two whole numbers that compare as the rounded quotient `a / b` does to `c`; nil where only the division itself can say.
    ///
    /// They are both sides of `a = b × c`, of less than 19 digits. Where they differ, the quotient is further from `c` than rounding to 34
    /// digits moves it.
    @inlinable @inline(__always)
    package static func compared(_ a: Decimal, over b: Decimal, with c: Decimal) -> (quotient: Int64, number: Int64)? {
        guard a.exponent == b.exponent, c.exponent <= 0, c.exponent >= -9, let x = a.small, let y = b.small, let z = c.small, y > 0 else {
            return nil
        }
        var (power, places) = (Int64(1), c.exponent)
        while places < 0 { (power, places) = (power &* 10, places &+ 1) }
        let (left, leftOverflow) = x.multipliedReportingOverflow(by: power)
        let (right, rightOverflow) = y.multipliedReportingOverflow(by: z)
        return leftOverflow || rightOverflow ? nil : (left, right)
    }

    /// Negative, zero or positive, as `a` is less than, equal to or greater than `b`.
    @inlinable package static func compare(_ a: Decimal, _ b: Decimal) -> Int {
        if a.exponent == b.exponent, let x = a.small, let y = b.small { return x < y ? -1 : x == y ? 0 : 1 }
        return compareWide(a, b)
    }

    @usableFromInline static func compareWide(_ a: Decimal, _ b: Decimal) -> Int {
        if a.exponent == b.exponent {
            return a.significand < b.significand ? -1 : a.significand == b.significand ? 0 : 1
        }
        let signs = (a.isZero ? 0 : a.isNegative ? -1 : 1, b.isZero ? 0 : b.isNegative ? -1 : 1)
        if signs.0 != signs.1 { return signs.0 < signs.1 ? -1 : 1 }
        if signs.0 == 0 { return 0 }
        let (x, y) = (a.significand, b.significand)
        let (topX, topY) = (digitCount(x.magnitude) + Int(a.exponent), digitCount(y.magnitude) + Int(b.exponent))
        if topX != topY { return (topX < topY ? -1 : 1) * signs.0 }
        // Their first digits stand at the same place, so the one with the larger exponent has room for the zeros that it lacks.
        let shared = min(a.exponent, b.exponent)
        let left = x * Int128(powerOfTen(Int(a.exponent - shared)))
        let right = y * Int128(powerOfTen(Int(b.exponent - shared)))
        return left < right ? -1 : left == right ? 0 : 1
    }

    /// By value, so that `1.0` and `1` fall together.
    public func hash(into hasher: inout Hasher) {
        let plain = normalized
        hasher.combine(plain.significand)
        hasher.combine(plain.exponent)
    }
}

extension Decimal: CustomStringConvertible {
    /// Reads digits with an optional sign, fraction and exponent.
    public init?(_ text: String) {
        var magnitude: UInt128 = 0
        var exponent = 0
        var sticky = false
        var sawDigit = false
        var sawPoint = false
        var rest = Substring(text)
        let negative = rest.first == "-"
        if negative || rest.first == "+" { rest.removeFirst() }
        while let character = rest.first {
            if let digit = character.wholeNumberValue, character.isASCII {
                sawDigit = true
                if magnitude < powerOfTen(37) {
                    magnitude = magnitude * 10 + UInt128(digit)
                    if sawPoint { exponent -= 1 }
                } else {
                    sticky = sticky || digit != 0
                    if !sawPoint { exponent += 1 }
                }
            } else if character == ".", !sawPoint {
                sawPoint = true
            } else {
                break
            }
            rest.removeFirst()
        }
        guard sawDigit else { return nil }
        if rest.first == "e" || rest.first == "E" {
            guard let written = Int(rest.dropFirst()), written.magnitude < 100_000 else { return nil }
            exponent += written
        } else if !rest.isEmpty {
            return nil
        }
        self.init(rounding: magnitude, negative: negative, exponent: exponent, sticky: sticky)
    }

    /// Plain digits where that is readable, scientific notation otherwise; no zeros at the end of a fraction.
    public var description: String {
        if exponent == 0, let small { return String(small) }
        let plain = normalized
        let digits = String(plain.significand.magnitude)
        let sign = plain.isNegative ? "-" : ""
        let exponent = Int(plain.exponent)
        if exponent >= 0, exponent < 40 { return sign + digits + String(repeating: "0", count: exponent) }
        let point = digits.count + exponent
        if exponent < 0, point > 0 { return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))" }
        if exponent < 0, point > -40 { return "\(sign)0.\(String(repeating: "0", count: -point))\(digits)" }
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        return "\(sign)\(digits.prefix(1))\(fraction)E\(point > 0 ? "+" : "")\(point - 1)"
    }
}
