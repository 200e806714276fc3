import Compliance
import Findings
import SourceText
import TestSupport
import Testing

struct ExampleDossierTests {
    private static let headlines = ["district-seats", "reelected-share", "non-party-share", "women-share", "cadre-share"]

    @Test("the illustrated dossier violates each headline rule, and shows every kind of verdict")
    func angsu() throws {
        let report = Checker(try library("rules")).check(try dossier("examples/angsu-2021"), CheckOptions(asOf: try day("2021-11-28")))
        #expect(report.head.diagnostics.isEmpty, "\(report.head.diagnostics.map { "\($0.place) \($0.message.en)" })")
        for rule in Self.headlines { #expect(report.verdict(rule) == .fail, "\(rule)") }
        let verdicts = Set(report.results.map(\.verdict))
        #expect(verdicts.isSuperset(of: [.pass, .fail, .unknown, .pending, .review]))
        #expect(!verdicts.contains(.error))
        var summary = Summary()
        summary.add(report)
        #expect(summary.exitStatus(Threshold(.error)) == 1)
    }

    @Test("a violation says what was found, what is required, by how much it is missed, where, and under which article")
    func finding() throws {
        let report = Checker(try library("rules")).check(try dossier("examples/angsu-2021"), CheckOptions(asOf: try day("2021-11-28")))
        let seats = try #require(report.first("district-seats", .fail))
        #expect(seats.message(in: .zh) == "查干淖尔选区：4 名，须不少于 1 名，且不超过 3 名，超出 1 名")
        #expect(seats.place.file.name == "选区与提名-2021-10-28.yaml")
        #expect(seats.place.excerpt?.marked == "4")
        #expect(seats.rule.basis[0].citation(in: .zh) == "《选举法》第二十五条第二款")
        let women = try #require(report.first("women-share", .fail))
        #expect(women.rule.severity == .warning)
        #expect(women.message(in: .zh) == "12–13/49 = 24.5%–26.5%，须高于上届的 14/50 = 28.0%，差 1 名")
        #expect(women.message(in: .en) == "12–13/49 = 24.5%–26.5%, must be above 14/50 = 28.0% of the previous term, 1 deputy short")
    }

    @Test("the clean dossier passes each headline rule, and nothing reaches the threshold")
    func haotag() throws {
        let report = Checker(try library("rules")).check(try dossier("examples/haotag-2021"), CheckOptions(asOf: try day("2021-12-20")))
        #expect(report.head.diagnostics.isEmpty)
        for rule in Self.headlines { #expect(report.verdict(rule) == .pass, "\(rule)") }
        var summary = Summary()
        summary.add(report)
        #expect(summary.exitStatus(Threshold(.note)) == 0)
    }

    @Test("what is not due is pending, and turns unknown when it is due")
    func due() throws {
        let checker = Checker(try library("rules"))
        let input = try dossier("examples/angsu-2021")
        for (asOf, verdict) in [("2021-12-10", Verdict.pending), ("2021-12-11", .unknown)] {
            #expect(checker.check(input, CheckOptions(asOf: try day(asOf))).verdict("first-session-deadline") == verdict)
        }
    }

    /// The dossier without the lines that begin with a word.
    private func angsu(without words: String...) throws -> DossierInput {
        var input = try dossier("examples/angsu-2021")
        input.files = input.files.map { file in
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            return SourceFile(
                name: file.name, text: lines.filter { line in !words.contains { line.hasPrefix($0) } }.joined(separator: "\n"))
        }
        return input
    }

    @Test("where nobody knows the day that selects the law, violations do not vanish: the pack may apply")
    func unknownLawTime() throws {
        let report = Checker(try library("rules")).check(try angsu(without: "选举日:"), CheckOptions(asOf: try day("2026-11-22")))
        #expect(report.head.diagnostics.isEmpty)
        for rule in ["minority-deputies", "working-group-size"] { #expect(report.verdict(rule) == .unknown, "\(rule)") }
        #expect(report.verdict("district-seats") == .fail)
    }

    @Test("a snapshot of a later day than the one that is looked at is left out, and that is said")
    func lookingBack() throws {
        let report = Checker(try library("rules")).check(try dossier("examples/angsu-2021"), CheckOptions(asOf: try day("2021-11-01")))
        #expect(report.head.diagnostics.map(\.code) == ["data.later", "data.later"])
        #expect(report.head.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(report.verdict("women-share") == .pending)
        #expect(report.verdict("district-seats") == .fail)
    }

    @Test("the law of the day of the act applies")
    func lawTime() throws {
        let checker = Checker(try library("rules"))
        var options = CheckOptions(asOf: try day("2022-12-31"))
        let input = try dossier("examples/haotag-2021")
        #expect(checker.check(input, options).verdict("first-session-by-law") == .notApplicable)
        options.lawTime = try day("2022-06-01")
        let report = checker.check(input, options)
        #expect(report.verdict("first-session-by-law") == .pass)
        #expect(report.verdict("minority-deputies") == .notApplicable)
    }
}
