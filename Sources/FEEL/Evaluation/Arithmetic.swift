import Quantities

/// Arithmetic on numbers, dates, durations and strings (DMN 1.5, tables 56 to 60).
enum Arithmetic {
    static func apply(
        _ sign: ArithmeticOperator, _ a: Value, _ b: Value, _ run: inout Evaluation, at range: Range<Int>
    ) -> Value {
        if a.isNull || b.isNull { return .null }
        guard a.isKnown, b.isKnown else { return onBounds(sign, a, b, &run, at: range) }
        if let result = compute(sign, a, b) {
            if case .string = result { return run.checked(result, at: range) }
            return result
        }
        if sign == .divide, b.isZeroAmount { return run.fail(.divisionByZero("\(a) / \(b)"), at: range) }
        if a.isZonedAndLocal(b) { return run.fail(.zonedAndLocal, at: range) }
        // Of kinds that go together the result is beyond what there is.
        if FEELType.arithmetic(sign, a.type, b.type) != nil { return run.fail(.outOfRange("\(a) \(sign.rawValue) \(b)"), at: range) }
        return run.fail(.operands(sign, a.kind, b.kind), at: range)
    }

    @inline(__always)
    static func compute(_ sign: ArithmeticOperator, _ a: Decimal, _ b: Decimal) -> Decimal? {
        switch sign {
        case .add: Decimal.add(a, b)
        case .subtract: Decimal.subtract(a, b)
        case .multiply: Decimal.multiply(a, b)
        case .divide: Decimal.divide(a, b)
        case .power: Decimal.power(a, b)
        }
    }

    private static func compute(_ sign: ArithmeticOperator, _ a: Value, _ b: Value) -> Value? {
        switch (sign, a, b) {
        case (_, .number(let x), .number(let y)): compute(sign, x, y).map(Value.number)
        case (.add, .string(let x), .string(let y)): .string(x + y)
        case (.subtract, .date(let x), .date(let y)): .days(DayTimeDuration(days: x.days - y.days))
        case (.subtract, .time(let x), .time(let y)): difference(x, y).map(Value.days)
        case (.subtract, .dateTime(let x), .dateTime(let y)): difference(x, y).map(Value.days)
        case (.subtract, .dateTime(let x), .date(let y)): difference(x, y.midnightUTC).map(Value.days)
        case (.subtract, .date(let x), .dateTime(let y)): difference(x.midnightUTC, y).map(Value.days)
        case (.add, .time(let x), .days(let y)), (.add, .days(let y), .time(let x)): .time(x.adding(y))
        case (.subtract, .time(let x), .days(let y)): .time(x.adding(y.negated))
        case (.add, .dateTime(let x), .days(let y)), (.add, .days(let y), .dateTime(let x)): x.adding(y).map(Value.dateTime)
        case (.subtract, .dateTime(let x), .days(let y)): x.adding(y.negated).map(Value.dateTime)
        case (.add, .dateTime(let x), .months(let y)), (.add, .months(let y), .dateTime(let x)):
            x.adding(months: y.months).map(Value.dateTime)
        case (.subtract, .dateTime(let x), .months(let y)): x.adding(months: -y.months).map(Value.dateTime)
        case (.add, .date(let x), .days(let y)), (.add, .days(let y), .date(let x)): x.adding(days: y.days).map(Value.date)
        case (.subtract, .date(let x), .days(let y)):
            x.adding(days: y.negated.days).map(Value.date)
        case (.add, .date(let x), .months(let y)), (.add, .months(let y), .date(let x)): x.adding(months: y.months).map(Value.date)
        case (.subtract, .date(let x), .months(let y)): x.adding(months: -y.months).map(Value.date)
        case (.add, .months(let x), .months(let y)):
            exact(x.months.addingReportingOverflow(y.months)).map { .months(YearMonthDuration(months: $0)) }
        case (.subtract, .months(let x), .months(let y)):
            exact(x.months.subtractingReportingOverflow(y.months)).map { .months(YearMonthDuration(months: $0)) }
        case (.add, .days(let x), .days(let y)):
            sum(x, y).map(Value.days)
        case (.subtract, .days(let x), .days(let y)):
            sum(x, y.negated).map(Value.days)
        case (.multiply, .months(let x), .number(let y)), (.multiply, .number(let y), .months(let x)):
            Decimal.multiply(Decimal(x.months), y).flatMap { $0.wholeMonths }.map { .months(YearMonthDuration(months: $0)) }
        case (.multiply, .days(let x), .number(let y)), (.multiply, .number(let y), .days(let x)):
            x.exactSeconds.flatMap { Decimal.multiply($0, y) }.flatMap(DayTimeDuration.init(exactSeconds:)).map(Value.days)
        case (.divide, .months(let x), .number(let y)):
            Decimal.divide(Decimal(x.months), y).flatMap { $0.wholeMonths }.map { .months(YearMonthDuration(months: $0)) }
        case (.divide, .days(let x), .number(let y)):
            x.exactSeconds.flatMap { Decimal.divide($0, y) }.flatMap(DayTimeDuration.init(exactSeconds:)).map(Value.days)
        case (.divide, .months(let x), .months(let y)): Decimal.divide(Decimal(x.months), Decimal(y.months)).map(Value.number)
        case (.divide, .days(let x), .days(let y)): quotient(x, y).map(Value.number)
        default: nil
        }
    }

    private static func exact(_ result: (partialValue: Int, overflow: Bool)) -> Int? {
        result.overflow || result.partialValue.magnitude >= 1 << 62 ? nil : result.partialValue
    }

    private static func sum(_ a: DayTimeDuration, _ b: DayTimeDuration) -> DayTimeDuration? {
        exact(a.seconds.addingReportingOverflow(b.seconds)).flatMap { seconds in
            seconds.magnitude < 1 << 62
                ? DayTimeDuration(normalizing: seconds, nanoseconds: Int(a.nanoseconds) + Int(b.nanoseconds)) : nil
        }
    }

    private static func quotient(_ a: DayTimeDuration, _ b: DayTimeDuration) -> Decimal? {
        guard let a = a.exactSeconds, let b = b.exactSeconds else { return nil }
        return Decimal.divide(a, b)
    }

    /// Only two times with a zone, or two without, lie apart by a known length.
    private static func difference(_ a: TimeOfDay, _ b: TimeOfDay) -> DayTimeDuration? {
        guard (a.zone == nil) == (b.zone == nil) else { return nil }
        return DayTimeDuration(
            normalizing: a.comparableSeconds - b.comparableSeconds, nanoseconds: a.nanosecond - b.nanosecond)
    }

    private static func difference(_ a: DateTime, _ b: DateTime) -> DayTimeDuration? {
        (a.zone == nil) == (b.zone == nil) ? a.since(b) : nil
    }

    static func negate(_ value: Value, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        switch value {
        case .number(let number): return .number(-number)
        case .months(let duration): return .months(YearMonthDuration(months: -duration.months))
        case .days(let duration): return .days(duration.negated)
        case .between(let bounds):
            return .between(
                Bounds(lower: negate(bounds.upper, &run, at: range), upper: negate(bounds.lower, &run, at: range)))
        case .null, .unknown: return value
        default: return run.fail(.wrongType(expected: .basic(.number), found: value.kind), at: range)
        }
    }

    /// Every operation grows or falls with each of its sides, as long as no divisor can be zero, so the extremes of the result are among
    /// those of the bounds. Rounding keeps their order.
    private static func onBounds(
        _ sign: ArithmeticOperator, _ a: Value, _ b: Value, _ run: inout Evaluation, at range: Range<Int>
    ) -> Value {
        guard sign != .power, let (lowA, highA) = a.bounds, let (lowB, highB) = b.bounds else { return .unknown }
        for end in [lowA, highA, lowB, highB] {
            // Times go round the clock.
            if case .time = end { return .unknown }
            if end.isNull { return onOpenBounds(sign, (lowA, highA), (lowB, highB)) }
        }
        if sign == .divide {
            guard let from = lowB.number, let to = highB.number, !from.isZero, !to.isZero, from.isNegative == to.isNegative else {
                return .unknown
            }
        }
        var (lower, upper): (Value?, Value?)
        for (x, y) in [(lowA, lowB), (lowA, highB), (highA, lowB), (highA, highB)] {
            guard let corner = compute(sign, x, y) else { return .unknown }
            if let least = lower, let order = Comparing.order(corner, least), order >= 0 {} else { lower = corner }
            if let most = upper, let order = Comparing.order(corner, most), order <= 0 {} else { upper = corner }
        }
        guard let lower, let upper, Comparing.order(lower, upper) != nil else { return .unknown }
        return .between(Bounds(lower: lower, upper: upper))
    }

    /// Where a bound is not there, sums and differences keep the other one.
    private static func onOpenBounds(
        _ sign: ArithmeticOperator, _ a: (lower: Value, upper: Value), _ b: (lower: Value, upper: Value)
    ) -> Value {
        let (lower, upper): (Value?, Value?) =
            switch sign {
            case .add: (compute(sign, a.lower, b.lower), compute(sign, a.upper, b.upper))
            case .subtract: (compute(sign, a.lower, b.upper), compute(sign, a.upper, b.lower))
            case .multiply, .divide, .power: (nil, nil)
            }
        guard lower != nil || upper != nil else { return .unknown }
        return .between(Bounds(lower: lower ?? .null, upper: upper ?? .null))
    }
}

extension Value {
    fileprivate var isZeroAmount: Bool {
        switch self {
        case .number(let number): number.isZero
        case .months(let duration): duration.months == 0
        case .days(let duration): duration.seconds == 0 && duration.nanoseconds == 0
        default: false
        }
    }
}

extension CalendarDate {
    fileprivate var midnightUTC: DateTime { DateTime(date: self, time: TimeOfDay(wrapping: 0, zone: .utc)) }
}

extension DayTimeDuration {
    fileprivate var negated: DayTimeDuration { DayTimeDuration(seconds: -seconds, nanoseconds: -nanoseconds) }

    fileprivate var exactSeconds: Decimal? {
        nanoseconds == 0 ? Decimal(seconds) : Decimal.add(Decimal(seconds), Decimal(exactly: Int128(nanoseconds), exponent: -9))
    }

    /// Rounds to nanoseconds, towards zero; nil where that is too long.
    fileprivate init?(exactSeconds: Decimal) {
        let whole = exactSeconds.rounded(places: 0, .down)
        guard let seconds = whole.integer, seconds.magnitude < 1 << 62, let rest = Decimal.subtract(exactSeconds, whole),
            let nanoseconds = Decimal.multiply(rest, 1_000_000_000)?.rounded(places: 0, .down).integer
        else { return nil }
        self.init(seconds: seconds, nanoseconds: Int32(nanoseconds))
    }
}

extension Decimal {
    fileprivate var wholeMonths: Int? { rounded(places: 0, .down).integer.flatMap { $0.magnitude < 1 << 60 ? $0 : nil } }
}
