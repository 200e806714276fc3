/// Arithmetic on numbers, dates, durations and strings (DMN 1.5, tables 56 to 60).
enum Arithmetic {
    static func apply(
        _ sign: ArithmeticOperator, _ a: Value, _ b: Value, _ run: inout Evaluation, at range: Range<Int>
    ) -> Value {
        if a.isNull || b.isNull { return .null }
        guard a.isKnown, b.isKnown else { return onBounds(sign, a, b, &run, at: range) }
        if let result = compute(sign, a, b) { return result }
        if sign == .divide, b.number?.isZero == true { return run.fail(.divisionByZero("\(a) / \(b)"), at: range) }
        if case .number = a, case .number = b { return run.fail(.outOfRange("\(a) \(sign.rawValue) \(b)"), at: range) }
        return run.fail(.wrongType(expected: a.kindName, found: b.kindName), at: range)
    }

    private static func compute(_ sign: ArithmeticOperator, _ a: Value, _ b: Value) -> Value? {
        switch (sign, a, b) {
        case (.add, .number(let x), .number(let y)): Decimal.add(x, y).map(Value.number)
        case (.subtract, .number(let x), .number(let y)): Decimal.subtract(x, y).map(Value.number)
        case (.multiply, .number(let x), .number(let y)): Decimal.multiply(x, y).map(Value.number)
        case (.divide, .number(let x), .number(let y)): Decimal.divide(x, y).map(Value.number)
        case (.power, .number(let x), .number(let y)): Decimal.power(x, y).map(Value.number)
        case (.add, .string(let x), .string(let y)): .string(x + y)
        case (.subtract, .date(let x), .date(let y)): .days(DayTimeDuration(days: x.days - y.days))
        case (.add, .date(let x), .days(let y)), (.add, .days(let y), .date(let x)): x.adding(days: y.days).map(Value.date)
        case (.subtract, .date(let x), .days(let y)):
            x.adding(days: DayTimeDuration(seconds: -y.seconds, nanoseconds: -y.nanoseconds).days).map(Value.date)
        case (.add, .date(let x), .months(let y)), (.add, .months(let y), .date(let x)): x.adding(months: y.months).map(Value.date)
        case (.subtract, .date(let x), .months(let y)): x.adding(months: -y.months).map(Value.date)
        case (.add, .months(let x), .months(let y)):
            exact(x.months.addingReportingOverflow(y.months)).map { .months(YearMonthDuration(months: $0)) }
        case (.subtract, .months(let x), .months(let y)):
            exact(x.months.subtractingReportingOverflow(y.months)).map { .months(YearMonthDuration(months: $0)) }
        case (.add, .days(let x), .days(let y)):
            exact(x.seconds.addingReportingOverflow(y.seconds)).map { .days(DayTimeDuration(seconds: $0)) }
        case (.subtract, .days(let x), .days(let y)):
            exact(x.seconds.subtractingReportingOverflow(y.seconds)).map { .days(DayTimeDuration(seconds: $0)) }
        case (.multiply, .months(let x), .number(let y)), (.multiply, .number(let y), .months(let x)):
            scale(x.months, by: y).map { .months(YearMonthDuration(months: $0)) }
        case (.multiply, .days(let x), .number(let y)), (.multiply, .number(let y), .days(let x)):
            scale(x.seconds, by: y).map { .days(DayTimeDuration(seconds: $0)) }
        case (.divide, .months(let x), .number(let y)):
            Decimal.divide(1, y).flatMap { scale(x.months, by: $0) }.map { .months(YearMonthDuration(months: $0)) }
        case (.divide, .days(let x), .number(let y)):
            Decimal.divide(1, y).flatMap { scale(x.seconds, by: $0) }.map { .days(DayTimeDuration(seconds: $0)) }
        case (.divide, .months(let x), .months(let y)): Decimal.divide(Decimal(x.months), Decimal(y.months)).map(Value.number)
        case (.divide, .days(let x), .days(let y)): Decimal.divide(Decimal(x.seconds), Decimal(y.seconds)).map(Value.number)
        default: nil
        }
    }

    private static func exact(_ result: (partialValue: Int, overflow: Bool)) -> Int? { result.overflow ? nil : result.partialValue }

    private static func scale(_ count: Int, by factor: Decimal) -> Int? {
        Decimal.multiply(Decimal(count), factor)?.rounded(places: 0, .down).integer.flatMap { $0 == Int.min ? nil : $0 }
    }

    static func negate(_ value: Value, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        switch value {
        case .number(let number): return .number(-number)
        case .months(let duration): return .months(YearMonthDuration(months: -duration.months))
        case .days(let duration): return .days(DayTimeDuration(seconds: -duration.seconds, nanoseconds: -duration.nanoseconds))
        case .between(let bounds):
            return .between(
                Bounds(lower: negate(bounds.upper, &run, at: range), upper: negate(bounds.lower, &run, at: range)))
        case .null, .unknown: return value
        default: return run.fail(.wrongType(expected: "number", found: value.kindName), at: range)
        }
    }

    /// Sums and differences keep bounds, because they grow with their left side and with (or against) their right; the rest is unknown.
    private static func onBounds(
        _ sign: ArithmeticOperator, _ a: Value, _ b: Value, _ run: inout Evaluation, at range: Range<Int>
    ) -> Value {
        guard sign == .add || sign == .subtract, let (lowA, highA) = a.bounds, let (lowB, highB) = b.bounds else { return .unknown }
        let (first, last) = sign == .add ? (lowB, highB) : (highB, lowB)
        guard let lower = compute(sign, lowA, first), let upper = compute(sign, highA, last) else { return .unknown }
        return .between(Bounds(lower: lower, upper: upper))
    }
}
