import Compliance
import Findings
import SourceText
import TestSupport
import Testing

/// Numbers that cannot be, and numbers that hardly can: what is found, what rules still say, and how it is explained.
struct DataCheckTests {
    private static let head = """
        kind: plan
        congress: 甲镇人民代表大会
        term: 第一届
        jurisdiction: {level: township, population: 3000}
        electionDay: 2021-11-25

        """

    private func report(
        _ data: String, asOf: String = "2022-01-31", _ set: (inout CheckOptions) -> Void = { _ in }
    ) throws -> DossierReport {
        var options = CheckOptions(asOf: try day(asOf))
        set(&options)
        let file = SourceFile(name: "d.yaml", text: Self.head + data)
        return Checker(try library("rules")).check(DossierInput(path: "d", files: [file]), options)
    }

    private static func voting(_ figures: String, voters: Int = 400, extra: String = "") -> String {
        "districts: [{id: \"1\", name: 一区, seats: 1, population: 500, voters: \(voters), voting: {\(figures)}}]\n\(extra)\n"
    }

    @Test("more ballots than voters who took part are judged, whatever cannot be besides")
    func judged() throws {
        let report = try report(Self.voting("participating: 350, ballotsIssued: 350, ballotsCollected: 351", extra: ""))
        #expect(report.verdict("ballots-within-issued") == .fail && report.verdict("ballots-collected") == .fail)
    }

    @Test(
        "what cannot be is a finding with both places, and decides nothing",
        arguments: [
            ("participants-within-voters", "participating: 401", "", "turnout"),
            (
                "ballots-within-issued", "ballotsIssued: 300, ballotsCollected: 301, validBallots: 301, voidBallots: 0", "",
                "ballots-reconciled"
            ),
            (
                "ballots-add-up", "ballotsIssued: 300, ballotsCollected: 300, validBallots: 290, voidBallots: 11", "",
                "ballots-reconciled"
            ),
            ("proxies-within-ballots", "proxyVotes: 301, ballotsCollected: 300, participating: 300", "", "ballots-collected"),
            (
                "votes-within-ballots", "participating: 300, validBallots: 290",
                "deputies: [{id: a, district: \"1\", name: 甲, votes: 291}]", "deputy-majority"
            ),
            (
                "votes-within-seats", "participating: 280, validBallots: 290",
                "deputies: [{id: a, district: \"1\", name: 甲, votes: 150}, {id: b, district: \"1\", name: 乙, votes: 141}]",
                "deputy-majority"
            ),
        ])
    func impossible(check: String, figures: String, extra: String, rule: String) throws {
        let report = try report(Self.voting(figures, extra: extra))
        let found = try #require(report.first(check, .fail))
        #expect(found.rule.severity == .error && !found.related.isEmpty)
        #expect(report.verdict(rule) == .unknown)
        // Whoever leaves the check out believes the numbers.
        let trusting = try self.report(Self.voting(figures, extra: extra)) { $0.skippedRules = [check, "votes-within-seats"] }
        #expect(trusting.verdict(check) == nil && trusting.verdict(rule) != .unknown)
    }

    @Test("what the law forbids is judged by rules, and not called impossible")
    func forbidden() throws {
        let report = try report(
            Self.voting(
                "participating: 300, ballotsIssued: 310, ballotsCollected: 301, validBallots: 301, voidBallots: 0, maxProxiesPerAgent: 4",
                extra: "deputies: [{id: a, district: \"1\", name: 甲, birthDate: 2005-01-01, votes: 200}]"))
        for rule in ["ballots-collected", "proxies", "deputy-of-age"] { #expect(report.verdict(rule) == .fail, "\(rule)") }
        #expect(!report.results.contains { $0.rule.basis.isEmpty && $0.rule.severity == .error && $0.verdict == .fail })
    }

    @Test("votes of a runoff are held against its own ballots")
    func runoff() throws {
        let deputies = "deputies: [{id: a, district: \"1\", name: 甲, votes: 295, runoff: true, runoffBallots: 300}]"
        #expect(try report(Self.voting("validBallots: 290", extra: deputies)).verdict("votes-within-ballots") == nil)
        let few = deputies.replacing("runoffBallots: 300", with: "runoffBallots: 294")
        #expect(try report(Self.voting("validBallots: 290", extra: few)).verdict("runoff-votes-within-ballots") == .fail)
    }

    @Test("parts are not above wholes, districts not above the town")
    func wholes() throws {
        let report = try report(
            "districts: [{id: \"1\", population: 3001, seats: 2, reservedSeats: 3}]\ndeputyTotals: {total: 20, women: 21, nonParty: 20}\n")
        for check in ["district-within-town", "reserve-within-seats", "totals-within-whole"] { #expect(report.verdict(check) == .fail) }
        let totals = report.results.filter { $0.rule.id == "totals-within-whole" }
        #expect(totals.map(\.path) == ["deputyTotals.women"])
    }

    @Test("a printed percentage that its numbers do not give is found without a rule that asks for it")
    func printedShare() throws {
        let totals = "previousTerm: {deputyTotals: {total: 52, women: 14, womenShare: 27.1%, minorities: 26, minoritiesShare: 50%}}\n"
        let found = try report(totals).results.filter { $0.rule.id == "data-totals" }
        #expect(found.map(\.path) == ["previousTerm.deputyTotals.womenShare"])
        #expect(try report(totals.replacing("27.1%", with: "26.9%")).verdict("data-totals") == nil)
    }

    @Test("a rule and a check do not share an id")
    func identifiers() throws {
        let folder = "Tests/ComplianceTests/ParentCouncil/rules"
        let layer = try Places.rules(in: folder, edits: [("id: heard", "id: class-not-large")])
        let problems = RuleLibrary.load([layer]).diagnostics
        #expect(problems.map(\.code) == ["pack.duplicate-id"] && problems.first?.related.count == 1)
    }

    @Test("a snapshot is not older than what it records")
    func older() throws {
        let vote = "---\nkind: snapshot\nasOf: 2021-11-20\n" + Self.voting("participating: 300")
        let report = try report(vote + "notices: {voterRoll: {date: 2021-11-21}}\n")
        #expect(report.verdict("voting-recorded") == .fail && report.verdict("notices-recorded") == .fail)
        #expect(report.verdict("turnout") == .unknown)
        #expect(try self.report(vote.replacing("asOf: 2021-11-20", with: "asOf: 2021-11-26")).verdict("voting-recorded") == nil)
    }

    // MARK: Who is who

    @Test("one person who is described in two ways is found by name, whatever the layout, and by number; two persons of one name are not")
    func onePerson() throws {
        func verdict(_ nominee: String, _ deputy: String) throws -> Verdict? {
            try report(
                "districts: [{id: \"1\"}, {id: \"2\"}]\nnominees: [{id: a, district: \"1\", \(nominee)}]\ndeputies: [{id: b, \(deputy)}]\n"
            ).verdict("one-person")
        }
        #expect(try verdict("name: 王 秀兰, gender: 女", "district: \"1\", name: 王　秀兰, gender: 男") == .fail)
        #expect(try verdict("name: 王 秀兰, gender: 女", "district: \"1\", name: 王秀兰, gender: 女") == nil)
        #expect(try verdict("name: 王秀兰, gender: 女", "district: \"2\", name: 王秀兰, gender: 男") == nil)
        #expect(try verdict("name: ？, gender: 女", "district: \"1\", name: ？, gender: 男") == nil)
        let (first, second) = ("身份证号: 11010519491231002X", "身份证号: 440524188001010014")
        #expect(try verdict("name: 王秀兰, \(first), party: 群众", "district: \"2\", name: 王秀芝, \(first), party: 中共党员") == .fail)
        #expect(try verdict("name: 王秀兰, \(first), gender: 女", "district: \"1\", name: 王秀兰, \(second), gender: 男") == nil)
    }

    @Test("an identity number contradicts another day of birth and another sex, and is not printed")
    func identityNumber() throws {
        let report = try report(
            "districts: [{id: \"1\"}]\nnominees: [{id: a, district: \"1\", name: 甲, 性别: 男, 出生: 1950-01-01, 身份证号: 11010519491231002X}]\n")
        let found = try #require(report.first("identity-number-agrees", .fail))
        #expect(found.message(in: .zh).contains("出生日期 1950-01-01，性别 男"))
        #expect(!found.message(in: .zh).contains("1949") && found.place.excerpt?.line.contains("1949") == false)
        #expect(report.verdict("nominee-of-age") == .unknown)
    }

    @Test("a number in a document that contradicts another is masked in both, and so is one under a mistyped key")
    func maskedContradiction() throws {
        let report = try report(
            """
            districts: [{id: "1"}]
            nominees: [{id: a, district: "1", 身份证号: 11010519491231002X, 身份证号吗: 11010519491231002X}]
            ---
            kind: snapshot
            asOf: 2021-11-01
            nominees: [{id: a, 身份证号: 440524188001010014}]

            """)
        let found = try #require(report.first("data-contradiction", .fail))
        let problem = try #require(report.head.diagnostics.first { $0.code == "data.unknown-key" })
        for text in [found.message(in: .zh), found.place.excerpt?.line, found.related[0].message(in: .zh), problem.place.excerpt?.line] {
            #expect(text?.contains("4405") == false && text?.contains("1949") == false)
        }
    }

    @Test("somebody elected who was not nominated, and a second nomination, are lawful and noted")
    func lawful() throws {
        let report = try report(
            """
            districts: [{id: "1", name: 一区}, {id: "2", name: 一区}]
            nominees: [{id: a, district: "1", name: 甲, birthDate: 1980-01-01}, {id: b, district: "2", name: 甲, birthDate: 1980-01-01}]
            deputies: [{id: c, district: "1", name: 乙}]

            """)
        for check in ["elected-without-nomination", "nominee-once", "district-names-differ"] {
            #expect(report.first(check, .fail)?.rule.severity == .note, "\(check)")
        }
    }

    // MARK: What hardly can be

    @Test("a note asks for an explanation; an attestation by check and subject gives it, and the finding stands as explained")
    func explanation() throws {
        let data = Self.voting("participating: 300, ballotsCollected: 300, validBallots: 280, voidBallots: 20")
        func verdict(_ attestation: String, asOf: String = "2022-01-31") throws -> RuleResult? {
            try report("\(data)attestations: [{rule: void-ballots-few, \(attestation)}]\n", asOf: asOf).results.first {
                $0.rule.id == "void-ballots-few"
            }
        }
        #expect(try report(data).first("void-ballots-few", .fail)?.rule.severity == .note)
        let explained = try verdict("subject: \"1\", by: 苏雅拉, date: 2021-11-26, note: 选票印制有误")
        #expect(explained?.verdict == .pass)
        #expect(explained?.note?.zh.hasSuffix("苏雅拉 于 2021-11-26 说明：选票印制有误") == true)
        #expect(try verdict("subject: 一区, by: 苏雅拉, date: 2021-11-26, note: 选票印制有误")?.verdict == .pass)
        for unusable in [
            "subject: \"2\", by: 苏雅拉, date: 2021-11-26, note: 有误", "by: 苏雅拉, date: 2021-11-26, note: 有误",
            "subject: \"1\", by: 不详, date: 2021-11-26, note: 有误", "subject: \"1\", by: 苏雅拉, date: 2022-11-26, note: 有误",
            "subject: \"1\", by: 苏雅拉, date: 2021-11-26", "subject: \"1\", by: 苏雅拉, date: 2021-11-26, note: 有误, holds: false",
        ] { #expect(try verdict(unusable)?.verdict == .fail, "\(unusable)") }
    }

    @Test(
        "thresholds are kept on either side",
        arguments: [
            ("void-ballots-few", "ballotsCollected: 300, voidBallots: 9", 400, false),
            ("void-ballots-few", "ballotsCollected: 400, voidBallots: 11", 400, false),
            ("blank-ballots-few", "ballotsCollected: 300, blankBallots: 10", 400, true),
            ("turnout-plausible", "participating: 396", 400, true), ("turnout-plausible", "participating: 395", 400, false),
            ("voters-plausible", "participating: 200", 299, true), ("voters-plausible", "participating: 200", 300, false),
            ("voters-plausible", "participating: 300", 526, true), ("voters-plausible", "participating: 300", 525, false),
            ("mobile-boxes-few", "boxes: [{id: a, boxKind: fixed}, {id: b, boxKind: mobile}, {id: c, boxKind: mobile}]", 400, true),
            ("mobile-boxes-few", "boxes: [{id: a, boxKind: fixed}, {id: b, boxKind: mobile}]", 400, false),
        ])
    func thresholds(check: String, figures: String, voters: Int, isFound: Bool) throws {
        #expect(try report(Self.voting(figures, voters: voters)).verdict(check) == (isFound ? .fail : nil))
    }

    @Test("ages, days and equal figures that are out of the ordinary are noted")
    func oddities() throws {
        let figures = "voting: {participating: 300, validBallots: 290, voidBallots: 10}"
        let report = try report(
            """
            districts: [{id: "1", name: 一区, \(figures)}, {id: "2", name: 二区, \(figures)}]
            nominees: [{id: a, district: "1", birthDate: 1920-01-01}, {id: b, district: "1", birthDate: 1980-01-01}]
            notices: {voterRoll: {date: 2020-11-05}, initialList: {date: 2021-11-05}}

            """)
        #expect(report.verdict("voting-figures-differ") == .fail)
        #expect(report.results.filter { $0.rule.id == "nominee-age-plausible" }.map(\.subject?.key) == ["a"])
        #expect(report.results.filter { $0.rule.id == "days-near-election" }.map(\.path) == ["notices.voterRoll.date"])
    }

    // MARK: By id, like rules

    @Test("checks are selected, skipped and explained by id, like rules")
    func selection() throws {
        let data = Self.voting("participating: 401, ballotsCollected: 300, voidBallots: 20")
        let one = try report(data) { $0.rules = ["void-ballots-few"] }
        #expect(Set(one.results.map(\.rule.id)) == ["void-ballots-few"])
        let passed = try report(data) { $0.rules = ["turnout-plausible"] }
        #expect(passed.results.map(\.verdict) == [.pass])
        // Why facts count as unknown is told with any rule.
        let rule = try report(data) { $0.rules = ["turnout"] }
        #expect(Set(rule.results.map(\.rule.id)) == ["turnout", "participants-within-voters"])
        let rules = try library("rules")
        #expect(rules.checks.count > 20 && Set((rules.rules + rules.checks).map(\.id)).count == rules.rules.count + rules.checks.count)
        #expect(rules.page(ofRule: "void-ballots-few")?.rule.statement.contains { $0.text.zh.contains("3%") } == true)
    }

    @Test("another domain has its own checks")
    func foreign() throws {
        let folder = "Tests/ComplianceTests/ParentCouncil"
        var input = try dossier("\(folder)/dossier")
        input.files.append(
            SourceFile(
                name: "x.yaml",
                text: """
                    kind: register
                    asOf: 2021-09-20
                    班级: [{班号: 一班, 学生数: 1}, {班号: 二班, 学生数: 50}]
                    确认: [{规则: class-not-large, 对象: 二班, 确认人: 校长, 日期: 2021-09-20, 理由: 两班合并}]
                    """))
        let report = Checker(try library("\(folder)/rules")).check(input, CheckOptions(asOf: try day("2021-10-01")))
        let found = try #require(report.first("delegates-within-pupils", .fail))
        #expect(found.message(in: .zh) == "班级 一班：家长代表多于学生（学生数 1）")
        #expect(report.verdict("class-not-large") == .pass)
        #expect(report.first("class-not-large", .pass)?.note?.en.hasSuffix("explained by 校长 on 2021-09-20: 两班合并") == true)
    }
}
