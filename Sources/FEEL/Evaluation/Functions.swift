/// A function as a value: a built-in, or a definition with the variables around it.
public final class FunctionValue: @unchecked Sendable {
    enum Body {
        case builtin(Builtin)
        case coercing(FunctionValue)
        case closure(Code, depth: Int, slots: [Int], captured: [Value], localCount: Int)
    }

    let parameters: [String]
    /// Nil where any argument will do.
    let types: [TypeName?]
    let result: TypeName
    let body: Body

    init(parameters: [String], types: [TypeName?], result: TypeName, body: Body) {
        self.parameters = parameters
        self.types = types
        self.result = result
        self.body = body
    }

    /// The function as a type: what it takes, and what it gives for arguments of certain types.
    func type(for arguments: [TypeName]) -> TypeName {
        guard case .builtin(let builtin) = body, !builtin.signatures(forCount: arguments.count).isEmpty else {
            return .function(types.map { $0 ?? .any }, result)
        }
        let parameters = builtin.signatures(forCount: arguments.count)[0].prefix(arguments.count).map(\.type.name)
        return .function(parameters, builtin.result(arguments.map(\.type)).name)
    }

    /// The same function with its results coerced to a type, as a business knowledge model declares it (DMN 1.5, 10.3.2.9.4).
    public func returning(_ type: TypeName) -> FunctionValue {
        FunctionValue(parameters: parameters, types: types, result: type, body: .coercing(self))
    }

    public var description: String {
        if case .builtin(let builtin) = body { return builtin.name }
        return "function(\(parameters.joined(separator: ", ")))"
    }

    func call(_ arguments: [Value], _ run: inout Evaluation, at range: Range<Int>) -> Value {
        switch body {
        case .builtin(let builtin):
            return builtin.call(arguments, &run, at: range)
        case .coercing(let function):
            let value = function.call(arguments, &run, at: range)
            guard value.isKnown else { return value }
            return value.coerced(to: result) ?? run.fail(.wrongType(expected: result.description, found: value.kindName), at: range)
        case .closure(let code, let depth, let slots, let captured, let localCount):
            guard arguments.count == slots.count else {
                return run.fail(.wrongArguments(description, expected: description), at: range)
            }
            var arguments = arguments
            for (index, type) in types.enumerated() {
                guard let type, arguments[index].isKnown else { continue }
                guard let coerced = arguments[index].coerced(to: type) else {
                    return run.fail(.wrongType(expected: type.description, found: arguments[index].kindName), at: range)
                }
                arguments[index] = coerced
            }
            // Each call needs as many frames as its body is deep.
            let frames = depth + 4
            guard run.depth + frames < Evaluation.depthLimit, run.step(at: range) else { return run.fail(.limitReached, at: range) }
            run.depth += frames
            let outer = run.locals
            run.locals = captured
            while run.locals.count < localCount { run.locals.append(.null) }
            for (slot, argument) in zip(slots, arguments) { run.set(slot, argument) }
            let result = code.value(&run)
            run.locals = outer
            run.depth -= frames
            return result
        }
    }
}

final class FunctionCode: Code, @unchecked Sendable {
    let parameters: [(name: String, type: TypeName?, slot: Int)]
    let body: Code
    /// How many frames the body needs at most.
    let depth: Int
    let result: TypeName
    let localCount: Int

    init(
        _ parameters: [(name: String, type: TypeName?, slot: Int)], body: Code, depth: Int, result: TypeName, localCount: Int,
        _ range: Range<Int>
    ) {
        (self.parameters, self.body, self.depth, self.result, self.localCount) = (parameters, body, depth, result, localCount)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        .function(
            FunctionValue(
                parameters: parameters.map(\.name), types: parameters.map(\.type), result: result,
                body: .closure(body, depth: depth, slots: parameters.map(\.slot), captured: run.locals, localCount: localCount)))
    }
}

/// A call of a built-in that was found when the expression was compiled.
final class BuiltinCall: Code, @unchecked Sendable {
    let builtin: Builtin
    let arguments: [Code]
    /// The signature that the names of the arguments mean.
    let named: Int?

    init(_ builtin: Builtin, _ arguments: [Code], named: Int?, _ range: Range<Int>) {
        (self.builtin, self.arguments, self.named) = (builtin, arguments, named)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let values = arguments.map { $0.value(&run) }
        let result = builtin.call(values, &run, at: range, named: named)
        switch result {
        // What is in a list may still be unknown, and then what was missing matters.
        case .list, .context: return result
        default: return run.settle(result, since: mark)
        }
    }
}

/// A call of a function that is itself a value.
final class ValueCall: Code, @unchecked Sendable {
    let function: Code
    let arguments: [(name: String?, code: Code)]

    init(_ function: Code, _ arguments: [(name: String?, code: Code)], _ range: Range<Int>) {
        (self.function, self.arguments) = (function, arguments)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let callee = function.value(&run)
        if case .unknown = callee { return .unknown }
        guard case .function(let target) = callee else {
            // What gave null has said why.
            if callee.isNull, !run.problems.isEmpty { return .null }
            return run.fail(.wrongType(expected: "function", found: callee.kindName), at: range)
        }
        let names = arguments.compactMap(\.name)
        let values = arguments.map { $0.code.value(&run) }
        if names.isEmpty { return target.call(values, &run, at: range) }
        guard names.count == arguments.count, let (signature, indices, count) = target.positions(ofNames: names) else {
            return run.fail(.wrongArguments(target.description, expected: target.parameters.joined(separator: ", ")), at: range)
        }
        var ordered = Array(repeating: Value.null, count: count)
        for (index, value) in zip(indices, values) { ordered[index] = value }
        if case .builtin(let builtin) = target.body { return builtin.call(ordered, &run, at: range, named: signature) }
        return target.call(ordered, &run, at: range)
    }
}

extension FunctionValue {
    /// Which parameters the names of a call mean; nil where one is not there, or one is missing.
    fileprivate func positions(ofNames names: [String]) -> (signature: Int, indices: [Int], count: Int)? {
        if case .builtin(let builtin) = body { return builtin.positions(ofNames: names) }
        let indices = names.compactMap { parameters.firstIndex(of: $0) }
        return indices.count == parameters.count && Set(indices).count == indices.count ? (0, indices, indices.count) : nil
    }
}
