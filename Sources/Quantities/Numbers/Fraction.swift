/// An exact fraction in lowest terms; ratios of the law are compared by cross-multiplication, never by division.
public struct Fraction: Hashable, Sendable {
    /// Of the sign of the fraction.
    public let numerator: Int
    /// Greater than zero.
    public let denominator: Int

    /// - Parameter denominator: not zero.
    public init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(denominator != 0, "a fraction has a denominator")
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign = denominator < 0 ? -1 : 1
        self.numerator = sign * (numerator / Int(divisor))
        self.denominator = sign * (denominator / Int(divisor))
    }

    private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension Fraction {
    /// Reads `35%`, `33.3%`, `1/3` or a decimal number.
    public init?(_ text: String) {
        // Longer numbers are no ratios of a law, and products of these fit everywhere.
        guard text.count <= 20 else { return nil }
        if text.hasSuffix("%"), let inner = Fraction(String(text.dropLast())) {
            self.init(inner.numerator, inner.denominator * 100)
        } else if let slash = text.firstIndex(of: "/"), let a = Int(text[..<slash]), let b = Int(text[text.index(after: slash)...]), b > 0,
            a.magnitude < 1_000_000_000_000, b < 1_000_000_000_000
        {
            self.init(a, b)
        } else if let point = text.firstIndex(of: "."), let whole = Int(text[..<point] + text[text.index(after: point)...]),
            text[text.startIndex..<point].contains(where: \.isNumber)
        {
            let places = text.distance(from: point, to: text.endIndex) - 1
            guard places > 0, places <= 9 else { return nil }
            self.init(whole, (0..<places).reduce(1) { power, _ in power * 10 })
        } else if let whole = Int(text), whole.magnitude < 1_000_000_000_000 {
            self.init(whole)
        } else {
            return nil
        }
    }

    /// A decimal number as a fraction; nil where its terms do not fit 64 bits.
    public init?(_ decimal: Decimal) {
        let number = decimal.normalized
        guard let digits = number.small.map(Int.init) else { return nil }
        if number.exponent >= 0 {
            guard let whole = number.integer else { return nil }
            self.init(whole)
        } else {
            guard number.exponent >= -18 else { return nil }
            self.init(digits, Int(powerOfTen(-Int(number.exponent))))
        }
    }

    /// The nearest decimal number of 34 digits.
    public var decimal: Decimal? { Decimal.divide(Decimal(numerator), Decimal(denominator)) }
}

extension Fraction: Comparable {
    /// Exact: by cross-multiplication in twice the width.
    @inlinable public static func < (a: Fraction, b: Fraction) -> Bool {
        Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }
}

extension Fraction {
    /// The exact sum; nil where its terms do not fit 64 bits.
    public func adding(_ other: Fraction) -> Fraction? {
        Fraction(
            Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator),
            Int128(denominator) * Int128(other.denominator))
    }

    /// The exact difference; nil where its terms do not fit 64 bits.
    public func subtracting(_ other: Fraction) -> Fraction? { adding(Fraction(-other.numerator, other.denominator)) }

    /// The exact product; nil where its terms do not fit 64 bits.
    public func multiplied(by other: Fraction) -> Fraction? {
        Fraction(Int128(numerator) * Int128(other.numerator), Int128(denominator) * Int128(other.denominator))
    }

    /// The exact quotient; nil for a division by zero, or where its terms do not fit 64 bits.
    public func divided(by other: Fraction) -> Fraction? {
        other.numerator == 0
            ? nil : Fraction(Int128(numerator) * Int128(other.denominator), Int128(denominator) * Int128(other.numerator))
    }

    private init?(_ numerator: Int128, _ denominator: Int128) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(a)
        guard divisor != 0, let top = Int(exactly: numerator / divisor), let bottom = Int(exactly: denominator / divisor) else {
            return nil
        }
        self.init(top, bottom)
    }
}

extension Fraction: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}
