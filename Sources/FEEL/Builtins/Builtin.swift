public import SourceText

/// A built-in function: its name, its documentation, and its body, in one value.
///
/// Examples are pairs of an expression and the FEEL text of its value; each runs as a test.
public struct Builtin: Sendable {
    public struct Parameter: Sendable {
        public let name: String
        public let type: FEELType
        public let isOptional: Bool

        init(_ name: String, _ type: FEELType, optional: Bool = false) {
            self.name = name
            self.type = type
            self.isOptional = optional
        }
    }

    /// What a function does with arguments that are not completely known.
    enum Partial: Sendable {
        /// The result is unknown as soon as an argument, or anything in it, is.
        case strict
        /// Elements of lists may be unknown; the arguments themselves may not.
        case shallow
        /// The body handles what is unknown itself.
        case own
    }

    public let name: String
    /// The clause of DMN 1.5 that defines it.
    public let clause: String
    public let parameters: [Parameter]
    /// Called with more arguments than parameters, or with one that is not a list, the arguments are the items of the list.
    public let isVariadic: Bool
    public let summary: Localized
    public let examples: [(expression: String, value: String)]
    let partial: Partial
    let result: @Sendable ([FEELType]) -> FEELType
    let body: @Sendable ([Value], inout Evaluation) -> Value?

    init(
        _ name: String, clause: String, _ parameters: [Parameter], variadic: Bool = false, returns result: FEELType,
        typed: (@Sendable ([FEELType]) -> FEELType)? = nil, partial: Partial = .strict, _ zh: String, _ en: String,
        examples: [(String, String)], body: @escaping @Sendable ([Value], inout Evaluation) -> Value?
    ) {
        self.name = name
        self.clause = clause
        self.parameters = parameters
        self.isVariadic = variadic
        self.result = typed ?? { _ in result }
        self.partial = partial
        self.summary = Localized(zh: zh, en: en)
        self.examples = examples
        self.body = body
    }

    /// All built-ins, by families of the specification.
    public static let all: [Builtin] = conversion + boolean + string + numeric + list + context + temporal

    static let byName: [String: Builtin] = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// `name(parameter, …)`, optional ones in brackets.
    public var signature: String {
        let shown = parameters.map { "\($0.isOptional ? "[" : "")\($0.name): \($0.type)\($0.isOptional ? "]" : "")" }
        return "\(name)(\(shown.joined(separator: ", "))\(isVariadic ? ", …" : ""))"
    }

    /// Calls the function. Wrong arguments give null and a problem.
    func call(_ arguments: [Value], _ run: inout Evaluation, at range: Range<Int>) -> Value {
        var arguments = arguments
        if isVariadic, arguments.count != 1 || !arguments[0].isListLike { arguments = [.list(arguments)] }
        let needed = parameters.prefix { !$0.isOptional }.count
        guard arguments.count >= needed, arguments.count <= parameters.count else {
            return run.fail(.wrongArguments(name, expected: signature), at: range)
        }
        switch partial {
        case .strict: if !arguments.allSatisfy(\.isCompletelyKnown) { return .unknown }
        case .shallow: if !arguments.allSatisfy(\.isKnown) { return .unknown }
        case .own: break
        }
        if let result = body(arguments, &run) { return result }
        return run.fail(.wrongArguments(name, expected: signature), at: range)
    }
}

extension Value {
    fileprivate var isListLike: Bool {
        switch self {
        case .list, .unknown, .null: true
        default: false
        }
    }

    /// The items of a list; a single value is a list of itself (DMN 1.5, 10.3.2.9.4).
    var items: [Value]? {
        switch self {
        case .list(let items): items
        case .null: nil
        default: [self]
        }
    }

    var number: Decimal? { if case .number(let number) = self { number } else { nil } }
    /// The text of a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The numbers of a list; nil where one of them is not a number.
    var numbers: [Decimal]? {
        guard let items else { return nil }
        var result: [Decimal] = []
        for item in items {
            guard let number = item.number else { return nil }
            result.append(number)
        }
        return result
    }
}
