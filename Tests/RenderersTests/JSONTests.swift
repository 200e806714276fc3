import Findings
import Foundation
import SourceText
import Testing

@testable import Renderers

struct JSONTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("the JSON of every page is one object with the same frame", arguments: Page.allCases, Language.allCases)
    func frame(page: Page, language: Language) throws {
        for contents in [FixturePages.contents(of: page), []] {
            let root = try object(render(contents, of: page, as: .json, in: language, diagnostics: FixtureReports.problems))
            #expect(root["schema"] as? String == "huanjie-\(page.rawValue)" && root["schemaVersion"] as? String == "2.0")
            #expect(root["language"] as? String == language.rawValue && root["asOf"] as? String == "2021-11-28")
            #expect((root["dossiers"] as? [Any])?.count == (page.isOfDossier ? contents.count : 0))
            #expect((root["diagnostics"] as? [Any])?.count == 2)
            let summary = try #require(root["summary"] as? [String: Any])
            #expect(summary["exitStatus"] is Int && summary["inputWarnings"] as? Int ?? 0 > 0)
            #expect(page.isOfDossier || contents.isEmpty || root[page.rawValue] is [String: Any])
        }
    }

    @Test("every dossier says who it is, what it counts, and how it would have ended alone")
    func dossiers() throws {
        let root = try object(render(FixtureReports.all.map(PageContent.report), of: .report, as: .json, in: .en))
        let dossiers = try #require(root["dossiers"] as? [[String: Any]])
        #expect(dossiers.map { $0["identity"] as? [String] } == [["昂素镇", "第十九届"], []])
        #expect(dossiers.map { $0["status"] as? Int } == [2, 0])
        let summary = try #require(dossiers[0]["summary"] as? [String: Any])
        #expect(summary["fail"] as? Int == 5 && summary["inputErrors"] as? Int == 1)
        #expect(summary["violations"] as? [String: Int] == ["error": 2, "warning": 1, "note": 2])
    }

    @Test("keys are always there: two objects of one kind have the same keys")
    func keys() throws {
        let root = try object(render(FixtureReports.all.map(PageContent.report), of: .report, as: .json, in: .en))
        let dossiers = try #require(root["dossiers"] as? [[String: Any]])
        #expect(Set(dossiers.map { $0.keys.sorted() }).count == 1)
        let results = dossiers.flatMap { $0["results"] as? [[String: Any]] ?? [] }
        #expect(results.count == 17 && Set(results.map { $0.keys.sorted() }).count == 1)
        let missing = results.flatMap { $0["missing"] as? [[String: Any]] ?? [] }
        #expect(missing.count == 8 && Set(missing.map { $0.keys.sorted() }).count == 1)
        let listed = try object(render(FixturePages.contents(of: .worklist), of: .worklist, as: .json, in: .en))
        let facts = (listed["dossiers"] as? [[String: Any]])?.flatMap { $0["facts"] as? [[String: Any]] ?? [] } ?? []
        #expect(facts.count == 7 && facts.allSatisfy { Set(missing[0].keys).isSubset(of: $0.keys) })
    }

    @Test("a share says what it is exactly, and what is pending says until when")
    func values() throws {
        let root = try object(render([.report(FixtureReports.all[0])], of: .report, as: .json, in: .en))
        let results = try #require((root["dossiers"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        func result(_ id: String) throws -> [String: Any] { try #require(results.first { $0["rule"] as? String == id }) }
        let bounds = try #require((try result("floor")["required"] as? [String: Any])?["bounds"] as? [[String: Any]])
        #expect((bounds[0]["bound"] as? [String: Any])?["value"] as? String == "7/20")
        #expect(try result("pending")["dueOn"] as? String == "2021-12-10" && result("seats")["dueOn"] is NSNull)
        #expect((try result("seats")["subject"] as? [String: Any])?["key"] as? String == "07")
    }
}
