/// A type as it is written after `instance of` or after a parameter's name, and as functions keep it to hold arguments against.
public indirect enum TypeName: Sendable, Equatable {
    /// `number`, or `list` without the type of its elements.
    case basic(BasicType)
    /// A type of the scope, such as an item definition (DMN 1.5, 7.3.2).
    case named(String)
    /// `list<number>`
    case list(TypeName)
    /// `range<date>`
    case range(TypeName)
    /// `context<a: number, b: string>`
    case context([String: TypeName])
    /// `function<number, number>->boolean`
    case function([TypeName], TypeName)

    static let any = TypeName.basic(.any)

    /// The type of a name that stands alone.
    init(named name: String) { self = BasicType(rawValue: name).map(TypeName.basic) ?? .named(name) }

    /// Whether all values of this type are of the other (DMN 1.5, 10.3.2.9.1): functions take more and give less.
    func conforms(to other: TypeName) -> Bool {
        switch (self, other) {
        case (_, .basic(.any)), (.basic(.null), _): true
        case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.conforms(to: b)
        case (.list, .basic(.list)), (.context, .basic(.context)), (.range, .basic(.range)): true
        case (.context(let a), .context(let b)): b.allSatisfy { name, type in a[name]?.conforms(to: type) ?? false }
        case (.function(let given, let result), .function(let wanted, let wantedResult)):
            given.count == wanted.count && zip(wanted, given).allSatisfy { $0.conforms(to: $1) } && result.conforms(to: wantedResult)
        default: self == other
        }
    }

    /// The type with named types replaced by what they mean; nil where one is unknown.
    public func resolved(_ meaning: (String) -> TypeName?) -> TypeName? {
        switch self {
        case .basic: return self
        case .named(let name): return meaning(name)
        case .list(let element): return element.resolved(meaning).map(TypeName.list)
        case .range(let element): return element.resolved(meaning).map(TypeName.range)
        case .context(let entries):
            let resolved = entries.compactMapValues { $0.resolved(meaning) }
            return resolved.count == entries.count ? .context(resolved) : nil
        case .function(let parameters, let result):
            let resolved = parameters.compactMap { $0.resolved(meaning) }
            guard resolved.count == parameters.count, let result = result.resolved(meaning) else { return nil }
            return .function(resolved, result)
        }
    }
}

extension TypeName: CustomStringConvertible {
    /// As FEEL writes it: `list<number>`.
    public var description: String {
        switch self {
        case .basic(let type): type.rawValue
        case .named(let name): name
        case .list(let element): "list<\(element)>"
        case .range(let element): "range<\(element)>"
        case .context(let entries):
            "context<\(entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))>"
        case .function(let parameters, let result):
            "function<\(parameters.map(\.description).joined(separator: ", "))>->\(result)"
        }
    }
}
