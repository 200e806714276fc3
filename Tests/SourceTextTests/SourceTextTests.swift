import SourceText
import TestSupport
import Testing

struct SourceTextTests {
    @Test("an excerpt shows the line and splits it at the span, counting Chinese characters as one")
    func excerpt() throws {
        let marked = Marked("文书: 方案\r\n名额: ⟦四⟧ 名\r\n")
        let file = SourceFile(name: "a.yaml", text: marked.text)
        let place = SourcePlace(
            file: file,
            span: SourceSpan(
                start: SourcePosition(line: 2, column: 5, offset: 12), end: SourcePosition(line: 2, column: 6, offset: 13)))
        let excerpt = try #require(place.excerpt)
        #expect(excerpt.line == "名额: 四 名")
        #expect(excerpt.before == "名额: ")
        #expect(excerpt.marked == "四")
        #expect(place.text == "四")
        #expect(place.description == "a.yaml:2:5")
    }

    @Test(
        "numerals are read as they are written",
        arguments: [(1, "一"), (10, "十"), (25, "二十五"), (99, "九十九"), (100, "一百"), (105, "一百零五"), (110, "一百一十")])
    func numerals(number: Int, text: String) {
        #expect(ChineseNumeral.number(of: text) == number)
        #expect(ChineseNumeral.text(number) == text)
    }

    @Test("a byte order mark is not counted")
    func byteOrderMark() {
        let file = SourceFile(name: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("ab".utf8))
        #expect(file.byteOrderMarkLength == 3)
        #expect(file.position(ofByte: 4) == SourcePosition(line: 1, column: 2, offset: 1))
    }

    @Test("an excerpt of an empty file is empty, not a crash")
    func emptyFile() {
        let place = SourcePlace(file: SourceFile(name: "a", bytes: []))
        #expect(place.excerpt?.line == "")
    }

    @Test(
        "the nearest name is found, and a far one is not",
        arguments: [
            ("distrits", ["districts", "district", "deputies"], "districts"), ("名領", ["名额", "姓名"], "名额"),
            ("seat", ["seats", "votes"], "seats"),
            ("zzz", ["districts"], nil), ("recieved", ["received"], "received"), ("a", ["b"], nil),
        ] as [(String, [String], String?)])
    func nearest(written: String, names: [String], expected: String?) { #expect(nearestName(to: written, among: names) == expected) }

    @Test("a name that is near is asked for, after the sentence that says what is wrong")
    func didYouMean() {
        let message = Localized(zh: "没有“sise”", en: "there is no “sise”")
        #expect(message.followed(by: .didYouMean("size"))(in: .zh) == "没有“sise”；是否指“size”？")
        #expect(message.followed(by: .didYouMean("size"))(in: .en) == "there is no “sise”; did you mean “size”?")
        #expect(message.followed(by: .didYouMean(nil)) == message)
    }
}
