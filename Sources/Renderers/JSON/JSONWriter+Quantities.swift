import Findings
import Quantities
import SourceText

extension JSONWriter {
    /// A quantity with its text and, by its type, its exact values.
    mutating func quantity(_ quantity: Quantity) {
        object { json in
            switch quantity {
            case .share(let count, let whole, let unit):
                json.key("type", "share")
                json.key("text", quantity.text)
                json.key("count") { $0.interval(count) { $0.integer($1) } }
                json.key("whole") { $0.interval(whole) { $0.integer($1) } }
                json.key("unit", unit?.id)
            case .ratio(let ratio, _):
                json.key("type", "ratio")
                json.key("text", quantity.text)
                json.key("value") { $0.interval(ratio) { $0.string("\($1.numerator)/\($1.denominator)") } }
            case .number(let number, let unit):
                json.key("type", "number")
                json.key("text", quantity.text)
                json.key("value") { $0.interval(number) { $0.number($1.description) } }
                json.key("unit", unit?.id)
            case .days(let days):
                json.key("type", "days")
                json.key("text", quantity.text)
                json.days(days)
            case .text:
                json.key("type", "text")
                json.key("text", quantity.text)
            }
        }
    }

    /// A value that is known exactly, or its two bounds; a bound that nobody knows is null.
    private mutating func interval<Value>(_ interval: Interval<Value>, _ body: (inout JSONWriter, Value) -> Void) {
        if let value = interval.exact { return body(&self, value) }
        array([interval.lower, interval.upper]) { json, value in
            if let value { body(&json, value) } else { json.null() }
        }
    }

    /// The first and the last day.
    mutating func days(_ days: Interval<CalendarDate>) {
        key("from", days.lower)
        key("to", days.upper)
    }

    mutating func required(_ requirements: [Requirement], as name: String = "required") {
        key(name, of: requirements.isEmpty ? nil : requirements) { json, requirements in
            json.key("text", requirements.text)
            json.key("bounds", each: requirements) { json, requirement in
                json.object { json in
                    json.key("relation", requirement.bound.isDay ? requirement.relation.nameOfDays : requirement.relation.rawValue)
                    json.key("bound") { $0.quantity(requirement.bound) }
                    json.key("origin", requirement.origin)
                }
            }
        }
    }
}
