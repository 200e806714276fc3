extension Value {
    /// Conformance to a type (DMN 1.5, 10.3.2.9.2); null conforms to none but Null, and Any is everything but null.
    func conforms(to type: TypeName) -> Bool {
        switch (type, self) {
        case (.named("Any"), _): return !isNull
        case (.named("Null"), .null): return true
        case (_, .null): return false
        case (.named("number"), .number), (.named("string"), .string), (.named("boolean"), .boolean), (.named("date"), .date),
            (.named("time"), .time), (.named("date and time"), .dateTime), (.named("years and months duration"), .months),
            (.named("days and time duration"), .days), (.named("list"), .list), (.named("context"), .context), (.named("context"), .record),
            (.named("range"), .range):
            return true
        case (.list(let element), .list(let items)): return items.allSatisfy { $0.isNull || $0.conforms(to: element) }
        case (.range(let element), .range(let range)):
            return (range.lower.isNull || range.lower.conforms(to: element)) && (range.upper.isNull || range.upper.conforms(to: element))
        case (.context(let entries), .context(let context)):
            return entries.allSatisfy { name, type in context[name].map { $0.isNull || $0.conforms(to: type) } ?? false }
        case (.function(let parameters, _), .function(let function)): return function.type(for: parameters).conforms(to: type)
        default: return false
        }
    }

    /// The value as one of a type: itself, or the item of a list of one, or the midnight of a date; nil where it is none
    /// (DMN 1.5, 10.3.2.9.4).
    public func coerced(to type: TypeName) -> Value? {
        if isNull || conforms(to: type) { return self }
        // Of many functions it is not known what they give.
        if case .function(let function) = self, case .function(let parameters, let result) = type, function.result == .any,
            TypeName.function(function.types.map { $0 ?? .any }, result).conforms(to: .function(parameters, result))
        {
            return self
        }
        if case .list(let items) = self, items.count == 1, items[0].isNull || items[0].conforms(to: type) { return items[0] }
        if case .date(let date) = self, type == .named("date and time") {
            return .dateTime(DateTime(date: date, time: TimeOfDay(wrapping: 0, zone: .utc)))
        }
        return nil
    }
}

extension TypeName {
    /// Reads a type as it is written after `instance of`; nil where it is none.
    public init?(_ text: String) {
        guard let type = try? Parser.parseType(text) else { return nil }
        self = type
    }

    static let any = TypeName.named("Any")

    /// The types that FEEL names itself.
    private static let simple: Set<String> = [
        "Any", "Null", "number", "string", "boolean", "date", "time", "date and time", "years and months duration",
        "days and time duration",
        "list", "context", "range",
    ]

    /// Whether all values of this type are of the other (DMN 1.5, 10.3.2.9.1): functions take more and give less.
    func conforms(to other: TypeName) -> Bool {
        switch (self, other) {
        case (_, .named("Any")), (.named("Null"), _): true
        case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.conforms(to: b)
        case (.list, .named("list")), (.context, .named("context")), (.range, .named("range")): true
        case (.context(let a), .context(let b)): b.allSatisfy { name, type in a[name]?.conforms(to: type) ?? false }
        case (.function(let given, let result), .function(let wanted, let wantedResult)):
            given.count == wanted.count && zip(wanted, given).allSatisfy { $0.conforms(to: $1) } && result.conforms(to: wantedResult)
        default: self == other
        }
    }

    /// The type with named types replaced by what they mean; nil where one is unknown.
    public func resolved(_ meaning: (String) -> TypeName?) -> TypeName? {
        switch self {
        case .named(let name): return Self.simple.contains(name) ? self : meaning(name)
        case .list(let element): return element.resolved(meaning).map(TypeName.list)
        case .range(let element): return element.resolved(meaning).map(TypeName.range)
        case .context(let entries):
            let resolved = entries.compactMapValues { $0.resolved(meaning) }
            return resolved.count == entries.count ? .context(resolved) : nil
        case .function(let parameters, let result):
            let resolved = parameters.compactMap { $0.resolved(meaning) }
            guard resolved.count == parameters.count, let result = result.resolved(meaning) else { return nil }
            return .function(resolved, result)
        }
    }
}

extension FEELType {
    /// The static type as it would be written.
    var name: TypeName {
        switch self {
        case .any, .null: .any
        case .boolean: .named("boolean")
        case .number: .named("number")
        case .string, .enumeration: .named("string")
        case .date, .window: .named("date")
        case .time: .named("time")
        case .dateTime: .named("date and time")
        case .months: .named("years and months duration")
        case .days: .named("days and time duration")
        case .list(let element): .list(element.name)
        case .range(let element): .range(element.name)
        case .context(let entries): .context(entries.mapValues(\.name))
        case .record: .named("context")
        case .function(let parameters, let result): .function(parameters.map(\.name), result.name)
        }
    }
}
