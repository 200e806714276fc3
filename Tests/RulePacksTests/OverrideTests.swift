import Findings
import RulePacks
import SourceText
import Testing

/// Layers, and rules that take the place of others.
struct OverrideTests {
    private static let because = ", ground: {zh: 因, en: because}"

    private func load(_ mine: String, more: [RuleLayer.Pack] = []) -> (book: RuleBook?, diagnostics: [Diagnostic]) {
        let base = Club.layer([.init(SourceFile(name: "base.yaml", text: Club.head("base") + Club.rules("size", "dues")))])
        let layer = RuleLayer(vocabulary: [], sources: [], packs: [.init(SourceFile(name: "mine.yaml", text: mine))] + more)
        return RuleBook.load([base, layer])
    }

    @Test("a layer of packs alone adds to the one before it")
    func layers() throws {
        let (book, diagnostics) = load(Club.head("mine", "order: 1") + Club.rules("more"))
        #expect(diagnostics.isEmpty)
        #expect(try #require(book).packs.map(\.id) == ["base", "mine"])
    }

    @Test("a layer may bring words and sources of its own")
    func words() throws {
        let source = Club.source.replacing("source: charter", with: "source: bylaws")
        let pack = Club.head("mine") + Club.rules("more").replacing("charter", with: "bylaws")
        let layer = RuleLayer(
            vocabulary: [SourceFile(name: "w.yaml", text: "units: {votes: {zh: 票, en: vote}}")],
            sources: [SourceFile(name: "t.yaml", text: source)], packs: [.init(SourceFile(name: "mine.yaml", text: pack))])
        let (book, diagnostics) = RuleBook.load([
            Club.layer([.init(SourceFile(name: "base.yaml", text: Club.head("base") + Club.rules("size")))]), layer,
        ])
        #expect(diagnostics.isEmpty && book?.sources.map(\.id) == ["charter", "bylaws"])
    }

    @Test("a rule takes the place of another, with an id of its own or with the same", arguments: ["size", "own-size"])
    func overriding(id: String) throws {
        let (book, diagnostics) = load(Club.head("mine") + Club.rules(id, more: ", overrides: size" + Self.because))
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
        let loaded = try #require(book)
        let replaced = loaded.packs[0].outlines[0]
        #expect(loaded.packs(replacing: replaced).map(\.id) == ["mine"])
        #expect(loaded.packs(replacing: loaded.packs[0].outlines[1]).isEmpty)
        let found = try #require(loaded.rule(id))
        #expect(found.pack.id == "mine" && found.outline.description.overrides?.ground.en == "because")
    }

    @Test("a third layer replaces what the second left")
    func chain() throws {
        let third = RuleLayer.Pack(
            SourceFile(name: "third.yaml", text: Club.head("third") + Club.rules("size", more: ", overrides: size" + Self.because)))
        let (book, diagnostics) = load(Club.head("mine") + Club.rules("size", more: ", overrides: size" + Self.because), more: [third])
        #expect(diagnostics.isEmpty)
        let loaded = try #require(book)
        #expect(loaded.rule("size")?.pack.id == "third")
        #expect(loaded.packs(replacing: loaded.packs[1].outlines[0]).map(\.id) == ["third"])
    }

    @Test(
        "what cannot be replaced is an error at its place",
        arguments: [
            ("size", "", "pack.duplicate-id"), ("own", ", overrides: sizes", "pack.override"), ("own", ", overrides: own", "pack.override"),
        ])
    func problems(id: String, more: String, code: String) {
        let text = Club.head("mine") + Club.rules(id, more: more.isEmpty ? "" : more + Self.because)
        let diagnostics = load(text).diagnostics
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.place.file.name == "mine.yaml")
    }

    @Test("a name that is nearly that of a rule is suggested")
    func suggestion() {
        let diagnostics = load(Club.head("mine") + Club.rules("own", more: ", overrides: sizes" + Self.because)).diagnostics
        #expect(diagnostics.first?.help?.en == "did you mean “size”?")
    }

    @Test("rules do not replace each other in a circle, nor a rule of their own pack, nor one rule twice")
    func circles() {
        let other = RuleLayer.Pack(
            SourceFile(name: "other.yaml", text: Club.head("other") + Club.rules("y", more: ", overrides: x" + Self.because)))
        let circle = load(Club.head("mine") + Club.rules("x", more: ", overrides: y" + Self.because), more: [other])
        #expect(circle.diagnostics.map(\.code) == ["pack.override", "pack.override"])
        let own =
            Club.head("mine") + Club.rules("x") + Club.rules("y", more: ", overrides: x" + Self.because).replacing("rules:\n", with: "")
        #expect(load(own).diagnostics.map(\.message.en) == ["rule “x” stands in the same pack"])
        let twice = Club.head("mine") + Club.rules("x", "y", more: ", overrides: size" + Self.because)
        #expect(load(twice).diagnostics.map(\.message.en) == ["rule “size” is replaced twice in this pack"])
    }
}
