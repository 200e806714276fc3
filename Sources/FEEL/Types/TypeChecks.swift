import SourceText

extension Compiler {
    /// The type of an arithmetic expression; reports operands that cannot be combined.
    mutating func arithmeticType(_ sign: ArithmeticOperator, _ a: FEELType, _ b: FEELType, _ range: Range<Int>) -> FEELType {
        if a.isAny || b.isAny { return .any }
        if case .number(let x?) = a, case .number(let y?) = b, sign == .add || sign == .subtract, x.dimension != y.dimension {
            report(.unitMismatch(x.name, y.name), range)
        }
        guard let type = FEELType.arithmetic(sign, a, b) else {
            report(.wrongType(expected: a.description, found: b.description), range)
            return .any
        }
        return type
    }

    /// Reports a comparison that can never hold: of different kinds, of different units, or with a word that the enumeration does not have.
    mutating func checkComparison(_ a: FEELType, _ left: Expression, _ b: FEELType, _ right: Expression, _ range: Range<Int>) {
        if case .number(let x?) = a, case .number(let y?) = b, x.dimension != y.dimension {
            return report(.unitMismatch(x.name, y.name), range)
        }
        guard a.isComparable(with: b) else { return report(.notComparable(a.description, b.description), range) }
        for (type, other) in [(a, right), (b, left)] {
            guard case .enumeration(let enumeration) = type else { continue }
            for (text, place) in other.stringLiterals where !enumeration.values.contains(text) {
                report(.noSuchValue(text, of: enumeration.name, nearest: nearest(to: text, among: enumeration.values)), place)
            }
        }
    }

    func nearest(to name: String, among names: some Sequence<String>) -> String? { nearestName(to: name, among: names.sorted()) }
}

extension FEELType {
    /// What an operation on two types gives (DMN 1.5, tables 56 to 60); nil where they cannot be combined.
    static func arithmetic(_ sign: ArithmeticOperator, _ a: FEELType, _ b: FEELType) -> FEELType? {
        switch (sign, a, b) {
        case (.add, .number(let x), .number(let y)), (.subtract, .number(let x), .number(let y)): .number(unit: x ?? y)
        case (_, .number(let x), .number(let y)): .number(unit: sign == .multiply || y == nil ? (x ?? y) : nil)
        case (.add, .string, .string), (.add, .enumeration, .string), (.add, .string, .enumeration): .string
        case (.subtract, _, _) where (a.isDate || a.isDateTime) && (b.isDate || b.isDateTime): .days
        case (.subtract, .time, .time): .days
        case (.add, .time, .days), (.subtract, .time, .days), (.add, .days, .time): .time
        case (.add, .dateTime, .days), (.add, .dateTime, .months), (.subtract, .dateTime, .days), (.subtract, .dateTime, .months),
            (.add, .days, .dateTime), (.add, .months, .dateTime):
            .dateTime
        case (.add, _, .days) where a.isDate, (.subtract, _, .days) where a.isDate, (.add, _, .months) where a.isDate,
            (.subtract, _, .months) where a.isDate:
            a
        case (.add, .days, _) where b.isDate, (.add, .months, _) where b.isDate: b
        case (.add, .months, .months), (.subtract, .months, .months), (.multiply, .months, .number), (.multiply, .number, .months),
            (.divide, .months, .number):
            .months
        case (.add, .days, .days), (.subtract, .days, .days), (.multiply, .days, .number), (.multiply, .number, .days),
            (.divide, .days, .number):
            .days
        case (.divide, .months, .months), (.divide, .days, .days): .number
        default: nil
        }
    }
}

extension Expression {
    /// The string literals that the expression is, or lists.
    fileprivate var stringLiterals: [(String, Range<Int>)] {
        switch kind {
        case .literal(.string(let text)): [(text, range)]
        case .list(let items): items.flatMap(\.stringLiterals)
        default: []
        }
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

extension Value {
    /// The type of a literal.
    var type: FEELType {
        switch self {
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .months: .months
        case .days: .days
        case .null: .null
        default: .any
        }
    }
}

extension TypeName {
    /// The static type that a written type means; names of item definitions mean anything.
    var type: FEELType {
        switch self {
        case .named("number"): .number
        case .named("string"): .string
        case .named("boolean"): .boolean
        case .named("date"): .date
        case .named("time"): .time
        case .named("date and time"): .dateTime
        case .named("years and months duration"): .months
        case .named("days and time duration"): .days
        case .list(let element): .list(element.type)
        case .range(let element): .range(element.type)
        case .context(let entries): .context(entries.mapValues(\.type))
        case .function(let parameters, let result): .function(parameters: parameters.map(\.type), result: result.type)
        case .named: .any
        }
    }
}
