/// The types that FEEL names itself (DMN 1.5, 10.3.2.9). Their names are written here and nowhere else.
public enum BasicType: String, CaseIterable, Sendable {
    case any = "Any"
    case null = "Null"
    case boolean
    case number
    case string
    case date
    case time
    case dateTime = "date and time"
    case months = "years and months duration"
    case days = "days and time duration"
    case list
    case context
    case range
}

extension Value {
    /// The type that FEEL names; nil for functions, and for what is not known.
    var basicType: BasicType? {
        switch self {
        case .null: .null
        case .unknown, .between, .function: nil
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .months: .months
        case .days: .days
        case .list: .list
        case .context, .record: .context
        case .range: .range
        }
    }
}
