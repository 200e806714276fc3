/// An exact fraction; ratios of the law are compared by cross-multiplication, never by division.
package struct Fraction: Sendable, Equatable {
    package var numerator: Int
    package var denominator: Int

    package init(_ numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Reads `35%`, `33.3%`, `1/3` or a decimal number.
    package init?(_ text: String) {
        // Longer numbers are no ratios of a law, and products of these fit everywhere.
        guard text.count <= 20 else { return nil }
        if text.hasSuffix("%"), let inner = Fraction(String(text.dropLast())) {
            self.init(inner.numerator, inner.denominator * 100)
        } else if let slash = text.firstIndex(of: "/"), let a = Int(text[..<slash]), let b = Int(text[text.index(after: slash)...]), b > 0,
            a.magnitude < 1_000_000_000_000, b < 1_000_000_000_000
        {
            self.init(a, b)
        } else if let point = text.firstIndex(of: "."), let whole = Int(text[..<point] + text[text.index(after: point)...]) {
            let places = text.distance(from: point, to: text.endIndex) - 1
            guard places > 0, places <= 9 else { return nil }
            self.init(whole, (0..<places).reduce(1) { power, _ in power * 10 })
        } else if let whole = Int(text), whole.magnitude < 1_000_000_000_000 {
            self.init(whole, 1)
        } else {
            return nil
        }
    }
}

extension Fraction {
    /// Exact: by cross-multiplication in twice the width.
    package static func < (a: Fraction, b: Fraction) -> Bool {
        Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }

    package func equals(_ other: Fraction) -> Bool { !(self < other) && !(other < self) }

    /// Whether a lies below b by more than c.
    package static func isBelow(_ a: Fraction, _ b: Fraction, by c: Fraction) -> Bool {
        let difference = Int128(b.numerator) * Int128(a.denominator) - Int128(a.numerator) * Int128(b.denominator)
        let (left, overflow) = difference.multipliedReportingOverflow(by: Int128(c.denominator))
        let (scale, scaleOverflow) = (Int128(a.denominator) * Int128(b.denominator)).multipliedReportingOverflow(by: Int128(c.numerator))
        // Beyond 128 bits the sign of the difference decides: the tolerance is a small part of one.
        return overflow || scaleOverflow ? difference > 0 : left > scale
    }
}
