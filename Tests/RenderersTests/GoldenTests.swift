import Findings
import Foundation
import Renderers
import SourceText
import TestSupport
import Testing

/// Every renderer writes the same reports, in both languages; each has a golden file.
struct GoldenTests {
    private static let renderers: [(name: String, make: @Sendable (Language) -> any ReportRenderer)] = [
        ("text", { TextRenderer(language: $0, style: TextStyle(usesColor: false, width: 80), isVerbose: false) }),
        ("text-verbose", { TextRenderer(language: $0, style: TextStyle(usesColor: false, width: 60), isVerbose: true) }),
        ("text-color", { TextRenderer(language: $0, style: TextStyle(usesColor: true, width: 80), isVerbose: false) }),
        ("json", { JSONRenderer(language: $0) }),
    ]

    @Test("the golden files are what the renderers write", arguments: Language.allCases, [0, 1, 2, 3])
    func golden(language: Language, number: Int) throws {
        let (name, make) = Self.renderers[number]
        let text = Self.render(make(language))
        let outcome = matchesGolden(text, "Tests/RenderersTests/Golden/\(name).\(language.rawValue).txt")
        #expect(outcome.matches, "\(outcome.message)")
    }

    @Test("the JSON is JSON, with every field that the schema names", arguments: Language.allCases)
    func json(language: Language) throws {
        let text = Self.render(JSONRenderer(language: language))
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let dossiers = try #require(root["dossiers"] as? [[String: Any]])
        let results = try #require(dossiers.first?["results"] as? [[String: Any]])
        for result in results {
            for key in ["rule", "verdict", "severity", "message", "location", "actual", "required", "margin", "basis"] {
                #expect(result[key] != nil, "\(key)")
            }
            let location = try #require(result["location"] as? [String: Any])
            #expect(location["file"] is String && location["line"] is Int && location["column"] is Int)
        }
    }

    private static func render(_ renderer: any ReportRenderer) -> String {
        let reports = FixtureReports.all
        var bytes = renderer.opening(RunDescription(version: "1.2.3", asOf: "2021-11-28", rulesFolder: "rules", ruleCount: 7))
        var summary = Summary()
        for (index, report) in reports.enumerated() {
            if index > 0 { bytes += renderer.separator }
            bytes += renderer.dossier(report)
            summary.add(report)
        }
        summary.add(FixtureReports.problems)
        bytes += renderer.closing(summary, exitStatus: summary.exitStatus(failSeverity: .error), diagnostics: FixtureReports.problems)
        return String(decoding: bytes, as: UTF8.self)
    }
}

struct LayoutTests {
    @Test("Chinese characters are two columns wide", arguments: [("选区", 4), ("a选b", 4), ("“选”", 4), ("é", 1), ("（一）", 6)])
    func width(text: String, columns: Int) { #expect("\(text)".padded(to: 10).count - text.count == 10 - columns) }
}
