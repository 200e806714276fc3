import BigInt
import Quantities
import TestSupport
import Testing

/// Arithmetic beside exact whole numbers of any size, rounded here in the simplest way.
struct DecimalFunctionTests {
    /// A number as a fraction of whole numbers, rounded to 34 digits, half to even; the text is what `Decimal` should print.
    private func rounded(_ numerator: BigInt, _ denominator: BigInt) -> Decimal? {
        if numerator.isZero { return .zero }
        let negative = (numerator.sign == .minus) != (denominator.sign == .minus)
        let (n, d) = (numerator.magnitude, denominator.magnitude)
        // Scale so that the quotient has 34 digits.
        var exponent = String(n).count - String(d).count - 34
        func scaled(_ exponent: Int) -> (BigUInt, BigUInt) {
            exponent >= 0 ? (n, d * BigUInt(10).power(exponent)) : (n * BigUInt(10).power(-exponent), d)
        }
        var (x, y) = scaled(exponent)
        while x / y >= BigUInt(10).power(34) {
            exponent += 1
            (x, y) = scaled(exponent)
        }
        var (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
        if rest * 2 > y || (rest * 2 == y && quotient % 2 == 1) { quotient += 1 }
        return Decimal("\(negative ? "-" : "")\(quotient)e\(exponent)")
    }

    private func randomDigits(_ random: inout SeededGenerator) -> BigInt {
        let count = Int.random(in: 1...34, using: &random)
        let digits = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        return (BigInt(digits) ?? 0) * (Bool.random(using: &random) ? 1 : -1)
    }

    @Test("sums, products and quotients of numbers with up to 34 digits are rounded once", arguments: 0..<8)
    func arithmetic(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 100)
        for _ in 0..<200 {
            let (x, y) = (randomDigits(&random), randomDigits(&random))
            let (e, f) = (Int.random(in: -30...30, using: &random), Int.random(in: -30...30, using: &random))
            let (a, b) = (try #require(Decimal("\(x)e\(e)")), try #require(Decimal("\(y)e\(f)")))
            let least = min(e, f)
            let sum = x * BigInt(10).power(e - least) + y * BigInt(10).power(f - least)
            func fraction(_ number: BigInt, _ exponent: Int) -> (BigInt, BigInt) {
                exponent >= 0 ? (number * BigInt(10).power(exponent), 1) : (number, BigInt(10).power(-exponent))
            }
            #expect(Decimal.add(a, b) == rounded(fraction(sum, least).0, fraction(sum, least).1), "\(a) + \(b)")
            let product = fraction(x * y, e + f)
            #expect(Decimal.multiply(a, b) == rounded(product.0, product.1), "\(a) * \(b)")
            if y != 0 {
                let (n, d) = e - f >= 0 ? (x * BigInt(10).power(e - f), y) : (x, y * BigInt(10).power(f - e))
                #expect(Decimal.divide(a, b) == rounded(n, d), "\(a) / \(b)")
            }
            let text = a.description
            #expect(Decimal(text) == a, "\(text)")
        }
    }

    @Test(
        "roots, exponentials and logarithms have 34 right digits",
        arguments: [
            ("2", "1.414213562373095048801688724209698", "7.389056098930650227230427460575008", "0.6931471805599453094172321214581766"),
            ("10", "3.162277660168379331998893544432719", "22026.46579480671651695790064528424", "2.302585092994045684017991454684364"),
            ("0.5", "0.7071067811865475244008443621048490", "1.648721270700128146848650787814164", "-0.6931471805599453094172321214581766"),
            ("123456.789", "351.3641828644462161665823116758077", "", "11.72364648718588098113995898391011"),
        ])
    func functions(text: String, root: String, exponential: String, logarithm: String) throws {
        let number = try #require(Decimal(text))
        #expect(number.squareRoot == Decimal(root))
        if !exponential.isEmpty { #expect(number.exponential == Decimal(exponential)) }
        #expect(number.logarithm == Decimal(logarithm))
    }
}
