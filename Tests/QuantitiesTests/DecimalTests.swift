import Quantities
import TestSupport
import Testing

struct DecimalTests {
    @Test(
        "numbers are written plainly and without zeros at the end",
        arguments: [
            ("1.50", "1.5"), ("100", "100"), ("1e3", "1000"), ("-0.0010", "-0.001"), ("1e50", "1E+50"), ("0.000", "0"),
            ("1e-7", "0.0000001"),
            ("12345678901234567890123456789012345678", "12345678901234567890123456789012350000"),
        ])
    func printing(text: String, expected: String) { #expect(Decimal(text)?.description == expected) }

    @Test(
        "division keeps 34 digits and rounds half to even",
        arguments: [
            ("1", "3", "0.3333333333333333333333333333333333"), ("2", "3", "0.6666666666666666666666666666666667"), ("1", "8", "0.125"),
            ("-7", "2", "-3.5"),
            ("1e30", "1e-4", "10000000000000000000000000000000000"),
            ("9999999999999999999999999999999999", "10", "999999999999999999999999999999999.9"),
        ])
    func division(a: String, b: String, expected: String) throws {
        let quotient = Decimal.divide(try #require(Decimal(a)), try #require(Decimal(b)))
        #expect(quotient?.description == expected)
    }

    @Test(
        "sums of numbers of very different size are rounded once",
        arguments: [
            ("1e33", "0.5", "1000000000000000000000000000000000"), ("1e40", "1", "1E+40"),
            ("1e34", "-1", "9999999999999999999999999999999999"),
            ("1", "1e-40", "1"), ("0.1", "0.2", "0.3"), ("-5", "5", "0"),
        ])
    func sums(a: String, b: String, expected: String) throws {
        #expect(Decimal.add(try #require(Decimal(a)), try #require(Decimal(b)))?.description == expected)
    }

    @Test("arithmetic agrees with whole numbers, and order does not depend on how a number is written", arguments: 0..<10)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 7)
        for _ in 0..<500 {
            let (x, y) = (Int.random(in: -1_000_000...1_000_000, using: &random), Int.random(in: -1_000_000...1_000_000, using: &random))
            #expect(Decimal.add(Decimal(x), Decimal(y)) == Decimal(x + y))
            #expect((Decimal(x) < Decimal(y)) == (x < y))
            let scaled = try #require(Decimal("\(x)000e-3"))
            #expect(scaled == Decimal(x) && scaled.hashValue == Decimal(x).hashValue && scaled.integer == x)
            if y != 0 { #expect(Decimal.divide(Decimal(x * y), Decimal(y)) == Decimal(x)) }
        }
    }

    @Test(
        "rounding goes where its rule says",
        arguments: [
            ("2.5", Decimal.Rounding.halfEven, "2"), ("3.5", .halfEven, "4"), ("-2.5", .halfUp, "-3"), ("2.5", .halfDown, "2"),
            ("-2.1", .floor, "-3"), ("-2.9", .ceiling, "-2"),
            ("2.1", .up, "3"), ("-2.9", .down, "-2"),
        ])
    func rounding(text: String, rule: Decimal.Rounding, expected: String) {
        #expect(Decimal(text)?.rounded(places: 0, rule).description == expected)
    }
}

struct CalendarTests {
}
