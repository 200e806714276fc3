import Findings
import Quantities
import SourceText

extension Format {
    /// For calendars of phones and offices (RFC 5545).
    public static let iCalendar = Format(
        id: "ics", fileEnding: "ics", mediaType: "text/calendar; charset=utf-8", pages: [.calendar], takesOneDossier: true,
        showsDiagnostics: false, writer: { head, _ in ICalendarWriter(language: head.language) })
}

/// Writes the statutory calendar of a dossier: an all-day event for each day.
struct ICalendarWriter: PageWriter {
    let language: Language

    func piece(of page: PageContent) -> [UInt8] {
        guard case .calendar(let calendar) = page else { return [] }
        let program = "PRODID:-//Huanjie//Statutory calendar//\(language.rawValue.uppercased())"
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", program, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
        lines.append("X-WR-CALNAME:" + escaped(calendar.head.title ?? calendar.head.path))
        if let anchor = calendar.anchor { lines += event(uid: "anchor", calendar, anchor.days, summary: anchor.event.label, notes: []) }
        for entry in calendar.entries {
            lines += event(
                uid: ([entry.id, entry.relation.nameOfDays] + (entry.subject?.key.map { [$0] } ?? [])).joined(separator: "-"), calendar,
                entry.days, summary: entry.headline,
                notes: [entry.origin] + (entry.assumption.map { [$0] } ?? []) + entry.basis.map(\.quotation))
        }
        lines.append("END:VCALENDAR")
        return Array((lines.flatMap(folded).joined(separator: "\r\n") + "\r\n").utf8)
    }

    mutating func begin() -> [UInt8] { [] }

    mutating func write(_ piece: [UInt8]) -> [UInt8] { piece }

    mutating func end(_ totals: RunTotals) -> [UInt8] { [] }

    private func event(
        uid: String, _ calendar: StatutoryCalendar, _ days: Interval<CalendarDate>, summary: Localized, notes: [Localized]
    ) -> [String] {
        guard let first = days.lower, let last = days.upper else { return [] }
        // The end of an all-day event is the day after its last (3.6.1).
        var lines = [
            "BEGIN:VEVENT", "UID:\(escaped("\(uid)@\(calendar.head.title ?? calendar.head.path)"))",
            "DTSTAMP:\(compact(calendar.head.asOf))T000000Z",
            "DTSTART;VALUE=DATE:\(compact(first))",
        ]
        if last != first, let end = last.adding(days: 1) { lines.append("DTEND;VALUE=DATE:\(compact(end))") }
        lines.append("SUMMARY:" + escaped(summary(in: language)))
        if !notes.isEmpty { lines.append("DESCRIPTION:" + escaped(notes.map { $0(in: language) }.joined(separator: "\n"))) }
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
