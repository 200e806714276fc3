import Foundation
import Quantities
import SourceText
import Testing

@testable import Renderers

struct JSONWriterTests {
    private func written(_ language: Language = .en, _ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(language)
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(
        "quotes, backslashes and control characters are escaped, and nothing else is (RFC 8259, 7)",
        arguments: [
            ("选区 😀 é/", "选区 😀 é/"), ("a\"b\\c", #"a\"b\\c"#), ("1\n2\r3\t4", #"1\n2\r3\t4"#), ("\u{0}\u{1F}\u{7F}", "\\u0000\\u001f\u{7F}"),
            ("\r\n", #"\r\n"#), ("", ""),
        ])
    func escapes(text: String, escaped: String) { #expect(written { $0.string(text) } == "\"\(escaped)\"") }

    @Test("another program reads every character as it was written")
    func everyCharacter() throws {
        let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FEFF}", "\u{10FFFF}"]))
        let data = Data(written { json in json.array([text]) { $0.string($1) } }.utf8)
        #expect(try JSONSerialization.jsonObject(with: data) as? [String] == [text])
    }

    @Test("commas stand between values, and neither before the first nor behind the last")
    func commas() {
        let text = written { json in
            json.object { json in
                json.key("empty") { $0.object { _ in } }
                json.key("none", [] as [String])
                json.key("lists", each: [[1, 2], [], [3]]) { json, list in json.array(list) { $0.integer($1) } }
                json.key("last", true)
            }
        }
        #expect(text == #"{"empty":{},"none":[],"lists":[[1,2],[],[3]],"last":true}"#)
    }

    @Test("what there is not is null, and its key is there all the same")
    func absence() {
        let text = written { json in
            json.object { json in
                json.key("text", nil as String?)
                json.key("words", nil as Localized?)
                json.key("day", nil as CalendarDate?)
                json.key("number", nil as Int?)
                json.key("flag", nil as Bool?)
                json.key("object", of: nil as Int?) { json, value in json.key("value", value) }
            }
        }
        #expect(text == #"{"text":null,"words":null,"day":null,"number":null,"flag":null,"object":null}"#)
    }

    @Test("texts are written in one language, days as text and numbers as numbers", arguments: [(Language.zh, "名额"), (.en, "seats")])
    func values(language: Language, word: String) {
        let text = written(language) { json in
            json.object { json in
                json.key("words", [Localized(zh: "名额", en: "seats")])
                json.key("day", CalendarDate(days: 0))
                json.key("number", Int.min)
            }
        }
        #expect(text == "{\"words\":[\"\(word)\"],\"day\":\"1970-01-01\",\"number\":-9223372036854775808}")
    }
}
