import Quantities
import Testing

@testable import FEEL

struct TimeOfDayTests {
    @Test(
        "times are printed as they are read; digits beyond nanoseconds are dropped",
        arguments: [
            ("08:00:00", "08:00:00"), ("23:59:59.5", "23:59:59.5"), ("12:30:15.000000001Z", "12:30:15.000000001Z"),
            ("12:30:15.1234567899", "12:30:15.123456789"), ("12:30:15.10+08:00", "12:30:15.1+08:00"),
            ("12:30:15@Asia/Shanghai", "12:30:15@Asia/Shanghai"), ("12:30:15-00:30", "12:30:15-00:30"),
        ])
    func round(text: String, printed: String) throws {
        let time = try #require(TimeOfDay(text))
        #expect(time.description == printed)
        #expect(TimeOfDay(printed) == time)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "8:00:00", "08:00", "24:00:00", "12:60:00", "12:00:60", "12:00:00.", "12:00:00.x", "12:00:00+8", "12-00-00", "１2:00:00",
        ])
    func refused(text: String) { #expect(TimeOfDay(text) == nil) }

    @Test("a duration goes round the clock, whatever its size")
    func adding() {
        func later(_ seconds: Int, _ nanoseconds: Int32 = 0) -> String {
            TimeOfDay.midnight.adding(DayTimeDuration(seconds: seconds, nanoseconds: nanoseconds)).description
        }
        #expect(later(-1) == "23:59:59" && later(86_400 * 3 + 1) == "00:00:01" && later(0, -1) == "23:59:59.999999999")
        #expect(later(.max).count == 8 && later(.min).count == 8)
    }

    @Test("times are compared by their seconds in UTC, those without a zone by the local clock (DMN 1.5, table 51)")
    func comparing() throws {
        let (utc, east) = (try #require(TimeOfDay("00:00:00Z")), try #require(TimeOfDay("08:00:00.9+08:00")))
        #expect(utc.comparableSeconds == east.comparableSeconds && utc != east)
        #expect(try #require(TimeOfDay("08:00:00")).comparableSeconds == 28_800)
    }
}
