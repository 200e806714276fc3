public import Quantities

/// The type of an expression, known before any data is.
public indirect enum FEELType: Sendable {
    /// Anything: nothing is known beforehand, and checks happen while evaluating.
    case any
    case null
    case boolean
    /// A number, with its unit where a vocabulary gives one.
    case number(unit: Unit?)
    case string
    /// A string that is one of a few.
    case enumeration(Enumeration)
    case date
    /// A date that may be known only as lying in a window; has the properties `from` and `to` besides a date's.
    case window
    case time
    case dateTime
    case months
    case days
    case list(FEELType)
    case context([String: FEELType])
    case record(RecordType)
    case range(FEELType)
    case function(parameters: [FEELType], result: FEELType)

    static let number = FEELType.number(unit: nil)

    /// Whether values of the two types can be compared with each other at all.
    func isComparable(with other: FEELType) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any), (.null, _), (_, .null): true
        case (.boolean, .boolean), (.number, .number), (.months, .months), (.days, .days), (.time, .time): true
        case (.dateTime, .dateTime), (.dateTime, .date), (.date, .dateTime), (.function, .function): true
        case (.string, .string), (.string, .enumeration), (.enumeration, .string): true
        case (.enumeration(let a), .enumeration(let b)): a === b
        case (.date, .date), (.date, .window), (.window, .date), (.window, .window): true
        case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.isComparable(with: b)
        case (.context, .context), (.record, .context), (.context, .record): true
        case (.record(let a), .record(let b)): a === b
        default: false
        }
    }

    /// The type that has the values of both, as far as one can be named.
    func joined(with other: FEELType) -> FEELType {
        switch (self, other) {
        case (.null, let type), (let type, .null): return type
        case (.number(let a), .number(let b)): return .number(unit: a == b ? a : nil)
        case (.list(let a), .list(let b)): return .list(a.joined(with: b))
        case (.record(let a), .record(let b)) where a === b: return self
        case (.enumeration(let a), .enumeration(let b)) where a === b: return self
        case (.enumeration, .string), (.string, .enumeration), (.enumeration, .enumeration): return .string
        case (.date, .window), (.window, .date), (.window, .window): return .window
        case (.boolean, .boolean), (.string, .string), (.date, .date), (.months, .months), (.days, .days), (.time, .time),
            (.dateTime, .dateTime):
            return self
        default: return .any
        }
    }

    var isNumber: Bool { if case .number = self { true } else { false } }
    var isDate: Bool {
        switch self {
        case .date, .window: true
        default: false
        }
    }

    var isDateTime: Bool { if case .dateTime = self { true } else { false } }

    var isAny: Bool {
        switch self {
        case .any, .null: true
        default: false
        }
    }
}

extension FEELType: CustomStringConvertible {
    /// The type as messages name it.
    public var description: String {
        switch self {
        case .null: "null"
        case .number(let unit?): "number of \(unit.id)"
        case .enumeration(let enumeration): enumeration.name
        case .list(let element): "list<\(element)>"
        case .record(let type): type.name
        case .range(let element): "range<\(element)>"
        case .function: "function"
        default: basicType.rawValue
        }
    }
}

/// A closed set of strings, such as the values that an item definition allows (DMN 1.5, 7.3.2).
public final class Enumeration: Sendable {
    /// The enumeration's name in messages.
    public let name: String
    /// Identifiers, in their order; these are the strings that expressions see.
    public let values: [String]

    /// - Parameter values: each once.
    public init(name: String, values: [String]) {
        self.name = name
        self.values = values
    }
}

extension FEELType {
    /// Whether an argument of a type can be given where this type is expected; a single value can stand for a list.
    func accepts(_ other: FEELType) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any), (_, .null): true
        case (.list(let element), .list(let given)): element.accepts(given)
        case (.list(let element), _): element.accepts(other)
        // A list of one stands for its item.
        case (_, .list(let element)): accepts(element)
        case (.number, .number), (.string, .enumeration): true
        default: isComparable(with: other)
        }
    }
}
