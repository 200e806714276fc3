import Quantities

/// Conversion functions (DMN 1.5, 10.3.4.1).
extension Builtin {
    static let conversion: [Builtin] = [
        Builtin(
            "number", clause: "10.3.4.1",
            [
                .init("from", .string), .init("grouping separator", .string, optional: true),
                .init("decimal separator", .string, optional: true),
            ],
            returns: .number, "把文字读作数", "reads a text as a number",
            examples: [(#"number("1500.5")"#, "1500.5"), (#"number("1.500,5", ".", ",")"#, "1500.5"), (#"number("x")"#, "null")]
        ) { arguments, run in
            guard var text = arguments[0].string else { return nil }
            if arguments.count > 1 {
                guard let plain = withoutSeparators(text, grouping: arguments[1], decimal: arguments.count > 2 ? arguments[2] : .null)
                else {
                    return nil
                }
                text = plain
            }
            guard let number = Decimal(text) else { return run.failCall(.unreadable(text, as: .basic(.number))) }
            return .number(number)
        },
        Builtin(
            "string", clause: "10.3.4.1", [.init("from", .any)], returns: .string,
            "把值写成文字", "writes a value as a text", examples: [("string(1.10)", "\"1.1\""), (#"string("a")"#, "\"a\"")]
        ) { arguments, run in
            switch arguments[0] {
            case .null: .null
            case .string: arguments[0]
            default: run.isPrintable(arguments[0]) ? .string(arguments[0].description) : run.failCall(.limitReached)
            }
        },
        Builtin(
            "date", clause: "10.3.4.1", [.init("from", .any)],
            or: [[.init("year", .number), .init("month", .number), .init("day", .number)]],
            returns: .date, "由文字或年、月、日得到日期", "makes a date of a text, of a date and time, or of year, month and day",
            examples: [(#"date("2021-11-25")"#, "2021-11-25"), ("date(2021, 2, 28)", "2021-02-28"), ("date(2021, 2, 30)", "null")]
        ) { arguments, run in
            switch (arguments[0], arguments.count) {
            case (.string(let text), 1): return CalendarDate(text).map(Value.date) ?? run.failCall(.unreadable(text, as: .basic(.date)))
            case (.date, 1): return arguments[0]
            case (.dateTime(let dateTime), 1): return .date(dateTime.date)
            case (.number(let year), 3):
                guard let year = year.integer, let month = arguments[1].number?.integer, let day = arguments[2].number?.integer else {
                    return nil
                }
                return CalendarDate(year: year, month: month, day: day).map(Value.date)
                    ?? run.failCall(.unreadable("\(year)-\(month)-\(day)", as: .basic(.date)))
            default: return nil
            }
        },
        Builtin(
            "time", clause: "10.3.4.1", [.init("from", .any)],
            or: [
                [.init("hour", .number), .init("minute", .number), .init("second", .number), .init("offset", .days, optional: true)]
            ],
            returns: .time, "由文字或时、分、秒得到时刻", "makes a time of a text, of a date and time, or of hour, minute, second and offset",
            examples: [(#"time("08:30:00")"#, "08:30:00"), (#"time(8, 30, 0, duration("PT8H"))"#, "08:30:00+08:00")]
        ) { arguments, run in
            switch (arguments[0], arguments.count) {
            case (.string(let text), 1): return TimeOfDay(text).map(Value.time) ?? run.failCall(.unreadable(text, as: .basic(.time)))
            case (.time, 1): return arguments[0]
            case (.dateTime(let dateTime), 1): return .time(dateTime.time)
            case (.date, 1): return .time(TimeOfDay(wrapping: 0, zone: .utc))
            case (.number(let hour), 3...):
                guard let hour = hour.integer, let minute = arguments[1].number?.integer, let second = arguments[2].number else {
                    return nil
                }
                return time(hour, minute, second, arguments.count > 3 ? arguments[3] : .null)
            default: return nil
            }
        },
        Builtin(
            "date and time", clause: "10.3.4.1", [.init("from", .any)],
            or: [[.init("date", .any), .init("time", .time)], [.init("date", .any), .init("timezone", .string)]], returns: .dateTime,
            "由文字，或日期与时刻得到日期时刻", "makes a date and time of a text, or of a date and a time",
            examples: [
                (#"date and time("2021-11-25T08:00:00")"#, "2021-11-25T08:00:00"),
                (#"date and time(date("2021-11-25"), time("08:00:00"))"#, "2021-11-25T08:00:00"),
                (#"date and time(@"2021-11-25T08:00:00Z", "Asia/Shanghai")"#, "2021-11-25T16:00:00@Asia/Shanghai"),
            ]
        ) { arguments, run in
            if arguments.count == 2 { return dateTime(arguments[0], arguments[1], &run) }
            switch arguments[0] {
            case .string(let text):
                if let dateTime = DateTime(text) { return .dateTime(dateTime) }
                guard let date = CalendarDate(text) else { return run.failCall(.unreadable(text, as: .basic(.dateTime))) }
                return .dateTime(DateTime(date: date, time: TimeOfDay(wrapping: 0, zone: nil)))
            case .date(let date): return .dateTime(DateTime(date: date, time: TimeOfDay(wrapping: 0, zone: .utc)))
            case .dateTime: return arguments[0]
            default: return nil
            }
        },
        Builtin(
            "duration", clause: "10.3.4.1", [.init("from", .string)], returns: .any,
            "把 ISO 8601 文字读作时长", "reads an ISO 8601 text as a duration",
            examples: [(#"duration("P20D")"#, "P20D"), (#"duration("P14M")"#, "P1Y2M")]
        ) { arguments, run in
            guard let text = arguments[0].string else { return nil }
            return Value(duration: text) ?? run.failCall(.unreadable(text, as: .duration))
        },
        Builtin(
            "years and months duration", clause: "10.3.4.1", [.init("from", .any), .init("to", .any)], returns: .months,
            "两个日期之间的整月数", "whole months between two dates",
            examples: [(#"years and months duration(date("2021-01-31"), date("2021-03-30"))"#, "P1M")]
        ) { arguments, _ in
            guard let from = arguments[0].day, let to = arguments[1].day else { return nil }
            return .months(YearMonthDuration(months: wholeMonths(from: from, to: to)))
        },
    ]

    /// The text with the decimal separator as a point and the other taken out; nil where the separators are none.
    private static func withoutSeparators(_ text: String, grouping: Value, decimal: Value) -> String? {
        let groupings = [" ", ",", "."]
        let decimals = [".", ","]
        guard grouping.isNull || grouping.string.map(groupings.contains) == true,
            decimal.isNull || decimal.string.map(decimals.contains) == true
        else { return nil }
        if let one = grouping.string, let other = decimal.string, one == other { return nil }
        var result = text
        if let separator = grouping.string { result = String(result.filter { String($0) != separator }) }
        if let separator = decimal.string, separator != "." {
            guard !result.contains(".") else { return nil }
            result = String(result.map { String($0) == separator ? "." : $0 })
        }
        return result
    }

    private static func time(_ hour: Int, _ minute: Int, _ second: Decimal, _ offset: Value) -> Value? {
        let whole = second.rounded(places: 0, .floor)
        guard let seconds = whole.integer, let rest = Decimal.subtract(second, whole),
            let nanosecond = Decimal.multiply(rest, 1_000_000_000)?.rounded(places: 0, .down).integer
        else { return nil }
        var zone: Zone?
        switch offset {
        case .null: break
        case .days(let duration):
            guard duration.seconds.magnitude <= Zone.largestOffset else { return nil }
            zone = .offset(Int32(duration.seconds))
        default: return nil
        }
        return TimeOfDay(hour: hour, minute: minute, second: seconds, nanosecond: nanosecond, zone: zone).map(Value.time)
    }

    /// A day with a time, or a moment by the clock of a zone.
    private static func dateTime(_ date: Value, _ second: Value, _ run: inout Evaluation) -> Value? {
        switch (date, second) {
        case (.date(let date), .time(let time)): return .dateTime(DateTime(date: date, time: time))
        case (.dateTime(let dateTime), .time(let time)): return .dateTime(DateTime(date: dateTime.date, time: time))
        case (.dateTime(let dateTime), .string(let name)):
            guard let zone = Zone(name) ?? Zone("@" + name) else { return run.failCall(.unknownZone(name)) }
            guard dateTime.zone != nil else {
                return .dateTime(
                    DateTime(date: dateTime.date, time: TimeOfDay(wrapping: dateTime.time.nanoseconds, zone: zone)))
            }
            return DateTime(moment: dateTime.comparableSeconds, nanoseconds: dateTime.time.nanosecond, zone: zone).map(Value.dateTime)
        default: return nil
        }
    }

    /// Only the days count, each by its own clock.
    private static func wholeMonths(from: CalendarDate, to: CalendarDate) -> Int {
        let (a, b) = (from.components, to.components)
        var months = (b.year - a.year) * 12 + b.month - a.month
        if months > 0, b.day < a.day { months -= 1 }
        if months < 0, b.day > a.day { months += 1 }
        return months
    }
}

extension Value {
    /// A date, or that of a date and time.
    fileprivate var day: CalendarDate? {
        switch self {
        case .date(let date): date
        case .dateTime(let dateTime): dateTime.date
        default: nil
        }
    }
}
