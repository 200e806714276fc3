extension FEELType {
    /// The type of a property, or nil where the type has no such property.
    func property(_ name: String) -> FEELType? {
        switch self {
        case .any, .null: return .any
        case .context(let entries):
            return entries[name] ?? entries.first { NameTokens.areSame($0.key, name) }?.value
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
