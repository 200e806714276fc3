import Quantities

extension Value {
    /// A property by name: an entry of a context, a field of a record, a component of a date or duration (DMN 1.5, table 65).
    /// Nil where the value has no such property.
    func property(_ name: String, _ run: inout Evaluation) -> Value? {
        switch self {
        case .unknown: return .unknown
        case .context(let context): return context[name]
        case .record(let record):
            guard let slot = record.source.fieldNames(of: Int(record.index)).firstIndex(of: name) else { return nil }
            return run.read(slot, of: record)
        case .between(let bounds):
            switch name {
            case "from": return bounds.lower
            case "to": return bounds.upper
            default: return .unknown
            }
        case .date(let date): return name == "from" || name == "to" ? self : date.property(name)
        case .time(let time): return time.property(name, offset: time.offset)
        case .dateTime(let dateTime): return dateTime.date.property(name) ?? dateTime.time.property(name, offset: dateTime.offset)
        case .months(let duration):
            switch name {
            case "years": return .integer(duration.months / 12)
            case "months": return .integer(duration.months % 12)
            default: return nil
            }
        case .days(let duration):
            switch name {
            case "days": return .integer(duration.seconds / 86_400)
            case "hours": return .integer(duration.seconds % 86_400 / 3600)
            case "minutes": return .integer(duration.seconds % 3600 / 60)
            case "seconds": return .integer(duration.seconds % 60)
            default: return nil
            }
        case .range(let range):
            switch name {
            case "start": return range.lower
            case "end": return range.upper
            case "start included": return .boolean(range.includesLower)
            case "end included": return .boolean(range.includesUpper)
            default: return nil
            }
        default: return nil
        }
    }

    /// What kind of value it is, for messages.
    var kindName: String {
        switch self {
        case .null: "null"
        case .unknown, .between: "unknown"
        case .boolean: "boolean"
        case .number: "number"
        case .string: "string"
        case .date: "date"
        case .time: "time"
        case .dateTime: "date and time"
        case .months: "years and months duration"
        case .days: "days and time duration"
        case .list: "list"
        case .context: "context"
        case .range: "range"
        case .function: "function"
        case .record: "record"
        }
    }
}

extension CalendarDate {
    fileprivate func property(_ name: String) -> Value? {
        switch name {
        case "year": .integer(components.year)
        case "month": .integer(components.month)
        case "day": .integer(components.day)
        case "weekday": .integer(weekday)
        default: nil
        }
    }
}

extension TimeOfDay {
    /// - Parameter offset: seconds east of UTC on the day in question.
    fileprivate func property(_ name: String, offset: Int?) -> Value? {
        switch name {
        case "hour": .integer(hour)
        case "minute": .integer(minute)
        case "second": .integer(second)
        case "time offset": offset.map { .days(DayTimeDuration(seconds: $0)) } ?? .null
        case "timezone": if case .region(let region) = zone { .string(region.name) } else { .null }
        default: nil
        }
    }
}

extension FEELType {
    /// The type of a property, or nil where the type has no such property.
    func property(_ name: String) -> FEELType? {
        switch self {
        case .any, .null: return .any
        case .context(let entries): return entries[name]
        case .record(let type): return type.slot(named: name).map { type.fields[$0].type }
        case .list(let element): return element.property(name).map { .list($0) }
        case .date, .window, .time, .dateTime:
            if case .window = self, name == "from" || name == "to" { return .date }
            guard propertyNames.contains(name) else { return nil }
            return name == "time offset" ? .days : name == "timezone" ? .string : .number
        case .months: return ["years", "months"].contains(name) ? .number : nil
        case .days: return ["days", "hours", "minutes", "seconds"].contains(name) ? .number : nil
        case .range(let element):
            return ["start", "end"].contains(name) ? element : ["start included", "end included"].contains(name) ? .boolean : nil
        default: return nil
        }
    }

    /// The names of properties, for “did you mean”.
    var propertyNames: [String] {
        switch self {
        case .context(let entries): Array(entries.keys)
        case .record(let type): type.names
        case .list(let element): element.propertyNames
        case .date: ["year", "month", "day", "weekday"]
        case .time: ["hour", "minute", "second", "time offset", "timezone"]
        case .dateTime: FEELType.date.propertyNames + FEELType.time.propertyNames
        case .window: ["from", "to", "year", "month", "day", "weekday"]
        case .months: ["years", "months"]
        case .days: ["days", "hours", "minutes", "seconds"]
        case .range: ["start", "end", "start included", "end included"]
        default: []
        }
    }
}
