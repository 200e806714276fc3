import SourceText
import Testing

struct TextLayoutTests {
    /// Counting the lines from the beginning for each excerpt takes minutes here.
    @Test("an excerpt of every line of a long file costs no more than the lines", .timeLimit(.minutes(1)))
    func everyLine() {
        let count = 20_000
        let file = SourceFile(name: "long.yaml", text: (1...count).map { "名额 \($0): 甲\($0 % 3 == 0 ? "\r\n" : "\n")" }.joined())
        var offset = 0
        for line in 1...count {
            let start = SourcePosition(line: line, column: 4, offset: offset + 3)
            let length = String(line).count
            let end = SourcePosition(line: line, column: 4 + length, offset: offset + 3 + length)
            let place = SourcePlace(file: file, span: SourceSpan(start: start, end: end))
            let expected = Excerpt(line: "名额 \(line): 甲", lineNumber: line, before: "名额 ", marked: "\(line)")
            guard place.excerpt == expected, place.text == "\(line)", file.span(ofScalars: start.offset..<end.offset) == place.span else {
                Issue.record("line \(line)")
                return
            }
            offset += 6 + length + (line % 3 == 0 ? 2 : 1)
        }
    }

    @Test(
        "every break that YAML knows ends a line",
        arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
    func breaks(lineBreak: String) {
        let file = SourceFile(name: "t", text: "选" + lineBreak + lineBreak + "b" + lineBreak)
        let scalars = lineBreak.unicodeScalars.count
        let offsets = [0, 1, 1 + scalars, 1 + 2 * scalars, 2 + 3 * scalars]
        #expect(
            offsets.compactMap { file.span(ofScalars: $0..<$0)?.start } == [
                SourcePosition(line: 1, column: 1, offset: 0), SourcePosition(line: 1, column: 2, offset: 1),
                SourcePosition(line: 2, column: 1, offset: offsets[2]), SourcePosition(line: 3, column: 1, offset: offsets[3]),
                SourcePosition(line: 4, column: 1, offset: offsets[4]),
            ])
        let lines = (1...4).map { line in
            let start = SourcePosition(line: line, column: 1, offset: 0)
            return SourcePlace(file: file, span: SourceSpan(start: start, end: start)).excerpt?.line
        }
        #expect(lines == ["选", "", "b", nil])
        #expect(file.position(ofByte: "选".utf8.count + lineBreak.utf8.count) == SourcePosition(line: 2, column: 1, offset: 1 + scalars))
    }

    @Test("a text of one very long line is found into as fast, and shown around the span", .timeLimit(.minutes(1)))
    func longLine() {
        let count = 20_000
        let file = SourceFile(name: "long.json", text: "[" + (10_000..<10_000 + count).map { "{名额:\($0)}," }.joined() + "]")
        for item in 0..<count {
            let offset = 1 + item * 11 + 4
            let place = file.span(ofScalars: offset..<offset + 5).map { SourcePlace(file: file, span: $0) }
            let excerpt = place?.excerpt
            let start = SourcePosition(line: 1, column: offset + 1, offset: offset)
            guard place?.span.start == start, excerpt?.marked == "\(10_000 + item)", excerpt?.before.hasSuffix("{名额:") == true,
                excerpt.map({ $0.line.hasPrefix($0.before + $0.marked) && $0.line.utf8.count <= 8_192 }) == true
            else {
                Issue.record("item \(item): \(String(describing: excerpt))")
                return
            }
        }
        #expect(file.position(ofByte: 1 + 15 * 12_345 + 8)?.offset == 1 + 11 * 12_345 + 4)
    }

    @Test("behind the end of a text its positions are the end")
    func end() {
        let file = SourceFile(name: "t", text: "a\nbc")
        #expect(file.span(ofScalars: 4..<99)?.end == SourcePosition(line: 2, column: 3, offset: 4))
        #expect(file.position(ofByte: 99) == SourcePosition(line: 2, column: 3, offset: 4))
    }

    @Test("a text is given without its byte order mark")
    func text() { #expect(SourceFile(name: "t", bytes: [0xEF, 0xBB, 0xBF] + Array("甲".utf8)).text == "甲") }

    @Test("many tasks draw excerpts of one file at once")
    func tasks() async {
        let file = SourceFile(name: "t", text: (1...500).map { "line \($0)\n" }.joined())
        let lines = await withTaskGroup(of: String?.self) { group in
            for line in 1...500 {
                group.addTask {
                    let start = SourcePosition(line: line, column: 1, offset: 0)
                    return SourcePlace(file: file, span: SourceSpan(start: start, end: start)).excerpt?.line
                }
            }
            return await group.reduce(into: Set<String>()) { if let line = $1 { $0.insert(line) } }
        }
        #expect(lines.count == 500)
    }
}
