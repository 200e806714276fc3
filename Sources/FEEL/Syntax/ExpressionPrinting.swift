extension Expression: CustomStringConvertible {
    /// The expression in FEEL's own syntax; parsing it again gives the same tree.
    public var description: String {
        switch kind {
        case .literal(let value): printLiteral(value)
        case .name(let name): name
        case .negation(let operand): "-\(operand.grouped)"
        case .arithmetic(let sign, let left, let right): "\(left.grouped) \(sign.rawValue) \(right.grouped)"
        case .comparison(let sign, let left, let right): "\(left.grouped) \(sign.rawValue) \(right.grouped)"
        case .and(let left, let right): "\(left.grouped) and \(right.grouped)"
        case .or(let left, let right): "\(left.grouped) or \(right.grouped)"
        case .between(let value, let lower, let upper): "\(value.grouped) between \(lower.grouped) and \(upper.grouped)"
        case .membership(let value, let tests):
            "\(value.grouped) in (\(tests.map(\.description).joined(separator: ", ")))"
        case .instanceOf(let value, let type): "\(value.grouped) instance of \(type)"
        case .conditional(let condition, let then, let otherwise): "if \(condition) then \(then) else \(otherwise)"
        case .iteration(let iterators, let result):
            "for \(iterators.map(\.description).joined(separator: ", ")) return \(result)"
        case .quantified(let quantifier, let iterators, let condition):
            "\(quantifier.rawValue) \(iterators.map(\.description).joined(separator: ", ")) satisfies \(condition)"
        case .filter(let base, let condition): "\(base.grouped)[\(condition)]"
        case .path(let base, let name): "\(base.grouped).\(name)"
        case .call(let function, let arguments):
            "\(function.grouped)(\(arguments.map { ($0.name.map { "\($0): " } ?? "") + "\($0.value)" }.joined(separator: ", ")))"
        case .function(let parameters, let body):
            "function(\(parameters.map { $0.name + ($0.type.map { ": \($0)" } ?? "") }.joined(separator: ", "))) \(body)"
        case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
        case .context(let entries):
            "{\(entries.map { "\(nameOrString($0.name)): \($0.value)" }.joined(separator: ", "))}"
        case .comparisonRange(let sign, let end): "(\(sign.rawValue) \(end.grouped))"
        case .range(let lower, let includesLower, let upper, let includesUpper):
            "\(includesLower ? "[" : "(")\(lower.grouped)..\(upper.grouped)\(includesUpper ? "]" : ")")"
        }
    }

    /// In parentheses, unless the expression cannot be torn apart.
    private var grouped: String {
        switch kind {
        case .literal, .name, .filter, .path, .call, .list, .context, .range, .comparisonRange: description
        default: "(\(description))"
        }
    }

    private func printLiteral(_ value: Value) -> String {
        switch value {
        case .date, .time, .dateTime, .months, .days: "@\"\(value)\""
        default: value.description
        }
    }
}

extension Expression.UnaryTest: CustomStringConvertible {
    /// The test in FEEL's own syntax.
    public var description: String {
        switch self {
        case .expression(let expression): expression.description
        case .comparison(let sign, let expression): "\(sign.rawValue) \(expression)"
        }
    }
}

extension Expression.Iterator: CustomStringConvertible {
    /// The iterator in FEEL's own syntax.
    public var description: String { "\(variable) in \(source)\(last.map { "..\($0)" } ?? "")" }
}
