/// Between static types and the names that are written, or that values are held against.
extension FEELType {
    /// The name of FEEL for all values of the type together.
    var basicType: BasicType {
        switch self {
        case .any, .null, .function: .any
        case .boolean: .boolean
        case .number: .number
        case .string, .enumeration: .string
        case .date, .window: .date
        case .time: .time
        case .dateTime: .dateTime
        case .months: .months
        case .days: .days
        case .list: .list
        case .context, .record: .context
        case .range: .range
        }
    }

    /// The type as it would be written.
    var name: TypeName {
        switch self {
        case .list(let element): .list(element.name)
        case .range(let element): .range(element.name)
        case .context(let entries): .context(entries.mapValues(\.name))
        case .function(let parameters, let result): .function(parameters.map(\.name), result.name)
        default: .basic(basicType)
        }
    }

    /// The static type of a name; a list without the type of its elements can be used as anything.
    init(_ basic: BasicType) {
        switch basic {
        case .boolean: self = .boolean
        case .number: self = .number
        case .string: self = .string
        case .date: self = .date
        case .time: self = .time
        case .dateTime: self = .dateTime
        case .months: self = .months
        case .days: self = .days
        case .any, .null, .list, .context, .range: self = .any
        }
    }
}

extension TypeName {
    /// The static type that a written type means; names of item definitions mean anything.
    var type: FEELType {
        switch self {
        case .basic(let basic): FEELType(basic)
        case .named: .any
        case .list(let element): .list(element.type)
        case .range(let element): .range(element.type)
        case .context(let entries): .context(entries.mapValues(\.type))
        case .function(let parameters, let result): .function(parameters: parameters.map(\.type), result: result.type)
        }
    }
}

extension Value {
    /// The type of a literal.
    var type: FEELType { isNull ? .null : basicType.map(FEELType.init) ?? .any }
}
