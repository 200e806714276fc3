import Findings
import Quantities
import SourceText

extension JSONWriter {
    mutating func calendar(_ calendar: StatutoryCalendar) {
        key("anchor", of: calendar.anchor) { json, anchor in
            json.key("event") { $0.event(anchor.event) }
            json.days(anchor.days)
        }
        missing(calendar.missing)
        key("entries", each: calendar.entries) { json, entry in
            json.object { json in
                json.key("id", entry.id)
                json.key("title", entry.title)
                json.key("subject") { $0.subject(entry.subject) }
                json.key("relation", entry.relation.nameOfDays)
                json.days(entry.days)
                json.key("counted", entry.origin)
                json.key("actual", of: entry.actual) { $0.days($1) }
                json.key("planned", entry.isPlanned)
                json.key("kept", entry.isKept)
                json.key("assumed", each: entry.assumed) { $0.event($1) }
                json.basis(entry.basis)
            }
        }
        key("window", of: calendar.window) { json, window in
            json.key("event") { $0.event(window.event) }
            json.days(window.window)
            json.key("rules", each: window.conditions) { json, condition in
                json.object { json in
                    json.key("rule", condition.rule.id)
                    json.key("title", condition.rule.title)
                    json.key("text", window.text(condition))
                    json.days("holds", condition.holds)
                    json.days("breaks", condition.breaks)
                }
            }
            json.key("broken", window.broken.map(\.id))
            json.days("unbroken", window.unbroken)
        }
    }

    private mutating func days(_ name: String, _ spans: [Interval<CalendarDate>]) {
        key(name, each: spans) { json, days in json.object { $0.days(days) } }
    }
}
