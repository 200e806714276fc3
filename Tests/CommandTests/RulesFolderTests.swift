import RulePacks
import SourceText
import Testing

@testable import huanjie

struct RulesFolderTests {
    private func names(_ files: [SourceFile], in folder: TemporaryFolder) -> [String] { files.map { folder.name(of: $0.name) } }

    @Test(
        "a layer holds the documents of its three folders, in the order of their names; files are packs, and folders are packs of several")
    func layer() throws {
        let folder = try TemporaryFolder([
            "vocabulary/b.yaml", "vocabulary/a.yml", "vocabulary/notes.txt", "sources/law.yaml", "packs/20-late.yaml",
            "packs/10-early/pack.yaml",
            "packs/10-early/25-seats.yaml", "packs/30-none/notes.md", "other/x.yaml",
        ])
        let layer = try RulesFolder(path: folder.path("")).layer
        #expect(names(layer.vocabulary, in: folder) == ["vocabulary/a.yml", "vocabulary/b.yaml"])
        #expect(names(layer.sources, in: folder) == ["sources/law.yaml"])
        #expect(layer.packs.map(\.folder) == ["10-early", nil])
        let files = layer.packs.map { names($0.files, in: folder) }
        #expect(files == [["packs/10-early/25-seats.yaml", "packs/10-early/pack.yaml"], ["packs/20-late.yaml"]])
    }

    @Test("a folder within that of a pack is refused")
    func nested() throws {
        let folder = try TemporaryFolder(["packs/law/pack.yaml", "packs/law/more/25-seats.yaml"])
        #expect(throws: Failure.self) { try RulesFolder(path: folder.path("")) }
    }

    @Test("a first layer needs words and packs, a later one any of its folders")
    func parts() throws {
        let (whole, part) = (try TemporaryFolder(["vocabulary/a.yaml", "packs/b.yaml"]), try TemporaryFolder(["packs/b.yaml"]))
        #expect(RulesFolder.isWhole(whole.path("")) && RulesFolder.isPart(whole.path("")))
        #expect(!RulesFolder.isWhole(part.path("")) && RulesFolder.isPart(part.path("")))
        #expect(!RulesFolder.isPart(try TemporaryFolder(["plan.yaml"]).path("")))
    }
}
