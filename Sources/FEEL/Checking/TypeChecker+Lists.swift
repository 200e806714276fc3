/// Loops, filters and membership.
extension TypeChecker {
    /// The nodes of the sources and ends of a loop's variables, and the slots of the variables.
    mutating func check(_ iterators: [Expression.Iterator]) -> (parts: [CheckedExpression], slots: [Int]) {
        var (parts, slots): ([CheckedExpression], [Int]) = ([], [])
        for iterator in iterators {
            let source = check(iterator.source)
            parts.append(source)
            if let last = iterator.last { parts.append(check(last)) }
            let element: FEELType =
                switch source.type {
                case .list(let element), .range(let element): element
                case .null: .any
                default: source.type
                }
            slots.append(scope.bind(iterator.variable, element))
        }
        return (parts, slots)
    }

    mutating func checkIteration(
        _ iterators: [Expression.Iterator], _ result: Expression, _ expression: Expression
    ) -> CheckedExpression {
        inner { checker in
            let (parts, slots) = checker.check(iterators)
            let partial = checker.scope.bind("partial", .list(.any))
            let result = checker.check(result)
            let asksForPartial = result.contains { $0.reference?.variable == partial }
            return CheckedExpression(
                expression, .list(result.type), parts + [result], .iteration(slots, partial: asksForPartial ? partial : nil))
        }
    }

    mutating func checkFilter(_ base: Expression, _ test: Expression, _ expression: Expression) -> CheckedExpression {
        let base = check(base)
        let element: FEELType =
            switch base.type {
            case .list(let element): element
            case .null: .any
            default: base.type
            }
        return inner { checker in
            // The item itself is `item`, unless it has a field of that name; its fields are names (DMN 1.5, 10.3.2.5).
            let item = checker.scope.newLocal()
            checker.scope.layers.append(.names(["item": .local(slot: item, element)]))
            switch element {
            case .record(let record): checker.scope.layers.append(.record(record, slot: item))
            case .context, .any: checker.scope.layers.append(.dynamic(slot: item))
            default: break
            }
            let condition = checker.check(test)
            let type: FEELType
            switch condition.type {
            case .number: type = element
            case .boolean: type = .list(element)
            case .any, .null: type = .any
            default:
                let problem = FEELProblem.Kind.wrongType(expected: .basic(.boolean), found: condition.type.kind)
                return checker.failing(problem, expression, [base, condition], at: test.range)
            }
            return CheckedExpression(expression, type, [base, condition], .variables([item]))
        }
    }

    mutating func checkMembership(_ operand: Expression, _ tests: [Expression.UnaryTest], _ expression: Expression) -> CheckedExpression {
        let value = check(operand)
        return inner { checker in
            // The value that is tested is `?` in the tests (DMN 1.5, 10.3.2.13.4).
            let subject = checker.scope.newLocal()
            checker.scope.layers.append(.names([CheckedExpression.subject: .local(slot: subject, value.type)]))
            var parts = [value]
            for test in tests {
                switch test {
                case .comparison(_, let end):
                    let end = checker.check(end)
                    checker.checkComparison(value, end, expression.range)
                    parts.append(end)
                case .expression(let member):
                    let member = checker.check(member)
                    if !member.isTest(of: subject) {
                        checker.checkComparison(value, member, as: member.type.memberType(of: value.type), expression.range)
                    }
                    parts.append(member)
                }
            }
            return CheckedExpression(expression, .boolean, parts, .variables([subject]))
        }
    }
}

extension CheckedExpression {
    /// The name that tests have for the value that is tested.
    static let subject = "?"

    /// Whether the node names the value that is tested.
    func mentions(_ slot: Int) -> Bool { contains { $0.reference?.variable == slot } }

    /// Whether the node is a condition on the value that is tested, so that it holds or not by itself (DMN 1.5, table 55).
    func isTest(of slot: Int) -> Bool {
        switch type {
        case .boolean, .any: mentions(slot)
        default: false
        }
    }
}

extension Reference {
    /// The slot of the variable that is meant, or can be meant.
    fileprivate var variable: Int? {
        switch self {
        case .variable(_, let slot): slot
        case .possibleEntry(_, _, let otherwise): otherwise?.variable
        default: nil
        }
    }
}

extension FEELType {
    /// The type with which a value must be comparable to be tested by `in` against this one; nil where anything can be.
    fileprivate func memberType(of value: FEELType) -> FEELType? {
        switch self {
        case .range(let element): return element
        case .list(.range(let element)): return element
        case .list(let element):
            if case .list = value { return nil }
            return element
        default: return self
        }
    }
}
