import Compliance
import FEEL
import Findings
import Foundation
import Quantities
import RulePacks
import SourceText
import TestSupport
import Testing

/// Loads a folder of rules through the public API, as an embedder would.
///
/// - Parameter edits: what to write instead of a text that stands in exactly one of the files.
func library(_ folder: String, edits: [(text: String, instead: String)] = []) throws -> RuleLibrary {
    let (library, diagnostics) = RuleLibrary.load([try Places.rules(in: folder, edits: edits)])
    #expect(diagnostics.isEmpty, "\(diagnostics.map { "\($0.place) \($0.message.en)" })")
    return try #require(library)
}

/// A library of one vocabulary, of packs in one file each, and of a law `s` whose first article everything rests on.
func library(_ vocabulary: String, packs: [String]) throws -> RuleLibrary {
    let source = """
        source: s
        title: {zh: 法, en: law}
        short: {zh: 法, en: law}
        issuer: {zh: 某, en: x}
        articles: {"1": {paragraphs: 1, sha256: "0"}}
        """
    let (library, diagnostics) = RuleLibrary.load(
        vocabulary: [SourceFile(name: "v", text: vocabulary)], sources: [SourceFile(name: "s", text: source)],
        packs: packs.enumerated().map { SourceFile(name: "p\($0)", text: $1) })
    #expect(diagnostics.isEmpty, "\(diagnostics.map { "\($0.place) \($0.message.en)" })")
    return try #require(library)
}

extension Places {
    /// The layer that a folder of rules is.
    static func rules(in folder: String, edits: [(text: String, instead: String)] = []) throws -> RuleLayer {
        var edited: [String: Int] = [:]
        func read(_ name: String) throws -> [SourceFile] {
            try files(in: "\(folder)/\(name)", withExtension: "yaml").map { file in
                var content = try String(contentsOf: file, encoding: .utf8)
                for edit in edits {
                    edited[edit.text, default: 0] += content.ranges(of: edit.text).count
                    content = content.replacing(edit.text, with: edit.instead)
                }
                return SourceFile(name: file.lastPathComponent, text: content)
            }
        }
        defer { for edit in edits { #expect(edited[edit.text] == 1, "“\(edit.text)” does not stand in the rules once") } }
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
