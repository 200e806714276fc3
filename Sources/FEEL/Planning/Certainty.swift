/// What can be said of nodes whatever the facts are that nobody has stated. A fact that comes to be stated is not null.
extension CheckedExpression {
    /// Whether the value, and each item of a list, is something but null once all facts are stated.
    var isNeverNull: Bool {
        switch syntax.kind {
        case .literal(let value): return !value.isNull
        case .name: if case .field = reference { return true } else { return false }
        case .path: if case .field = reference { return parts[0].isNeverNull } else { return false }
        case .list: return parts.allSatisfy(\.isNeverNull)
        case .filter: return isFilterByTest && parts[0].isNeverNull
        default: return false
        }
    }

    /// Whether the node is true or false, and nothing else, once all facts are stated.
    var isTrueOrFalse: Bool {
        guard case .boolean = type else { return false }
        switch syntax.kind {
        case .comparison:
            return parts.allSatisfy { $0.isNeverNull && $0.type.isPlain }
        case .and, .or: return parts.allSatisfy(\.isTrueOrFalse)
        case .call: return negated?.isTrueOrFalse ?? false
        default: return isNeverNull
        }
    }

    /// Whether the node is a filter that keeps the items for which a condition holds.
    var isFilterByTest: Bool {
        guard case .filter = syntax.kind, case .variables = detail, case .boolean = parts[1].type else { return false }
        return true
    }

    /// Whether both nodes are one field of one record.
    func isSameField(as other: CheckedExpression) -> Bool {
        guard case .field(let a) = reference, case .field(let b) = other.reference, let path = a.path else { return false }
        return path == b.path && a.record === b.record && a.slot == b.slot && type.isPlain
    }

    /// Whether exactly one of both conditions holds, of nodes that see the same names.
    func isOpposite(of other: CheckedExpression) -> Bool {
        guard isTrueOrFalse, other.isTrueOrFalse else { return false }
        if let negated { return negated.isWritten(like: other) }
        if let negated = other.negated { return negated.isWritten(like: self) }
        guard case .comparison(let sign, _, _) = syntax.kind, case .comparison(let otherSign, _, _) = other.syntax.kind else {
            return false
        }
        return sign.opposite == otherSign && zip(parts, other.parts).allSatisfy { $0.isWritten(like: $1) }
    }

    func isWritten(like other: CheckedExpression) -> Bool { isSameText(syntax.description, other.syntax.description) }

    /// The condition that `not` turns round.
    private var negated: CheckedExpression? {
        guard parts.count == 2, case .builtin(let builtin) = parts[0].reference, builtin.isNegation else { return nil }
        return parts[1]
    }
}

extension FEELType {
    /// Whether any two values of the type are equal or not, and have an order if the type has one.
    fileprivate var isPlain: Bool {
        switch self {
        case .boolean, .number, .string, .enumeration, .date, .window, .months, .days: true
        default: false
        }
    }

    /// All values, where they are few; nil where they are not.
    var allValues: [Value]? {
        switch self {
        case .boolean: [.boolean(true), .boolean(false)]
        case .enumeration(let enumeration): enumeration.values.map(Value.string)
        default: nil
        }
    }

    /// Whether bounds of values of the type say something.
    var hasOrder: Bool { isPlain && !isBoolean }

    private var isBoolean: Bool { if case .boolean = self { true } else { false } }
}
