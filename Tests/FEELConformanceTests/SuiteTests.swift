import FEEL
import FEELConformance
import Foundation
import Quantities
import TestSupport
import Testing

struct SuiteTests {
    private static let now = DateTime("2021-11-25T08:00:00+08:00") ?? DateTime(date: CalendarDate(days: 0), time: .midnight)

    // The cases are not part of this repository.
    @Test("all cases of the shared suite hold", .enabled(if: Places.shared != nil, "the conformance cases are not beside this checkout"))
    func sharedSuite() throws {
        let folder = try #require(Places.shared)
        let lines = try String(contentsOf: folder.appending(path: "feel/tck.jsonl"), encoding: .utf8).split(separator: "\n")
        var tally = ConformanceTally()
        for line in lines {
            let outcome = try ConformanceCase(line: line).run(now: Self.now)
            tally.add(outcome)
            #expect(outcome.passed, "\(outcome.id): expected \(outcome.expected), not \(outcome.actual)")
        }
        #expect(tally.total.allPassed == lines.count && lines.count > 1000)
    }

    @Test(
        "a case is run as a decision would be",
        arguments: [
            (
                #"{"id":"1","dir":"d","expression":"a + 1","context":[["a",{"type":"number","value":"1"}]],"expected":{"type":"number","value":"2.000000001"}}"#,
                true
            ),
            (
                #"{"id":"2","dir":"d","expression":"a b + 1","context":[["a",{"type":"number","value":"1"}],["a b",{"expression":"a * 2","kind":"decision"}]],"expected":{"type":"number","value":"3"}}"#,
                true
            ),
            (#"{"id":"3","dir":"d","expression":"[1]","context":[],"feelType":"number","expected":{"type":"number","value":"1"}}"#, true),
            (#"{"id":"4","dir":"d","expression":"\"x\"","context":[],"feelType":"number","expected":{"type":"null"}}"#, true),
            (
                #"{"id":"5","dir":"d","expression":"f(1)","context":[["f",{"expression":"function(n) [n]","kind":"bkm","returnFeelType":"number"}]],"expected":{"type":"number","value":"1"}}"#,
                true
            ),
            (#"{"id":"6","dir":"d","expression":"1","context":[],"expected":{"type":"string","value":"1"}}"#, false),
            (#"{"id":"7","dir":"d","expression":"1 +","context":[],"expected":{"type":"null"}}"#, true),
            (
                #"{"id":"8","dir":"d","expression":"a","context":[["a",{"type":"number","value":"1"}]],"scope":[],"expected":{"type":"null"}}"#,
                true
            ),
        ])
    func outcome(line: String, passes: Bool) throws { #expect(try ConformanceCase(line: line).run(now: Self.now).passed == passes) }

    @Test(
        "a line that is no case says why",
        arguments: [
            ("{", "JSON"), (#"{"id":"1"}"#, "“dir” is missing"),
            (#"{"id":"1","dir":"d","expression":"1","context":[],"expected":{"type":"nummer"}}"#, "there is no type “nummer”"),
            (
                #"{"id":"1","dir":"d","expression":"1","context":[],"expected":{"type":"date","value":"2021-13-01"}}"#,
                "“2021-13-01” is not a date"
            ),
        ])
    func malformed(line: String, reason: String) {
        let error = #expect(throws: ConformanceCase.Malformed.self) { try ConformanceCase(line: line) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }
}
