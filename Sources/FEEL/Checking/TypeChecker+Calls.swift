/// Calls of built-ins and of functions that are values.
extension TypeChecker {
    mutating func checkCall(_ function: Expression, _ arguments: [Expression.Argument], _ expression: Expression) -> CheckedExpression {
        let function = check(function)
        let values = arguments.map { check($0.value) }
        if case .builtin(let builtin) = function.reference {
            return checkCall(of: builtin, [function], values, names: arguments.compactMap(\.name), expression)
        }
        if case .function(_, let result) = function.type { return CheckedExpression(expression, result, [function] + values) }
        if !function.type.isAny { report(.wrongType(expected: "function", found: function.type.description), function.syntax.range) }
        return CheckedExpression(expression, .any, [function] + values)
    }

    private mutating func checkCall(
        of builtin: Builtin, _ function: [CheckedExpression], _ values: [CheckedExpression], names: [String], _ expression: Expression
    ) -> CheckedExpression {
        var arguments: [CheckedExpression?] = values
        var signature: Int?
        if !names.isEmpty {
            guard names.count == values.count, let (named, indices, count) = builtin.positions(ofNames: names) else {
                return failing(.wrongArguments(builtin.name, expected: builtin.signature), expression, function + values)
            }
            signature = named
            arguments = Array(repeating: nil, count: count)
            for (index, value) in zip(indices, values) { arguments[index] = value }
        } else if (builtin.surplus != .itemsOfList && builtin.surplus != .lists) || values.isEmpty,
            builtin.signatures(forCount: values.count).isEmpty
        {
            return failing(.wrongArguments(builtin.name, expected: builtin.signature), expression, function + values)
        }
        // What is left out is null.
        let types = arguments.map { $0?.type ?? .null }
        if builtin.surplus == .refused {
            let fitting = builtin.signatures.contains { parameters in
                parameters.count >= types.count && zip(parameters, types).allSatisfy { $0.type.accepts($1) }
            }
            if !fitting, let parameters = builtin.signatures(forCount: types.count).first {
                for (type, parameter) in zip(types, parameters) where !parameter.type.accepts(type) {
                    report(.wrongType(expected: parameter.type.description, found: type.description), expression.range)
                }
            }
        }
        return CheckedExpression(expression, builtin.result(types), function + values, .arguments(arguments, named: signature))
    }
}
