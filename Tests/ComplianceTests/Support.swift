import Compliance
import FEEL
import Findings
import Foundation
import RulePacks
import SourceText
import TestSupport
import Testing

/// Loads a folder of rules through the public API, as an embedder would.
func library(_ folder: String) throws -> RuleLibrary {
    let (library, diagnostics) = RuleLibrary.load([try Places.rules(in: folder)])
    #expect(diagnostics.isEmpty, "\(diagnostics.map { "\($0.place) \($0.message.en)" })")
    return try #require(library)
}

extension Places {
    /// The layer that a folder of rules is.
    static func rules(in folder: String) throws -> RuleLayer {
        func read(_ name: String) throws -> [SourceFile] {
            try files(in: "\(folder)/\(name)", withExtension: "yaml").map {
                SourceFile(name: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0)))
            }
        }
        let folders = try files(in: "\(folder)/packs", withExtension: "").map(\.lastPathComponent)
        return RuleLayer(
            vocabulary: try read("vocabulary"), sources: try read("sources"),
            packs: try read("packs").map { RuleLayer.Pack($0) }
                + folders.map { RuleLayer.Pack(folder: $0, files: try read("packs/\($0)")) })
    }
}

func dossier(_ folder: String) throws -> DossierInput {
    DossierInput(
        path: folder,
        files: try Places.files(in: folder, withExtension: "yaml").map {
            SourceFile(name: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0)))
        })
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

extension DossierReport {
    /// The verdict on a rule: the worst on its records.
    func verdict(_ rule: String) -> Verdict? {
        results.filter { $0.rule.id == rule }.map(\.verdict).max { $0.rank < $1.rank }
    }

    func first(_ rule: String, _ verdict: Verdict) -> RuleResult? { results.first { $0.rule.id == rule && $0.verdict == verdict } }
}
