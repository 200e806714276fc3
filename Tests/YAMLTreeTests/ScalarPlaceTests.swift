import SourceText
import TestSupport
import Testing
import YAMLTree

/// Places of parts of a scalar: the marks stand in the source, the part is given as the reader of the text knows it.
struct ScalarPlaceTests {
    private func value(in text: String) throws -> (forest: YAMLForest, node: YAMLNodeID) {
        var forest = YAMLForest()
        #expect(forest.read(SourceFile(name: "t.yaml", text: text)).isEmpty, "\(text)")
        let root = try #require(forest.documents.first?.root)
        let entry = try #require(forest.entries(of: root).last)
        return (forest, entry.value)
    }

    @Test(
        "a part of a scalar is found in its source, in every style",
        arguments: [
            // Plain.
            ("t: a + ⟦选票⟧ > 1\n", "选票"), ("t: one two\n  three ⟦four⟧ five\n", "four"), ("t: one\n\n\n    two ⟦three⟧\n", "three"),
            ("t: one\r\n  two\r\n  ⟦three⟧ four\r\n", "three"), ("t: one \t\n \t two ⟦x⟧y\n", "x"), ("t: ⟦one\n   two⟧ three\n", "one two"),
            ("t: &a !!str one\n  ⟦two⟧\n", "two"), ("t: !!str # why\n  one\n  ⟦two⟧\n", "two"), ("t:\n  ⟦one⟧\n  two\n", "one"),
            ("? k\n: one\n  ⟦two⟧\n", "two"), ("t: 𠀀𠀀 ⟦选⟧\n", "选"),
            // Single-quoted.
            ("t: 'it''s ⟦that⟧'\n", "that"), ("t: 'a⟦''⟧b'\n", "'"), ("t: 'one\n  two\n\n  ⟦three⟧ '\n", "three"),
            ("t: ' one\r\n\r\n  ⟦two⟧'\r\n", "two"),
            // Double-quoted.
            (#"t: "a\n\u9009 ⟦b⟧c""# + "\n", "b"), (#"t: "a ⟦\u9009⟧ c""# + "\n", "选"), (#"t: "\x41\U00020000\t\"⟦q⟧""# + "\n", "q"),
            ("t: \"one\n  two \\\n  three\\\n\n  ⟦four⟧\"\n", "four"), ("t: \"one\r\n  \\  two\\\r\n  ⟦three⟧\"\r\n", "three"),
            (#"{"t": "a \/ \\ ⟦b⟧"}"#, "b"),
            // Literal.
            ("t: |\n  one\n  two ⟦three⟧\n", "three"), ("t: |-\n\n    one\n      ⟦two⟧\n\n", "two"),
            ("t: |+\n  one\n\n  ⟦two⟧\n\n\nu: 1\n", "two"),
            ("t: |2\n    one\n  ⟦two⟧\n", "two"), ("t: |-2 # why\n    ⟦one⟧\n  two\n", "one"), ("t: |\r\n  one\r\n  ⟦two⟧\r\n", "two"),
            ("t: !!str |\n  one\n  ⟦two⟧", "two"), ("t: &a |+1\n  one\n ⟦two⟧\n\n", "two"),
            // Folded.
            ("t: >\n  one\n  two ⟦three⟧\n  four\n", "three"), ("t: >-\n  one\n\n  two\n    more\n  ⟦three⟧\n", "three"),
            ("t: >+\n\n  one\n   indented\n\n   ⟦twice⟧\n  three\n\n", "twice"), ("t: >\r\n  one\r\n  two\r\n  ⟦three⟧\r\n", "three"),
        ])
    func parts(source: String, part: String) throws {
        let marked = Marked(source)
        var (forest, node) = try value(in: marked.text)
        let entries = forest.entries(of: forest.documents[0].root)
        if let found = entries.first(where: { forest.keyName($0.key) == "t" }) { node = found.value }
        let text = Array(forest.string(node).unicodeScalars)
        let wanted = Array(part.unicodeScalars)
        let start = try #require(text.indices.first { text[$0...].starts(with: wanted) }, "\(forest.string(node))")
        let span = forest.place(of: start..<start + wanted.count, in: node).span
        #expect(span.start.line == marked.start.line && span.start.column == marked.start.column, "\(source)")
        #expect(span.end.line == marked.end.line && span.end.column == marked.end.column, "\(source)")
    }

    @Test(
        "an empty part is the place before what comes next; at the end of the text it is the end of the last word",
        arguments: [
            ("t: a +\n  b ⟦⟧c\n", 6), ("t: a +\n  b⟦⟧\n", 99), ("t: 'a +''⟦⟧'\n", 99), ("t: |\n  a +\n  b⟦⟧\n\n", 99),
            ("t: >-\n  a\n  +⟦⟧\n", 3),
            ("t: \"⟦⟧\"\n", 0), ("t: &a \"⟦⟧\"\n", 0),
        ])
    func empty(source: String, offset: Int) throws {
        let marked = Marked(source)
        let (forest, node) = try value(in: marked.text)
        let span = forest.place(of: offset..<offset, in: node).span
        #expect(span.start == span.end)
        #expect(span.start.line == marked.start.line && span.start.column == marked.start.column, "\(source): \(span.start)")
    }

    @Test("a part of what an alias stands for is a part of the anchor's scalar")
    func alias() throws {
        let (forest, node) = try value(in: "s: &a |\n  one\n  two\nt: *a\n")
        #expect(forest.place(of: 4..<7, in: node).description == "t.yaml:3:3")
    }

    @Test("every letter of random scalars is found where it stands", arguments: [1, 2, 3])
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["a", "选", "𠀀", " ", "  ", "\t", "\n", "\n", "\r\n", "\n\n", "''", "\\n", "\\\n", "\\u9009", "b,", "c:", "#"]
        let frames = [
            ("t: ", "\n"), ("t: '", "'\n"), ("t: \"", "\"\n"), ("t: |\n", "\n"), ("t: >-\n", "\n"), ("t: >+2\n", "\n"),
            ("t: |1-\n", "\n\n"),
        ]
        var read = [Int](repeating: 0, count: frames.count)
        for _ in 0..<3_000 {
            let frame = Int.random(in: frames.indices, using: &generator)
            var text = ""
            for _ in 0..<Int.random(in: 1...9, using: &generator) {
                let piece = pieces.randomElement(using: &generator) ?? ""
                text += piece.hasSuffix("\n") ? piece + String(repeating: " ", count: Int.random(in: 1...3, using: &generator)) : piece
            }
            let source = frames[frame].0 + (frame > 2 ? "  " : "") + text + frames[frame].1
            var forest = YAMLForest()
            guard forest.read(SourceFile(name: "t", text: source)).isEmpty,
                let value = forest.entries(of: forest.documents[0].root).first?.value, forest[value].kind == .scalar
            else { continue }
            let scalars = Array(forest.string(value).unicodeScalars)
            for (index, scalar) in scalars.enumerated() where !scalar.properties.isWhitespace {
                let found = forest.place(of: index..<index + 1, in: value).text
                let escaped = scalar == "'" ? "''" : "\\u9009"
                #expect(
                    found == String(scalar) || found == escaped, "seed \(seed): \(source.debugDescription) [\(index)] → \(found ?? "nil")")
            }
            if scalars.count > 1 { read[frame] += 1 }
        }
        #expect(read.allSatisfy { $0 > 40 }, "\(read)")
    }
}
