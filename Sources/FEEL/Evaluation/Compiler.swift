/// Turns syntax into code: resolves names to slots and checks types, so that an expression is known to make sense before any data exists.
public struct Compiler {
    private(set) var problems: [FEELProblem] = []
    var scope: Scope
    private var peakLocals = 0

    init(scope: Scope) { self.scope = scope }

    /// Parses, resolves and checks an expression. All problems found are returned, not the first alone; an expression with one is refused.
    public static func compile(_ text: String, scope: Scope) -> Result<CompiledExpression, Problems> {
        do {
            let (expression, problems) = try analyze(text, scope: scope)
            return problems.isEmpty ? .success(expression) : .failure(Problems(all: problems))
        } catch {
            return .failure(Problems(all: [error.problem]))
        }
    }

    /// Compiles an expression although its names and types may not fit, as the standard wants it: what does not fit gives null when it is
    /// evaluated. Only what cannot be parsed is refused.
    public static func analyze(_ text: String, scope: Scope) throws(FEELError) -> (CompiledExpression, problems: [FEELProblem]) {
        let syntax = try Parser.parse(text, names: scope.names)
        var compiler = Compiler(scope: scope)
        let (code, type) = compiler.compile(syntax)
        let localCount = max(compiler.peakLocals, compiler.scope.localCount)
        return (
            CompiledExpression(text: text, syntax: syntax, type: type, code: code, localCount: localCount), compiler.problems
        )
    }

    public struct Problems: Error, Sendable {
        public let all: [FEELProblem]
    }

    mutating func report(_ kind: FEELProblem.Kind, _ range: Range<Int>) { problems.append(FEELProblem(kind, at: range)) }

    /// Reports what can have no value, and gives the code that says so once more when it is evaluated.
    mutating func failing(_ kind: FEELProblem.Kind, _ range: Range<Int>, at place: Range<Int>? = nil) -> (
        code: Code, type: FEELType
    ) {
        report(kind, place ?? range)
        return (Failure(kind, range), .any)
    }

    /// Compiles with names that exist only inside; slots are used again afterwards.
    mutating func inner<Result>(_ body: (inout Compiler) -> Result) -> Result {
        let outer = scope.layers.count
        let result = body(&self)
        peakLocals = max(peakLocals, scope.localCount)
        scope.layers.removeLast(scope.layers.count - outer)
        return result
    }

    // MARK: Expressions

    mutating func compile(_ expression: Expression) -> (code: Code, type: FEELType) {
        let range = expression.range
        switch expression.kind {
        case .literal(let value): return (Constant(value, range), value.type)
        case .name(let name): return compileName(name, range)
        case .negation(let operand):
            let (code, type) = compile(operand)
            return (folded(NegationCode(code, range), of: [code]), type)
        case .arithmetic(let sign, let left, let right):
            let (a, b) = (compile(left), compile(right))
            let type = arithmeticType(sign, a.type, b.type, range)
            return (folded(ArithmeticCode(sign, a.code, b.code, range), of: [a.code, b.code]), type)
        case .comparison(let sign, let left, let right):
            let (a, b) = (compile(left), compile(right))
            checkComparison(a.type, left, b.type, right, range)
            return (ComparisonCode(sign, a.code, b.code, range), .boolean)
        case .and(let left, let right), .or(let left, let right):
            let (a, b) = (condition(left), condition(right))
            if case .and = expression.kind { return (LogicCode(and: true, a, b, range), .boolean) }
            return (LogicCode(and: false, a, b, range), .boolean)
        case .between(let operand, let lower, let upper):
            let (value, low, high) = (compile(operand), compile(lower), compile(upper))
            checkComparison(value.type, operand, low.type, lower, range)
            checkComparison(value.type, operand, high.type, upper, range)
            return (BetweenCode(value.code, lower: low.code, upper: high.code, range), .boolean)
        case .membership(let operand, let tests): return compileMembership(operand, tests, range)
        case .instanceOf(let operand, let name):
            let code = compile(operand).code
            guard let type = resolved(name, range) else { return (Failure(.unknownType(name.description), range), .any) }
            return (InstanceOfCode(code, type, range), .boolean)
        case .conditional(let test, let then, let otherwise):
            let test = condition(test)
            let (a, b) = (compile(then), compile(otherwise))
            return (ConditionalCode(test, then: a.code, otherwise: b.code, range), a.type.joined(with: b.type))
        case .iteration(let iterators, let result): return compileIteration(iterators, result, range)
        case .quantified(let quantifier, let iterators, let test):
            return inner { compiler in
                let iterators = iterators.map { compiler.compile($0) }
                return (QuantifiedCode(every: quantifier == .every, iterators, condition: compiler.condition(test), range), .boolean)
            }
        case .filter(let base, let test): return compileFilter(base, test, range)
        case .path(let base, let name): return compilePath(base, name, range)
        case .call(let function, let arguments): return compileCall(function, arguments, range)
        case .function(let parameters, let body): return compileFunction(parameters, body, range)
        case .list(let items):
            let compiled = items.map { compile($0) }
            let element = compiled.map(\.type).reduce(nil as FEELType?) { $0?.joined(with: $1) ?? $1 } ?? .any
            return (ListCode(compiled.map(\.code), range), .list(element))
        case .context(let entries): return compileContext(entries, range)
        case .comparisonRange(let sign, let end):
            let (code, type) = compile(end)
            return (ComparisonRangeCode(sign, code, range), .range(type))
        case .range(let lower, let includesLower, let upper, let includesUpper):
            let (a, b) = (compile(lower), compile(upper))
            checkComparison(a.type, lower, b.type, upper, range)
            return (
                folded(RangeCode(a.code, includesLower, b.code, includesUpper, range), of: [a.code, b.code]),
                .range(a.type.joined(with: b.type))
            )
        }
    }

    /// What is made of constants alone is computed now, unless that fails or depends on the clock.
    func folded(_ code: Code, of parts: [Code]) -> Code {
        guard parts.allSatisfy({ $0 is Constant }) else { return code }
        var run = Evaluation(stepLimit: 1_000)
        run.begin(locals: 0, tracing: false)
        let value = code.value(&run)
        return run.problems.isEmpty && value.isKnown ? Constant(value, code.range) : code
    }

    /// An expression that must be a boolean.
    private mutating func condition(_ expression: Expression) -> Code {
        let (code, type) = compile(expression)
        switch type {
        case .boolean, .any, .null: break
        default: report(.wrongType(expected: "boolean", found: type.description), expression.range)
        }
        return code
    }

    // MARK: Names and paths

    private mutating func compileName(_ name: String, _ range: Range<Int>) -> (Code, FEELType) {
        switch scope.resolve(name) {
        case .binding(let binding): return code(for: binding, range)
        case .dynamic(let locals, let binding):
            let outer = binding.map { code(for: $0, range) }
            return (DynamicName(name, in: locals, otherwise: outer?.0, range), .any)
        case nil:
            if let builtin = Builtin.byName[name] {
                let parameters = builtin.parameters.map(\.name)
                let types = builtin.parameters.map(\.type)
                let result = builtin.result(types)
                let function = FunctionValue(parameters: parameters, types: types.map(\.name), result: result.name, body: .builtin(builtin))
                return (Constant(.function(function), range), .function(parameters: types, result: result))
            }
            return failing(.unknownName(name, nearest: nearest(to: name, among: scope.visibleNames)), range)
        }
    }

    private func code(for binding: Scope.Binding, _ range: Range<Int>) -> (Code, FEELType) {
        switch binding {
        case .local(let slot, let type): (Local(slot, range), type)
        case .field(let slot, let field, let type): (LocalField(local: slot, slot: field, range), type)
        case .constant(let value, let type): (Constant(value, range), type)
        }
    }

    private mutating func compilePath(_ base: Expression, _ name: String, _ range: Range<Int>) -> (Code, FEELType) {
        let (code, type) = compile(base)
        guard let result = type.property(name) else {
            report(.noSuchProperty(name, of: type.description, nearest: nearest(to: name, among: type.propertyNames)), range)
            return (NamedProperty(code, name, range), .any)
        }
        let record: RecordType? =
            switch type {
            case .record(let record), .list(.record(let record)): record
            default: nil
            }
        if let slot = record?.slot(named: name) {
            if let local = code as? Local, case .record = type { return (LocalField(local: local.slot, slot: slot, range), result) }
            return (RecordField(code, slot: slot, range), result)
        }
        return (NamedProperty(code, name, range), result)
    }

    private mutating func compileFilter(_ base: Expression, _ test: Expression, _ range: Range<Int>) -> (Code, FEELType) {
        let (code, type) = compile(base)
        let element: FEELType =
            switch type {
            case .list(let element): element
            case .null: .any
            default: type
            }
        return inner { compiler in
            // The item itself is `item`, unless it has a field of that name; its fields are names (DMN 1.5, 10.3.2.5).
            let item = compiler.scope.newLocal()
            compiler.scope.layers.append(.names(["item": .local(slot: item, element)]))
            switch element {
            case .record(let record): compiler.scope.layers.append(.record(record, slot: item))
            case .context, .any: compiler.scope.layers.append(.dynamic(slot: item))
            default: break
            }
            let (condition, conditionType) = compiler.compile(test)
            switch conditionType {
            case .number: return (FilterCode(code, item: item, condition: condition, use: .index, range), element)
            case .boolean: return (FilterCode(code, item: item, condition: condition, use: .test, range), .list(element))
            case .any, .null: return (FilterCode(code, item: item, condition: condition, use: .either, range), .any)
            default:
                return compiler.failing(.wrongType(expected: "boolean", found: conditionType.description), range, at: test.range)
            }
        }
    }

    private mutating func compileMembership(_ operand: Expression, _ tests: [Expression.UnaryTest], _ range: Range<Int>) -> (Code, FEELType)
    {
        let (value, type) = compile(operand)
        let compiled: [MembershipCode.Test] = tests.map { test in
            switch test {
            case .comparison(let sign, let expression):
                let (code, testType) = compile(expression)
                checkComparison(type, operand, testType, expression, range)
                return .comparison(sign, code)
            case .expression(let expression):
                let (code, testType) = compile(expression)
                switch testType {
                case .range(let element): checkComparison(type, operand, element, expression, range)
                case .list(let element):
                    if case .range(let inner) = element {
                        checkComparison(type, operand, inner, expression, range)
                    } else if case .list = type {
                        break
                    } else {
                        checkComparison(type, operand, element, expression, range)
                    }
                default: checkComparison(type, operand, testType, expression, range)
                }
                return .member(code)
            }
        }
        if compiled.count == 1, case .member(let test) = compiled[0], let constant = test as? Constant,
            case .range(let interval) = constant.constant, let numbers = NumberRangeCode(value, interval, range)
        {
            return (numbers, .boolean)
        }
        return (MembershipCode(value, tests: compiled, range), .boolean)
    }

    // MARK: Iteration, contexts

    private mutating func compile(_ iterator: Expression.Iterator) -> IteratorCode {
        let (source, type) = compile(iterator.source)
        let last = iterator.last.map { compile($0).code }
        let element: FEELType =
            switch type {
            case .list(let element), .range(let element): element
            case .null: .any
            default: type
            }
        return IteratorCode(slot: scope.bind(iterator.variable, element), source: source, last: last)
    }

    private mutating func compileIteration(_ iterators: [Expression.Iterator], _ result: Expression, _ range: Range<Int>) -> (
        Code, FEELType
    ) {
        inner { compiler in
            let iterators = iterators.map { compiler.compile($0) }
            let partial = compiler.scope.bind("partial", .list(.any))
            let (code, type) = compiler.compile(result)
            var asksForPartial = false
            result.visit { if case .name("partial") = $0.kind { asksForPartial = true } }
            return (IterationCode(iterators, partial: asksForPartial ? partial : nil, result: code, range), .list(type))
        }
    }

    private mutating func compileContext(_ entries: [Expression.Entry], _ range: Range<Int>) -> (Code, FEELType) {
        inner { compiler in
            var compiled: [(name: String, slot: Int, code: Code)] = []
            var types: [String: FEELType] = [:]
            for entry in entries {
                guard types[entry.name] == nil else {
                    return compiler.failing(.duplicateKey(entry.name), range, at: entry.value.range)
                }
                let (code, type) = compiler.compile(entry.value)
                compiled.append((entry.name, compiler.scope.bind(entry.name, type), code))
                types[entry.name] = type
            }
            return (ContextCode(compiled, range), .context(types))
        }
    }
}
