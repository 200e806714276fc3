extension Value {
    /// Conformance to a type (DMN 1.5, 10.3.2.9.2); null conforms to none but Null, and Any is everything but null.
    func conforms(to type: TypeName) -> Bool {
        switch (type, self) {
        case (.basic(.any), _): return !isNull
        case (.basic(.null), .null): return true
        case (_, .null): return false
        case (.basic(let basic), _): return basic == basicType
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
        if case .date(let date) = self, type == .basic(.dateTime) {
            return .dateTime(DateTime(date: date, time: TimeOfDay(wrapping: 0, zone: .utc)))
        }
        return nil
    }
}
