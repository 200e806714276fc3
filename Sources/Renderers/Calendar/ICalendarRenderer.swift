public import Findings
import Quantities
public import SourceText

/// The statutory calendar as iCalendar (RFC 5545): an all-day event for each day, which calendars of phones and offices can subscribe to.
public struct ICalendarRenderer: Sendable {
    private let language: Language

    public init(language: Language) { self.language = language }

    public func calendar(_ calendar: StatutoryCalendar) -> [UInt8] {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Huanjie//Statutory calendar//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
        lines.append("X-WR-CALNAME:" + escaped(calendar.head.title ?? calendar.head.path))
        if let anchor = calendar.anchor {
            lines += event(
                uid: "anchor", calendar, anchor.days, summary: anchor.event.label(in: language), description: "")
        }
        for entry in calendar.entries {
            let relation = entry.relation.verb(ofDays: true)(in: language)
            let basis = entry.basis.map { "\($0.citation(in: language))\(language == .zh ? "：" : ": ")“\($0.words)”" }
            let names = entry.assumed.map { $0.label(in: language) }.joined(separator: language == .zh ? "、" : ", ")
            let assumed = names.isEmpty ? [] : [language == .zh ? "设\(names)在最后一日" : "if \(names) is on its last day"]
            lines += event(
                uid: "\(entry.id)-\(entry.relation.nameOfDays)", calendar, entry.days,
                summary: "\(relation)\(language == .zh ? "：" : ": ")\(entry.title(in: language))",
                description: ([entry.origin(in: language)] + assumed + basis).joined(separator: "\n"))
        }
        lines.append("END:VCALENDAR")
        return Array((lines.flatMap(folded).joined(separator: "\r\n") + "\r\n").utf8)
    }

    private func event(
        uid: String, _ calendar: StatutoryCalendar, _ days: Interval<CalendarDate>, summary: String, description: String
    ) -> [String] {
        guard let first = days.lower, let last = days.upper else { return [] }
        // The end of an all-day event is the day after its last (3.6.1).
        var lines = [
            "BEGIN:VEVENT", "UID:\(escaped("\(uid)@\(calendar.head.title ?? calendar.head.path)"))",
            "DTSTAMP:\(compact(calendar.head.asOf))T000000Z",
            "DTSTART;VALUE=DATE:\(compact(first))",
        ]
        if last != first, let end = last.adding(days: 1) { lines.append("DTEND;VALUE=DATE:\(compact(end))") }
        lines.append("SUMMARY:" + escaped(summary))
        if !description.isEmpty { lines.append("DESCRIPTION:" + escaped(description)) }
        return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }

    private func compact(_ day: CalendarDate) -> String { day.description.filter { $0 != "-" } }

    /// Text as a value (3.3.11).
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Lines of at most 75 bytes, broken between characters; what goes on begins with a space (3.1).
    private func folded(_ line: String) -> [String] {
        var lines: [String] = []
        var current = ""
        for character in line {
            if current.utf8.count + character.utf8.count > (lines.isEmpty ? 75 : 74) {
                lines.append((lines.isEmpty ? "" : " ") + current)
                current = ""
            }
            current.append(character)
        }
        return lines + [(lines.isEmpty ? "" : " ") + current]
    }
}
