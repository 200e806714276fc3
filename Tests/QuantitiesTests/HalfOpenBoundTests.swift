import Quantities
import Testing

/// The margin of a bound whose limit is only known to lie within an interval, whose ends may belong to it or not.
struct HalfOpenBoundTests {
    @Test("where a bound is kept the margin is none or more, where it is broken less than none, whatever ends the limit has")
    func signs() {
        let relations: [Relation] = [.atLeast, .atMost, .above, .below, .equal, .within]
        var compared = 0
        for numerator in 0...12 {
            for length in 0...4 {
                for ends in 0..<4 where length > 0 || ends == 3 {
                    let limit = Interval(
                        from: Fraction(numerator, 4), to: Fraction(numerator + length, 4), includesLower: ends & 1 > 0,
                        includesUpper: ends & 2 > 0)
                    for relation in relations {
                        let bound = Bound(relation, limit)
                        for number in -1...5 {
                            for more in 0...1 {
                                let found = Interval(number...number + more)
                                guard let isKept = bound.outcome(of: found.map { Fraction($0) } ?? .all),
                                    let slack = bound.slack(of: found, isKept: isKept)
                                else { continue }
                                compared += 1
                                #expect((slack.value >= 0) == isKept, "\(relation) \(limit) of \(found): \(slack)")
                            }
                        }
                    }
                }
            }
        }
        #expect(compared > 3_000)
    }
}
