import Findings
import Quantities
import SourceText
import Testing

@testable import Compliance

struct BoundTallyTests {
    /// A tally of bounds, each with its outcome, its limit, and how far a number is from it.
    private func tally(_ bounds: [(outcome: Bool?, limit: Int, margin: Int)]) -> BoundTally {
        bounds.reduce(into: BoundTally()) { tally, bound in
            tally.add(
                bound.outcome, Requirement(.atLeast, .count(Interval(bound.limit), unit: nil)),
                Margin(Slack(bound.margin, moreIsBetter: true), unit: nil))
        }
    }

    private func limits(_ tally: BoundTally) -> [String] { tally.required.map(\.bound.text.en) }

    @Test("of bounds that are kept all are told, with the tightest margin")
    func kept() {
        let tally = tally([(true, 1, 4), (true, 2, 3), (true, 3, 5)])
        #expect(limits(tally) == ["1", "2", "3"] && tally.margin?.value == 3 && !tally.hasFailed && !tally.isOpen)
    }

    @Test("once a bound is broken only the broken ones are told, wherever they stand")
    func broken() {
        let tally = tally([(true, 1, 0), (false, 2, -1), (true, 3, 0), (false, 4, -2)])
        #expect(limits(tally) == ["2", "4"] && tally.margin?.value == -2 && tally.hasFailed)
    }

    @Test("a bound of which it is not known whether it is kept leaves the tally open, and another may still break it")
    func open() {
        #expect(tally([(true, 1, 0), (nil, 2, 0)]).isOpen && !tally([(true, 1, 0), (nil, 2, 0)]).hasFailed)
        let broken = tally([(nil, 1, 0), (false, 2, -1), (nil, 3, 0)])
        #expect(limits(broken) == ["2"] && broken.hasFailed && broken.isOpen)
    }

    @Test("words are not made where a bound is not told")
    func lazy() {
        var tally = tally([(false, 1, -1)])
        tally.add(
            true,
            {
                Issue.record("made"); return nil
            }(), nil)
    }
}
