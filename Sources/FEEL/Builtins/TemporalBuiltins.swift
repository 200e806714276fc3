/// Date functions (DMN 1.5, 10.3.4.7). None of them asks the clock: the day on which things are looked at is a variable.
extension Builtin {
    private static func ofDate(
        _ name: String, _ zh: String, _ en: String, returns type: FEELType, examples: [(String, String)],
        _ body: @escaping @Sendable (CalendarDate) -> Value?
    ) -> Builtin {
        Builtin(name, clause: "10.3.4.7", [.init("date", .date)], returns: type, zh, en, examples: examples) { arguments, _ in
            if case .date(let date) = arguments[0] { body(date) } else { nil }
        }
    }

    static let temporal: [Builtin] = [
        ofDate(
            "day of year", "一年中的第几天", "the number of the day in its year", returns: .number,
            examples: [(#"day of year(date("2021-02-01"))"#, "32")]
        ) { date in
            CalendarDate(year: date.components.year, month: 1, day: 1).map { .integer(date.days - $0.days + 1) }
        },
        ofDate(
            "day of week", "星期几（英文）", "the name of the day of the week", returns: .string,
            examples: [(#"day of week(date("2021-11-25"))"#, "\"Thursday\"")]
        ) { .string(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][$0.weekday - 1]) },
    ]
}
