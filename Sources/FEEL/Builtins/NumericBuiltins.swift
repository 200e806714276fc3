import Quantities

/// Numeric functions (DMN 1.5, 10.3.4.5).
extension Builtin {
    private static func rounding(_ name: String, _ rule: Decimal.Rounding, _ zh: String, _ en: String, examples: [(String, String)])
        -> Builtin
    {
        let isPlain = rule == .floor || rule == .ceiling
        return Builtin(
            name, clause: "10.3.4.5", [.init("n", .number), .init("scale", .number, optional: isPlain)], returns: .number,
            typed: { $0.first ?? .number }, zh, en, examples: examples
        ) { arguments, _ in
            guard let number = arguments[0].number else { return nil }
            guard arguments.count == 2 else { return .number(number.rounded(places: 0, rule)) }
            guard let scale = arguments[1].index, (-6111...6176).contains(scale) else { return nil }
            return .number(number.rounded(places: scale, rule))
        }
    }

    static let numeric: [Builtin] = [
        rounding(
            "decimal", .halfEven, "四舍六入五成双", "rounds half to even", examples: [("decimal(1/3, 2)", "0.33"), ("decimal(2.5, 0)", "2")]),
        rounding("floor", .floor, "向下取整", "rounds down", examples: [("floor(-1.5)", "-2")]),
        rounding("ceiling", .ceiling, "向上取整", "rounds up", examples: [("ceiling(1.5)", "2")]),
        rounding("round up", .up, "远离零取整", "rounds away from zero", examples: [("round up(-5.5, 0)", "-6")]),
        rounding("round down", .down, "向零取整", "rounds towards zero", examples: [("round down(5.5, 0)", "5")]),
        rounding("round half up", .halfUp, "四舍五入", "rounds half away from zero", examples: [("round half up(5.5, 0)", "6")]),
        rounding("round half down", .halfDown, "五舍六入", "rounds half towards zero", examples: [("round half down(5.5, 0)", "5")]),
        Builtin(
            "abs", clause: "10.3.4.5", [.init("n", .any)], returns: .any, typed: { $0.first ?? .any },
            "绝对值", "the absolute value", examples: [("abs(-10)", "10"), (#"abs(@"-P1D")"#, "P1D")]
        ) { arguments, _ in
            switch arguments[0] {
            case .number(let number): .number(number.magnitude)
            case .months(let duration): .months(YearMonthDuration(months: abs(duration.months)))
            case .days(let duration): .days(DayTimeDuration(seconds: abs(duration.seconds), nanoseconds: abs(duration.nanoseconds)))
            default: nil
            }
        },
        Builtin(
            "modulo", clause: "10.3.4.5", [.init("dividend", .number), .init("divisor", .number)], returns: .number,
            "余数，与除数同号", "the remainder, with the divisor's sign", examples: [("modulo(-12, 5)", "3"), ("modulo(12, -5)", "-3")]
        ) { arguments, run in
            guard let a = arguments[0].number, let b = arguments[1].number else { return nil }
            return Decimal.modulo(a, b).map(Value.number)
                ?? run.failCall(b.isZero ? .divisionByZero("modulo(\(a), 0)") : .outOfRange("modulo(\(a), \(b))"))
        },
        of(
            "sqrt", "平方根", "the square root", examples: [("sqrt(16)", "4"), ("sqrt(2)", "1.414213562373095048801688724209698")],
            \.squareRoot),
        of("log", "自然对数", "the natural logarithm", examples: [("log(10)", "2.302585092994045684017991454684364")], \.logarithm),
        of("exp", "e 的幂", "e to a power", examples: [("exp(1)", "2.718281828459045235360287471352662")], \.exponential),
        parity("odd", "是否为奇数", "whether a number is odd", isOdd: true, examples: [("odd(5)", "true"), ("odd(2.5)", "null")]),
        parity("even", "是否为偶数", "whether a number is even", isOdd: false, examples: [("even(5)", "false")]),
    ]

    private static func of(
        _ name: String, _ zh: String, _ en: String, examples: [(String, String)], _ function: @escaping @Sendable (Decimal) -> Decimal?
    ) -> Builtin {
        Builtin(name, clause: "10.3.4.5", [.init("number", .number)], returns: .number, zh, en, examples: examples) { arguments, run in
            guard let number = arguments[0].number else { return nil }
            return function(number).map(Value.number) ?? run.failCall(.outOfRange("\(name)(\(number))"))
        }
    }

    private static func parity(_ name: String, _ zh: String, _ en: String, isOdd: Bool, examples: [(String, String)]) -> Builtin {
        Builtin(name, clause: "10.3.4.5", [.init("number", .number)], returns: .boolean, zh, en, examples: examples) { arguments, _ in
            guard let number = arguments[0].number, number.isInteger, let rest = Decimal.modulo(number, 2) else { return nil }
            return .boolean(rest.isZero != isOdd)
        }
    }
}
