/// A function as a value: a built-in, or a definition with the variables around it.
public final class FunctionValue: @unchecked Sendable {
    enum Body {
        case builtin(Builtin)
        case closure(Code, slots: [Int], captured: [Value], localCount: Int)
    }

    let parameters: [String]
    let types: [TypeName?]
    let body: Body

    init(parameters: [String], types: [TypeName?] = [], body: Body) {
        self.parameters = parameters
        self.types = types
        self.body = body
    }

    public var description: String {
        if case .builtin(let builtin) = body { return builtin.name }
        return "function(\(parameters.joined(separator: ", ")))"
    }

    func call(_ arguments: [Value], _ run: inout Evaluation, at range: Range<Int>) -> Value {
        switch body {
        case .builtin(let builtin):
            return builtin.call(arguments, &run, at: range)
        case .closure(let code, let slots, let captured, let localCount):
            guard arguments.count == slots.count else {
                return run.fail(.wrongArguments(description, expected: "\(slots.count)"), at: range)
            }
            for (argument, type) in zip(arguments, types) {
                if let type, argument.isKnown, !argument.isNull, !argument.conforms(to: type) {
                    return run.fail(.wrongType(expected: type.description, found: argument.kindName), at: range)
                }
            }
            guard run.depth < Evaluation.depthLimit, run.step(at: range) else { return run.fail(.limitReached, at: range) }
            run.depth += 1
            let outer = run.locals
            run.locals = captured
            while run.locals.count < localCount { run.locals.append(.null) }
            for (slot, argument) in zip(slots, arguments) { run.set(slot, argument) }
            let result = code.value(&run)
            run.locals = outer
            run.depth -= 1
            return result
        }
    }
}

final class FunctionCode: Code, @unchecked Sendable {
    let parameters: [(name: String, type: TypeName?, slot: Int)]
    let body: Code
    let localCount: Int

    init(_ parameters: [(name: String, type: TypeName?, slot: Int)], body: Code, localCount: Int, _ range: Range<Int>) {
        (self.parameters, self.body, self.localCount) = (parameters, body, localCount)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        .function(
            FunctionValue(
                parameters: parameters.map(\.name), types: parameters.map(\.type),
                body: .closure(body, slots: parameters.map(\.slot), captured: run.locals, localCount: localCount)))
    }
}

/// A call of a built-in that was found when the expression was compiled.
final class BuiltinCall: Code, @unchecked Sendable {
    let builtin: Builtin
    let arguments: [Code]

    init(_ builtin: Builtin, _ arguments: [Code], _ range: Range<Int>) {
        (self.builtin, self.arguments) = (builtin, arguments)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let values = arguments.map { $0.value(&run) }
        let result = builtin.call(values, &run, at: range)
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
            return run.fail(.wrongType(expected: "function", found: callee.kindName), at: range)
        }
        var values: [Value?] = Array(repeating: nil, count: target.parameters.count)
        for (position, argument) in arguments.enumerated() {
            let index = argument.name.map { target.parameters.firstIndex(of: $0) } ?? position
            guard let index, index < values.count else {
                return run.fail(.wrongArguments(target.description, expected: target.parameters.joined(separator: ", ")), at: range)
            }
            values[index] = argument.code.value(&run)
        }
        guard values.allSatisfy({ $0 != nil }) else {
            return run.fail(.wrongArguments(target.description, expected: target.parameters.joined(separator: ", ")), at: range)
        }
        return target.call(values.compactMap { $0 }, &run, at: range)
    }
}
