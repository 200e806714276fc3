import RulePacks
import SourceText
import TestSupport
import Testing

/// Packs as files and folders, and the ids in them.
struct PackFolderTests {
    @Test("a folder is one pack: its head in pack.yaml, its rules in the files beside it, in the order of their names")
    func folder() throws {
        let pack = Club.folder(
            "charter",
            [("10-size.yaml", Club.rules("b")), ("20-size.yaml", Club.rules("c", "d")), ("pack.yaml", Club.head("p") + Club.rules("a"))])
        let (book, diagnostics) = Club.load([pack])
        #expect(diagnostics.isEmpty)
        let packs = try #require(book).packs
        #expect(packs.map(\.id) == ["p"])
        #expect(packs[0].outlines.map(\.id) == ["a", "b", "c", "d"] && packs[0].contents.rules.map(\.id) == ["a", "b", "c", "d"])
    }

    @Test("packs stand by their order; those without one follow, by the names of their files")
    func order() throws {
        let packs = [
            Club.folder("x", [("pack.yaml", Club.head("late", "order: 20") + Club.rules("a"))]),
            RuleLayer.Pack(SourceFile(name: "y.yaml", text: Club.head("unordered") + Club.rules("b"))),
            Club.folder("z", [("pack.yaml", Club.head("early", "order: 10") + Club.rules("c"))]),
        ]
        #expect(try #require(Club.load(packs).book).packs.map(\.id) == ["early", "late", "unordered"])
    }

    @Test("a file of rules outside of a pack, and a folder without a head, say what to do")
    func strays() {
        let stray = Club.load([.init(SourceFile(name: "packs/25-districts.yaml", text: Club.rules("a")))]).diagnostics
        #expect(stray.map(\.code) == ["pack.no-head"])
        #expect(stray.first?.help?.en == "put it into the folder of its pack, beside pack.yaml, or begin it with `pack:` and `title:`")
        let headless = Club.load([Club.folder("law", [("25-districts.yaml", Club.rules("a"))])]).diagnostics
        #expect(headless.map(\.code) == ["pack.no-head"])
        #expect(headless.first?.place.file.name == "packs/law/25-districts.yaml")
    }

    @Test("the files beside a head hold rules only")
    func parts() {
        func codes(_ part: String) -> [String] {
            Club.load([Club.folder("law", [("1.yaml", part), ("pack.yaml", Club.head("p") + Club.rules("a"))])]).diagnostics.map(\.code)
        }
        #expect(codes(Club.head("q") + Club.rules("b")) == ["pack.second-head"])
        #expect(codes("period: {from: 2020-01-01}\n" + Club.rules("b")) == ["definition.unknown-key"])
        #expect(codes("# nothing\n") == ["yaml.empty"])
    }

    @Test("a head that is no YAML is reported once, as that")
    func brokenHead() {
        let pack = Club.folder("law", [("1.yaml", Club.rules("a")), ("pack.yaml", "pack: [p\n")])
        #expect(Club.load([pack]).diagnostics.map(\.code) == ["yaml.syntax"])
    }

    @Test("a pack id is taken once, a rule id too; the error names both places")
    func takenIDs() {
        let first = RuleLayer.Pack(SourceFile(name: "1.yaml", text: Club.head("p") + Club.rules("a")))
        let samePack = Club.load([first, .init(SourceFile(name: "2.yaml", text: Club.head("p") + Club.rules("b")))]).diagnostics
        #expect(samePack.map(\.code) == ["pack.duplicate-id"])
        #expect(samePack.first?.place.description == "2.yaml:1:7" && samePack.first?.related.first?.place.description == "1.yaml:1:7")
        let sameRule = Club.load([first, .init(SourceFile(name: "2.yaml", text: Club.head("q") + Club.rules("a")))]).diagnostics
        #expect(sameRule.map(\.code) == ["pack.duplicate-id"])
        #expect(sameRule.first?.place.description == "2.yaml:5:10" && sameRule.first?.related.first?.place.description == "1.yaml:5:10")
    }
}
