/// A built-in as a value.
final class BuiltinFunction: Callable, @unchecked Sendable {
    private let builtin: Builtin

    init(_ builtin: Builtin) {
        self.builtin = builtin
        let types = builtin.parameters.map(\.type)
        super.init(parameters: builtin.parameters.map(\.name), types: types.map(\.name), result: builtin.result(types).name)
    }

    override var description: String { builtin.name }

    override func type(for arguments: [TypeName]) -> TypeName {
        guard let signature = builtin.signatures(forCount: arguments.count).first else { return super.type(for: arguments) }
        return .function(signature.prefix(arguments.count).map(\.type.name), builtin.result(arguments.map(\.type)).name)
    }

    override func problem(withNames names: [String], count: Int) -> FEELProblem.Kind { builtin.problem(withNames: names, count: count) }

    override func positions(ofNames names: [String]) -> (signature: Int, indices: [Int], count: Int)? { builtin.positions(ofNames: names) }

    override func apply(_ arguments: [Value], named: Int?, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        builtin.call(arguments, &run, at: range, named: named)
    }
}

/// A call of a built-in that was found when the expression was checked.
final class BuiltinCall: Code, @unchecked Sendable {
    let builtin: Builtin
    let arguments: [Code]
    /// The signature that the names of the arguments mean.
    let named: Int?
    /// Whether what is unknown of the arguments cannot turn out to be null.
    let isNeverNull: Bool

    init(_ builtin: Builtin, _ arguments: [Code], named: Int?, isNeverNull: Bool, _ range: Range<Int>) {
        (self.builtin, self.arguments, self.named, self.isNeverNull) = (builtin, arguments, named, isNeverNull)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let values = arguments.map { $0.value(&run) }
        let result = builtin.call(values, &run, at: range, named: named, isNeverNull: isNeverNull)
        switch result {
        // What is in a list may still be unknown, and then what was missing matters.
        case .list, .context: return result
        default: return run.settle(result, since: mark)
        }
    }
}
