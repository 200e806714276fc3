import SourceText
import TestSupport
import Testing
import YAMLTree

struct YAMLReadingTests {
    private func read(_ text: String, limits: YAMLLimits = YAMLLimits()) -> (forest: YAMLForest, diagnostics: [Diagnostic]) {
        var forest = YAMLForest()
        let diagnostics = forest.read(SourceFile(name: "t.yaml", text: text), limits: limits)
        return (forest, diagnostics)
    }

    @Test(
        "every key and value knows its line, column and bytes, in Unicode scalars",
        arguments: [
            "⟦kind⟧: plan\n", "文书: ⟦工作方案⟧\n", "a:\n  - b\n  - 𠀀𠀀: ⟦好⟧\n", "{编号: \"07\", 名额: ⟦\"四\"⟧}\n", "a: 1\r\nb:\r\n  c: ⟦x y⟧\r\n",
            "- ⟦[1, 2]⟧\n- 3\n",
        ])
    func spans(marked source: String) throws {
        let marked = Marked(source)
        let (forest, diagnostics) = read(marked.text)
        #expect(diagnostics.isEmpty)
        let opening = try #require(source.firstIndex(of: "⟦"))
        let wanted = source[source.index(after: opening)...].prefix { $0 != "⟧" }
        let found = forest.nodes.indices.map { forest.place(of: YAMLNodeID($0)) }.contains { place in
            let (start, end) = (place.span.start, place.span.end)
            return (start.line, start.column) == marked.start && (end.line, end.column) == marked.end && place.text == String(wanted)
        }
        #expect(found, "\(source)")
    }

    @Test("a block collection ends where its last child does")
    func endOfBlock() {
        let (forest, _) = read("a:\n  b: 1\n  c: 22\n\n\nd: 3\n")
        let inner = forest.entries(of: forest.documents[0].root)[0].value
        #expect(forest.place(of: inner).span.end == SourcePosition(line: 3, column: 8, offset: 17))
    }

    @Test("aliases are shared, never expanded")
    func aliases() {
        let (forest, diagnostics) = read("a: &x [1, 2]\nb: *x\n")
        #expect(diagnostics.isEmpty)
        let entries = forest.entries(of: forest.documents[0].root)
        #expect(forest[entries[1].value].kind == .alias)
        #expect(forest.resolve(entries[1].value) == entries[0].value)
        #expect(forest.nodes.count == 7)
    }

    @Test("an alias bomb takes no more nodes than it has characters")
    func aliasBomb() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1..<60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let (forest, diagnostics) = read(text)
        #expect(diagnostics.isEmpty)
        #expect(forest.nodes.count < text.utf8.count)
    }

    @Test("several documents of a stream are several trees")
    func documents() {
        let (forest, _) = read("kind: plan\n---\nkind: snapshot\n...\n")
        #expect(forest.documents.map { forest.string(forest.entries(of: $0.root)[0].value) } == ["plan", "snapshot"])
    }

    @Test("JSON is read by the same road")
    func json() {
        let (forest, diagnostics) = read(#"{"kind": "plan", "list": [1, true, null], "text": "a\u9009\n"}"#)
        #expect(diagnostics.isEmpty)
        let entries = forest.entries(of: forest.documents[0].root)
        #expect(forest.keyName(entries[1].key) == "list")
        #expect(forest.string(entries[2].value) == "a选\n")
    }

    @Test("a byte order mark and CRLF do not move positions")
    func byteOrderMark() {
        var forest = YAMLForest()
        let bytes = [0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: 2\r\n".utf8)
        #expect(forest.read(SourceFile(name: "t", bytes: bytes)).isEmpty)
        let value = forest.entries(of: forest.documents[0].root)[1].value
        #expect(forest.start(of: value) == SourcePosition(line: 2, column: 4, offset: 9))
        #expect(forest.place(of: value).text == "2")
    }

    @Test(
        "what is wrong is said with its code and its place",
        arguments: [
            ("", "yaml.empty", 1, 1), ("# nothing\n", "yaml.empty", 1, 1), ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", 3, 1),
            ("a: *x\n", "yaml.anchor", 1, 4), ("a: &x [*x]\n", "yaml.recursive-alias", 1, 8), ("<<: {a: 1}\n", "yaml.merge-key", 1, 1),
            ("a: !!python/object x\n", "yaml.tag", 1, 4), ("a: !mine x\n", "yaml.tag", 1, 4), ("[a]: 1\n", "yaml.key", 1, 1),
            ("a:\n\tb: 1\n", "yaml.tab", 2, 1), ("a: [1, 2\n", "yaml.syntax", 1, 4), ("a: \"unfinished\n", "yaml.syntax", 1, 4),
            ("a: b: c\n", "yaml.syntax", 1, 5), ("a: \u{1}\n", "yaml.control-character", 1, 4),
        ])
    func problems(text: String, code: String, line: Int, column: Int) throws {
        let (_, diagnostics) = read(text)
        let first = try #require(diagnostics.first)
        #expect(first.code == code)
        #expect(first.place.span.start.line == line && first.place.span.start.column == column, "\(first.place)")
        #expect(!first.message.zh.isEmpty && !first.message.en.isEmpty)
    }

    @Test(
        "text that is not UTF-8 is refused at its byte",
        arguments: [
            [0x61, 0x3A, 0x20, 0xB0, 0xBA], [0xFF, 0xFE, 0x61, 0x00], [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00],
        ] as [[UInt8]])
    func encoding(bytes: [UInt8]) throws {
        var forest = YAMLForest()
        let diagnostic = try #require(forest.read(SourceFile(name: "t", bytes: bytes)).first)
        #expect(["yaml.encoding", "yaml.control-character"].contains(diagnostic.code))
        #expect(forest.documents.isEmpty)
    }

    @Test("both places of a duplicate key are named")
    func duplicateKey() throws {
        let diagnostic = try #require(read("名额: 1\n选区:\n  名额: 2\n名额: 3\n").diagnostics.first)
        #expect(diagnostic.place.span.start.line == 4)
        #expect(diagnostic.related.first?.place.span.start.line == 1)
    }

    @Test("a limit that is passed ends the reading with an error")
    func limits() {
        var limits = YAMLLimits()
        limits.depth = 10
        limits.nodes = 50
        limits.aliases = 2
        limits.scalarLength = 100
        limits.fileSize = 10_000
        #expect(read(String(repeating: "[", count: 20), limits: limits).diagnostics.map(\.code) == ["yaml.depth"])
        #expect(read((0..<100).map { "- \($0)\n" }.joined(), limits: limits).diagnostics.map(\.code) == ["yaml.nodes"])
        #expect(read("a: &x 1\nb: [*x, *x, *x]\n", limits: limits).diagnostics.map(\.code) == ["yaml.aliases"])
        #expect(read("a: " + String(repeating: "x", count: 200), limits: limits).diagnostics.map(\.code) == ["yaml.scalar-length"])
        #expect(read(String(repeating: "- 1\n", count: 5_000), limits: limits).diagnostics.map(\.code) == ["yaml.file-size"])
    }

    @Test("10,000 levels end with an error, in block and in flow style")
    func depth() {
        #expect(read(String(repeating: "[", count: 10_000)).diagnostics.map(\.code) == ["yaml.depth"])
        let block = (0..<10_000).map { String(repeating: " ", count: $0) + "a:\n" }.prefix(300).joined()
        #expect(read(block).diagnostics.map(\.code) == ["yaml.depth"])
    }

    @Test("documents before an error stay, the one with the error goes")
    func recovery() {
        let (forest, diagnostics) = read("a: 1\n---\nb: [\n")
        #expect(forest.documents.count == 1)
        #expect(diagnostics.count == 1)
        #expect(forest.nodes.count == 3)
    }

    @Test("every prefix of a document is read whole or refused with a place in it, and nothing of a refused one stays")
    func prefixes() {
        let scalars = Array("文书: 方案\nlist: [1, {a: \"b\\n\"}]\nt: |\n  x\n? y\n: &q z\nr: *q\n".unicodeScalars)
        var refused = 0
        for count in 0...scalars.count {
            let (forest, diagnostics) = read(String(String.UnicodeScalarView(scalars[..<count])))
            #expect(forest.documents.count == (diagnostics.isEmpty ? 1 : 0), "\(count)")
            #expect(forest.nodes.isEmpty == forest.documents.isEmpty, "\(count)")
            let places = forest.nodes.indices.map { forest.place(of: YAMLNodeID($0)) } + diagnostics.map(\.place)
            #expect(places.allSatisfy { $0.span.start.offset <= $0.span.end.offset && $0.span.end.offset <= count }, "\(count)")
            refused += diagnostics.isEmpty ? 0 : 1
        }
        #expect(refused > 20 && refused < scalars.count)
        #expect(read(String(String.UnicodeScalarView(scalars))).forest.documents.count == 1)
    }
}
