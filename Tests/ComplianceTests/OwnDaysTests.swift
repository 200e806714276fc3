import Compliance
import FEEL
import Findings
import Quantities
import SourceText
import Testing

/// Records that have days and notices of their own, and those that take over what holds for all.
struct OwnDaysTests {
    private func report(_ lines: String, asOf: String = "2021-12-20") throws -> DossierReport {
        Checker(try library("rules")).check(input(lines, of: asOf), CheckOptions(asOf: try day(asOf)))
    }

    private func input(_ lines: String, of date: String = "2021-11-01") -> DossierInput {
        let region = "行政区域: {层级: 乡级, 所属区划: [鄂托克前旗]}\n"
        return DossierInput(
            path: "town",
            files: [
                SourceFile(name: "plan.yaml", text: "文书: 工作方案\n" + region),
                SourceFile(name: "state.yaml", text: "文书: 数据快照\n截至: \(date)\n" + lines),
            ])
    }

    @Test("a list that comes after a district has voted is late for that district alone")
    func earlier() throws {
        let lists = "公告: {代表候选人名单: {公布日期: 2021-10-20}, 正式代表候选人名单: {公布日期: 2021-11-20}}\n"
        let report = try report("选举日: 2021-11-29\n\(lists)选区: [{编号: \"1\"}, {编号: \"2\", 选举日: 2021-11-10}, {编号: \"3\"}]\n")
        let results = report.results.filter { $0.rule.id == "formal-list-published" }
        #expect(results.map(\.verdict) == [.pass, .fail])
        #expect(results.map { $0.subject?.key } == [nil, "2"])
        #expect(results[1].message(in: .zh) == "选区 2：2021-11-20，须不晚于 2021-11-03（选举日之前 7 天），晚 17 天")
    }

    @Test("records without own days are judged once, in the name of all, whether or not there is a list of them")
    func shared() throws {
        let notice = "选举日: 2021-11-25\n公告: {选民名单: {公布日期: 2021-11-06}}\n"
        for list in ["", "选区: [{编号: \"1\"}, {编号: \"2\"}]\n"] {
            let results = try report(notice + list).results.filter { $0.rule.id == "voter-roll-published" }
            #expect(results.map(\.verdict) == [.fail] && results[0].subject == nil)
            #expect(results[0].place.span.start.line == 4)
        }
        #expect(try report(notice + "选区: []\n").verdict("voter-roll-published") == .notApplicable)
        // Where every district has its own day, that of the congress concerns nobody.
        let own = try report(notice + "选区: [{编号: \"1\", 选举日: 2021-11-27}]\n").results.filter { $0.rule.id == "voter-roll-published" }
        #expect(own.map(\.verdict) == [.pass] && own[0].subject?.key == "1")
    }

    @Test("what is missing for all is asked once, and what is missing for a list that is not there is the list")
    func missing() throws {
        let report = try report("选举日: 2021-11-25\n")
        #expect(report.first("voter-roll-published", .unknown)?.missing.map(\.fact.path) == ["notices"])
        #expect(report.first("results-announced", .unknown)?.missing.map(\.fact.path) == ["districts"])
    }

    @Test(
        "the two months run from the last district that has elected",
        arguments: [
            ("", "2022-01-25", Verdict.pass), ("", "2022-02-04", .fail),
            ("选区: [{编号: \"1\"}, {编号: \"2\", 选举日: 2021-12-05}]\n", "2022-02-04", .pass),
            ("选区: [{编号: \"1\"}, {编号: \"2\", 选举日: 2021-12-05}]\n", "2022-02-06", .fail),
            ("选区: [{编号: \"1\"}, {编号: \"2\", 选举日: 不详}]\n", "2022-01-25", .unknown),
            ("选区: [{编号: \"1\"}, {编号: \"2\", 投票日: [2021-11-25, 2021-11-28]}]\n", "2022-01-28", .pass),
        ])
    func completion(districts: String, session: String, verdict: Verdict) throws {
        let report = try report("选举日: 2021-11-25\n\(districts)第一次会议: {召开日期: \(session)}\n", asOf: "2022-02-20")
        #expect(report.verdict("first-session-two-months") == verdict)
    }

    @Test("voting over several days is no open day: notices count from its first, completion from its last")
    func severalDays() throws {
        func verdicts(_ days: String) throws -> [Verdict?] {
            let report = try report("投票日: \(days)\n公告: {选民名单: {公布日期: 2021-11-28}}\n第一次会议: {召开日期: 2022-02-20}\n", asOf: "2022-02-25")
            return ["voter-roll-published", "first-session-two-months"].map(report.verdict)
        }
        #expect(try verdicts("[2021-12-18, 2021-12-20]") == [.pass, .pass])
        #expect(try verdicts("{起: 2021-12-18, 止: 2021-12-20}") == [.pass, .unknown])
        #expect(try verdicts("[2021-12-17, 2021-12-20]") == [.fail, .pass])
    }

    @Test("the calendar has the days of all, and of each record that has its own")
    func calendar() throws {
        let lines = "选举日: 2021-11-25\n选区: [{编号: \"1\"}, {编号: \"2\", 选举日: 2021-12-05}]\n选民名单申诉: [{编号: S1, 提出日期: 2021-10-28}]\n"
        let calendar = Checker(try library("rules")).calendar(input(lines), CheckOptions(asOf: try day("2021-11-01")))
        func entries(_ id: String) -> [String] {
            calendar.entries.filter { $0.id == id && $0.relation == .atMost }.map { "\($0.subject?.key ?? "") \($0.days.text.zh)" }
        }
        #expect(entries("voter-roll-published") == [" 2021-11-05", "2 2021-11-15"])
        #expect(entries("roll-suits-close") == [" 2021-11-20", "2 2021-11-30"])
        #expect(entries("roll-appeal-decided") == ["S1 2021-10-31"])
        #expect(entries("nominee-of-age").isEmpty)
    }

    @Test("an open day of all leaves out the records that have their own, and says on which days it holds")
    func window() throws {
        let notice = "选举日: 2021-11-20/2021-11-30\n公告: {选民名单: {公布日期: 2021-11-08}}\n"
        let report = try report(notice + "选区: [{编号: \"1\"}, {编号: \"2\", 选举日: 2021-11-29}]\n")
        let results = report.results.filter { $0.rule.id == "voter-roll-published" }
        #expect(Set(results.map(\.verdict)) == [.pass, .unknown])
        #expect(results.first { $0.verdict == .unknown }?.note?.zh == "当且仅当选举日不早于 2021-11-28 时成立")
    }
}
