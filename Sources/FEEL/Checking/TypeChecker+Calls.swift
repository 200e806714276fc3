/// Calls of built-ins and of functions that are values.
extension TypeChecker {
    mutating func checkCall(_ function: Expression, _ arguments: [Expression.Argument], _ expression: Expression) -> CheckedExpression {
        let function = checkFunction(function)
        let values = arguments.map { check($0.value) }
        if case .builtin(let builtin) = function.reference {
            return checkCall(of: builtin, [function], values, names: arguments.compactMap(\.name), expression)
        }
        if case .function(_, let result) = function.type { return CheckedExpression(expression, result, [function] + values) }
        if !function.type.isAny { report(.wrongType(expected: .function, found: function.type.kind), function.syntax.range) }
        return CheckedExpression(expression, .any, [function] + values)
    }

    /// What is called: of a name that nothing has, it is said that there is no such function.
    private mutating func checkFunction(_ function: Expression) -> CheckedExpression {
        if case .name(let name) = function.kind, scope.resolve(name) == nil { return unknown(name, function, isCalled: true) }
        return check(function)
    }

    private mutating func checkCall(
        of builtin: Builtin, _ function: [CheckedExpression], _ values: [CheckedExpression], names: [String], _ expression: Expression
    ) -> CheckedExpression {
        var arguments: [CheckedExpression?] = values
        var signature: Int?
        if !names.isEmpty {
            guard names.count == values.count, let (named, indices, count) = builtin.positions(ofNames: names) else {
                return failing(builtin.problem(withNames: names, count: values.count), expression, function + values)
            }
            signature = named
            arguments = Array(repeating: nil, count: count)
            for (index, value) in zip(indices, values) { arguments[index] = value }
        } else if (builtin.surplus != .itemsOfList && builtin.surplus != .lists) || values.isEmpty,
            builtin.signatures(forCount: values.count).isEmpty
        {
            return failing(builtin.problem(withCount: values.count), expression, function + values)
        }
        // What is left out is null.
        let types = arguments.map { $0?.type ?? .null }
        if builtin.surplus == .refused {
            let fitting = builtin.signatures.contains { parameters in
                parameters.count >= types.count && zip(parameters, types).allSatisfy { $0.type.accepts($1) }
            }
            if !fitting, let parameters = builtin.signatures(forCount: types.count).first {
                for (index, parameter) in zip(types.indices, parameters) where !parameter.type.accepts(types[index]) {
                    report(
                        .wrongArgument(parameter.name, function: builtin.name, expected: parameter.type.kind, found: types[index].kind),
                        arguments[index]?.syntax.range ?? expression.range)
                }
            }
        }
        return CheckedExpression(expression, builtin.result(types), function + values, .arguments(arguments, named: signature))
    }
}
