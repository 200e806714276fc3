import Findings
import Quantities
import SourceText
import Testing

struct WorklistTests {
    private func waiting(_ id: String, _ verdict: Verdict, for facts: [MissingFact]) -> RuleResult {
        var result = RuleResult(rule: Bare.rule(id), verdict: verdict, place: Bare.place)
        result.missing = facts
        result.dueOn = CalendarDate(days: 10)
        return result
    }

    @Test("facts stand by how many due rules wait, then by those that wait for nothing else, then by record and path")
    func order() {
        let (a, b, c, d) = (Bare.missing("10", "size"), Bare.missing("9", "size"), Bare.missing("1", "name"), Bare.missing("1", "age"))
        let list = Worklist(
            Bare.report([
                waiting("first", .unknown, for: [a, b]), waiting("second", .unknown, for: [b]), waiting("third", .pending, for: [c]),
                waiting("fourth", .pending, for: [d]), waiting("fifth", .unknown, for: [a, c]),
            ]))
        #expect(list.items.map(\.missing.fact.label.en) == ["size of 9", "size of 10", "name of 1", "age of 1"])
        #expect(list.items.map(\.isDue) == [true, true, true, false])
        #expect(list.items[3].waiting[0].dueOn == CalendarDate(days: 10) && list.items[3].waiting[0].isOnly)
        #expect(list.summary.count(.unknown) == 3 && list.summary.count(.pending) == 2)
    }

    @Test("facts of one field for which the same rules wait are one thing to ask for; those of another record type are not")
    func groups() {
        let facts = ["1", "2", "3"].map { Bare.missing($0, "size") }
        let list = Worklist(Bare.report([waiting("a", .unknown, for: facts), waiting("b", .unknown, for: [facts[2]])]))
        #expect(Worklist.grouped(list.items).map(\.count) == [1, 2])
        #expect(WorklistPhrases.title(of: Worklist.grouped(list.items)[1]).en == "size: 2 places")
        #expect(WorklistPhrases.waiting(for: [list.items[0]]).zh == "2 条规则在等，其中 1 条只缺这一项：a、b")
    }
}
