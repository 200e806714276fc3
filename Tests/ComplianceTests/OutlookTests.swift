import Compliance
import FEEL
import Findings
import Quantities
import SourceText
import TestSupport
import Testing

/// Small slates, whose outcomes are all tried.
struct OutlookTests {
    private struct Person {
        var woman: Bool
        var nonParty: Bool
        var reelected: Bool
        var cadre: Bool
        var head: Bool
        var minority: Bool

        static func random(_ random: inout SeededGenerator) -> Person {
            func flip(_ chance: Int) -> Bool { Int.random(in: 0..<100, using: &random) < chance }
            let identity = Int.random(in: 0..<4, using: &random)
            return Person(
                woman: flip(35), nonParty: flip(40), reelected: flip(40), cadre: identity == 0, head: identity == 1, minority: flip(30))
        }

        /// Somebody whom these measures count.
        init(labels: [String]) {
            func has(_ label: String) -> Bool { labels.contains { $0.contains(label) } }
            (woman, nonParty, reelected) = (has("妇女"), has("非中共党员"), has("连任"))
            (cadre, head, minority) = (has("领导干部"), has("企业负责人"), has("少数民族"))
        }

        private init(woman: Bool, nonParty: Bool, reelected: Bool, cadre: Bool, head: Bool, minority: Bool) {
            (self.woman, self.nonParty, self.reelected) = (woman, nonParty, reelected)
            (self.cadre, self.head, self.minority) = (cadre, head, minority)
        }

        var flags: [Bool] { [woman, nonParty, reelected, cadre, head, minority] }

        func yaml(_ id: Int, _ district: Int) -> String {
            "  - {编号: N\(id), 姓名: 甲\(id), 选区: \"\(district)\", 性别: \(woman ? "女" : "男"), 政治面貌: \(nonParty ? "群众" : "中共党员"), "
                + "主要身份: \(cadre ? "党政领导干部" : head ? "企业负责人" : "农牧民"), 民族: \(minority ? "蒙古族" : "汉族"), "
                + "连任: \(reelected ? "是" : "否"), 正式代表候选人: 是}\n"
        }
    }

    private struct Town {
        var districts: [(seats: Int, people: [Person])]
        /// Of ten deputies before: women, cadres, heads of enterprises.
        var before: (women: Int, cadres: Int, heads: Int)

        var input: DossierInput {
            var text = """
                文书: 工作方案
                行政区域: {名称: 试镇, 层级: 乡级, 所属区划: [内蒙古自治区, 鄂尔多斯市, 鄂托克前旗]}
                选举日: 2021-11-25
                上届: {代表结构统计: {代表总数: 10, 妇女代表: \(before.women), 党政领导干部代表: \(before.cadres), 企业负责人代表: \(before.heads)}}
                结构要求:
                  - {指标: 连任代表, 要求: 左右, 比例: 1/3}
                  - {指标: 非中共党员代表, 要求: 不少于, 比例: 35%}
                  - {指标: 妇女代表, 要求: 高于, 对照: 上届, 效力: 原则上}
                  - {指标: 党政领导干部代表, 要求: 不高于, 对照: 上届}
                  - {指标: 企业负责人代表, 要求: 不高于, 对照: 上届, 效力: 统筹}
                选区:

                """
            for (index, district) in districts.enumerated() {
                text += "  - {编号: \"\(index)\", 名称: 第\(index)选区, 应选代表名额: \(district.seats)}\n"
            }
            text += "被提名人:\n"
            var id = 0
            for (index, district) in districts.enumerated() {
                for person in district.people {
                    id += 1
                    text += person.yaml(id, index)
                }
            }
            return DossierInput(path: "town", files: [SourceFile(name: "town.yaml", text: text)])
        }

        var seats: Int { districts.reduce(0) { $0 + $1.seats } }

        /// The counts of all outcomes.
        var outcomes: Set<[Int]> {
            var sums: Set<[Int]> = [Array(repeating: 0, count: 6)]
            for district in districts {
                var next: Set<[Int]> = []
                for bits in 0..<1 << district.people.count where bits.nonzeroBitCount == district.seats {
                    let chosen = district.people.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
                    let part = (0..<6).map { measure in chosen.count { $0.flags[measure] } }
                    for sum in sums { next.insert(zip(sum, part).map(+)) }
                }
                sums = next
            }
            return sums
        }

        /// Whether the rules hold for the counts of an outcome, in plain arithmetic.
        func holds(_ counts: [Int]) -> [String: Bool] {
            [
                "women-share": counts[0] * 10 > before.women * seats, "non-party-share": counts[1] * 100 >= 35 * seats,
                "reelected-share": counts[2] * 3 >= seats, "cadre-share": counts[3] * 10 <= before.cadres * seats,
                "structure-target": counts[4] * 10 <= before.heads * seats, "minority-deputies": counts[5] >= 1,
                "women-deputies": counts[0] >= 1, "grassroots-deputies": counts[3] + counts[4] < seats,
            ]
        }
    }

    private func options() throws -> CheckOptions { CheckOptions(asOf: try day("2021-11-20")) }

    private func town(_ random: inout SeededGenerator) -> Town {
        let districts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let seats = Int.random(in: 1...2, using: &random)
            let people = (0..<Int.random(in: seats + 1...seats * 2, using: &random)).map { _ in Person.random(&random) }
            return (seats: seats, people: people)
        }
        func some(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        return Town(districts: districts, before: (some(0...5), some(1...5), some(0...4)))
    }

    @Test("every rule, and all rules together, have the prospect that trying all outcomes shows", arguments: 0..<8)
    func outcomes(seed: UInt64) throws {
        let checker = Checker(try library("rules"))
        var random = SeededGenerator(seed: seed + 70)
        for _ in 0..<25 {
            let town = town(&random)
            let outlook = checker.outlook(town.input, try options())
            #expect(outlook.head.diagnostics.isEmpty && outlook.rules.count == 8, "\(outlook.head.diagnostics.map(\.message.zh))")
            let all = town.outcomes.map(town.holds)
            for rule in outlook.rules {
                let verdicts = Set(all.compactMap { $0[rule.rule.id] })
                let expected: SlateOutlook.Prospect = verdicts == [true] ? .certain : verdicts == [false] ? .impossible : .possible
                #expect(rule.prospect == expected, "seed \(seed): \(rule.rule.id)")
            }
            let together = all.filter { $0.values.allSatisfy(\.self) }
            switch outlook.together {
            case .certain: #expect(together.count == all.count, "seed \(seed)")
            case .possible(let winners):
                #expect(!together.isEmpty, "seed \(seed)")
                #expect(winners.map(\.persons.count) == town.districts.map(\.seats))
            case .impossible(let conflict):
                #expect(together.isEmpty, "seed \(seed)")
                let ids = conflict.map(\.id)
                #expect(!all.contains { outcome in ids.allSatisfy { outcome[$0] == true } }, "seed \(seed): \(ids)")
                for left in ids {
                    // Without any one of them the others can hold.
                    let others = ids.filter { $0 != left }
                    #expect(all.contains { outcome in others.allSatisfy { outcome[$0] == true } }, "seed \(seed): \(ids) without \(left)")
                }
            default: Issue.record("seed \(seed): undecided")
            }
        }
    }

    @Test("changes that are advised do what is said of them", arguments: 0..<6)
    func changes(seed: UInt64) throws {
        let checker = Checker(try library("rules"))
        var random = SeededGenerator(seed: seed + 700)
        for _ in 0..<12 {
            let town = town(&random)
            let outlook = checker.outlook(town.input, try options())
            if case .changes(let changes, _)? = outlook.additions?.outcome {
                let changed = apply(changes, to: town)
                #expect(changed.outcomes.contains { changed.holds($0).values.allSatisfy(\.self) }, "seed \(seed)")
                for (before, after) in zip(town.districts, changed.districts) where after.people.count > before.people.count {
                    #expect(after.people.count <= 2 * after.seats, "within what the law allows")
                }
            }
            if case .changes(let changes, _)? = outlook.replacements?.outcome {
                let changed = apply(changes, to: town)
                #expect(changed.outcomes.allSatisfy { changed.holds($0).values.allSatisfy(\.self) }, "seed \(seed)")
            }
        }
    }

    private func apply(_ changes: [Advice.Change], to town: Town) -> Town {
        var town = town
        for change in changes {
            guard let index = town.districts.indices.first(where: { "第\($0)选区" == change.contest?.label.zh }) else { continue }
            for _ in 0..<change.count {
                let joining = Person(labels: change.to.map(\.zh))
                if let from = change.from?.map(\.zh) {
                    let leaving = Person(labels: from)
                    let position = town.districts[index].people.firstIndex { $0.flags == leaving.flags }
                    #expect(position != nil, "somebody of that class stands")
                    if let position { town.districts[index].people[position] = joining }
                } else {
                    town.districts[index].people.append(joining)
                }
            }
        }
        return town
    }

    @Test("attributes that are not known leave rules possible, seats without anybody are noted, and missing seats stop the count")
    func partial() throws {
        let checker = Checker(try library("rules"))
        func outlook(_ lines: String) throws -> SlateOutlook {
            let head = "文书: 工作方案\n行政区域: {名称: 试镇, 层级: 乡级, 所属区划: [鄂托克前旗]}\n选举日: 2021-11-25\n"
            return checker.outlook(
                DossierInput(path: "town", files: [SourceFile(name: "town.yaml", text: head + lines)]), try options())
        }
        let open = try outlook("选区: [{编号: \"1\", 应选代表名额: 1}]\n被提名人: [{编号: a, 选区: \"1\", 正式代表候选人: 是}, {编号: b, 选区: \"1\", 正式代表候选人: 是}]\n")
        // Whether anybody is of a minority is not known of either, so no outcome can be relied on.
        let minorities = try #require(open.rules.first { $0.rule.id == "minority-deputies" })
        #expect(minorities.prospect == .unknown && minorities.missing.contains { $0.fact.label.zh.contains("民族") })
        #expect(open.rules.first { $0.rule.id == "women-share" }?.prospect == .unknown)
        let vacant = try outlook("选区: [{编号: \"1\", 应选代表名额: 2}]\n被提名人: [{编号: a, 选区: \"1\", 民族: 汉族}]\n")
        #expect(vacant.notes.count == 2 && vacant.seats(of: "minority-deputies") == Interval(0...1))
        let seatless = try outlook("选区: [{编号: \"1\"}]\n被提名人: [{编号: a, 选区: \"1\"}]\n")
        #expect(seatless.missing.count == 1)
        // Somebody of whom it is not said whether they stand may stand.
        let unsettled = try outlook(
            "选区: [{编号: \"1\", 应选代表名额: 1}]\n被提名人: [{编号: a, 选区: \"1\", 民族: 蒙古族}, {编号: b, 选区: \"1\", 民族: 汉族, 正式代表候选人: 是}, {编号: c, 民族: 汉族, 正式代表候选人: 否}]\n"
        )
        #expect(unsettled.entrants == 2 && unsettled.seats(of: "minority-deputies") == Interval(0...1) && unsettled.notes.count == 1)
        // What takes too long is given up.
        let many = (0..<40).map { "{编号: n\($0), 选区: \"1\", 正式代表候选人: 是}" }.joined(separator: ", ")
        #expect(try outlook("选区: [{编号: \"1\", 应选代表名额: 20}]\n被提名人: [\(many)]\n").rules.count == 4)
        #expect(try outlook("选区: [{编号: \"1\", 应选代表名额: 3000}]\n被提名人: []\n").missing.count == 1)
        let empty = try outlook("选区: []\n")
        #expect(empty.rules.isEmpty)
    }
}

extension SlateOutlook {
    fileprivate func seats(of rule: String) -> Interval<Int>? { rules.first { $0.rule.id == rule }?.count }
}
