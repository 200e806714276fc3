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
            guard let scale = arguments[1].number?.integer, (-6111...6176).contains(scale) else { return nil }
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
            "绝对值", "the absolute value", examples: [("abs(-10)", "10")]
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
        ) { arguments, _ in
            guard let a = arguments[0].number, let b = arguments[1].number, !b.isZero,
                let quotient = Decimal.divide(a, b)?.rounded(places: 0, .floor), let product = Decimal.multiply(quotient, b),
                let result = Decimal.subtract(a, product)
            else { return nil }
            return .number(result)
        },
        Builtin(
            "even", clause: "10.3.4.5", [.init("number", .number)], returns: .boolean, "是否为偶数", "whether a number is even",
            examples: [("even(2)", "true")]
        ) { arguments, _ in arguments[0].number?.integer.map { .boolean($0 % 2 == 0) } },
        Builtin(
            "odd", clause: "10.3.4.5", [.init("number", .number)], returns: .boolean, "是否为奇数", "whether a number is odd",
            examples: [("odd(2)", "false")]
        ) { arguments, _ in arguments[0].number?.integer.map { .boolean($0 % 2 != 0) } },
    ]
}
