public import Findings
import Quantities
import SourceText

extension JSONRenderer {
    /// The statutory calendar of a dossier, one object (docs/report.md).
    public func calendar(_ calendar: StatutoryCalendar) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            head(calendar.head, schema: "huanjie-calendar", &json)
            json.key("anchor") { json in
                guard let anchor = calendar.anchor else { return json.null() }
                json.object { json in
                    json.key("event", anchor.event.label(in: language))
                    days(anchor.days, &json)
                }
            }
            if !calendar.missing.isEmpty { missing(calendar.missing, &json) }
            json.key("entries") { json in json.array(calendar.entries) { entry($1, &$0) } }
            if let window = calendar.window { json.key("window") { conditions(window, &$0) } }
        }
        return json.bytes + [0x0A]
    }

    private func entry(_ entry: StatutoryCalendar.Entry, _ json: inout JSONWriter) {
        json.object { json in
            json.key("id", entry.id)
            json.key("title", entry.title(in: language))
            json.key("relation", entry.relation.nameOfDays)
            days(entry.days, &json)
            json.key("counted", entry.origin(in: language))
            json.key("actual") { json in
                guard let actual = entry.actual else { return json.null() }
                json.object { json in
                    days(actual, &json)
                }
            }
            json.key("kept") { json in if let isKept = entry.isKept { json.boolean(isKept) } else { json.null() } }
            if !entry.assumed.isEmpty { json.key("assumed") { json in json.array(entry.assumed) { $0.string($1.label(in: language)) } } }
            json.key("basis") { json in json.array(entry.basis) { basis($1, &$0) } }
        }
    }

    private func conditions(_ found: WindowConditions, _ json: inout JSONWriter) {
        json.object { json in
            json.key("event", found.event.label(in: language))
            days(found.window, &json)
            json.key("rules") { json in
                json.array(found.conditions) { json, condition in
                    json.object { json in
                        json.key("rule", condition.rule.id)
                        json.key("text", condition.text(found.event.label, in: found.window, language))
                        json.key("holds") { days(condition.holds, &$0) }
                        json.key("breaks") { days(condition.breaks, &$0) }
                    }
                }
            }
            json.key("broken") { json in json.array(found.broken) { $0.string($1.id) } }
            json.key("unbroken") { days(found.unbroken, &$0) }
        }
    }

    private func days(_ days: [Interval<CalendarDate>], _ json: inout JSONWriter) {
        json.array(days) { json, days in
            json.object { json in
                self.days(days, &json)
            }
        }
    }
}
