/// A function that can be called: every function is one.
class Callable: FunctionValue, @unchecked Sendable {
    /// Calls the function with arguments in the order of its parameters.
    ///
    /// - Parameter named: which signature the names of the arguments mean, where they have names.
    func apply(_ arguments: [Value], named: Int?, _ run: inout Evaluation, at range: Range<Int>) -> Value { .null }

    /// What is wrong with a call whose arguments have these names.
    func problem(withNames names: [String], count: Int) -> FEELProblem.Kind {
        ParameterNames.problem(withNames: names, count: count, of: description, taken: [ParameterNames(required: parameters)])
    }

    /// Which parameters the names of a call mean; nil where one is not there. What is left out is null (DMN 1.5, 10.3.2.13.5).
    func positions(ofNames names: [String]) -> (signature: Int, indices: [Int], count: Int)? {
        let indices = names.compactMap { parameters.firstIndex(of: $0) }
        return indices.count == names.count && Set(indices).count == indices.count ? (0, indices, parameters.count) : nil
    }
}

extension Evaluation {
    /// A value as one of a type: null, and a problem, where it is none. What is not known of it may turn out to be of the type.
    fileprivate mutating func coerced(
        _ value: Value, to type: TypeName, at range: Range<Int>, problem: (_ found: ValueKind) -> FEELProblem.Kind
    ) -> Value {
        guard value.isKnown else { return value }
        if let result = value.coerced(to: type) { return result }
        guard isCompletelyKnown(value, at: range) else { return .unknown }
        return fail(problem(value.kind), at: range)
    }
}

extension FunctionValue {
    func call(_ arguments: [Value], named: Int? = nil, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        (self as? Callable)?.apply(arguments, named: named, &run, at: range) ?? .null
    }

    /// The same function with its results coerced to a type, as a business knowledge model declares it (DMN 1.5, 10.3.2.9.4).
    public func returning(_ type: TypeName) -> FunctionValue { CoercingFunction(self, result: type) }
}

/// A function whose results are coerced to a type.
final class CoercingFunction: Callable, @unchecked Sendable {
    private let function: FunctionValue

    init(_ function: FunctionValue, result: TypeName) {
        self.function = function
        super.init(parameters: function.parameters, types: function.types, result: result)
    }

    override func apply(_ arguments: [Value], named: Int?, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        run.coerced(function.call(arguments, &run, at: range), to: result, at: range) { .wrongType(expected: result.kind, found: $0) }
    }
}

/// A definition with the variables around it.
final class Closure: Callable, @unchecked Sendable {
    private let code: FunctionCode
    private let captured: [Value]

    init(_ code: FunctionCode, capturing captured: [Value]) {
        (self.code, self.captured) = (code, captured)
        super.init(parameters: code.parameters.map(\.name), types: code.parameters.map(\.type), result: code.result)
    }

    override func apply(_ arguments: [Value], named: Int?, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        guard arguments.count == parameters.count else {
            return run.fail(
                .argumentCount(function: description, given: arguments.count, taken: [ParameterNames(required: parameters)]), at: range)
        }
        var arguments = arguments
        for (index, type) in types.enumerated() {
            guard let type else { continue }
            let problems = run.problems.count
            let name = parameters[index]
            arguments[index] = run.coerced(arguments[index], to: type, at: range) {
                .wrongArgument(name, function: description, expected: type.kind, found: $0)
            }
            // An argument of another type gives null, whatever the function does (DMN 1.5, 10.3.2.13.5).
            if run.problems.count > problems { return .null }
        }
        // Each call needs as many frames as its body is deep.
        let frames = code.depth + 4
        guard run.depth + frames < Evaluation.depthLimit, run.step(at: range) else { return run.fail(.limitReached, at: range) }
        run.depth += frames
        let outer = run.locals
        run.locals = captured
        while run.locals.count < code.localCount { run.locals.append(.null) }
        for (parameter, argument) in zip(code.parameters, arguments) { run.set(parameter.slot, argument) }
        let result = code.body.value(&run)
        run.locals = outer
        run.depth -= frames
        return result
    }
}

/// `function(…) body`: gives the function with the variables around it.
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

    override func compute(_ run: inout Evaluation) -> Value { .function(Closure(self, capturing: run.locals)) }
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
        guard case .function(let value) = callee, let target = value as? Callable else {
            // What gave null has said why.
            if callee.isNull, !run.problems.isEmpty { return .null }
            return run.fail(.wrongType(expected: .function, found: callee.kind), at: range)
        }
        let mark = run.missing.count
        let result = call(target, &run)
        switch result {
        // What is in a list may still be unknown, and then what was missing matters.
        case .list, .context, .function: return result
        default: return run.settle(result, since: mark)
        }
    }

    private func call(_ target: Callable, _ run: inout Evaluation) -> Value {
        let names = arguments.compactMap(\.name)
        let values = arguments.map { $0.code.value(&run) }
        if names.isEmpty { return target.apply(values, named: nil, &run, at: range) }
        guard names.count == arguments.count, let (signature, indices, count) = target.positions(ofNames: names) else {
            return run.fail(target.problem(withNames: names, count: arguments.count), at: range)
        }
        var ordered = Array(repeating: Value.null, count: count)
        for (index, value) in zip(indices, values) { ordered[index] = value }
        return target.apply(ordered, named: signature, &run, at: range)
    }
}
