import Compliance
import Findings
import SourceText
import TestSupport
import Testing

/// Nobody passes because nothing, or not what was meant, was applied.
struct GateTests {
    private func check(
        _ text: String, require: [String]? = nil, rule: String? = nil, lawTime: String? = nil
    ) throws -> DossierReport {
        var options = CheckOptions(asOf: try day("2021-12-31"))
        options.requiredPacks = require
        options.rules = Set([rule].compactMap(\.self))
        options.lawTime = try lawTime.map(day)
        let checker = Checker(try #require(RuleLibrary.open([try Places.rules(in: "rules")]).library))
        return checker.check(DossierInput(path: "town", files: [SourceFile(name: "plan.yaml", text: "kind: plan\n" + text)]), options)
    }

    private func status(_ report: DossierReport) -> Int32 { PageContent.report(report).exitStatus(Threshold(.error, unknownFails: false)) }

    @Test("a dossier to which no rule applies is an error that names it, at the day that chose the law")
    func mistypedYear() throws {
        let report = try check("jurisdiction: {level: township}\nelectionDay: 1021-11-25\n")
        let problem = try #require(report.head.diagnostics.first)
        #expect(problem.code == "check.nothing-applied" && problem.message.zh.contains("town") && problem.place.span.start.line == 3)
        #expect(problem.help?.en.contains("applies from") == true && status(report) == 2)
        // Beside a dossier that was checked, it still counts.
        var summary = report.summary
        summary.add(try check("jurisdiction: {level: township}\nelectionDay: 2021-11-25\n").summary)
        #expect(summary.exitStatus(Threshold(.error, unknownFails: false)) == 2)
    }

    @Test(
        "nothing applies, whatever the reason",
        arguments: [
            "jurisdiction: {level: province}\nelectionDay: 2021-11-25\n",
            "jurisdiction: {level: township}\nelectionDay: 1021-11-25/1021-11-30\n",
        ])
    func nothing(text: String) throws {
        let codes = try check(text).head.diagnostics.map(\.code)
        #expect(codes.first == "check.nothing-applied")
        #expect(codes.dropFirst().allSatisfy { $0 == "check.far-law-time" })
    }

    @Test(
        "a day of another age is no day of this dossier, although some rules of that age may apply",
        arguments: ["2012-11-25", "1999-12-01"])
    func otherAge(day: String) throws {
        let report = try check("jurisdiction: {level: township}\nelectionDay: \(day)\ndistricts: [{id: \"1\", seats: 9}]\n")
        #expect(report.head.diagnostics.map(\.code).contains("check.far-law-time") && status(report) == 2)
    }

    @Test("a rule that was selected and does not apply leaves the dossier unchecked; a rule that is not known to apply does not")
    func selected() throws {
        let text = "jurisdiction: {level: township}\nelectionDay: 2021-11-25\n"
        #expect(try check(text, rule: "first-session-by-law").head.diagnostics.map(\.code) == ["check.nothing-applied"])
        #expect(try check("electionDay: 2021-11-25\n").head.diagnostics.isEmpty)
    }

    @Test("a required pack that does not apply, or is not known to, is an error of the dossier; one that applies is not")
    func required() throws {
        let here = "jurisdiction: {level: township, regions: [鄂托克前旗]}\nelectionDay: 2021-11-25\n"
        #expect(try check(here, require: ["election-law", "angsu-2021-plan"]).head.diagnostics.isEmpty)
        let there = here.replacing("前旗", with: "旗")
        let report = try check(there, require: ["election-law", "angsu-2021-plan"])
        #expect(report.head.diagnostics.map(\.code) == ["check.required-pack"] && status(report) == 2)
        #expect(report.head.diagnostics.first?.message.en.contains("town") == true)
        let open = try check("jurisdiction: {level: township}\nelectionDay: 2021-11-25\n", require: ["angsu-2021-plan"])
        #expect(open.head.diagnostics.map(\.code) == ["check.required-pack"])
        #expect(try check(here, require: ["no-such-pack"]).head.diagnostics.map(\.code) == ["check.required-pack"])
    }

    @Test(
        "a text one character away from a pack's is a warning that runs say once; what must apply, if somebody says so, decides instead",
        arguments: [("鄂托克旗", true), ("鄂托前克旗", true), ("'鄂托克前旗 '", true), ("鄂托克前旗\u{3000}", true), ("乌审旗", false), ("鄂托克前旗", false)])
    func near(region: String, isNear: Bool) throws {
        let text = "jurisdiction: {level: township, regions: [内蒙古自治区, \(region)]}\nelectionDay: 2021-11-25\n"
        let head = try check(text).head
        #expect(head.sharedDiagnostics.map(\.code) == (isNear ? ["check.near-dimension"] : []))
        #expect(head.diagnostics.isEmpty && head.sharedDiagnostics.allSatisfy { $0.severity == .warning })
        #expect(try check(text, require: ["election-law"]).head.sharedDiagnostics.isEmpty)
        // A pack of another time holds for nobody now, however its region is written.
        #expect(try check(text, lawTime: "2026-11-25").head.sharedDiagnostics.isEmpty)
    }

    @Test("where nothing is near enough, short texts do not look alike", arguments: [("甲市", "乙市"), ("A", "B"), ("某某县", "别的县")])
    func notNear(a: String, b: String) { #expect(!isSlipOfThePen(a, b) && !isSlipOfThePen(a, a)) }

    @Test("a head says where its days came from")
    func origins() throws {
        let stated = try check("jurisdiction: {level: township}\nelectionDay: 2021-11-25\n").head
        #expect(stated.asOfOrigin.id == "commandLine" && stated.lawTimeOrigin.event?.id == "electionDay")
        #expect(try check("jurisdiction: {level: township}\n").head.lawTimeOrigin.id == "asOf")
        #expect(try check("jurisdiction: {level: township}\n", lawTime: "2021-11-25").head.lawTimeOrigin.id == "commandLine")
    }
}
