import Compliance
import Findings
import Foundation
import SourceText
import TestSupport
import Testing
import YAMLTree

/// Small dossiers with the verdicts that the law gives them, clause by clause (`Cases/README.md`).
struct CaseTests {
    /// What a clause's `expected.yaml` says of one of its dossiers.
    private struct Case {
        var name: String
        var asOf: String
        var note: String
        var expected: [(rule: String, verdict: String)]
    }

    private static let folder = "Tests/ComplianceTests/Cases"
    /// The day on which a case is looked at that names no other.
    private static let usualDay = "2022-03-01"

    private static let clauses = ((try? names(in: folder)) ?? []).filter { $0 != "README.md" }

    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Places.repository.appending(path: folder).path).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    @Test("a case has the verdicts that the law gives it", arguments: clauses)
    func clause(name: String) throws {
        let cases = try Self.cases(of: name)
        let checker = Checker(try #require(RuleLibrary.open([try Places.rules(in: "rules")]).library))
        #expect(!cases.isEmpty)
        for entry in cases {
            let file = "\(Self.folder)/\(name)/\(entry.name).dossier.yaml"
            let input = DossierInput(path: file, files: [SourceFile(name: file, text: try Places.text(file))])
            let report = checker.check(input, CheckOptions(asOf: try day(entry.asOf)))
            #expect(report.head.diagnostics.isEmpty, "\(file): \(report.head.diagnostics.map(\.message.en))")
            for (rule, verdict) in entry.expected {
                let found = report.verdict(rule)?.rawValue
                #expect(found == verdict, "\(name)/\(entry.name), \(rule): \(found ?? "not there"), not \(verdict): \(entry.note)")
            }
        }
        // Each dossier is a case, and none lies there unread.
        let dossiers = try Self.names(in: "\(Self.folder)/\(name)").filter { $0 != "expected.yaml" }
        #expect(Set(dossiers) == Set(cases.map { "\($0.name).dossier.yaml" }))
    }

    @Test("every rule of the laws has a case in which it holds and one in which it does not")
    func coverage() throws {
        let library = try #require(RuleLibrary.open([try Places.rules(in: "rules")]).library)
        let laws: Set = ["election-law", "direct-election-provisions", "organic-law-2022"]
        let stated = try Self.clauses.flatMap { try Self.cases(of: $0) }.flatMap(\.expected)
        for rule in library.rules where laws.contains(rule.pack) {
            for verdict in ["pass", "fail"] {
                let isThere = stated.contains { $0.rule == rule.id && $0.verdict == verdict }
                #expect(isThere, "no case in which \(rule.id) has the verdict \(verdict)")
            }
        }
    }

    private static func cases(of clause: String) throws -> [Case] {
        let file = "\(folder)/\(clause)/expected.yaml"
        var forest = YAMLForest()
        let problems = forest.read(SourceFile(name: file, text: try Places.text(file)))
        let read = DefinitionReader(forest, diagnostics: problems)
        let document = try #require(forest.documents.first)
        let head = try #require(read.object(document.root, keys: ["clause", "words", "cases"]))
        #expect(head.string("clause")?.isEmpty == false && head.string("words")?.isEmpty == false)
        let cases = try #require(head["cases"].flatMap(read.anyObject)).entries.map { key, value in
            let entry = try #require(read.object(value, keys: ["asOf", "note", "expected"]))
            let expected = try #require(entry["expected"].flatMap(read.anyObject))
            return Case(
                name: head.name(key), asOf: entry.string("asOf") ?? usualDay, note: entry.string("note") ?? "",
                expected: expected.entries.map { (head.name($0.key), read.string($0.value) ?? "") })
        }
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.message.en))")
        return cases
    }
}
