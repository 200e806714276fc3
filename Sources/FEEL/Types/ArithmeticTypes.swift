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
