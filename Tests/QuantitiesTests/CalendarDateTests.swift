import Quantities
import TestSupport
import Testing

struct CalendarDateTests {
    @Test("days and dates are each other's inverse, from the first year to the last", arguments: 0..<5)
    func inverse(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 3)
        for _ in 0..<2_000 {
            let day = Int.random(in: -300_000_000_000...300_000_000_000, using: &random)
            let (year, month, date) = CalendarDate(days: day).components
            #expect(CalendarDate(year: year, month: month, day: date)?.days == day)
        }
    }

    @Test(
        "the calendar knows its landmarks",
        arguments: [("1970-01-01", 0, 4), ("2000-02-29", 11016, 2), ("2021-11-25", 18956, 4), ("1900-03-01", -25508, 4)])
    func landmarks(text: String, days: Int, weekday: Int) {
        #expect(CalendarDate(text)?.days == days)
        #expect(CalendarDate(text)?.weekday == weekday)
    }

    @Test(
        "days that do not exist are refused",
        arguments: ["2021-02-29", "2021-13-01", "2021-00-10", "2021-1-1", "21-01-01", "1900-02-29", "2021-11-31", "２０２１-01-01"])
    func refused(text: String) { #expect(CalendarDate(text) == nil) }
}
