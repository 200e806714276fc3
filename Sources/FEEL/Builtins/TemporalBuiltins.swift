import Quantities

/// Temporal functions (DMN 1.5, 10.3.4.6 and 10.3.4.11). The clock is the evaluation's: nothing here asks the machine.
extension Builtin {
    private static func ofDate(
        _ name: String, _ zh: String, _ en: String, returns type: FEELType, examples: [(String, String)],
        _ body: @escaping @Sendable (CalendarDate) -> Value?
    ) -> Builtin {
        Builtin(name, clause: "10.3.4.6", [.init("date", .any)], returns: type, zh, en, examples: examples) { arguments, _ in
            switch arguments[0] {
            case .date(let date): body(date)
            case .dateTime(let dateTime): body(dateTime.date)
            default: nil
            }
        }
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    static let temporal: [Builtin] = [
        ofDate(
            "day of year", "一年中的第几天", "the number of the day in its year", returns: .number,
            examples: [(#"day of year(date("2021-02-01"))"#, "32")]
        ) { date in .integer(date.dayOfYear) },
        ofDate(
            "day of week", "星期几（英文）", "the name of the day of the week", returns: .string,
            examples: [(#"day of week(date("2021-11-25"))"#, "\"Thursday\"")]
        ) { .string(weekdays[$0.weekday - 1]) },
        ofDate(
            "month of year", "月份（英文）", "the name of the month", returns: .string,
            examples: [(#"month of year(date("2021-11-25"))"#, "\"November\"")]
        ) { .string(months[$0.components.month - 1]) },
        ofDate(
            "week of year", "一年中的第几周（ISO 8601）", "the number of the week of ISO 8601", returns: .number,
            examples: [(#"week of year(date("2021-01-03"))"#, "53"), (#"week of year(date("2021-01-04"))"#, "1")]
        ) { date in
            // A week belongs to the year of its Thursday.
            .integer((CalendarDate(days: date.days - date.weekday + 4).dayOfYear - 1) / 7 + 1)
        },
        Builtin(
            "now", clause: "10.3.4.11", [], returns: .dateTime, "此刻", "the present date and time",
            examples: [("now() instance of date and time", "true")]
        ) { _, run in run.now.map(Value.dateTime) ?? run.failCall(.noClock) },
        Builtin(
            "today", clause: "10.3.4.11", [], returns: .date, "今天", "the present day", examples: [("today() instance of date", "true")]
        ) { _, run in run.now.map { .date($0.date) } ?? run.failCall(.noClock) },
    ]
}

extension CalendarDate {
    fileprivate var dayOfYear: Int { days - (CalendarDate(year: components.year, month: 1, day: 1)?.days ?? days) + 1 }
}
