import Compliance
import Findings
import SourceText
import TestSupport
import Testing

/// Targets that plans state for the structure of those elected, of towns all over the country.
struct TargetTests {
    /// A town far from the one whose plan has rules of its own, and years later.
    private static let head = """
        文书: 工作方案
        人民代表大会: 试镇人民代表大会
        届次: 2026年新一届
        行政区域: {名称: 试镇, 层级: 乡级, 所属区划: [湖南省, 长沙市, 长沙县, 试镇]}
        选举日: 2026-11-10

        """

    private func report(
        _ lines: String..., superior: String? = nil, readings: [String: String] = [:], edits: [(text: String, instead: String)] = []
    ) throws -> DossierReport {
        var files = [SourceFile(name: "方案.yaml", text: Self.head + lines.joined(separator: "\n") + "\n")]
        if let superior { files.append(SourceFile(name: "上级.yaml", text: "文书: 上级方案\n" + superior + "\n")) }
        var options = CheckOptions(asOf: try day("2027-01-01"))
        options.readings = readings
        return Checker(try library("rules", edits: edits)).check(DossierInput(path: "town", files: files), options)
    }

    private static func totals(_ numbers: String) -> String { "代表结构统计: {代表总数: 51, \(numbers)}" }

    @Test("a town anywhere is judged by what its own plan says, and the plan's line leads the basis")
    func anywhere() throws {
        let report = try report(
            "结构要求: [{指标: 非中共党员代表, 要求: 不少于, 比例: 40%, 条目: 三, 原文: 党外代表不少于四成}]", Self.totals("非中共党员代表: 20"))
        #expect(report.head.diagnostics.isEmpty, "\(report.head.diagnostics.map(\.message.en))")
        let share = try #require(report.first("non-party-share", .fail))
        #expect(share.message(in: .zh) == "20/51 = 39.2%，须不低于 40%，差 1 名")
        #expect(share.rule.basis.map { $0.citation(in: .zh) } == ["《工作方案》三", "《选举法》第七条第一款"])
        #expect(share.rule.basis[0].words == "党外代表不少于四成" && share.rule.severity == .error)
        #expect(share.related.first?.place.file.name == "方案.yaml")
        #expect(report.verdict("reelected-share") == .notApplicable && report.verdict("cadre-share") == .notApplicable)
        #expect(report.verdict("structure-target") == .notApplicable)
    }

    @Test(
        "a target is judged as a measure is, in every relation",
        arguments: [
            ("不少于, 比例: 1/3", 17, Verdict.pass), ("不少于, 比例: 1/3", 16, .fail), ("不高于, 比例: 1/3", 17, .pass), ("不高于, 比例: 1/3", 18, .fail),
            ("高于, 比例: 1/3", 17, .fail), ("高于, 比例: 1/3", 18, .pass), ("低于, 比例: 1/3", 17, .fail), ("低于, 比例: 1/3", 16, .pass),
            ("左右, 比例: 1/3", 50, .pass), ("左右, 比例: 1/3", 16, .fail), ("高于, 对照: 上届", 20, .fail), ("高于, 对照: 上届", 21, .pass),
            ("不少于", 17, .unknown), ("不少于, 比例: 1/3, 对照: 上届", 30, .unknown), ("左右, 对照: 上届", 21, .pass),
        ])
    func relations(target: String, count: Int, verdict: Verdict) throws {
        let report = try report(
            "结构要求: [{指标: 连任代表, 要求: \(target)}]", "上届: {代表结构统计: {代表总数: 51, 连任代表: 20}}", Self.totals("连任代表: \(count)"))
        #expect(report.head.diagnostics.isEmpty)
        #expect(
            report.verdict("reelected-share") == verdict,
            "\(report.results.first { $0.rule.id == "reelected-share" }?.message(in: .en) ?? "")")
    }

    @Test("each other measure is a subject of its own, which binds as the plan says")
    func others() throws {
        let report = try report(
            "结构要求:", "  - {指标: 工人, 要求: 不少于, 比例: 10%, 效力: 应当}", "  - {指标: 农牧民, 要求: 不少于, 比例: 30%, 效力: 原则上}",
            "  - {指标: 35岁以下代表, 要求: 不少于, 比例: 10%}", "  - {指标: 妇女代表, 要求: 不少于, 比例: 30%}",
            Self.totals("工人代表: 5, 农牧民代表: 10, 三十五岁以下代表: 6"))
        let results = report.results.filter { $0.rule.id == "structure-target" }
        #expect(results.map(\.verdict) == [.fail, .fail, .pass] && results.map(\.rule.severity) == [.error, .warning, .error])
        #expect(results.map(\.subject?.key) == ["workers", "farmers", "under35"])
        #expect(Set(results.map { $0.fingerprint(in: report.head) }).count == 3)
        #expect(results.map { $0.message(in: .zh) }[0] == "工人代表：5/51 = 9.8%，须不低于 10%，差 1 名")
    }

    @Test("a mistyped measure is suggested, and may be any: what would pass is unknown, what fails fails")
    func mistyped() throws {
        func check(_ count: Int) throws -> DossierReport {
            try report(
                "结构要求: [{指标: 连任代表, 要求: 不少于, 比例: 1/3}, {指标: 连仁代表, 要求: 不少于, 比例: 50%}]", Self.totals("连任代表: \(count)"))
        }
        let passing = try check(20)
        #expect(passing.head.diagnostics.first?.help?.zh.contains("连任代表") == true)
        #expect(passing.verdict("reelected-share") == .unknown && passing.verdict("cadre-share") == .unknown)
        #expect(try check(16).verdict("reelected-share") == .fail)
    }

    @Test("a target of which one limit cannot be read decides nothing by the other")
    func unreadableLimit() throws {
        let found = try report(
            "结构要求: [{指标: 党政领导干部代表, 要求: 不高于, 对照: 上届, 比例: 5.5个百分点}]",
            "代表结构统计: {代表总数: 51, 党政领导干部代表: 12}\n上届: {代表结构统计: {代表总数: 50, 党政领导干部代表: 12}}")
        #expect(found.verdict("cadre-share") == .unknown)
    }

    @Test("the share of women rises by law, without any target; figures that are missing are named, and a first congress has none")
    func women() throws {
        func check(_ lines: String...) throws -> RuleResult? {
            try report(lines.joined(separator: "\n"), Self.totals("妇女代表: 14")).results.first { $0.rule.id == "women-share" }
        }
        let before = "上届: {代表结构统计: {代表总数: 51, 妇女代表: 14}}"
        #expect(try check(before)?.verdict == .fail)
        #expect(try check(before)?.rule.severity == .warning)
        let unknown = try check()
        #expect(unknown?.verdict == .unknown && unknown?.missing.map(\.fact.label.zh) == ["上届"])
        #expect(try check("首届: 是")?.verdict == .notApplicable)
        #expect(try check("首届: 是", "结构要求: [{指标: 妇女, 要求: 不少于, 比例: 30%}]")?.verdict == .fail)
        // Where the law's own bound is the broken one, the law leads.
        let mild = try check(before, "结构要求: [{指标: 妇女, 要求: 不少于, 比例: 20%, 效力: 应当}]")
        #expect(mild?.rule.severity == .warning && mild?.rule.basis.map { $0.citation(in: .zh) } == ["《选举法》第七条第一款", "《工作方案》结构要求"])
    }

    @Test("of the town's and the superior's target the stricter is judged, and both are cited")
    func superior() throws {
        let report = try report(
            "结构要求: [{指标: 非中共党员代表, 要求: 不少于, 比例: 30%}]", Self.totals("非中共党员代表: 17"),
            superior: "方案名称: 县委发〔2026〕3号\n结构要求: [{指标: 非中共党员代表, 要求: 不少于, 比例: 35%}, {指标: 连任代表, 要求: 不少于, 比例: 1/3}]")
        #expect(report.head.diagnostics.isEmpty, "\(report.head.diagnostics.map(\.message.en))")
        let share = try #require(report.first("non-party-share", .fail))
        #expect(share.message(in: .zh) == "17/51 = 33.3%，须不低于 35%，差 1 名")
        #expect(
            share.rule.basis.map { $0.citation(in: .zh) } == ["《县委发〔2026〕3号》结构要求", "《选举法》第七条第一款", "《工作方案》结构要求"])
        #expect(report.verdict("reelected-share") == .unknown)
    }

    @Test("another reading of about is chosen without a pack of one's own, and the result says so")
    func readings() throws {
        let target = "结构要求: [{指标: 连任代表, 要求: 左右, 比例: 1/3, 容差: 5%}]"
        let totals = Self.totals("连任代表: 25")
        #expect(try report(target, totals).verdict("reelected-share") == .pass)
        let chosen = try report(target, totals, readings: ["reelected-share": "about"])
        let result = try #require(chosen.first("reelected-share", .fail))
        #expect(result.rule.chosenReading?.id == "about" && result.message(in: .zh).contains("选用的理解"))
        #expect(result.rule.readings.filter(\.isInForce).map(\.id) == ["about"])
        let vague = "结构要求: [{指标: 连任代表, 要求: 左右, 比例: 1/3}]"
        let open = try report(vague, totals, readings: ["reelected-share": "about"]).results.first { $0.rule.id == "reelected-share" }
        #expect(open?.verdict == .unknown && open?.missing.map(\.fact.field.zh) == ["容差"])
    }

    @Test("a target looser than the superior's or the law's is a finding about the plan before anybody is elected")
    func looser() throws {
        let superior = "方案名称: 县方案\n结构要求: [{指标: 非中共党员代表, 要求: 不少于, 比例: 35%}, {指标: 党政领导干部代表, 要求: 不高于, 对照: 上届}]"
        func check(_ lines: String...) throws -> DossierReport { try report(lines.joined(separator: "\n"), superior: superior) }
        let loose = try check("结构要求: [{指标: 非中共党员代表, 要求: 不少于, 比例: 30%}, {指标: 党政领导干部代表, 要求: 低于, 对照: 上届}]")
        let result = try #require(loose.first("target-not-looser", .fail))
        #expect(result.message(in: .zh) == "非中共党员代表：不少于 30%，须不低于 35%")
        #expect(result.place.file.name == "方案.yaml" && result.related.map(\.place.file.name) == ["上级.yaml"])
        #expect(result.rule.basis[0].citation(in: .zh) == "《县方案》结构要求")
        // Below the previous term is stricter than not above it, whatever that was; a plan that is silent is not looser.
        #expect(loose.results.filter { $0.rule.id == "target-not-looser" }.map(\.verdict) == [.fail, .pass])
        #expect(try check("结构要求: [{指标: 工人, 要求: 不少于, 比例: 10%}]").verdict("target-not-looser") == .notApplicable)
        // A ceiling says nothing on the side of a floor, and an incomplete target leaves it open.
        #expect(try check("结构要求: [{指标: 非中共党员代表, 要求: 不高于, 比例: 60%}]").verdict("target-not-looser") == .pass)
        #expect(try check("结构要求: [{指标: 非中共党员代表, 要求: 不少于}]").verdict("target-not-looser") == .unknown)
        let women = try check("结构要求: [{指标: 妇女, 要求: 不少于, 比例: 25%}]", "上届: {代表结构统计: {代表总数: 50, 妇女代表: 14}}")
        #expect(women.first("women-target-not-looser", .fail)?.message(in: .zh) == "不少于 25%，须高于上届的 14/50 = 28.0%")
    }

    @Test("for those who stand, targets are rules of the outlook, each by itself")
    func outlook() throws {
        let plan =
            Self.head + """
                结构要求: [{指标: 工人, 要求: 不少于, 比例: 50%}, {指标: 农牧民, 要求: 不高于, 比例: 0}, {指标: 妇女, 要求: 不少于, 比例: 10%}]
                代表总名额: 1
                选区: [{编号: "1", 应选代表名额: 1}]
                被提名人:
                  - {编号: a, 选区: "1", 性别: 女, 主要身份: 工人, 正式代表候选人: 是}
                  - {编号: b, 选区: "1", 性别: 女, 主要身份: 农牧民, 正式代表候选人: 是}

                """
        let outlook = Checker(try library("rules")).outlook(
            DossierInput(path: "town", files: [SourceFile(name: "方案.yaml", text: plan)]), CheckOptions(asOf: try day("2026-11-01")))
        let targets = outlook.rules.filter { $0.rule.id == "structure-target" }
        #expect(targets.map(\.rule.title.zh) == ["代表结构符合方案的其他要求：工人代表", "代表结构符合方案的其他要求：农牧民代表"])
        #expect(targets.map(\.prospect) == [.possible, .possible])
        #expect(outlook.rules.first { $0.rule.id == "women-share" }?.prospect == .unknown)
    }
}
