import Testing

@testable import Renderers

struct DisplayWidthTests {
    @Test(
        "lines break at spaces and beside wide characters, never within a word, and the space goes with the break",
        arguments: [
            ("the chairs of rooms", 10, ["the chairs", "of rooms"]), ("the chairs of rooms", 9, ["the", "chairs of", "rooms"]),
            ("unbreakable", 4, ["unbreakable"]), ("", 4, [""]), ("一二三四五", 4, ["一二", "三四", "五"]),
            ("规则 seats 不少于 3 名", 12, ["规则 seats", "不少于 3 名"]),
        ])
    func breaks(text: String, width: Int, lines: [String]) { #expect(wrap(text, to: width) == lines) }

    @Test(
        "punctuation that closes does not begin a line, and what opens does not end one",
        arguments: [
            ("一二三四，五", ["一二三", "四，五"]), ("一二三“四五”六", ["一二三", "“四五”六"]), ("abc defgh, ij", ["abc", "defgh,", "ij"]),
        ])
    func punctuation(text: String, lines: [String]) { #expect(wrap(text, to: 8) == lines) }

    @Test("nothing but spaces at breaks is lost, and no line is wider than it may be", arguments: 8...40)
    func whole(width: Int) {
        let text = "会议须在 2021-11-25 之前（《章程》第二十五条），the list is published 20 days before；差 2 名、超出 1 名。"
        let lines = wrap(text, to: width)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        // The longest piece without a break in it is ten columns wide.
        #expect(lines.allSatisfy { displayWidth($0) <= max(width, 10) }, "\(lines)")
    }
}
