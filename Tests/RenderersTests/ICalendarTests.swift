import Findings
import Foundation
import SourceText
import Testing

@testable import Renderers

struct ICalendarTests {
    private var lines: [String] {
        render([.calendar(FixturePages.calendar)], of: .calendar, as: .iCalendar, in: .zh, diagnostics: [])
            .components(separatedBy: "\r\n")
    }

    @Test("lines end with CRLF and are no longer than 75 bytes; what goes on begins with a space")
    func lineBreaks() {
        #expect(lines.last == "" && lines.count > 40)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") && !$0.contains("\r") })
        #expect(lines.contains { $0.hasPrefix(" ") })
    }

    @Test("an event of several days ends on the day after its last, and one of a day has no end")
    func severalDays() throws {
        let first = try #require(lines.firstIndex(of: "DTSTART;VALUE=DATE:20211113"))
        #expect(lines[first + 1] == "DTEND;VALUE=DATE:20211124")
        let single = try #require(lines.firstIndex(of: "DTSTART;VALUE=DATE:20211117"))
        #expect(lines[single + 1].hasPrefix("SUMMARY:"))
    }

    @Test("commas, semicolons and line breaks of texts are escaped; the program says its language")
    func escapes() {
        let text = render([.calendar(FixturePages.calendar)], of: .calendar, as: .iCalendar, in: .en, diagnostics: [])
        #expect(text.contains("SUMMARY:no later than: matter\\, invited\\; one") && text.contains("before the meeting\\nif notice"))
        #expect(text.contains("//EN\r\n") && lines.contains("PRODID:-//Huanjie//Statutory calendar//ZH"))
    }
}
