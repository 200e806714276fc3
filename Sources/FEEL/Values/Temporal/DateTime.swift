public import Quantities

/// A day and a time of day, with a zone or without (DMN 1.5, 10.3.2.3.6).
public struct DateTime: Hashable, Sendable {
    /// The day by the local clock.
    public let date: CalendarDate
    /// The local time, which holds the zone.
    public let time: TimeOfDay

    /// - Parameter time: holds the zone of both.
    public init(date: CalendarDate, time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// A moment, in seconds since 1970 in UTC, by the clock of a zone. Nil beyond the years that FEEL has.
    public init?(moment seconds: Int, nanoseconds: Int = 0, zone: Zone = .offset(0)) {
        self.init(localSeconds: seconds + zone.offset(at: seconds), nanoseconds: nanoseconds, zone: zone)
    }

    private init?(localSeconds: Int, nanoseconds: Int, zone: Zone?) {
        let ofDay = (localSeconds % 86_400 + 86_400) % 86_400
        let date = CalendarDate(days: (localSeconds - ofDay) / 86_400)
        guard CalendarDate.years.contains(date.components.year) else { return nil }
        self.init(date: date, time: TimeOfDay(wrapping: ofDay * 1_000_000_000 + nanoseconds, zone: zone))
    }

    /// The zone; nil where none was written, and the time means no certain moment.
    public var zone: Zone? { time.zone }

    /// Seconds since 1970 by the local clock.
    var localSeconds: Int { date.days * 86_400 + time.seconds }

    /// Seconds east of UTC on that day.
    var offset: Int? { zone.map { $0.offset(atLocal: localSeconds) } }

    /// Seconds since 1970, in UTC where there is a zone and by the local clock otherwise.
    var comparableSeconds: Int { localSeconds - (offset ?? 0) }

    func adding(_ duration: DayTimeDuration) -> DateTime? {
        let nanoseconds = time.nanosecond + Int(duration.nanoseconds)
        let carry = nanoseconds < 0 ? -1 : nanoseconds >= 1_000_000_000 ? 1 : 0
        let (sum, overflow) = comparableSeconds.addingReportingOverflow(duration.seconds + carry)
        guard !overflow, sum.magnitude < 1 << 60 else { return nil }
        let rest = nanoseconds - carry * 1_000_000_000
        if let zone { return DateTime(moment: sum, nanoseconds: rest, zone: zone) }
        return DateTime(localSeconds: sum, nanoseconds: rest, zone: nil)
    }

    func adding(months: Int) -> DateTime? { date.adding(months: months).map { DateTime(date: $0, time: time) } }

    /// The time that lies between two moments.
    func since(_ other: DateTime) -> DayTimeDuration {
        DayTimeDuration(
            normalizing: comparableSeconds - other.comparableSeconds, nanoseconds: time.nanosecond - other.time.nanosecond)
    }
}

extension DateTime: CustomStringConvertible {
    /// Reads a date, `T`, and a time.
    public init?(_ text: some StringProtocol) {
        guard let separator = text.firstIndex(of: "T"), let date = CalendarDate(String(text[..<separator])) else { return nil }
        let clock = text[text.index(after: separator)...]
        // The end of a day is the beginning of the next (XML Schema Part 2, 3.2.7).
        if clock.hasPrefix("24:00:00"), let next = date.adding(days: 1), let time = TimeOfDay("00" + clock.dropFirst(2)),
            time.nanoseconds == 0
        {
            self.init(date: next, time: time)
            return
        }
        guard let time = TimeOfDay(clock) else { return nil }
        self.init(date: date, time: time)
    }

    /// As ISO 8601 writes it, with the zone: `2021-11-25T08:00:00+08:00`.
    public var description: String { "\(date)T\(time)" }
}
