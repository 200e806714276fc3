import Findings
import Foundation
import Quantities
import RulePacks
import SourceText
import TestSupport
import Testing

@testable import Compliance
@testable import Facts

/// More of the same never turns back: one more person, one day later, one more fact.
struct MonotonicityTests {
    private let checker: Checker

    init() throws { checker = Checker(try #require(RuleLibrary.open([try Places.rules(in: "rules")]).library)) }

    private func check(_ documents: [DocumentTree], asOf: String) throws -> DossierReport {
        let files = documents.enumerated().map { SourceFile(name: "\($0).json", text: $1.json) }
        return checker.check(DossierInput(path: "dossier", files: files), CheckOptions(asOf: try day(asOf)))
    }

    private func complete() throws -> [DocumentTree] { try dossier("examples/haotag-2021").files.flatMap(DocumentTree.documents) }

    /// The documents with a value put into the snapshot.
    private func put(_ value: DocumentTree, at path: String, in documents: [DocumentTree]) -> [DocumentTree] {
        documents.map { document in
            guard case .text("snapshot")? = document["kind"] else { return document }
            return document.setting(path.split(separator: ".").map(String.init), value)
        }
    }

    /// Whether verdicts pass in one stretch and fail on either side of it, with nothing else between.
    private func isOneStretch(_ verdicts: [Verdict?]) -> Bool {
        guard verdicts.allSatisfy({ $0 == .pass || $0 == .fail }) else { return false }
        let passes = verdicts.indices.filter { verdicts[$0] == .pass }
        return passes.isEmpty || passes.count == passes[passes.count - 1] - passes[0] + 1
    }

    @Test("each measure, counted up from none to all, keeps its bounds in one stretch")
    func measures() throws {
        var swept = 0
        // Only published totals say who was elected, so that each count can be any.
        let documents = try complete().map { document in
            guard case .text("snapshot")? = document["kind"] else { return document }
            return document.removing("deputies").removing("nominees").removing("deputyTotals")
        }
        let ids = Set(try check(documents, asOf: "2021-12-20").results.filter { $0.verdict != .notApplicable }.map(\.rule.id))
        for rule in checker.library.book.packs.flatMap(\.contents.rules) where ids.contains(rule.id) {
            let taken = (rule.form as? MeasureForm)?.taken ?? (rule.form as? TargetForm).flatMap { $0.isOfOne ? $0.measures[0].taken : nil }
            guard let path = (taken as? CountMeasure)?.published?.text else { continue }
            let verdicts = try (0...24).map { count in
                let stated = put(.plain("24"), at: "deputyTotals.total", in: put(.plain("\(count)"), at: path, in: documents))
                return try check(stated, asOf: "2021-12-20").verdict(rule.id)
            }
            #expect(isOneStretch(verdicts), "\(rule.id): \(verdicts.map { $0?.rawValue ?? "" })")
            swept += 1
        }
        #expect(swept >= 4)
    }

    @Test("each event, moved day by day, keeps its bounds in one stretch")
    func deadlines() throws {
        // The snapshot is of a day when all of it is past.
        let documents = put(.text("2022-02-20"), at: "asOf", in: try complete())
        let ids = Set(try check(documents, asOf: "2021-12-20").results.filter { $0.verdict != .notApplicable }.map(\.rule.id))
        var swept = 0
        for rule in checker.library.book.packs.flatMap(\.contents.rules) where ids.contains(rule.id) {
            guard let path = (rule.form as? EventForm)?.point.event?.path.text else { continue }
            let verdicts = try stride(from: -50, through: 70, by: 3).map { offset in
                let date = CalendarDate(days: try day("2021-11-25").days + offset)
                return try check(put(.text("\(date)"), at: path, in: documents), asOf: "2022-03-01").verdict(rule.id)
            }
            #expect(isOneStretch(verdicts), "\(rule.id): \(verdicts.map { $0?.rawValue ?? "" })")
            #expect(Set(verdicts).count == 2, "\(rule.id) has one verdict on all days")
            swept += 1
        }
        #expect(swept >= 6)
    }

    @Test("more agreeing facts only turn what is open into what is decided", arguments: 0..<6 as Range<UInt64>)
    func facts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 40)
        for (folder, asOf) in [("examples/haotag-2021", "2021-12-20"), ("examples/angsu-2021", "2021-11-28")] {
            var documents = try dossier(folder).files.flatMap(DocumentTree.documents)
            var more = try check(documents, asOf: asOf)
            let rules = Set(checker.library.rules.map(\.id))
            for step in 0..<4 {
                documents = documents.map { $0.thinned(0.06, &random) }
                let less = try check(documents, asOf: asOf)
                for rule in rules {
                    guard let verdict = less.verdict(rule), verdict == .pass || verdict == .fail || verdict == .notApplicable else {
                        continue
                    }
                    let found = more.verdict(rule)
                    #expect(
                        found == verdict,
                        "seed \(seed), \(folder), step \(step), \(rule): \(verdict.rawValue), with more facts \(found?.rawValue ?? "nothing")"
                    )
                }
                more = less
            }
        }
    }

    @Test("four hundred years later everything is the same, and so it is some days later where only days are counted")
    func shift() throws {
        let checker = Checker(try library("Tests/ComplianceTests/ReferenceModel/rules"))
        var random = SeededGenerator(seed: 400)
        let asOf = try day("2022-01-01")
        for _ in 0..<150 {
            let partial = PartialClub(Club.random(&random), &random)
            func verdicts(_ days: Int) -> [String] {
                let file = SourceFile(name: "club.yaml", text: partial.yaml(shiftedBy: days))
                let options = CheckOptions(asOf: CalendarDate(days: asOf.days + days))
                let report = checker.check(DossierInput(path: "club", files: [file]), options)
                return report.results.map { "\($0.rule.id) \($0.verdict) \($0.margin.map { "\($0.value)" } ?? "") \($0.missing.count)" }
            }
            let expected = verdicts(0)
            for days in [146_097, 1, 59, 365] { #expect(verdicts(days) == expected, "\(days)\n\(partial.yaml)") }
        }
    }
}
