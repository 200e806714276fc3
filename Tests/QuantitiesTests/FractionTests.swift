import Quantities
import Testing

struct FractionTests {
    @Test("fractions are read exactly", arguments: [("35%", 35, 100), ("1/3", 1, 3), ("33.3%", 333, 1000), ("0.35", 35, 100), ("2", 2, 1)])
    func read(text: String, numerator: Int, denominator: Int) { #expect(Fraction(text) == Fraction(numerator, denominator)) }

    @Test("what is no fraction is none", arguments: ["", "a", "1/0", "%", "1/", "1.2.3", ".", "1e3"])
    func refused(text: String) { #expect(Fraction(text) == nil) }

    @Test("fractions of one value are one fraction, and are ordered by value")
    func order() {
        #expect(Fraction(2, 4) == Fraction(1, 2))
        #expect(Fraction(1, -2) == Fraction(-1, 2))
        #expect([Fraction(1, 2), Fraction(-1, 3), Fraction(1, 3)].sorted() == [Fraction(-1, 3), Fraction(1, 3), Fraction(1, 2)])
        #expect(Fraction(Int.max, 3) < Fraction(Int.max, 2))
    }

    @Test("sums and products are exact, or none where they do not fit")
    func arithmetic() {
        #expect(Fraction(1, 3).adding(Fraction(1, 6)) == Fraction(1, 2))
        #expect(Fraction(1, 3).subtracting(Fraction(1, 2)) == Fraction(-1, 6))
        #expect(Fraction(2, 3).multiplied(by: Fraction(3, 4)) == Fraction(1, 2))
        #expect(Fraction(2, 3).divided(by: Fraction(0)) == nil)
        #expect(Fraction(Int.max).multiplied(by: Fraction(2)) == nil)
        #expect(Fraction(Decimal("0.125") ?? 0) == Fraction(1, 8))
        #expect(Fraction(Decimal("1e40") ?? 0) == nil)
    }

    @Test("a printed share stands for the fractions that are printed so")
    func printed() throws {
        let share = try #require(PrintedShare("24.9%", rounding: .halfUp))
        #expect(share.values == Interval(from: Fraction(2485, 10_000), to: Fraction(2495, 10_000), includesUpper: false))
        #expect(share.numbers(of: 49) == nil)
        #expect(PrintedShare("24.5%", rounding: .halfUp)?.numbers(of: 49) == Interval(12))
        #expect(PrintedShare("1/3", rounding: .down)?.numbers(of: 30) == Interval(10))
        #expect(PrintedShare("100%", rounding: .up)?.numbers(of: 60) == Interval(60))
        #expect(PrintedShare("101%", rounding: .down) == nil)
    }
}
