import Foundation
import SourceText
import Testing

@testable import huanjie

struct DossierFinderTests {
    /// What was found behind names in the folder, with paths from the folder.
    private func find(
        _ names: [String], in folder: TemporaryFolder, followsLinks: Bool = false
    ) -> (dossiers: [String], problems: [String]) {
        let finder = DossierFinder(names.map(folder.path), followsLinks: followsLinks)
        return (
            finder.dossiers.map { found in "\(folder.name(of: found.path)): \(found.files.map(folder.name).joined(separator: " "))" },
            finder.diagnostics.map { "\($0.code) \(folder.name(of: $0.place.file.name))" }
        )
    }

    @Test("a folder of folders holds a dossier in each, in the order of their names; a file named *.dossier.yaml is one by itself")
    func tree() throws {
        let folder = try TemporaryFolder([
            "b/plan.yaml", "b/early.json", "a/deep/plan.yml", "c.dossier.yaml", "notes.txt", "a/.hidden.yaml",
        ])
        let found = find([""], in: folder)
        #expect(found.dossiers == ["c.dossier.yaml: c.dossier.yaml", "a/deep: a/deep/plan.yml", "b: b/early.json b/plan.yaml"])
        #expect(found.problems.isEmpty)
    }

    @Test("files named one by one belong together when they lie together, and stand behind the folders")
    func looseFiles() throws {
        let folder = try TemporaryFolder(["a/plan.yaml", "a/roster.yaml", "b/plan.yaml", "c/plan.yaml"])
        let found = find(["a/plan.yaml", "c/plan.yaml", "a/roster.yaml", "b/"], in: folder)
        #expect(found.dossiers == ["b: b/plan.yaml", "a: a/plan.yaml a/roster.yaml", "c/plan.yaml: c/plan.yaml"])
    }

    @Test("nothing is taken twice, whether it is named again, lies within, or is reached by a link")
    func twice() throws {
        let folder = try TemporaryFolder(["a/plan.yaml", "a/b/plan.yaml"])
        try folder.link("a/loop", to: "a")
        #expect(find(["a"], in: folder, followsLinks: true).dossiers == ["a: a/plan.yaml", "a/b: a/b/plan.yaml"])
        #expect(find(["a", "a/b", "a/plan.yaml", "a/loop"], in: folder).dossiers == ["a: a/plan.yaml", "a/b: a/b/plan.yaml"])
        #expect(find(["a/plan.yaml", "a"], in: folder).dossiers == ["a/b: a/b/plan.yaml", "a/plan.yaml: a/plan.yaml"])
    }

    @Test("links below a path are named and not followed, unless somebody says so; what no document could come from is passed over")
    func links() throws {
        let folder = try TemporaryFolder(["all/a/plan.yaml", "out/plan.yaml", "out/more/plan.yaml", "notes.txt"])
        for (name, target) in [
            ("all/b", "out"), ("all/a/roster.yaml", "out/plan.yaml"), ("all/a/notes", "notes.txt"), ("all/gone", "nowhere"),
        ] {
            try folder.link(name, to: target)
        }
        let found = find(["all"], in: folder)
        #expect(found.dossiers == ["all/a: all/a/plan.yaml"])
        #expect(found.problems == ["file.link all/b", "file.link all/gone", "file.link all/a/roster.yaml"])
        let followed = find(["all"], in: folder, followsLinks: true)
        #expect(followed.dossiers == ["all/a: all/a/plan.yaml all/a/roster.yaml", "all/b/more: all/b/more/plan.yaml"])
        #expect(followed.problems.isEmpty)
        #expect(find(["all/b"], in: folder).dossiers == ["all/b: all/b/plan.yaml", "all/b/more: all/b/more/plan.yaml"])
    }

    @Test("a path that is not there and a folder without documents are told, and the rest is found")
    func nothing() throws {
        let folder = try TemporaryFolder(["a/plan.yaml", "empty/notes.txt"])
        let found = find(["plam", "", "empty"], in: folder)
        #expect(found.dossiers == ["a: a/plan.yaml"])
        #expect(found.problems == ["file.not-found plam", "file.no-documents empty"])
    }
}
