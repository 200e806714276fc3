import Quantities
import Testing

struct IntervalTests {
    /// All intervals over a few numbers, with every kind of end.
    private static let all: [Interval<Int>] = [nil, 0, 1, 2, 3].flatMap { lower in
        [nil, 0, 1, 2, 3].flatMap { upper in
            [true, false].flatMap { includesLower in
                [true, false].compactMap { includesUpper -> Interval<Int>? in
                    if let lower, let upper, lower > upper || lower == upper && !(includesLower && includesUpper) { return nil }
                    return Interval(from: lower, to: upper, includesLower: includesLower, includesUpper: includesUpper)
                }
            }
        }
    }

    /// Quarter steps tell open ends from closed ones.
    private static let probes = (-4...16).map { Fraction($0, 4) }

    private static func members(_ interval: Interval<Int>) -> [Bool] {
        let fractions = interval.map { Fraction($0) } ?? .all
        return probes.map(fractions.contains)
    }

    @Test("an intersection holds what both hold, a hull what either holds")
    func together() {
        for a in Self.all {
            for b in Self.all {
                let both = zip(Self.members(a), Self.members(b)).map { $0 && $1 }
                #expect(a.intersection(b).map(Self.members) ?? both.map { _ in false } == both, "\(a) \(b)")
                let hull = Self.members(a.hull(b))
                #expect(zip(hull, zip(Self.members(a), Self.members(b))).allSatisfy { $0 || !($1.0 || $1.1) }, "\(a) \(b)")
                #expect(a.contains(b) == zip(Self.members(a), Self.members(b)).allSatisfy { $0 || !$1 }, "\(a) \(b)")
            }
        }
    }

    @Test("the whole numbers within an interval")
    func wholeNumbers() {
        #expect(Interval(from: Fraction(5, 2), to: Fraction(7, 2)).wholeNumbers == Interval(3))
        #expect(Interval(from: Fraction(2), to: Fraction(4), includesLower: false, includesUpper: false).wholeNumbers == Interval(3))
        #expect(Interval(from: Fraction(5, 2), to: Fraction(11, 4)).wholeNumbers == nil)
        #expect(Interval(from: Fraction(-5, 2), to: nil).wholeNumbers == Interval(from: -2, to: nil))
        #expect(Interval(from: Decimal("2.5"), to: Decimal("1e40")).wholeNumbers == nil)
    }

    @Test("sums of what is not known exactly")
    func sums() {
        #expect(Interval(from: 1, to: 2) + Interval(from: 10, to: nil) == Interval(from: 11, to: nil))
        #expect(Interval(Int.max) + Interval(1) == Interval(from: nil, to: nil))
    }
}
