import Compliance
import Findings
import Quantities
import RulePacks
import SourceText
import TestSupport
import Testing

/// What a calendar says of the days of a window is what `check` says of each of them.
struct WindowConditionTests {
    private static let vocabulary = """
        vocabulary: {zh: 试验, en: Test}
        root: club
        lawTime: fair
        documents: {charter: {zh: 章程, en: charter, required: true}}
        records:
          club:
            zh: 社团
            en: club
            fields:
              program: {zh: 日程, en: program, type: program}
              fair: {zh: 集市, en: fair, type: window, also: [市集], otherwise: program.main}
              dance: {zh: 舞会, en: dance, type: window, otherwise: program.main}
              list: {zh: 名单, en: list, type: date}
              draft: {zh: 草案, en: draft, type: date}
              size: {zh: 人数, en: size, type: integer}
              halls: {zh: 会堂, en: halls, type: list of hall}
              guests: {zh: 来宾, en: guests, type: list of guest}
          program: {zh: 日程, en: program, fields: {main: {zh: 主日, en: main day, type: window}, side: {zh: 副日, en: side day, type: date}}}
          hall: {zh: 会堂, en: hall, key: id, fields: {id: {zh: 编号, en: id, type: text}, fair: {zh: 集市, en: fair, type: window, otherwise: dance}, list: {zh: 名单, en: list, type: date}}}
          guest: {zh: 来宾, en: guest, key: id, fields: {id: {zh: 编号, en: id, type: text}, hall: {zh: 会堂, en: hall, type: reference to halls}, born: {zh: 出生, en: born, type: date}}}
        measures: {grown: {zh: 成年人, en: grown-ups, over: guests, where: born + duration("P1M") <= hall.fair}}
        events:
          fair: {zh: 集市, en: fair, at: program.main}
          list: {zh: 名单, en: list, at: list}
          draft: {zh: 草案, en: draft, at: draft}
        """

    private static func rule(_ id: String, _ lines: String...) -> String {
        let head = "  - {id: \(id), title: {zh: \(id), en: \(id)}, basis: {source: s, article: \"1\", words: a}, force: mandatory, "
        return head + lines.joined(separator: ", ") + "}"
    }

    private static let first = [
        "pack: first\ntitle: {zh: 甲, en: first}\nparameters: {floor: {zh: 下限, en: floor, values: {2000-01-01: 2, 2021-11-13: 4}, basis: {source: s, article: \"1\", words: a}}}\nrules:",
        rule("direct", "event: list", "noLaterThan: P3D before fair"),
        rule("by-otherwise", "event: list", "noLaterThan: P5D before dance"),
        rule("twice-otherwise", "forEach: h in halls", "event: h.list", "noLaterThan: P4D before h.fair"),
        rule("by-when", "when: \"fair >= date(\\\"2021-11-12\\\")\"", "require: size > 2"),
        rule("by-exception", "exceptWhen: \"市集 >= date(\\\"2021-11-14\\\")\"", "require: size < 3"),
        rule("by-alias", "event: draft", "noLaterThan: P2D before 市集"),
        rule("by-path", "event: draft", "noLaterThan: P6D before program.main"),
        rule("by-parameter", "require: size >= floor"),
        rule("by-measure", "measure: grown", "as: count", "atLeast: 1"),
        rule("by-list", "forEach: \"h in halls[fair >= date(\\\"2021-11-15\\\")]\"", "require: h.list != null and size < 4"),
        rule("two-ends", "event: list", "noEarlierThan: P9D before fair", "noLaterThan: P3D before fair"),
        rule("replaced", "require: size > 1"), rule("apart", "require: size < 6"),
        rule("of-another", "event: list", "noLaterThan: program.side"),
    ].joined(separator: "\n")

    private static let second = [
        "pack: second\ntitle: {zh: 乙, en: second}\nperiod: {from: 2021-11-14}\nrules:", rule("later", "require: size > 3"),
        rule("instead", "overrides: replaced", "ground: {zh: 新, en: new}", "require: size < 4"),
    ].joined(separator: "\n")

    private static func checker() throws -> Checker { Checker(try library(vocabulary, packs: [first, second])) }

    private static func text(_ day: Int) -> String { "2021-11-\(day < 10 ? "0" : "")\(day)" }

    /// What is said besides the day, at random.
    private static func facts(_ random: inout SeededGenerator) -> String {
        func some(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        var lines: [String] = []
        if some(0...5) > 0 { lines.append("list: \(text(some(1...16)))") }
        if some(0...5) > 0 { lines.append("draft: \(text(some(1...16)))") }
        if some(0...7) > 0 { lines.append("size: \(some(1...6))") }
        if some(0...5) == 0 { lines.append("dance: \(text(some(9...18)))") }
        if some(0...3) > 0 {
            let halls = (0..<some(0...3)).map { index in
                "{id: h\(index)" + (some(0...3) == 0 ? ", fair: \(text(some(9...18)))" : "")
                    + (some(0...5) > 0 ? ", list: \(text(some(1...16)))" : "") + "}"
            }
            lines.append("halls: [\(halls.joined(separator: ", "))]")
            let guests = halls.indices.map { "{id: g\($0), hall: h\($0), born: 2021-10-\(some(10...20))}" }
            lines.append("guests: [\(guests.joined(separator: ", "))]")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func expectDayByDay(
        _ checker: Checker, _ window: ClosedRange<CalendarDate>, _ comment: String, dossier: (String) -> DossierInput
    ) throws {
        let options = CheckOptions(asOf: try day("2022-06-01"))
        let days = (window.lowerBound.days...window.upperBound.days).map { CalendarDate(days: $0) }
        let verdicts = days.map { day -> [String: Verdict] in
            let report = checker.check(dossier(day.description), options)
            // Checks of the data itself are no rules of a pack, and speak of no days.
            let results = report.results.filter { result in result.rule.pack != DataCheck.pack }
            return Dictionary(results.map { ($0.rule.id, $0.verdict) }) { $0.rank < $1.rank ? $1 : $0 }
        }
        let found = try #require(
            checker.calendar(dossier("\(window.lowerBound)/\(window.upperBound)"), options).window)
        func holds(_ spans: [Interval<CalendarDate>], _ day: CalendarDate) -> Bool { spans.contains { $0.contains(day) } }
        let conditions = Dictionary(uniqueKeysWithValues: found.conditions.map { ($0.rule.id, $0) })
        let always = Set(verdicts[0].keys.filter { rule in verdicts.allSatisfy { $0[rule] == .fail } })
        for rule in found.broken { #expect(always.contains(rule.id), "\(rule.id) is not broken on every day\n\(comment)") }
        for (day, byRule) in zip(days, verdicts) {
            for (rule, verdict) in byRule where !always.contains(rule) {
                if let condition = conditions[rule] {
                    #expect(holds(condition.holds, day) == (verdict == .pass), "\(rule) on \(day)\n\(comment)")
                    #expect(holds(condition.breaks, day) == (verdict == .fail), "\(rule) on \(day)\n\(comment)")
                } else {
                    // What says nothing of its days is the same on all of them, or open.
                    #expect(verdict != .fail, "\(rule) on \(day)\n\(comment)")
                }
            }
            let isBroken = byRule.contains { $0.value == .fail && !always.contains($0.key) }
            #expect(holds(found.unbroken, day) != isBroken, "\(day)\n\(comment)")
        }
    }

    @Test("days on which nothing is broken are those on which check finds nothing broken, by whatever way a rule reaches the day")
    func dayByDay() throws {
        let checker = try Self.checker()
        var random = SeededGenerator(seed: 2021)
        for _ in 0..<150 {
            let facts = Self.facts(&random)
            let from = Int.random(in: 8...14, using: &random)
            let window = try day(Self.text(from))...day(Self.text(from + Int.random(in: 1...6, using: &random)))
            try expectDayByDay(checker, window, facts) { day in
                let program = "program: {main: \(day), side: 2021-11-08}\n"
                return DossierInput(path: "d", files: [SourceFile(name: "d.yaml", text: "kind: charter\n\(program)\(facts)")])
            }
        }
    }

    @Test("so it is with the rules that come with the program")
    func shipped() throws {
        let checker = Checker(try library("rules"))
        var random = SeededGenerator(seed: 11)
        for _ in 0..<12 {
            func some(_ range: ClosedRange<Int>) -> String { Self.text(Int.random(in: range, using: &random)) }
            let facts = """
                文书: 工作方案
                行政区域: {名称: 试镇, 层级: 乡级, 所属区划: [某县], 人口: 30000}
                公告: {选民名单: {公布日期: \(some(1...8))}, 代表候选人名单: {公布日期: \(some(5...13))}, 正式代表候选人名单: {公布日期: \(some(12...20))}}
                选区: [{编号: "1", 名额: 2}, {编号: "2", 名额: 1, 选举日: \(some(20...28))}, {编号: "3", 名额: 2, 投票情况: {宣布结果日期: \(some(22...29))}}]
                被提名人: [{编号: a, 选区: "1", 出生: 2003-11-\(some(20...28).suffix(2))}]

                """
            try expectDayByDay(checker, try day("2021-11-20")...day("2021-11-28"), facts) { day in
                DossierInput(
                    path: "town", files: [SourceFile(name: "town.yaml", text: "\(facts)---\n文书: 数据快照\n截至: 2022-05-01\n选举日: \(day)\n")])
            }
        }
    }
}
