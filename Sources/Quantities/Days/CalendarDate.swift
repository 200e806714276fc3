/// A day of the proleptic Gregorian calendar, as the number of days since 1970-01-01 (DMN 1.5, 10.3.2.3.4; XML Schema `date`
/// without zone). Years reach ±999,999,999.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; less than zero before.
    public let days: Int

    /// The years that FEEL has (DMN 1.5, 10.3.2.3.4).
    public static let years = -999_999_999...999_999_999

    /// The days of all those years.
    private static let allDays = -365_243_219_162...365_241_780_471

    /// - Parameter days: since 1970-01-01, within ``years``; it is not checked.
    @inlinable public init(days: Int) { self.days = days }

    /// Nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        // Years begin in March, so the leap day is the last of its year; eras are of 400 years.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month from 1, and day of the month from 1. The year before 1 is 0, as astronomers count.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Monday is 1, Sunday 7, as ISO 8601 counts.
    public var weekday: Int { ((days + 3) % 7 + 7) % 7 + 1 }

    /// How many days a month has in a year. Months count from 1; other numbers are not refused.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether one day is before another.
    @inlinable public static func < (a: Self, b: Self) -> Bool { a.days < b.days }

    /// The same day of another month; where that month is shorter, its last day. Nil beyond the years that there are.
    public func adding(months: Int) -> CalendarDate? {
        let (year, month, day) = components
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow { return nil }
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        return CalendarDate(year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, year: newYear)))
    }

    /// Nil beyond the years that there are.
    public func adding(days count: Int) -> CalendarDate? {
        let (sum, overflow) = days.addingReportingOverflow(count)
        guard !overflow, Self.allDays.contains(sum) else { return nil }
        return CalendarDate(days: sum)
    }
}

extension CalendarDate: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `YYYY-MM-DD`, with more digits and a sign for years beyond four digits.
    public init?(_ text: String) {
        let negative = text.first == "-"
        let parts = text.dropFirst(negative ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count >= 4, parts[1].count == 2, parts[2].count == 2,
            parts[0].count == 4 || parts[0].first != "0",
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: negative ? -year : year, month: month, day: day)
    }

    /// `2021-11-25`, as ISO 8601 writes it; years have at least four digits, and a minus before 0.
    public var description: String {
        let (year, month, day) = components
        if (0...9999).contains(year) {
            // Most dates are of this kind, and many are printed.
            func digit(_ number: Int) -> UInt8 { UInt8(truncatingIfNeeded: 0x30 + number % 10) }
            let dash = UInt8(ascii: "-")
            return String(
                decoding: [
                    digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash, digit(month / 10), digit(month), dash,
                    digit(day / 10), digit(day),
                ], as: UTF8.self)
        }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number.magnitude)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(year < 0 ? "-" : "")\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
