import Quantities

/// A time of day, with a zone or without (DMN 1.5, 10.3.2.3.5).
public struct TimeOfDay: Hashable, Sendable {
    /// Since midnight.
    public let nanoseconds: Int
    /// Nil where none was written.
    public let zone: Zone?

    /// Without a zone.
    public static let midnight = TimeOfDay(wrapping: 0, zone: nil)

    static let nanosecondsOfDay = 86_400_000_000_000

    /// The time of a day that is a number of nanoseconds away from midnight, counted round the clock.
    init(wrapping nanoseconds: Int, zone: Zone?) {
        let rest = nanoseconds % Self.nanosecondsOfDay
        self.nanoseconds = rest < 0 ? rest + Self.nanosecondsOfDay : rest
        self.zone = zone
    }

    /// Nil where the clock has no such time.
    public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone? = nil) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second), (0..<1_000_000_000).contains(nanosecond) else {
            return nil
        }
        nanoseconds = (hour * 3600 + minute * 60 + second) * 1_000_000_000 + nanosecond
        self.zone = zone
    }

    /// Whole seconds since midnight.
    public var seconds: Int { nanoseconds / 1_000_000_000 }
    /// From 0 to 23.
    public var hour: Int { seconds / 3600 }
    /// From 0 to 59.
    public var minute: Int { seconds % 3600 / 60 }
    /// From 0 to 59.
    public var second: Int { seconds % 60 }
    /// Within the second, below 10⁹.
    public var nanosecond: Int { nanoseconds % 1_000_000_000 }

    /// Seconds east of UTC; a region's are those of 1970-01-01, because a time has no day.
    var offset: Int? { zone.map { $0.offset(atLocal: seconds) } }

    /// Seconds since midnight in UTC where there is a zone; comparison looks at no more than whole seconds (DMN 1.5, table 51).
    var comparableSeconds: Int { seconds - (offset ?? 0) }

    func adding(_ duration: DayTimeDuration) -> TimeOfDay {
        let part = duration.seconds % 86_400 * 1_000_000_000 + Int(duration.nanoseconds)
        return TimeOfDay(wrapping: nanoseconds + part, zone: zone)
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// Reads `hh:mm:ss[.f…]` with an optional zone.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 8, bytes[2] == 0x3A, bytes[5] == 0x3A, [0, 1, 3, 4, 6, 7].allSatisfy({ isDigitByte(bytes[$0]) }) else {
            return nil
        }
        func number(_ start: Int) -> Int { Int(bytes[start] - 0x30) * 10 + Int(bytes[start + 1] - 0x30) }
        var position = 8
        var nanosecond = 0
        if position < bytes.count, bytes[position] == 0x2E {
            position += 1
            let start = position
            var unit = 100_000_000
            while position < bytes.count, isDigitByte(bytes[position]) {
                nanosecond += Int(bytes[position] - 0x30) * unit
                unit /= 10
                position += 1
            }
            guard position > start else { return nil }
        }
        var zone: Zone?
        if position < bytes.count {
            guard let given = Zone(String(decoding: bytes[position...], as: UTF8.self)) else { return nil }
            zone = given
        }
        self.init(hour: number(0), minute: number(3), second: number(6), nanosecond: nanosecond, zone: zone)
    }

    /// As ISO 8601 writes it, with the zone: `08:00:00.5@Asia/Shanghai`.
    public var description: String {
        "\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))\(fraction(ofNanoseconds: nanosecond))\(zone?.description ?? "")"
    }
}
