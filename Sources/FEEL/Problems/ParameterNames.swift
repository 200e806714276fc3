import SourceText

/// The names of a function's parameters, for messages.
public struct ParameterNames: Equatable, Sendable {
    /// Those that every call has to give, in their order.
    public let required: [String]
    /// Those behind them that may be left out.
    public let optional: [String]
    /// Whether the last can be given several times.
    public let isOpen: Bool

    /// The parameters of one way to call a function.
    public init(required: [String], optional: [String] = [], isOpen: Bool = false) {
        self.required = required
        self.optional = optional
        self.isOpen = isOpen
    }

    /// `substring(string, start position, [length])`
    private func call(of function: String) -> String {
        let names = required + optional.map { "[\($0)]" } + (isOpen ? ["…"] : [])
        return "\(function)(\(names.joined(separator: ", ")))"
    }

    /// How a function can be called; nil for one without a name, because its parameters stand in what is printed of it.
    static func usage(_ signatures: [ParameterNames], of function: String) -> Localized? {
        guard !function.hasSuffix(")") else { return nil }
        let calls = signatures.map { Localized(same: $0.call(of: function)) }.joined(separator: Localized(zh: " 或 ", en: " or "))
        return Localized(zh: "用法：", en: "usage: ") + calls
    }

    /// How many arguments a function takes: `1 or 3 arguments`, `2 to 4 arguments`, `1 or more arguments`.
    static func counts(_ signatures: [ParameterNames]) -> Localized {
        let least = signatures.map(\.required.count).min() ?? 0
        if signatures.contains(where: \.isOpen) { return Localized(zh: "至少有 \(max(1, least)) 个", en: "\(max(1, least)) or more arguments") }
        let counts = Set(signatures.flatMap { $0.required.count...$0.required.count + $0.optional.count }).sorted()
        guard counts.count > 2, let first = counts.first, let last = counts.last, last - first == counts.count - 1 else {
            let listed = counts.map { Localized(same: String($0)) }.joined(separator: Localized(zh: " 或 ", en: " or "))
            return Localized(zh: "有 \(listed.zh) 个", en: "\(listed.en) argument\(counts == [1] ? "" : "s")")
        }
        return Localized(zh: "有 \(first) 至 \(last) 个", en: "\(first) to \(last) arguments")
    }
}

extension ParameterNames {
    /// What is wrong with a call whose arguments have names that mean no signature.
    ///
    /// - Parameter count: how many arguments there are, named or not.
    static func problem(withNames names: [String], count: Int, of function: String, taken: [ParameterNames]) -> FEELProblem.Kind {
        let known = Set(taken.flatMap { $0.required + $0.optional }).sorted()
        if let strange = names.first(where: { !known.contains($0) }) {
            return .unknownParameter(strange, function: function, taken: taken, nearest: nearestName(to: strange, among: known))
        }
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            return .duplicateArgument(twice, function: function)
        }
        let missing = taken.map { $0.required.filter { !names.contains($0) } }.filter { !$0.isEmpty }.min { $0.count < $1.count }
        guard let missing, names.count == count else { return .argumentCount(function: function, given: count, taken: taken) }
        return .missingArguments(missing, function: function)
    }
}
