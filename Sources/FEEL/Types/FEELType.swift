/// The type of an expression, known before any data is.
public indirect enum FEELType: Sendable {
    /// Anything: nothing is known beforehand, and checks happen while evaluating.
    case any
    case null
    case boolean
    /// A number, with its unit where a vocabulary gives one.
    case number(unit: MeasurementUnit?)
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
    /// The type as FEEL names it.
    public var description: String {
        switch self {
        case .any: "Any"
        case .null: "null"
        case .boolean: "boolean"
        case .number(let unit): unit.map { "number of \($0.name)" } ?? "number"
        case .string: "string"
        case .enumeration(let enumeration): enumeration.name
        case .date, .window: "date"
        case .time: "time"
        case .dateTime: "date and time"
        case .months: "years and months duration"
        case .days: "days and time duration"
        case .list(let element): "list<\(element)>"
        case .context: "context"
        case .record(let type): type.name
        case .range(let element): "range<\(element)>"
        case .function: "function"
        }
    }
}

/// What a number counts. Numbers of different units can be compared where the units have the same dimension: a ballot is the ballot of
/// one voter.
public struct MeasurementUnit: Sendable, Equatable {
    public let name: String
    public let dimension: String

    public init(name: String, dimension: String) {
        self.name = name
        self.dimension = dimension
    }
}

/// A closed set of strings, such as the values that an item definition allows (DMN 1.5, 7.3.2).
public final class Enumeration: Sendable {
    public let name: String
    /// Identifiers, in their order; these are the strings that expressions see.
    public let values: [String]

    public init(name: String, values: [String]) {
        self.name = name
        self.values = values
    }
}

/// The type of records of a ``RecordSource``: fields by slot.
///
/// Types refer to each other in circles, so fields are added after all types exist; then a type does not change any more.
public final class RecordType: @unchecked Sendable {
    public struct Field: Sendable {
        public let name: String
        /// Other names under which expressions may call it.
        public let aliases: [String]
        public let type: FEELType

        public init(name: String, aliases: [String] = [], type: FEELType) {
            self.name = name
            self.aliases = aliases
            self.type = type
        }
    }

    public let name: String
    public private(set) var fields: [Field] = []
    private var slots: [String: Int] = [:]

    public init(name: String) { self.name = name }

    public func setFields(_ fields: [Field]) {
        self.fields = fields
        slots = [:]
        for (slot, field) in fields.enumerated() {
            for name in [field.name] + field.aliases where slots[name] == nil { slots[name] = slot }
        }
    }

    public func slot(named name: String) -> Int? { slots[name] }
    public var names: [String] { fields.map(\.name) }
    /// Every name that an expression may use, for the lexer.
    public var allNames: some Sequence<String> { slots.keys }
}
