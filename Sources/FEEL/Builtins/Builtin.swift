import Quantities
public import SourceText

/// A built-in function: its name, its documentation, and its body, in one value.
///
/// Examples are pairs of an expression and the FEEL text of its value; each runs as a test.
public struct Builtin: Sendable {
    /// What a function takes at a position, or by name.
    public struct Parameter: Sendable {
        /// The name by which arguments can be given.
        public let name: String
        /// The type to which an argument must conform.
        public let type: FEELType
        /// Whether it can be left out.
        public let isOptional: Bool
        /// Whether it is null where arguments are given by name and it is not among them.
        let isNullable: Bool

        init(_ name: String, _ type: FEELType, optional: Bool = false, nullable: Bool = false) {
            self.name = name
            self.type = type
            self.isOptional = optional
            self.isNullable = optional || nullable
        }
    }

    /// How a function takes more arguments than it has parameters.
    public enum Surplus: Sendable {
        /// It does not.
        case refused
        /// Called with several arguments, or with one that is not a list, the arguments are the items of the list.
        case itemsOfList
        /// Each argument is a list.
        case lists
        /// The last parameter can be given several times.
        case moreOfLast
    }

    /// What a function does with arguments that are not completely known.
    enum Partial: Sendable {
        /// The result is unknown as soon as an argument, or anything in it, is.
        case strict
        /// Elements of lists may be unknown; the arguments themselves may not.
        case shallow
        /// The body handles what is unknown itself.
        case own
        /// Strict, but of a list of items that cannot be null the result has bounds.
        case bounded(@Sendable ([Value]) -> Value)
    }

    /// The name, with its spaces: `string length`.
    public let name: String
    /// The clause of DMN 1.5 that defines it.
    public let clause: String
    /// The ways in which it can be called; the first is the usual one.
    public let signatures: [[Parameter]]
    /// How it takes more arguments than it has parameters.
    public let surplus: Surplus
    /// What it does, in a line.
    public let summary: Localized
    /// Expressions with the FEEL text of their values.
    public let examples: [(expression: String, value: String)]
    let partial: Partial
    /// Whether it adds the items of a list, which need not be made for it.
    var addsItems: Bool { name == "sum" }
    /// Whether it is `not`.
    var isNegation: Bool { name == "not" }
    /// Whether it only counts the items of a list, so that a filter need not make the list.
    let countsItems: Bool
    let result: @Sendable ([FEELType]) -> FEELType
    let body: @Sendable ([Value], inout Evaluation) -> Value?

    init(
        _ name: String, clause: String, _ parameters: [Parameter], or others: [[Parameter]] = [], surplus: Surplus = .refused,
        returns result: FEELType, typed: (@Sendable ([FEELType]) -> FEELType)? = nil, partial: Partial = .strict, countsItems: Bool = false,
        _ zh: String,
        _ en: String, examples: [(String, String)], body: @escaping @Sendable ([Value], inout Evaluation) -> Value?
    ) {
        self.name = name
        self.clause = clause
        self.signatures = [parameters] + others
        self.surplus = surplus
        self.result = typed ?? { _ in result }
        self.partial = partial
        self.countsItems = countsItems
        self.summary = Localized(zh: zh, en: en)
        self.examples = examples
        self.body = body
    }

    /// All built-ins, by families of the specification.
    public static let all: [Builtin] = conversion + boolean + string + aggregate + list + numeric + temporal + range + context

    static let byName: [String: Builtin] = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    var parameters: [Parameter] { signatures[0] }

    /// The type of the function as a value.
    var type: FEELType {
        let types = parameters.map(\.type)
        return .function(parameters: types, result: result(types))
    }

    /// `name(parameter, …)`, optional ones in brackets.
    public var signature: String { signature(of: parameters) }

    /// `name(parameter: type, …)` for one of the ways to call it, optional parameters in brackets.
    public func signature(of parameters: [Parameter]) -> String {
        let shown = parameters.map { "\($0.isOptional ? "[" : "")\($0.name): \($0.type)\($0.isOptional ? "]" : "")" }
        return "\(name)(\(shown.joined(separator: ", "))\(surplus == .refused ? "" : ", …"))"
    }

    // MARK: Arguments

    /// The signatures that take so many arguments by position.
    func signatures(forCount count: Int) -> [[Parameter]] {
        if surplus == .moreOfLast, count >= parameters.count { return [parameters] }
        return signatures.filter { $0.prefix { !$0.isOptional }.count...$0.count ~= count }
    }

    /// For arguments given by name: the signature that has these names, the index of each among its parameters, and how many arguments
    /// there are then; nil where no signature has the names.
    func positions(ofNames names: [String]) -> (signature: Int, indices: [Int], count: Int)? {
        for (signature, parameters) in signatures.enumerated() {
            let indices = names.compactMap { name in parameters.firstIndex { $0.name == name } }
            guard indices.count == names.count, Set(indices).count == names.count,
                parameters.indices.allSatisfy({ parameters[$0].isNullable || indices.contains($0) })
            else { continue }
            let needed = parameters.prefix { !$0.isOptional }.count
            return (signature, indices, max(needed, (indices.max() ?? -1) + 1))
        }
        return nil
    }

    /// Calls the function. Wrong arguments give null and a problem.
    ///
    /// - Parameters:
    ///   - named: which signature the names of the arguments mean, where they have names.
    ///   - isNeverNull: whether what is unknown of the arguments cannot turn out to be null, or of another kind.
    func call(
        _ given: [Value], _ run: inout Evaluation, at range: Range<Int>, named: Int? = nil, isNeverNull: Bool = false
    ) -> Value {
        var arguments = given
        if surplus == .lists {
            guard !arguments.isEmpty else { return run.fail(problem(withCount: 0), at: range) }
            arguments = [.list(arguments)]
        }
        if surplus == .itemsOfList, named == nil, arguments.count != 1 || !arguments[0].isListLike {
            guard !arguments.isEmpty else { return run.fail(problem(withCount: 0), at: range) }
            arguments = [.list(arguments)]
        }
        let fitting = named.map { [signatures[$0]] } ?? signatures(forCount: arguments.count)
        guard let parameters = fitting.first(where: { accepts(arguments, $0) }) else {
            return refused(arguments, fitting.last, &run, at: range)
        }
        // A list of one stands for its item where no list is wanted (DMN 1.5, 10.3.2.9.4).
        for (index, parameter) in parameters.prefix(arguments.count).enumerated() {
            if case .list(let items) = arguments[index], items.count == 1, !parameter.type.acceptsLists { arguments[index] = items[0] }
        }
        switch partial {
        case .strict: if !arguments.allSatisfy({ run.isCompletelyKnown($0, at: range) }) { return run.stepsLeft > 0 ? .unknown : .null }
        case .shallow: if !arguments.allSatisfy(\.isKnown) { return .unknown }
        case .own: break
        case .bounded(let bounds):
            if !arguments.allSatisfy({ run.isCompletelyKnown($0, at: range) }) {
                guard run.stepsLeft > 0 else { return .null }
                if isNeverNull, case .list(let items) = arguments[0] { return bounds(items) }
                return .unknown
            }
        }
        run.callRange = range
        let problems = run.problems.count
        if let result = body(arguments, &run) { return run.checked(result, at: range) }
        if run.problems.count > problems { return .null }
        return refused(arguments, parameters, &run, at: range)
    }
}

extension Builtin {
    /// Whether no list of several stands where a single value is wanted; the rest is for the body to say.
    private func accepts(_ arguments: [Value], _ parameters: [Parameter]) -> Bool {
        zip(arguments, parameters).allSatisfy { argument, parameter in
            if case .list(let items) = argument, items.count != 1 { parameter.type.acceptsLists } else { true }
        }
    }
}

extension FEELType {
    fileprivate var acceptsLists: Bool {
        switch self {
        case .list, .any: true
        default: false
        }
    }
}

extension Value {
    fileprivate var isListLike: Bool {
        switch self {
        case .list, .unknown, .null: true
        default: false
        }
    }
}
