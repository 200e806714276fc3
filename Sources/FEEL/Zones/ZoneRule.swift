import Quantities

/// The rule for years beyond a zone's table, as written in the footer of its file (RFC 8536, 3.3; POSIX `TZ`): `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable {
    /// A day of the year on which the clock changes, and the second of that day.
    struct Change: Sendable {
        enum Day: Sendable {
            /// From 1 to 365; February 29 is never counted.
            case julian(Int)
            /// From 0 to 365, with February 29.
            case dayOfYear(Int)
            /// The nth weekday (0 is Sunday) of a month; the fifth is the last.
            case weekday(Int, nth: Int, month: Int)
        }

        var day: Day
        var second: Int

        /// Local seconds since 1970 of the change in a year, by the clock that holds before it.
        func localSeconds(year: Int) -> Int? {
            guard let newYear = CalendarDate(year: year, month: 1, day: 1) else { return nil }
            let days: Int
            switch day {
            case .julian(let number):
                let isAfterFebruary = number >= 60 && CalendarDate.length(ofMonth: 2, year: year) == 29
                days = newYear.days + number - 1 + (isAfterFebruary ? 1 : 0)
            case .dayOfYear(let number): days = newYear.days + number
            case .weekday(let weekday, let nth, let month):
                guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
                var number = (weekday - first.weekday % 7 + 7) % 7 + 7 * (nth - 1)
                while number >= CalendarDate.length(ofMonth: month, year: year) { number -= 7 }
                days = first.days + number
            }
            return days * 86_400 + second
        }
    }

    let standardOffset: Int
    let summer: (offset: Int, begin: Change, end: Change)?

    func offset(at moment: Int) -> Int {
        guard let summer else { return standardOffset }
        let local = moment + standardOffset
        let day = CalendarDate(days: (local - (local % 86_400 + 86_400) % 86_400) / 86_400)
        let year = day.components.year
        guard let begin = summer.begin.localSeconds(year: year), let end = summer.end.localSeconds(year: year) else {
            return standardOffset
        }
        let (first, last) = (begin - standardOffset, end - summer.offset)
        // South of the equator summer lies around the turn of the year.
        let isSummer = first < last ? moment >= first && moment < last : moment >= first || moment < last
        return isSummer ? summer.offset : standardOffset
    }

    /// Nil where the text is not a rule.
    init?(_ text: String) {
        var reader = Reader(rest: Substring(text))
        guard reader.skipName(), let west = reader.time() else { return nil }
        standardOffset = -west
        if reader.rest.isEmpty {
            summer = nil
            return
        }
        guard reader.skipName() else { return nil }
        var summerOffset = standardOffset + 3600
        if reader.rest.first != "," {
            guard let west = reader.time() else { return nil }
            summerOffset = -west
        }
        guard reader.take(","), let begin = reader.change(), reader.take(","), let end = reader.change(), reader.rest.isEmpty else {
            return nil
        }
        summer = (summerOffset, begin, end)
    }

    private struct Reader {
        var rest: Substring

        mutating func take(_ character: Character) -> Bool {
            guard rest.first == character else { return false }
            rest.removeFirst()
            return true
        }

        /// `CET` or `<+0330>`.
        mutating func skipName() -> Bool {
            if take("<") {
                guard let end = rest.firstIndex(of: ">") else { return false }
                rest = rest[rest.index(after: end)...]
                return true
            }
            let name = rest.prefix { $0.isASCII && $0.isLetter }
            rest.removeFirst(name.count)
            return !name.isEmpty
        }

        mutating func number() -> Int? {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest.removeFirst(digits.count)
            return digits.count <= 4 ? Int(digits) : nil
        }

        /// `[±]hh[:mm[:ss]]` in seconds.
        mutating func time() -> Int? {
            let negative = take("-")
            if !negative { _ = take("+") }
            guard var seconds = number().map({ $0 * 3600 }) else { return nil }
            for unit in [60, 1] where take(":") {
                guard let part = number() else { return nil }
                seconds += part * unit
            }
            return negative ? -seconds : seconds
        }

        mutating func change() -> Change? {
            let day: Change.Day
            if take("M") {
                guard let month = number(), take("."), let nth = number(), take("."), let weekday = number(), (1...12).contains(month),
                    (1...5).contains(nth), (0...6).contains(weekday)
                else { return nil }
                day = .weekday(weekday, nth: nth, month: month)
            } else if take("J") {
                guard let number = number() else { return nil }
                day = .julian(number)
            } else {
                guard let number = number() else { return nil }
                day = .dayOfYear(number)
            }
            var second = 2 * 3600
            if take("/") {
                guard let time = time() else { return nil }
                second = time
            }
            return Change(day: day, second: second)
        }
    }
}
