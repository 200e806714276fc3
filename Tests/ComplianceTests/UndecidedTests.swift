import Findings
import Quantities
import SourceText
import Testing

@testable import Compliance

/// What could not be read decides nothing.
struct UndecidedTests {
    private func check(_ change: (inout DossierInput) throws -> Void) throws -> (full: DossierReport, report: DossierReport) {
        let checker = Checker(try library("rules"))
        let options = CheckOptions(asOf: try day("2021-11-28"))
        var input = try dossier("examples/angsu-2021")
        let full = checker.check(input, options)
        try change(&input)
        return (full, checker.check(input, options))
    }

    private func replace(_ text: String, by other: String, in input: inout DossierInput) throws {
        let number = try #require(input.files.firstIndex { $0.text.contains(text) })
        input.files[number] = SourceFile(
            name: input.files[number].name, text: input.files[number].text.replacing(text, with: other, maxReplacements: 1))
    }

    @Test("where the newest state cannot be read, nothing passes on the one before, and beside each rule stands what that would give")
    func newestState() throws {
        let (full, report) = try check { input in
            input.files.append(SourceFile(name: "new.yaml", text: "文书: 数据快照\n截至: 2021-11-27\n选区:\n  - {编号: \"01\"\n"))
        }
        #expect(report.head.unread.count == 1)
        #expect(report.head.unread.first?.extent == .document)
        #expect(report.head.unread.first?.label?.zh == "数据快照")
        #expect(!report.results.contains { $0.verdict == .pass || $0.verdict == .fail })
        let undecided = report.undecided
        #expect(undecided.count == Set(report.results.map(\.rule.id)).count)
        for (rule, without) in undecided { #expect(full.verdict(rule.id) == without, "\(rule.id)") }
        let list = Worklist(report)
        #expect(list.items.isEmpty && list.undecidedCount == undecided.count)
    }

    @Test("a mistyped key makes unknown what depends on the field that it means, and nothing else")
    func mistypedKey() throws {
        let (full, report) = try check { try replace("有效票数: 438", by: "有效票熟: 438", in: &$0) }
        #expect(report.head.unread.map(\.extent) == [.entry])
        #expect(report.head.unread.map(\.label?.zh) == ["有效票数"])
        let undecided = Set(report.undecided.map(\.rule.id))
        #expect(!undecided.isEmpty && undecided.count < 12)
        for rule in Set(full.results.map(\.rule.id)) where !undecided.contains(rule) {
            #expect(full.verdict(rule) == report.verdict(rule), "\(rule)")
        }
    }

    @Test("documents of another term are left out, and what they may change is unknown")
    func otherTerm() throws {
        let (full, report) = try check { input in
            input.files.append(
                SourceFile(name: "old.yaml", text: "文书: 数据快照\n截至: 2021-11-27\n届次: 2016年换届\n选区: [{编号: \"01\", 名额: 9}]\n"))
        }
        #expect(report.documents.count == full.documents.count)
        #expect(report.head.diagnostics.map(\.code) == ["data.other-dossier"])
        #expect(report.head.unread.count == 1)
        #expect(report.undecided.allSatisfy { full.verdict($0.rule.id) == $0.without })
    }

    @Test("a file that could not be opened may hold anything")
    func unopened() throws {
        let (_, report) = try check { input in
            let place = SourcePlace(file: SourceFile(name: "plan.yaml.txt", bytes: []))
            input.unread = [Diagnostic(code: "file.ending", place: place, message: Localized(same: "…"))]
        }
        #expect(report.head.unread.map(\.place.file.name) == ["plan.yaml.txt"])
        #expect(!report.results.contains { $0.verdict == .pass || $0.verdict == .review })
    }

    private func club(_ text: String) throws -> DossierReport {
        let checker = Checker(try library("Tests/ComplianceTests/ReferenceModel/rules"))
        let file = SourceFile(name: "club.yaml", text: "kind: notes\n\(text)\n")
        return checker.check(DossierInput(path: "club", files: [file]), CheckOptions(asOf: try day("2022-01-01")))
    }

    @Test("totals that say how many there are contradict a list that is stated to be empty")
    func emptyRoster() throws {
        let report = try club("roster: []\ntotals: {all: 24, chosen: 8}")
        #expect(report.verdict("data-totals") == .fail)
        #expect(report.verdict("third") == .unknown && report.verdict("two") == .unknown)
        let part = try club("roster: []\ntotals: {chosen: 8}")
        #expect(part.verdict("data-totals") == .fail && part.verdict("two") == .unknown)
    }

    @Test(
        "one who leaves after the event still counts for its structure, one who left before does not; where that is open, so is the verdict",
        arguments: [
            ("2021-11-21", Verdict.pass), ("2021-11-20", .fail), ("2021-11-01", .fail), ("不详", .unknown), ("~", .pass),
        ])
    func ended(gone: String, verdict: Verdict) throws {
        let report = try club(
            "opening: 2021-11-20\nisWhole: true\nroster: [{code: a, chosen: true, gone: \(gone)}, {code: b, chosen: true}]")
        #expect(report.verdict("two") == verdict)
        if verdict == .unknown {
            #expect(report.first("two", .unknown)?.missing.map(\.fact.path).contains("gone") == true)
        }
    }
}
