import Compliance
import FEEL
import Findings
import Quantities
import SourceText
import Testing

/// A plan is reviewed by itself, and the same dossier later shows what became of it.
struct PlanTests {
    private static let head = "文书: 工作方案\n行政区域: {层级: 乡级}\n选举日: 2021-11-25\n"

    private func check(_ plan: String, _ state: String? = nil, asOf: String) throws -> DossierReport {
        var files = [SourceFile(name: "plan.yaml", text: Self.head + plan)]
        if let state { files.append(SourceFile(name: "state.yaml", text: "文书: 数据快照\n截至: \(asOf)\n" + state)) }
        return Checker(try library("rules")).check(DossierInput(path: "town", files: files), CheckOptions(asOf: try day(asOf)))
    }

    @Test("a plan alone is judged, and its verdicts say that they stand on it")
    func planAlone() throws {
        let report = try check("公告: {选民名单: {公布日期: 2021-11-05}, 代表候选人名单: {公布日期: 2021-11-12}}\n", asOf: "2021-09-01")
        let roll = try #require(report.first("voter-roll-published", .pass))
        #expect(roll.planned.map(\.path) == ["notices.voterRoll.date", "electionDay"])
        #expect(roll.message(in: .zh).hasSuffix("，按计划（公告的公布日期、选举日）"), "\(roll.message(in: .zh))")
        let list = try #require(report.first("initial-list-published", .fail))
        #expect(list.planned.map(\.path) == ["notices.initialList.date", "electionDay"] && list.margin?.value == -2)
        // What is neither planned nor stated is not due yet.
        #expect(report.verdict("formal-list-published") == .pending)
    }

    @Test("a roll that is published later than planned is late, and not a contradiction; the difference is a note with both places")
    func late() throws {
        let report = try check(
            "公告: {选民名单: {公布日期: 2021-11-05}}\n", "选举日: 2021-11-25\n公告: {选民名单: {公布日期: 2021-11-08}}\n", asOf: "2021-11-10")
        #expect(report.verdict("data-contradiction") == nil)
        let roll = try #require(report.first("voter-roll-published", .fail))
        #expect(roll.margin?.value == -3 && roll.planned.isEmpty)
        let difference = try #require(report.first("data-plan", .fail))
        #expect(difference.rule.severity == .note && difference.place.file.name == "state.yaml")
        #expect(difference.related.map(\.place.file.name) == ["plan.yaml"])
        #expect(difference.message(in: .zh) == "公告的公布日期：2021-11-08，计划为“2021-11-05”")
        #expect(report.summary.violations[.note] == 1)
    }

    @Test(
        "once the planned day is past, a plan that keeps the rule says nothing of what happened, and one that breaks it breaks it",
        arguments: [
            ("2021-11-05", "2021-11-05", Verdict.pass), ("2021-11-05", "2021-11-06", .unknown), ("2021-11-06", "2021-11-06", .fail),
            ("2021-11-06", "2021-12-01", .fail),
        ])
    func overdue(planned: String, asOf: String, verdict: Verdict) throws {
        let report = try check("公告: {选民名单: {公布日期: \(planned)}}\n", asOf: asOf)
        #expect(report.verdict("voter-roll-published") == verdict)
        guard verdict == .unknown, let result = report.first("voter-roll-published", .unknown) else { return }
        #expect(result.note?.zh == "只有计划，未见实际" && result.missing.map(\.fact.path) == ["notices.voterRoll.date"])
        #expect(result.missing.map(\.state) == [.planned])
        let item = try #require(Worklist(report).items.first { $0.missing.fact.path == "notices.voterRoll.date" })
        #expect(item.isDue && item.missing.stateText?.zh == "（只有计划）")
    }

    @Test("what happened is held against a day that is only planned, as long as that day is to come")
    func mixed() throws {
        let state = "公告: {选民名单: {公布日期: 2021-11-04}}\n"
        let before = try #require(try check("", state, asOf: "2021-11-25").first("voter-roll-published", .pass))
        #expect(before.planned.map(\.path) == ["electionDay"])
        let after = try #require(try check("", state, asOf: "2021-11-26").first("voter-roll-published", .unknown))
        #expect(after.missing.map(\.fact.path) == ["electionDay"])
    }

    @Test("numbers are planned too, and the actual one is judged")
    func numbers() throws {
        let plan = "选区: [{编号: \"1\", 名额: 3}, {编号: \"2\", 名额: 4}]\n"
        let alone = try check(plan, asOf: "2021-12-20")
        let fail = try #require(alone.first("district-seats", .fail))
        #expect(fail.subject?.key == "2" && fail.planned.map(\.path) == ["seats"])
        #expect(try #require(alone.first("district-seats", .pass)).planned.map(\.path) == ["seats"])
        let later = try check(plan, "选区: [{编号: \"2\", 名额: 2}]\n", asOf: "2021-12-20")
        #expect(later.verdict("district-seats") == .pass && later.verdict("data-contradiction") == nil)
        #expect(later.first("data-plan", .fail)?.subject?.key == "2")
    }

    @Test("an end alone of a planned day decides what it can")
    func openEnd() throws {
        let region = "行政区域: {所属区划: [鄂托克前旗]}\n"
        func verdict(_ end: String) throws -> Verdict? {
            try check("第一次会议: {召开日期: {止: \(end)}}\n", region, asOf: "2021-10-02").verdict("first-session-deadline")
        }
        #expect(try verdict("2021-12-10") == .pass)
        #expect(try verdict("2021-12-11") == .pending)
    }

    @Test("the calendar says which days are planned, and does not call kept what nobody has reported")
    func calendar() throws {
        let files = [SourceFile(name: "plan.yaml", text: Self.head + "公告: {选民名单: {公布日期: 2021-11-05}}\n")]
        func roll(_ asOf: String) throws -> StatutoryCalendar.Entry? {
            Checker(try library("rules")).calendar(DossierInput(path: "town", files: files), CheckOptions(asOf: try day(asOf))).entries
                .first { $0.id == "voter-roll-published" }
        }
        let before = try #require(try roll("2021-11-05"))
        #expect(before.isPlanned && before.isKept == true && before.actualText?.zh == "2021-11-05（按计划）")
        #expect(try roll("2021-11-06")?.isKept == nil)
    }
}
