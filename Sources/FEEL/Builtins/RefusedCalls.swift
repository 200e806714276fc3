import Quantities

/// What is wrong with a call that a built-in refuses.
extension Builtin {
    private var parameterNames: [ParameterNames] {
        signatures.map { parameters in
            let required = parameters.prefix { !$0.isOptional }
            return ParameterNames(
                required: required.map(\.name), optional: parameters.dropFirst(required.count).map(\.name), isOpen: surplus != .refused)
        }
    }

    func problem(withCount count: Int) -> FEELProblem.Kind { .argumentCount(function: name, given: count, taken: parameterNames) }

    func problem(withNames names: [String], count: Int) -> FEELProblem.Kind {
        ParameterNames.problem(withNames: names, count: count, of: name, taken: parameterNames)
    }

    /// Notes why a call has no result, unless an argument is null and has said why.
    ///
    /// - Parameter parameters: the signature that was tried; nil where none takes so many arguments.
    func refused(_ arguments: [Value], _ parameters: [Parameter]?, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        if arguments.contains(where: \.holdsNull), run.problems.contains(where: { range.contains($0.range.lowerBound) }) { return .null }
        guard let parameters else { return run.fail(problem(withCount: arguments.count), at: range) }
        return run.fail(problem(with: arguments, parameters), at: range)
    }

    private func problem(with arguments: [Value], _ parameters: [Parameter]) -> FEELProblem.Kind {
        let given = Array(zip(parameters, arguments))
        // The kind of an argument.
        for (parameter, argument) in given where !parameter.takes(argument) {
            return .wrongArgument(parameter.name, function: name, expected: parameter.type.kind, found: argument.kind)
        }
        // A place in the list or the text before it.
        if let length = arguments.first?.length, let (_, position) = given.first(where: { $0.0.name.hasSuffix("position") }),
            position.integer.map({ $0 == 0 || $0.magnitude > length }) ?? true
        {
            return .noSuchPosition(position.description, count: length)
        }
        // Kinds of which nothing is declared.
        let open = given.filter { $0.0.type.isOpen }.map(\.1.kind)
        if open.count == given.count, !open.isEmpty { return .unsuitable(function: name, open) }
        return .noResult(function: name, arguments: given.map { "\($0.0.name) = \($0.1.abbreviated)" })
    }
}

extension Builtin.Parameter {
    /// Whether a value is of the kind that is declared; null is what an optional argument is that is left out.
    fileprivate func takes(_ value: Value) -> Bool {
        if value.isNull { return isOptional || type.isOpen }
        guard value.isKnown else { return true }
        if case .function = type { return value.kind == .function }
        return type.accepts(value.type)
    }
}

extension FEELType {
    /// Whether nothing is known of the values, or of those within.
    fileprivate var isOpen: Bool {
        switch self {
        case .any, .list(.any), .range(.any): true
        default: false
        }
    }
}

extension Value {
    fileprivate var holdsNull: Bool {
        if case .list(let items) = self { items.contains(where: \.isNull) } else { isNull }
    }

    /// The value for a message: a list or a long text is not printed whole.
    fileprivate var abbreviated: String {
        let limit = 40
        switch self {
        case .list(let items): return items.isEmpty ? "[]" : "[…]"
        case .context: return "{…}"
        case .string(let text) where text.utf8.count > limit: return quoted(String(text.prefix(limit)) + "…")
        default: return description
        }
    }

    /// How many positions there are in a list or a text.
    fileprivate var length: Int? {
        switch self {
        case .list(let items): items.count
        case .string(let text): text.unicodeScalars.count
        default: nil
        }
    }

    fileprivate var integer: Int? { if case .number(let number) = self { number.integer } else { nil } }
}
