import FEEL
import Quantities

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the machine's clock says.
enum Clock {
    /// Today where the program runs.
    static var today: CalendarDate {
        let (seconds, _, offset) = now
        let local = seconds + offset
        return CalendarDate(days: (local >= 0 ? local : local - 86_399) / 86_400)
    }

    /// The moment, by the local offset.
    static var dateTime: DateTime {
        let (seconds, nanoseconds, offset) = now
        return DateTime(moment: seconds, nanoseconds: nanoseconds, zone: .offset(Int32(offset))) ?? DateTime(date: today, time: .midnight)
    }

    /// Seconds and nanoseconds since 1970 in UTC, and how many seconds the local clock is east of it.
    private static var now: (seconds: Int, nanoseconds: Int, offset: Int) {
        var moment = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &moment)
        var parts = unsafe tm()
        unsafe localtime_r(&moment.tv_sec, &parts)
        return unsafe (moment.tv_sec, moment.tv_nsec, parts.tm_gmtoff)
    }
}
