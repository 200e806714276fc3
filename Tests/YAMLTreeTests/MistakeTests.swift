import SourceText
import TestSupport
import Testing
import YAMLTree

/// What people write by mistake is named at its own place.
struct MistakeTests {
    private func diagnostics(_ text: String) -> [Diagnostic] {
        var forest = YAMLForest()
        return forest.read(SourceFile(name: "t.yaml", text: text))
    }

    @Test(
        "a full-width sign is named where it stands, and told what to write instead",
        arguments: [
            ("名称: 东街\n人口⟦：⟧1860\n名额: 2\n", ": "), ("人口⟦：⟧\n  城镇: 1\n", ": "), ("a: {名额⟦：⟧2 人口: 3: 4}\n", ": "),
            ("a: {名额: 2⟦，⟧人口: 3}\n", ", "), ("a: {名额: 2⟦｝⟧\n", "}"), ("a: [1, 2⟦］⟧\nb: 3\n", "]"), ("a: [1, 2⟦】⟧\nb: 3\n", "]"),
            ("a: {b: \"：\", c: 2⟦，⟧d: 3}\n", ", "), ("a: {b: 1, # ，\n c: 2⟦，⟧d: 3}\n", ", "), ("- 编号: 1\n  名称⟦：⟧东街\n  名额: 2\n", ": "),
        ])
    func fullWidthSigns(source: String, meant: String) throws {
        let marked = Marked(source)
        let diagnostic = try #require(diagnostics(marked.text).first)
        let start = diagnostic.place.span.start
        #expect((start.line, start.column) == marked.start, "\(diagnostic)")
        #expect(diagnostic.message.zh.contains("全角"), "\(diagnostic)")
        #expect(diagnostic.help?.zh.contains("“\(meant)”") == true, "\(diagnostic)")
    }

    @Test(
        "quotes and brackets that are not closed are shown where they open",
        arguments: [
            "a: ⟦\"⟧东街\nb: 2\n", "a: ⟦'⟧东街\nb: 2\n", "a: 1\nb: ⟦[⟧1, 2\n", "a:\n  - ⟦{⟧b: 1\n", "a: ⟦\"⟧东街\n---\nb: 2\n",
        ])
    func unclosed(source: String) throws {
        let marked = Marked(source)
        let diagnostic = try #require(diagnostics(marked.text).first)
        let start = diagnostic.place.span.start
        #expect((start.line, start.column) == marked.start, "\(diagnostic)")
    }

    @Test("what a mistake belongs to is shown too")
    func context() throws {
        let diagnostic = try #require(diagnostics("a:\n  - 1\n  - 2\n  b: 3\n").first)
        #expect(diagnostic.place.span.start.line == 4)
        #expect(diagnostic.related.map(\.place.span.start.line) == [2])
    }

    @Test(
        "a separator of lines that not all programs know is refused outside of quotes, and kept within",
        arguments: [("\u{85}", "U+0085"), ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029")])
    func separators(separator: String, name: String) throws {
        for text in [
            "a: 1 # 说明\(separator)b: 2\n", "a: 1\(separator)b: 2\n", "a: |\n  东\(separator)西\n", "x: \"\(separator)\"\na: 东\(separator)西\n",
        ] {
            let found = diagnostics(text)
            #expect(found.map(\.code) == ["yaml.line-separator"], "\(text)")
            #expect(found.first?.message.zh.contains(name) == true)
        }
        #expect(diagnostics("a: \"东\(separator)西\"\nb: '\(separator)'\n").isEmpty)
        #expect(diagnostics("a: \"东\nb: 2 # \(separator)c: 3\n").map(\.code) == ["yaml.syntax"])
    }

    @Test(
        "no message of the parser is told in English to those who read Chinese",
        arguments: [
            "a: b: c\n", "a: 1\n- b\n", "- a\nb: 1\n", "a: @b\n", "a: \"\\q\"\n", "a: \"\\uZZZZ\"\n", "a: \"\\ud83d\"\n", "a: |0\n  b\n",
            "a: |x\n  b\n",
            "a: &\n", "a: *\n", "a: !<b\n", "a: !x!y z\n", "%\na: 1\n", "%FOO bar\n---\na: 1\n", "%YAML x\n---\na: 1\n",
            "%YAML 3.0\n---\na: 1\n",
            "%YAML 1.2\n%YAML 1.2\n---\na: 1\n", "a: [1 2: 3\n", "a: [1}\n", "a: {1]\n", "? a\n b\n", "a: !%zz b\n", "a: 'b'c\n",
            "a: 1\n b: 2\n", "a\nb: 1\n",
            "[a]: 1\n- b", "a: {b: 1}}\n", "--- a\n--- b: c: d\n",
        ])
    func chinese(text: String) {
        for diagnostic in diagnostics(text) {
            let words = englishWords(in: diagnostic.message.zh + (diagnostic.help?.zh ?? "")).filter {
                !["YAML", "TAG", "UTF"].contains($0)
            }
            #expect(words.isEmpty, "\(text): \(diagnostic.message.zh)")
            #expect(!diagnostic.message.zh.hasSuffix("此处写法有误"), "\(text): \(diagnostic.message.en)")
        }
    }
}

/// JSON as all programs write it.
struct JSONTests {
    private func read(_ text: String) -> (forest: YAMLForest, diagnostics: [Diagnostic]) {
        var forest = YAMLForest()
        let diagnostics = forest.read(SourceFile(name: "t.json", text: text))
        return (forest, diagnostics)
    }

    private func value(of key: String, in forest: YAMLForest) -> YAMLNodeID? {
        forest.documents.first.flatMap { forest.entries(of: $0.root).first { forest.keyName($0.key) == key }?.value }
    }

    @Test(
        "strings of JSON are what JSON says",
        arguments: [
            (#""\ud83d\ude00""#, "😀"), (#""\u4e1c\u8857""#, "东街"), (#""a\/b\\c\"d""#, "a/b\\c\"d"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
            ("\"东\u{2028}西\"", "东\u{2028}西"), (#""""#, ""), (#""𠀀""#, "𠀀"),
        ])
    func strings(written: String, text: String) throws {
        let (forest, diagnostics) = read("{\"a\": \(written), \"b\": 1}")
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        let node = try #require(value(of: "a", in: forest))
        #expect(forest.string(node) == text)
        #expect(forest.place(of: node).text == written)
    }

    @Test("line breaks may stand wherever JSON lets them, and places are still right")
    func lineBreaks() throws {
        let (forest, diagnostics) = read("\r\n{\r\n\t\"a\"\n:\n[\n1\n,\n-2.5e+3\n]\n,\"b\"\r:{\"c\"\n:null}}\n")
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        let list = try #require(value(of: "a", in: forest))
        #expect(forest.items(of: list).map { forest.string($0) } == ["1", "-2.5e+3"])
        #expect(forest.items(of: list).map { forest.place(of: $0).span.start.line } == [6, 8])
        let inner = try #require(value(of: "b", in: forest))
        #expect(forest.entries(of: inner).map { forest.string($0.value) } == ["null"])
    }

    @Test("keys of any length are read, and one that is there twice is found")
    func keys() {
        let key = String(repeating: "k", count: 5_000)
        let (forest, diagnostics) = read("{\"\(key)\":1,\"b\":2,\"b\":3}")
        #expect(value(of: key, in: forest) != nil)
        #expect(diagnostics.map(\.code) == ["yaml.duplicate-key"])
    }

    @Test(
        "what is no JSON is read as YAML, and what is wrong with it told",
        arguments: [
            ("{a: 1}", nil), ("[1, 2] # two\n", nil), ("{\"a\": 01}", nil), ("{\"a\": 1,}", nil), ("{\"a\": 1} \n---\nb: 2\n", nil),
            ("{\"a\": \"\\ud83d\"}", "yaml.syntax"), ("{\"a\": 1", "yaml.syntax"), ("{\"a\": \"\u{1}\"}", "yaml.control-character"),
            ("{\"a\" 1}", "yaml.syntax"),
            ("{\"a\": [1, 2}", "yaml.syntax"), ("[1]]", "yaml.syntax"), ("{\"a\": tru}", nil),
        ])
    func notJSON(text: String, code: String?) {
        #expect(read(text).diagnostics.map(\.code).first == code, "\(read(text).diagnostics)")
    }

    @Test("deep JSON is refused at the same depth as YAML")
    func depth() {
        let text = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
        #expect(read(text).diagnostics.map(\.code) == ["yaml.depth"])
    }

    @Test("the same data gives the same tree, read as JSON or as YAML")
    func sameTree() {
        let json = "{\"a\": [1, \"x\", {\"b\": null, \"c\": true}], \"d\": {}, \"e\": []}"
        let (first, _) = read(json)
        // A comment makes it YAML.
        let (second, _) = read(json + " # c\n")
        #expect(first.nodes.map(\.kind) == second.nodes.map(\.kind))
        #expect(first.nodes.map(\.style) == second.nodes.map(\.style))
        #expect(first.nodes.map(\.link) == second.nodes.map(\.link))
        #expect(
            first.nodes.indices.map { first.place(of: YAMLNodeID($0)).span }
                == second.nodes.indices.map { second.place(of: YAMLNodeID($0)).span })
        #expect(first.text == second.text)
    }
}
