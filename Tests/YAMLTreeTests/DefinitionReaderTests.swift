import SourceText
import TestSupport
import Testing
import YAMLTree

struct DefinitionReaderTests {
    /// A reader over a text, and the mapping that is its first document.
    private func reader(_ text: String) throws -> (reader: DefinitionReader, root: YAMLNodeID) {
        var forest = YAMLForest()
        #expect(forest.read(SourceFile(name: "t.yaml", text: text)).isEmpty)
        return (DefinitionReader(forest), forest.documents[0].root)
    }

    @Test("what is well written is read")
    func values() throws {
        let (reader, root) = try reader("a: 甲\nb: 12\nc: true\nd: [x, y]\ne: z\nf: {zh: 好, en: good}\ng: &n 7\nh: *n\n")
        let object = try #require(reader.object(root, keys: ["a", "b", "c", "d", "e", "f", "g", "h", "i"]))
        #expect(object.string("a") == "甲")
        #expect(object.integer("b") == 12 && object.integer("h") == 7)
        #expect(object.boolean("c") == true)
        #expect(object.strings("d") == ["x", "y"] && object.strings("e") == ["z"] && object.strings("i").isEmpty)
        #expect(object.localized("f") == Localized(zh: "好", en: "good"))
        #expect(object["i"] == nil && object.string("i") == nil)
        #expect(reader.diagnostics.isEmpty)
    }

    @Test(
        "what is wrong is said at its place",
        arguments: [
            ("a: ⟦[1]⟧\n", "definition.type", "expected a text"), ("b: ⟦x⟧\n", "definition.type", "expected a whole number, found “x”"),
            ("c: ⟦yes⟧\n", "definition.type", "expected true or false"), ("d: ⟦{x: 1}⟧\n", "definition.type", "expected a list"),
            ("f: ⟦x⟧\n", "definition.type", "expected a mapping"), ("f: ⟦{zh: 好}⟧\n", "definition.missing-key", "key “en” is missing"),
            ("⟦tite⟧: 1\n", "definition.unknown-key", "unknown key “tite”"), ("⟦x⟧: 1\n", "definition.unknown-key", "unknown key “x”"),
        ])
    func problems(source: String, code: String, message: String) throws {
        let marked = Marked(source)
        let (reader, root) = try reader(marked.text)
        let object = try #require(reader.object(root, keys: ["a", "b", "c", "d", "f", "title"]))
        _ = (object.string("a"), object.integer("b"), object.boolean("c"), object["d"].flatMap(reader.items), object.localized("f"))
        let diagnostic = try #require(reader.diagnostics.first)
        #expect(reader.diagnostics.count == 1)
        #expect(diagnostic.code == code && diagnostic.message.en == message)
        let span = diagnostic.place.span
        #expect((span.start.line, span.start.column) == marked.start && (span.end.line, span.end.column) == marked.end)
    }

    @Test("an unknown key is helped by the nearest one, else by the list of all")
    func help() {
        let place = SourcePlace(file: SourceFile(name: "t", text: ""))
        let near = DefinitionProblem.unknownKey("tite", among: ["title", "id"]).diagnostic(at: place)
        #expect(near.help == .didYouMean("title"))
        let far = DefinitionProblem.unknownKey("xyz", among: ["title", "id"]).diagnostic(at: place)
        #expect(far.help == Localized(zh: "可用的键：title、id", en: "known keys: title, id"))
    }
}
