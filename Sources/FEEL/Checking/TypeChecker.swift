/// Finds what every name of an expression means and of which type every node is, so that an expression is known to make sense before any
/// data exists.
struct TypeChecker {
    private(set) var problems: [FEELProblem] = []
    var scope: Scope

    init(scope: Scope) { self.scope = scope }

    mutating func report(_ kind: FEELProblem.Kind, _ range: Range<Int>) { problems.append(FEELProblem(kind, at: range)) }

    /// Reports what can have no value, and gives the node that says so once more when it is evaluated.
    mutating func failing(
        _ kind: FEELProblem.Kind, _ expression: Expression, _ parts: [CheckedExpression] = [], at place: Range<Int>? = nil
    ) -> CheckedExpression {
        report(kind, place ?? expression.range)
        return CheckedExpression(expression, .any, parts, .failure(kind))
    }

    /// Checks with names that exist only inside.
    mutating func inner<Result>(_ body: (inout TypeChecker) -> Result) -> Result {
        let outer = scope.layers.count
        let result = body(&self)
        scope.layers.removeLast(scope.layers.count - outer)
        return result
    }

    mutating func check(_ expression: Expression) -> CheckedExpression {
        switch expression.kind {
        case .literal(let value): return CheckedExpression(expression, value.type)
        case .name(let name): return checkName(name, expression)
        case .negation(let operand):
            let operand = check(operand)
            return CheckedExpression(expression, operand.type, [operand])
        case .arithmetic(let sign, let left, let right):
            let (a, b) = (check(left), check(right))
            return arithmetic(expression, sign, a, b)
        case .comparison(_, let left, let right):
            let (a, b) = (check(left), check(right))
            checkComparison(a, b, expression.range)
            return CheckedExpression(expression, .boolean, [a, b])
        case .and(let left, let right), .or(let left, let right):
            let (a, b) = (condition(left), condition(right))
            return CheckedExpression(expression, .boolean, [a, b])
        case .between(let operand, let lower, let upper):
            let (value, low, high) = (check(operand), check(lower), check(upper))
            checkComparison(value, low, expression.range)
            checkComparison(value, high, expression.range)
            return CheckedExpression(expression, .boolean, [value, low, high])
        case .membership(let operand, let tests): return checkMembership(operand, tests, expression)
        case .instanceOf(let operand, let name):
            let operand = check(operand)
            // A list is a type with that of its items alone (grammar rule 64).
            if name == .basic(.list) { return failing(.unknownType(name.description, nearest: "list<Any>"), expression, [operand]) }
            guard let type = resolved(name, expression.range) else {
                return CheckedExpression(expression, .any, [operand], .failure(.unknownType(name.description, in: scope)))
            }
            return CheckedExpression(expression, .boolean, [operand], .type(type))
        case .conditional(let test, let then, let otherwise):
            let test = condition(test)
            let (a, b) = (check(then), check(otherwise))
            return CheckedExpression(expression, a.type.joined(with: b.type), [test, a, b])
        case .iteration(let iterators, let result): return checkIteration(iterators, result, expression)
        case .quantified(_, let iterators, let test):
            return inner { checker in
                let (parts, slots) = checker.check(iterators)
                return CheckedExpression(expression, .boolean, parts + [checker.condition(test)], .variables(slots))
            }
        case .filter(let base, let test): return checkFilter(base, test, expression)
        case .path(let base, let name): return checkPath(base, name, expression)
        case .call(let function, let arguments): return checkCall(function, arguments, expression)
        case .function(let parameters, let body): return checkFunction(parameters, body, expression)
        case .list(let items):
            let items = items.map { check($0) }
            let element = items.map(\.type).reduce(nil as FEELType?) { $0?.joined(with: $1) ?? $1 } ?? .any
            return CheckedExpression(expression, .list(element), items)
        case .context(let entries): return checkContext(entries, expression)
        case .comparisonRange(_, let end):
            let end = check(end)
            return CheckedExpression(expression, .range(end.type), [end])
        case .range(let lower, _, let upper, _):
            let (a, b) = (check(lower), check(upper))
            checkComparison(a, b, expression.range)
            return CheckedExpression(expression, .range(a.type.joined(with: b.type)), [a, b])
        }
    }

    /// An expression that must be a boolean.
    private mutating func condition(_ expression: Expression) -> CheckedExpression {
        let checked = check(expression)
        switch checked.type {
        case .boolean, .any, .null: break
        default: report(.wrongType(expected: .basic(.boolean), found: checked.type.kind), expression.range)
        }
        return checked
    }

    // MARK: Names and paths

    private mutating func checkName(_ name: String, _ expression: Expression) -> CheckedExpression {
        switch scope.resolve(name) {
        case .binding(let binding):
            let (reference, type) = meaning(of: name, binding)
            return CheckedExpression(expression, type, reference: reference)
        case .dynamic(let locals, let binding):
            let outer = binding.map { meaning(of: name, $0).reference }
            return CheckedExpression(expression, .any, reference: .possibleEntry(name, of: locals, otherwise: outer))
        case nil:
            return unknown(name, expression)
        }
    }

    private func meaning(of name: String, _ binding: Scope.Binding) -> (reference: Reference, type: FEELType) {
        switch binding {
        case .local(let slot, let type): (.variable(name, slot: slot), type)
        case .field(let field): (.field(field), field.type)
        case .constant(let value, let type): (.constant(name, value), type)
        case .builtin(let builtin): (.builtin(builtin), builtin.type)
        }
    }

    private mutating func checkPath(_ base: Expression, _ name: String, _ expression: Expression) -> CheckedExpression {
        let base = check(base)
        guard let result = base.type.property(name) else {
            let nearest = nearest(to: name, among: base.type.propertyNames)
            report(.noSuchProperty(name, of: base.type.kind, nearest: nearest), expression.range)
            return CheckedExpression(expression, .any, [base])
        }
        return CheckedExpression(expression, result, [base], reference: Reference(property: name, of: base))
    }

    // MARK: Functions and contexts

    private mutating func checkFunction(
        _ parameters: [Expression.Parameter], _ body: Expression, _ expression: Expression
    ) -> CheckedExpression {
        inner { checker in
            var (slots, types): ([Int], [TypeName?]) = ([], [])
            for parameter in parameters {
                let type = parameter.type.flatMap { checker.resolved($0, expression.range) }
                types.append(type)
                slots.append(checker.scope.bind(parameter.name, type?.type ?? .any))
            }
            let body = checker.check(body)
            return CheckedExpression(
                expression, .function(parameters: types.map { $0?.type ?? .any }, result: body.type), [body],
                .function(slots: slots, types: types, localCount: checker.scope.localCount))
        }
    }

    private mutating func checkContext(_ entries: [Expression.Entry], _ expression: Expression) -> CheckedExpression {
        inner { checker in
            var (values, slots): ([CheckedExpression], [Int]) = ([], [])
            var types: [String: FEELType] = [:]
            checker.scope.layers.append(.names([:]))
            for entry in entries {
                guard types[entry.name] == nil else {
                    return checker.failing(.duplicateKey(entry.name), expression, values, at: entry.value.range)
                }
                let value = checker.check(entry.value)
                values.append(value)
                slots.append(checker.scope.bindInside(entry.name, value.type))
                types[entry.name] = value.type
            }
            return CheckedExpression(expression, .context(types), values, .variables(slots))
        }
    }

    /// A written type with the names of the scope's own types replaced; nil, and reported, where there is no such type.
    private mutating func resolved(_ name: TypeName, _ range: Range<Int>) -> TypeName? {
        let resolved = name.resolved { scope.types[$0] }
        if resolved == nil { report(.unknownType(name.description, in: scope), range) }
        return resolved
    }
}

extension Reference {
    /// What a property of something means; nil where it is neither a field nor an entry that is known.
    init?(property name: String, of base: CheckedExpression) {
        // A property of a list is that of each of its items.
        var type = base.type
        while case .list(let element) = type { type = element }
        switch type {
        case .record(let record):
            guard let slot = record.slot(named: name) else { return nil }
            self = .field(FieldReference(record: record, slot: slot, path: base.reference?.path(to: slot)))
        case .context: self = .entry(name)
        default: return nil
        }
    }
}
