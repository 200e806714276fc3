/// Turns a checked tree into code: names become slots, constants are folded, and what has a quicker way takes it.
struct Planner {
    /// How many values the code keeps while a loop runs.
    private(set) var keptCount = 0
    /// The slot of the variable of the innermost loop around; nil outside of loops, and in what is kept already.
    private var loop: Int?
    private let keepsNothing: Bool

    init(keepsNothing: Bool = false) { self.keepsNothing = keepsNothing }

    mutating func plan(_ node: CheckedExpression) -> Code {
        guard let loop, node.isWorthKeeping, node.isTheSameThroughout(loop: loop) else { return planAnew(node) }
        self.loop = nil
        defer { self.loop = loop }
        let code = planAnew(node)
        if code is Constant { return code }
        keptCount += 1
        return KeptCode(code, node.type, number: keptCount - 1)
    }

    /// Plans what is done for each value of a variable.
    private mutating func planBody(_ node: CheckedExpression, of variable: Int) -> LoopBody {
        let (outer, first) = (loop, keptCount)
        loop = keepsNothing ? nil : variable
        defer { loop = outer }
        return LoopBody(local: variable, code: plan(node), kept: first..<keptCount)
    }

    private mutating func planAnew(_ node: CheckedExpression) -> Code {
        let range = node.syntax.range
        if case .failure(let kind) = node.detail { return NoValueCode(kind, range) }
        switch node.syntax.kind {
        case .literal(let value): return Constant(value, range)
        case .name: return planName(node.reference, range)
        case .negation:
            let operand = plan(node.parts[0])
            return folded(NegationCode(operand, range), of: [operand])
        case .arithmetic(let sign, _, _):
            let (a, b) = planPair(node)
            let code = ArithmeticCode(sign, a, b, range)
            if sign == .add, let counted = a as? FilterCountCode, node.addsOppositeCounts {
                return ComplementCountCode(code, counted.filter)
            }
            return folded(code, of: [a, b])
        case .comparison(let sign, _, _):
            let (a, b) = planPair(node)
            return LimitCode(sign, a, b, range) ?? QuotientComparisonCode(sign, a, b, range)
                ?? ComparisonCode(sign, a, b, isOfOneField: node.parts[0].isSameField(as: node.parts[1]), range)
        case .and:
            let (a, b) = planPair(node)
            return LogicCode(and: true, a, b, range)
        case .or:
            let (a, b) = planPair(node)
            return LogicCode(and: false, a, b, range)
        case .between:
            return BetweenCode(plan(node.parts[0]), lower: plan(node.parts[1]), upper: plan(node.parts[2]), range)
        case .membership(_, let tests): return planMembership(node, tests)
        case .instanceOf:
            let type: TypeName = if case .type(let type) = node.detail { type } else { .any }
            return InstanceOfCode(plan(node.parts[0]), type, range)
        case .conditional:
            return ConditionalCode(plan(node.parts[0]), then: plan(node.parts[1]), otherwise: plan(node.parts[2]), range)
        case .iteration(let iterators, _):
            let partial: Int? = if case .iteration(_, let partial) = node.detail { partial } else { nil }
            let (variables, result) = plan(iterators, node)
            return IterationCode(variables, partial: partial, result: result, range)
        case .quantified(let quantifier, let iterators, _):
            let (variables, condition) = plan(iterators, node)
            return QuantifiedCode(every: quantifier == .every, variables, condition: condition, range)
        case .filter: return planFilter(node)
        case .path(_, let name): return planPath(node, name)
        case .call(_, let arguments): return planCall(node, arguments)
        case .function(let parameters, let body): return Self.planFunction(node, parameters, depth: body.depth)
        case .list: return ListCode(node.parts.map { plan($0) }, range)
        case .context(let entries):
            let planned = zip(entries, zip(node.slots, node.parts)).map { (name: $0.name, slot: $1.0, code: plan($1.1)) }
            return ContextCode(planned, range)
        case .comparisonRange(let sign, _): return ComparisonRangeCode(sign, plan(node.parts[0]), range)
        case .range(_, let includesLower, _, let includesUpper):
            let (a, b) = planPair(node)
            return folded(RangeCode(a, includesLower, b, includesUpper, range), of: [a, b])
        }
    }

    private mutating func planPair(_ node: CheckedExpression) -> (Code, Code) { (plan(node.parts[0]), plan(node.parts[1])) }

    /// What is made of constants alone is computed now, unless that fails or depends on the clock.
    private func folded(_ code: Code, of parts: [Code]) -> Code {
        guard parts.allSatisfy({ $0 is Constant }) else { return code }
        var run = Evaluation(stepLimit: 1_000)
        run.begin(locals: 0, tracing: false)
        let value = code.value(&run)
        return run.problems.isEmpty && value.isKnown ? Constant(value, code.range) : code
    }

    // MARK: Names and paths

    private func planName(_ reference: Reference?, _ range: Range<Int>) -> Code {
        switch reference {
        case .variable(_, let slot): Local(slot, range)
        case .field(let field): field.path.map { LocalField(local: $0.variable, field, range) } ?? Constant(.null, range)
        case .constant(_, let value): Constant(value, range)
        case .builtin(let builtin): Constant(.function(BuiltinFunction(builtin)), range)
        case .possibleEntry(let name, let locals, let outer):
            DynamicName(name, in: locals, otherwise: outer.map { planName($0, range) }, range)
        case .entry, nil: Constant(.null, range)
        }
    }

    private mutating func planPath(_ node: CheckedExpression, _ name: String) -> Code {
        let (base, range) = (plan(node.parts[0]), node.syntax.range)
        guard case .field(let field) = node.reference else { return NamedProperty(base, name, range) }
        if let local = base as? Local, case .record = node.parts[0].type { return LocalField(local: local.slot, field, range) }
        return RecordField(base, field, range)
    }

    // MARK: Calls

    private mutating func planCall(_ node: CheckedExpression, _ written: [Expression.Argument]) -> Code {
        let range = node.syntax.range
        guard case .builtin(let builtin) = node.parts[0].reference, case .arguments(let arguments, let named) = node.detail else {
            let arguments = zip(written, node.parts.dropFirst()).map { (name: $0.name, code: plan($1)) }
            return ValueCall(plan(node.parts[0]), arguments, range)
        }
        if builtin.countsItems, arguments.count == 1, let list = arguments[0], list.isFilterByTest {
            return FilterCountCode(planFilter(list), range)
        }
        let planned = arguments.map { $0.map { plan($0) } ?? Constant(.null, range) }
        let isNeverNull = node.type.hasOrder && arguments.allSatisfy { $0?.isNeverNull ?? false }
        let call = BuiltinCall(builtin, planned, named: named, isNeverNull: isNeverNull, range)
        if builtin.addsItems, planned.count == 1, let sum = planSum(planned[0], call) { return sum }
        return folded(call, of: planned)
    }

    /// The sum of a field, or of a result, over records.
    private func planSum(_ list: Code, _ call: BuiltinCall) -> Code? {
        switch list {
        case let field as RecordField: return SumCode(of: field.base, LoopBody(local: LocalField.nowhere, code: field.ofItem), usual: call)
        case let loop as IterationCode:
            guard loop.iterators.count == 1, loop.partial == nil, loop.iterators[0].last == nil else { return nil }
            return SumCode(of: loop.iterators[0].source, loop.result, usual: call)
        default: return nil
        }
    }

    // MARK: Lists

    private mutating func planFilter(_ node: CheckedExpression) -> FilterCode {
        let use: FilterCode.Use =
            switch node.parts[1].type {
            case .number: .index
            case .boolean: .test
            default: .either
            }
        return FilterCode(plan(node.parts[0]), condition: planBody(node.parts[1], of: node.slots[0]), use: use, node.syntax.range)
    }

    private mutating func planMembership(_ node: CheckedExpression, _ tests: [Expression.UnaryTest]) -> Code {
        let (value, range, subject) = (plan(node.parts[0]), node.syntax.range, node.slots[0])
        let planned = zip(tests, node.parts.dropFirst()).map { test, part in
            let code = plan(part)
            return switch test {
            case .comparison(let sign, _): MembershipCode.Test.comparison(sign, code)
            case .expression where part.mentions(subject): MembershipCode.Test.question(code)
            case .expression: (code as? RangeCode).map(MembershipCode.Test.range) ?? .member(code)
            }
        }
        if planned.count == 1, case .member(let test) = planned[0], let constant = test as? Constant,
            case .range(let interval) = constant.constant, let numbers = NumberRangeCode(value, interval, range)
        {
            return numbers
        }
        let domain = node.parts[0].isNeverNull ? node.parts[0].type.allValues : nil
        return MembershipCode(value, tests: planned, subject: subject, domain: domain ?? [], range)
    }

    /// The variables of a loop, and the last part: what is done for each of their values.
    private mutating func plan(
        _ iterators: [Expression.Iterator], _ node: CheckedExpression
    ) -> (variables: [IteratorCode], body: LoopBody) {
        var next = 0
        func part() -> CheckedExpression {
            defer { next += 1 }
            return node.parts[next]
        }
        let variables = zip(iterators, node.slots).map { iterator, slot in
            let source = plan(part())
            return IteratorCode(slot: slot, source: source, last: iterator.last == nil ? nil : plan(part()))
        }
        return (variables, planBody(part(), of: node.slots[iterators.count - 1]))
    }

    // MARK: Functions

    private static func planFunction(_ node: CheckedExpression, _ parameters: [Expression.Parameter], depth: Int) -> Code {
        guard case .function(let slots, let types, let localCount) = node.detail else { return Constant(.null, node.syntax.range) }
        let variables = zip(parameters, zip(types, slots)).map { (name: $0.name, type: $1.0, slot: $1.1) }
        // It can call itself from within a loop, so that loop must not keep anything.
        var planner = Planner(keepsNothing: true)
        return FunctionCode(
            variables, body: planner.plan(node.parts[0]), depth: depth, result: node.parts[0].type.name, localCount: localCount,
            node.syntax.range)
    }
}

extension CheckedExpression {
    /// Whether the node adds the counts of two filters of one list, of which one keeps what the other drops.
    fileprivate var addsOppositeCounts: Bool {
        let filters = parts.compactMap(\.countedFilter)
        return filters.count == 2 && filters[0].parts[0].isWritten(like: filters[1].parts[0])
            && filters[0].parts[1].isOpposite(of: filters[1].parts[1])
    }

    private var countedFilter: CheckedExpression? {
        guard case .call = syntax.kind, parts.count == 2, case .builtin(let builtin) = parts[0].reference, builtin.countsItems else {
            return nil
        }
        return parts[1].isFilterByTest ? parts[1] : nil
    }
}
