import Quantities
import TestSupport
import Testing

/// Bounds against what they stand for: every value that the quantity and the limit can have is tried.
struct BoundTests {
    private static let relations = [Relation.atLeast, .atMost, .above, .below, .equal, .notEqual]

    private static func holds(_ relation: Relation, _ value: Int, _ limit: Int) -> Bool {
        switch relation {
        case .atLeast: value >= limit
        case .atMost: value <= limit
        case .above: value > limit
        case .below: value < limit
        case .equal: value == limit
        default: value != limit
        }
    }

    @Test("a bound on days is decided as all pairs of days agree, and only then", arguments: 0..<20)
    func days(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 900)
        for _ in 0..<200 {
            let (a, b) = (Int.random(in: 0...6, using: &random), Int.random(in: 0...6, using: &random))
            let days = a...a + Int.random(in: 0...3, using: &random)
            let limits = b...b + Int.random(in: 0...3, using: &random)
            for relation in Self.relations {
                let outcomes = Set(days.flatMap { day in limits.map { Self.holds(relation, day, $0) } })
                let demand = Bound(relation, Interval(limits).map { CalendarDate(days: $0) } ?? .all)
                let outcome = demand.outcome(of: Interval(days).map { CalendarDate(days: $0) } ?? .all)
                #expect(outcome == (outcomes.count == 1 ? outcomes.first : nil), "seed \(seed): \(days) \(relation) \(limits)")
            }
        }
    }

    @Test("a share is judged as all completions of a roster agree, and only then", arguments: 0..<40)
    func shares(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 500)
        for _ in 0..<100 {
            let size = Int.random(in: 1...7, using: &random)
            let certain = Int.random(in: 0...size, using: &random)
            let open = Int.random(in: 0...size - certain, using: &random)
            let limit = Fraction(Int.random(in: 0...6, using: &random), Int.random(in: 1...6, using: &random))
            let share = Interval(from: Fraction(certain, size), to: Fraction(certain + open, size))
            for relation in Self.relations.prefix(4) {
                let outcomes = Set(
                    (certain...certain + open).map { Self.holds(relation, $0 * limit.denominator, limit.numerator * size) })
                let outcome = Bound(relation, Interval(limit)).outcome(of: share)
                #expect(outcome == (outcomes.count == 1 ? outcomes.first : nil), "seed \(seed): \(share) \(relation) \(limit)")
            }
        }
    }

    @Test("the slack is the least change of a whole number that turns the outcome", arguments: Self.relations.filter { $0 != .notEqual })
    func slack(relation: Relation) throws {
        for (numerator, denominator) in [(5, 1), (16, 3), (7, 2), (0, 1)] {
            let limit = Fraction(numerator, denominator)
            let demand = Bound(relation, Interval(limit))
            for number in 0...12 {
                let isKept = Self.holds(relation, number * denominator, numerator)
                #expect(demand.outcome(of: Interval(Fraction(number))) == isKept)
                guard let slack = demand.slack(of: Interval(number), isKept: isKept) else {
                    #expect(relation == .equal && denominator > 1)
                    continue
                }
                #expect((slack.value < 0) == !isKept)
                // One step beyond the slack the outcome is another; at the slack it is what a kept bound is.
                let towards = slack.moreIsBetter ? number - slack.value : number + slack.value
                #expect(Self.holds(relation, towards * denominator, numerator), "\(number) \(relation) \(limit): \(slack)")
                let beyond = slack.moreIsBetter ? towards - 1 : towards + 1
                #expect(!Self.holds(relation, beyond * denominator, numerator), "\(number) \(relation) \(limit): \(slack)")
            }
        }
    }

    @Test("of what is not known exactly the least favourable end counts on a pass, the most favourable on a failure")
    func uncertainSlack() {
        let demand = Bound(.atLeast, Interval(from: 5, to: 7))
        #expect(demand.slack(of: Interval(from: 8, to: 10), isKept: true) == Slack(1, moreIsBetter: true))
        #expect(demand.slack(of: Interval(from: 1, to: 3), isKept: false) == Slack(-2, moreIsBetter: true))
        #expect(demand.slack(of: Interval(from: 8, to: nil), isKept: true) == Slack(1, moreIsBetter: true))
        #expect(Bound(.within, Interval(from: 3, to: 6)).slack(of: Interval(from: 4, to: nil), isKept: true) == nil)
    }

    @Test("a limit that stays below its end is kept by the end itself")
    func halfOpen() {
        let rounded = Interval(from: Fraction(249, 1000), to: Fraction(1, 4), includesUpper: false)
        #expect(Bound(.above, rounded).outcome(of: Interval(Fraction(1, 4))) == true)
        #expect(Bound(.atLeast, rounded).outcome(of: Interval(Fraction(1, 4))) == true)
        #expect(Bound(.atLeast, Interval(Fraction(1, 4))).outcome(of: rounded) == false)
        #expect(Bound(.below, rounded).outcome(of: Interval(Fraction(249, 1000))) == nil)
    }

    @Test("within a tolerance on either side")
    func about() throws {
        let demand = try #require(Bound(about: Interval(Fraction(1, 3)), tolerance: Fraction(1, 20)))
        #expect(demand.outcome(of: Interval(Fraction(17, 60))) == true)
        #expect(demand.outcome(of: Interval(Fraction(16, 60))) == false)
        #expect(demand.outcome(of: Interval(from: Fraction(16, 60), to: Fraction(20, 60))) == nil)
        let numbers = try #require(demand.map { $0.multiplied(by: 60) }).wholeNumbers
        #expect(numbers.certain == Interval(17...23))
    }
}
