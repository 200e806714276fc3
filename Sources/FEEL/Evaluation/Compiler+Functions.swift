/// Function definitions and calls.
extension Compiler {
    mutating func compileFunction(_ parameters: [Expression.Parameter], _ body: Expression, _ range: Range<Int>) -> (Code, FEELType) {
        inner { compiler in
            let slots = parameters.map { parameter in
                let type = parameter.type.flatMap { compiler.resolved($0, range) }
                return (name: parameter.name, type: type, slot: compiler.scope.bind(parameter.name, type?.type ?? .any))
            }
            let (code, type) = compiler.compile(body)
            let types = slots.map { $0.type?.type ?? .any }
            return (
                FunctionCode(slots, body: code, depth: body.depth, result: type.name, localCount: compiler.scope.localCount, range),
                .function(parameters: types, result: type)
            )
        }
    }

    /// A written type with the names of the scope's own types replaced; nil, and reported, where there is no such type.
    mutating func resolved(_ name: TypeName, _ range: Range<Int>) -> TypeName? {
        let resolved = name.resolved { scope.types[$0] }
        if resolved == nil { report(.unknownType(name.description), range) }
        return resolved
    }

    mutating func compileCall(_ function: Expression, _ arguments: [Expression.Argument], _ range: Range<Int>) -> (Code, FEELType) {
        if case .name(let name) = function.kind, scope.resolve(name) == nil, let builtin = Builtin.byName[name] {
            return compileCall(builtin, arguments, range)
        }
        let (code, type) = compile(function)
        let compiled = arguments.map { (name: $0.name, code: compile($0.value).code) }
        if case .function(_, let result) = type { return (ValueCall(code, compiled, range), result) }
        if !type.isAny { report(.wrongType(expected: "function", found: type.description), function.range) }
        return (ValueCall(code, compiled, range), .any)
    }

    private mutating func compileCall(_ builtin: Builtin, _ arguments: [Expression.Argument], _ range: Range<Int>) -> (Code, FEELType) {
        var compiled = arguments.map { compile($0.value) }
        let names = arguments.compactMap(\.name)
        var signature: Int?
        if !names.isEmpty {
            guard names.count == arguments.count, let (named, indices, count) = builtin.positions(ofNames: names) else {
                return failing(.wrongArguments(builtin.name, expected: builtin.signature), range)
            }
            signature = named
            var ordered: [(code: Code, type: FEELType)] = Array(repeating: (Constant(.null, range), .null), count: count)
            for (index, argument) in zip(indices, compiled) { ordered[index] = argument }
            compiled = ordered
        } else if (builtin.surplus != .itemsOfList && builtin.surplus != .lists) || compiled.isEmpty,
            builtin.signatures(forCount: compiled.count).isEmpty
        {
            return failing(.wrongArguments(builtin.name, expected: builtin.signature), range)
        }
        if builtin.surplus == .refused {
            let fitting = builtin.signatures.contains { parameters in
                parameters.count >= compiled.count && zip(parameters, compiled).allSatisfy { $0.type.accepts($1.type) }
            }
            if !fitting, let parameters = builtin.signatures(forCount: compiled.count).first {
                for (value, parameter) in zip(compiled, parameters) where !parameter.type.accepts(value.type) {
                    report(.wrongType(expected: parameter.type.description, found: value.type.description), range)
                }
            }
        }
        if builtin.name == "count", compiled.count == 1, let filter = compiled[0].code as? FilterCode, filter.use == .test {
            return (FilterCountCode(filter, range), .number)
        }
        let call = BuiltinCall(builtin, compiled.map(\.code), named: signature, range)
        return (folded(call, of: compiled.map(\.code)), builtin.result(compiled.map(\.type)))
    }
}
