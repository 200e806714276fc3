import Findings
import Foundation
import Quantities
import RulePacks
import SourceText
import TestSupport
import Testing

@testable import Compliance

/// What is said in another way is answered in the same way. Seeds are printed.
struct SameAnswerTests {
    private static let examples = [("examples/haotag-2021", "2021-12-20"), ("examples/angsu-2021", "2021-11-28")]

    /// Documents of an example, whole or with facts left out at random.
    struct Dossier {
        var name: String
        var documents: [DocumentTree]
        var options: CheckOptions
    }

    private static func dossiers(seed: UInt64) throws -> [Dossier] {
        var random = SeededGenerator(seed: seed + 9)
        return try examples.flatMap { folder, asOf in
            let whole = try dossier(folder).files.flatMap(DocumentTree.documents)
            let options = CheckOptions(asOf: try day(asOf))
            let partial = whole.map { $0.thinned(seed % 2 == 0 ? 0.03 : 0.2, &random) }
            return [
                Dossier(name: "\(folder), whole", documents: whole, options: options),
                Dossier(name: "\(folder), seed \(seed)", documents: partial, options: options),
            ]
        }
    }

    private let checker: Checker

    init() throws { checker = Checker(try #require(RuleLibrary.open([try Places.rules(in: "rules")]).library)) }

    private func check(_ documents: [DocumentTree], _ options: CheckOptions) -> DossierReport {
        let files = documents.enumerated().map { SourceFile(name: "\($0).json", text: $1.json) }
        return checker.check(DossierInput(path: "dossier", files: files), options)
    }

    /// What a report says, without places; without words too where those are to differ.
    private func answers(_ report: DossierReport, words: Bool = true) -> [String] {
        report.head.diagnostics.map(\.code)
            + report.results.map { result in
                let missing = result.missing.map { "\($0.fact.record.key ?? "")/\($0.fact.path)" }
                let parts = [
                    result.rule.id, result.verdict.rawValue, result.subject?.key ?? "", result.path ?? "", "\(result.count)",
                    result.margin.map { "\($0.value)" } ?? "", missing.joined(separator: " "), result.dueOn?.description ?? "",
                ]
                return (parts + (words ? [result.message.zh, result.message.en, result.note?.zh ?? ""] : [])).joined(separator: " | ")
            } + [report.advice?.count.map { "advice \($0)" } ?? ""]
    }

    private func expectSame(_ name: String, _ a: DossierReport, _ b: DossierReport, words: Bool = true) {
        let (one, other) = (answers(a, words: words), answers(b, words: words))
        guard one != other else { return }
        let differing = zip(one, other).first { $0 != $1 }
        Issue.record("\(name):\n\(differing?.0 ?? "\(one.count) answers")\n\(differing?.1 ?? "\(other.count) answers")")
    }

    @Test("in whatever order keys, records and files are written", arguments: 0..<3 as Range<UInt64>)
    func order(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for dossier in try Self.dossiers(seed: seed) {
            let expected = check(dossier.documents, dossier.options)
            var changed = dossier.documents.map { $0.shuffled(&random) }
            changed.shuffle(using: &random)
            expectSame(dossier.name, expected, check(changed, dossier.options))
        }
    }

    @Test("whatever everybody is called", arguments: 0..<2 as Range<UInt64>)
    func names(seed: UInt64) throws {
        let signs = Array("赵钱孙李周吴郑王冯陈")
        for dossier in try Self.dossiers(seed: seed) {
            var names: [String: String] = [:]
            let changed = dossier.documents.map { document in
                document.replacing(["name", "姓名"]) { name in
                    if let known = names[name] { return known }
                    let number = names.count
                    let other = String([signs[number / 100 % 10], signs[number / 10 % 10], signs[number % 10]])
                    names[name] = other
                    return other
                }
            }
            #expect(names.count < 1000)
            expectSame(dossier.name, check(dossier.documents, dossier.options), check(changed, dossier.options), words: false)
        }
    }

    @Test("in one document or in several of one kind and day", arguments: 0..<4 as Range<UInt64>)
    func documents(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for dossier in try Self.dossiers(seed: seed) {
            let changed = dossier.documents.flatMap { document -> [DocumentTree] in
                guard case .text(let kind)? = document["kind", "文书"], ["snapshot", "数据快照"].contains(kind) else { return [document] }
                let (one, other) = document.split(&random)
                return [one, other]
            }
            #expect(changed.count > dossier.documents.count)
            expectSame(dossier.name, check(dossier.documents, dossier.options), check(changed, dossier.options))
        }
    }

    @Test("in Chinese words or in identifiers", arguments: 0..<2 as Range<UInt64>)
    func language(seed: UInt64) throws {
        let vocabulary = checker.library.book.vocabulary
        for dossier in try Self.dossiers(seed: seed) {
            let chinese = dossier.documents.map { DocumentLanguage.chinese.document($0, of: vocabulary) }
            let identifiers = dossier.documents.map { DocumentLanguage.identifiers.document($0, of: vocabulary) }
            #expect(chinese.map(\.json) != identifiers.map(\.json))
            expectSame(dossier.name, check(chinese, dossier.options), check(identifiers, dossier.options))
        }
    }

    @Test("in YAML or in JSON", arguments: examples)
    func json(folder: String, asOf: String) throws {
        let (input, options) = (try dossier(folder), CheckOptions(asOf: try day(asOf)))
        expectSame(folder, checker.check(input, options), check(input.files.flatMap(DocumentTree.documents), options))
    }
}
