/// Conversion functions (DMN 1.5, 10.3.4.1).
extension Builtin {
    static let conversion: [Builtin] = [
        Builtin(
            "number", clause: "10.3.4.1", [.init("from", .string)], returns: .number,
            "把文字读作数", "reads a text as a number", examples: [(#"number("1500.5")"#, "1500.5"), (#"number("x")"#, "null")]
        ) { arguments, _ in
            guard let text = arguments[0].string else { return nil }
            return Decimal(text).map(Value.number) ?? .null
        },
        Builtin(
            "string", clause: "10.3.4.1", [.init("from", .any)], returns: .string,
            "把值写成文字", "writes a value as a text", examples: [("string(1.10)", "\"1.1\""), (#"string("a")"#, "\"a\"")]
        ) { arguments, _ in
            switch arguments[0] {
            case .null: .null
            case .string: arguments[0]
            default: .string(arguments[0].description)
            }
        },
        Builtin(
            "date", clause: "10.3.4.1",
            [.init("from", .any), .init("month", .number, optional: true), .init("day", .number, optional: true)],
            returns: .date, "由文字或年、月、日得到日期", "makes a date of a text, or of year, month and day",
            examples: [(#"date("2021-11-25")"#, "2021-11-25"), ("date(2021, 2, 30)", "null")]
        ) { arguments, _ in
            switch (arguments[0], arguments.count) {
            case (.string(let text), 1): return CalendarDate(text).map(Value.date) ?? .null
            case (.date, 1): return arguments[0]
            case (.number(let year), 3):
                guard let year = year.integer, let month = arguments[1].number?.integer, let day = arguments[2].number?.integer else {
                    return nil
                }
                return CalendarDate(year: year, month: month, day: day).map(Value.date) ?? .null
            default: return nil
            }
        },
        Builtin(
            "duration", clause: "10.3.4.1", [.init("from", .string)], returns: .any,
            "把 ISO 8601 文字读作时长", "reads an ISO 8601 text as a duration",
            examples: [(#"duration("P20D")"#, "P20D"), (#"duration("P14M")"#, "P1Y2M")]
        ) { arguments, _ in
            guard let text = arguments[0].string else { return nil }
            return Value(duration: text) ?? .null
        },
        Builtin(
            "years and months duration", clause: "10.3.4.1", [.init("from", .date), .init("to", .date)], returns: .months,
            "两个日期之间的整月数", "whole months between two dates",
            examples: [(#"years and months duration(date("2021-01-31"), date("2021-03-30"))"#, "P1M")]
        ) { arguments, _ in
            guard case .date(let from) = arguments[0], case .date(let to) = arguments[1] else { return nil }
            let (a, b) = (from.components, to.components)
            var months = (b.year - a.year) * 12 + b.month - a.month
            if months > 0, b.day < a.day { months -= 1 }
            if months < 0, b.day > a.day { months += 1 }
            return .months(YearMonthDuration(months: months))
        },
    ]
}
