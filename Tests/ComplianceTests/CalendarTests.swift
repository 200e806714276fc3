import Compliance
import FEEL
import Findings
import Quantities
import SourceText
import TestSupport
import Testing

struct CalendarTests {
    private func calendar(
        _ lines: String, _ window: ClosedRange<CalendarDate>? = nil, edits: [(text: String, instead: String)] = []
    ) throws -> StatutoryCalendar {
        let head = "文书: 工作方案\n行政区域: {名称: 试镇, 层级: 乡级, 所属区划: [某县]}\n"
        let input = DossierInput(path: "town", files: [SourceFile(name: "town.yaml", text: head + lines)])
        return Checker(try library("rules", edits: edits)).calendar(input, CheckOptions(asOf: try day("2021-09-01")), day: window)
    }

    private func entry(_ id: String, _ calendar: StatutoryCalendar, _ relation: Relation = .atMost) throws
        -> StatutoryCalendar.Entry
    {
        try #require(calendar.entries.first { $0.id == id && $0.relation == relation }, "\(calendar.entries.map(\.id))")
    }

    @Test("deadlines follow from the day, and events that nobody has stated from their last lawful day")
    func derived() throws {
        let calendar = try calendar("选举日: 2021-11-25\n")
        #expect(try entry("voter-roll-published", calendar).days.lower?.description == "2021-11-05")
        #expect(try entry("formal-list-published", calendar).days.upper?.description == "2021-11-18")
        let appeals = try entry("roll-appeals-close", calendar)
        #expect(appeals.days.lower?.description == "2021-11-10" && appeals.assumed.map(\.label.zh) == ["公布选民名单"])
        #expect(try entry("roll-suits-close", calendar).days.lower?.description == "2021-11-20")
        #expect(calendar.entries.map(\.days.lower?.days) == calendar.entries.map(\.days.lower?.days).sorted { ($0 ?? 0) < ($1 ?? 0) })
        #expect(calendar.window == nil && calendar.anchor?.days.lower?.description == "2021-11-25")
    }

    @Test("what is stated is used, and held against its bound")
    func stated() throws {
        let calendar = try calendar("选举日: 2021-11-25\n公告: {选民名单: {公布日期: 2021-11-06}}\n")
        let roll = try entry("voter-roll-published", calendar)
        #expect(roll.isKept == false && roll.actual?.lower?.description == "2021-11-06")
        let appeals = try entry("roll-appeals-close", calendar)
        #expect(appeals.days.lower?.description == "2021-11-11" && appeals.assumed.isEmpty)
    }

    @Test("a window gives both ends, the condition of each rule, and the days on which nothing is broken")
    func window() throws {
        let calendar = try calendar("选举日: 2021-11-20/2021-11-30\n公告: {选民名单: {公布日期: 2021-11-08}, 代表候选人名单: {公布日期: 2021-11-10}}\n")
        let roll = try entry("voter-roll-published", calendar)
        #expect(roll.days.lower?.description == "2021-10-31" && roll.days.upper?.description == "2021-11-10" && roll.isKept == nil)
        let window = try #require(calendar.window)
        let condition = try #require(window.conditions.first { $0.rule.id == "voter-roll-published" })
        #expect(window.text(condition).zh == "当且仅当选举日不早于 2021-11-28 时成立")
        #expect(
            window.text(condition).en == "holds if and only if the election day is on or after 2021-11-28")
        #expect(window.unbroken == [Interval(from: try day("2021-11-28"), to: try day("2021-11-30"))])
    }

    @Test("what is broken on every day is named, and does not hide the days that are good for the rest")
    func broken() throws {
        let lists = "代表候选人名单: {公布日期: 2021-11-12}, 正式代表候选人名单: {公布日期: 2021-11-11}"
        let window = try #require(try calendar("选举日: 2021-11-25/2021-11-30\n公告: {\(lists)}\n").window)
        #expect(window.broken.map(\.id) == ["formal-list-published"])
        #expect(window.unbroken == [Interval(from: try day("2021-11-27"), to: try day("2021-11-30"))])
    }

    /// The day is only planned, and may be one of several; the roll has been published.
    private var openDay: DossierInput {
        DossierInput(
            path: "town",
            files: [
                SourceFile(name: "plan.yaml", text: "文书: 工作方案\n行政区域: {层级: 乡级}\n选举日: 2021-11-20/2021-11-30\n"),
                SourceFile(name: "state.yaml", text: "文书: 数据快照\n截至: 2021-11-08\n公告: {选民名单: {公布日期: 2021-11-08}}\n"),
            ])
    }

    @Test("an open result says with which days it holds")
    func note() throws {
        let report = Checker(try library("rules")).check(openDay, CheckOptions(asOf: try day("2021-11-20")))
        let result = try #require(report.first("voter-roll-published", .unknown))
        #expect(result.note?.zh == "当且仅当选举日不早于 2021-11-28 时成立")
    }

    @Test("an assumed day takes the place of the dossier's; without any day nothing is derived")
    func assumed() throws {
        let day = try day("2022-01-10")
        #expect(try entry("voter-roll-published", calendar("", day...day)).days.lower?.description == "2021-12-21")
        let none = try calendar("")
        #expect(none.anchor == nil && none.missing.count == 1)
    }

    @Test("an event that is bound to a day carries what follows from it")
    func boundToDay() throws {
        let edit = (
            "    event: voterRollPublished\n    noLaterThan: P20D before electionDay",
            "    event: voterRollPublished\n    on: P25D before electionDay"
        )
        let calendar = try calendar("选举日: 2021-11-25\n", edits: [edit])
        #expect(try entry("voter-roll-published", calendar, .equal).days.lower?.description == "2021-10-31")
        let appeals = try entry("roll-appeals-close", calendar)
        #expect(appeals.days.lower?.description == "2021-11-05" && appeals.assumed.map(\.label.zh) == ["公布选民名单"])
    }

    /// Everything that a calendar says in its entries.
    private func shown(_ calendar: StatutoryCalendar) -> [String] {
        calendar.entries.map { entry in
            let days = Quantity.days(entry.days).text(in: .en)
            let actual = entry.actual.map { Quantity.days($0).text(in: .en) } ?? ""
            return "\(entry.id) \(entry.title.zh) \(entry.title.en) \(entry.relation) \(days) \(entry.origin.zh) \(entry.origin.en) "
                + "\(actual) \(entry.isKept.map(String.init) ?? "") \(entry.assumed.map(\.label.en))"
        }
    }

    @Test(
        "an event that a rule calls by its field is the same event",
        arguments: [
            ("event: district.notices.voterRoll.date", "event: district.公告.选民名单.公布日期"),
            ("event: deputiesConfirmed", "event: notices.confirmedDeputies.date"),
        ])
    func eventByPath(name: String, path: String) throws {
        let expected = try calendar("选举日: 2021-11-25\n")
        let found = try calendar("选举日: 2021-11-25\n", edits: [(name, path)])
        #expect(shown(found) == shown(expected))
        #expect(try entry("roll-appeals-close", found).assumed.map(\.label.en) == ["publication of the voter roll"])
    }

    @Test("a rule that calls the day by an alias of its field keeps its window condition, and its bound reads with the field's label")
    func alias() throws {
        let rules = try library(
            "rules",
            edits: [("    noLaterThan: P20D before district.electionDay", "    noLaterThan: P20D before district.投票日")])
        let report = Checker(rules).check(openDay, CheckOptions(asOf: try day("2021-11-20")))
        let result = try #require(report.first("voter-roll-published", .unknown))
        #expect(result.note?.en == "holds if and only if the election day is on or after 2021-11-28")
        let origin = try #require(result.required.first?.origin)
        #expect(origin.zh == "选举日之前 20 天" && origin.en == "20 days before election day")
    }
}
