/// A duration of years and months (DMN 1.5, 10.3.2.3.8), counted in months.
public struct YearMonthDuration: Hashable, Comparable, Sendable {
    /// The whole duration in months, its years among them; less than zero backwards.
    public let months: Int

    /// - Parameter months: of either sign.
    public init(months: Int) { self.months = months }

    /// Whether one is shorter, or further backwards.
    public static func < (a: Self, b: Self) -> Bool { a.months < b.months }
}

/// A duration of days, hours, minutes and seconds (DMN 1.5, 10.3.2.3.7).
public struct DayTimeDuration: Hashable, Comparable, Sendable {
    /// The whole duration in seconds, rounded towards zero; of either sign.
    public let seconds: Int
    /// Of the same sign as the seconds, below a whole second.
    public let nanoseconds: Int32

    /// The two numbers must have one sign, and the nanoseconds lie below a second; neither is checked.
    public init(seconds: Int, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// - Parameter days: of 86,400 seconds each; the product must fit 64 bits.
    public init(days: Int) { self.init(seconds: days * 86_400) }

    /// Brings seconds and nanoseconds of any size and sign to the same sign.
    package init(normalizing seconds: Int, nanoseconds: Int) {
        var seconds = seconds + nanoseconds / 1_000_000_000
        var rest = nanoseconds % 1_000_000_000
        if seconds > 0, rest < 0 {
            seconds -= 1
            rest += 1_000_000_000
        } else if seconds < 0, rest > 0 {
            seconds += 1
            rest -= 1_000_000_000
        }
        self.init(seconds: seconds, nanoseconds: Int32(rest))
    }

    /// Whether one is shorter, or further backwards.
    public static func < (a: Self, b: Self) -> Bool { (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds) }

    /// Whole days, rounded down.
    public var days: Int { (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400 }
}

/// A duration as written in ISO 8601; FEEL has two kinds, which do not mix.
package enum ParsedDuration {
    case months(YearMonthDuration)
    case days(DayTimeDuration)

    package init?(_ text: String) {
        var rest = Substring(text)
        let negative = rest.first == "-"
        if negative { rest.removeFirst() }
        guard rest.first == "P" else { return nil }
        rest.removeFirst()
        var parts: [Character: Int] = [:]
        var fraction: Int32 = 0
        var inTime = false
        var designators = Substring("YMDTHMS")
        var sawMonths = false
        while let first = rest.first {
            if first == "T" {
                guard !inTime, rest.count > 1 else { return nil }
                inTime = true
                rest.removeFirst()
                designators = "HMS"
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), number <= 999_999_999_999 else { return nil }
            rest.removeFirst(digits.count)
            if rest.first == ".", inTime {
                // XML Schema wants a digit after the point; the suite reads `PT0.S` too.
                let decimals = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
                rest.removeFirst(decimals.count + 1)
                guard rest.first == "S" else { return nil }
                fraction = Int32(String(decimals.prefix(9)).padding(to: 9)) ?? 0
            }
            guard let unit = rest.first, let index = designators.firstIndex(of: unit), unit != "T" else { return nil }
            if !inTime, unit == "H" || unit == "S" { return nil }
            designators = designators[designators.index(after: index)...]
            rest.removeFirst()
            if !inTime, unit == "Y" || unit == "M" { sawMonths = true }
            parts[inTime && unit == "M" ? "m" : unit] = number
        }
        guard !parts.isEmpty else { return nil }
        let sign = negative ? -1 : 1
        if sawMonths {
            guard parts.keys.allSatisfy({ $0 == "Y" || $0 == "M" }) else { return nil }
            self = .months(YearMonthDuration(months: sign * ((parts["Y"] ?? 0) * 12 + (parts["M"] ?? 0))))
        } else {
            let unitSeconds: [(Character, Int)] = [("D", 86_400), ("H", 3600), ("m", 60), ("S", 1)]
            let seconds = unitSeconds.reduce(0) { sum, unit in sum + (parts[unit.0] ?? 0) * unit.1 }
            self = .days(DayTimeDuration(seconds: sign * seconds, nanoseconds: Int32(sign) * fraction))
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: "0", count: max(0, width - count)) }
}

extension YearMonthDuration: CustomStringConvertible {
    /// As ISO 8601 writes it, with years taken out of the months: `P1Y2M`, `-P3M`, `P0M`.
    public var description: String {
        let (years, rest) = months.magnitude.quotientAndRemainder(dividingBy: 12)
        let text = (years > 0 ? "\(years)Y" : "") + (rest > 0 || years == 0 ? "\(rest)M" : "")
        return "\(months < 0 ? "-" : "")P\(text)"
    }
}

extension DayTimeDuration: CustomStringConvertible {
    /// As ISO 8601 writes it, in the greatest units: `P1DT2H`, `-PT0.5S`, `PT0S`.
    public var description: String {
        let total = seconds.magnitude
        let days = total / 86_400
        let (hours, minutes, rest) = (total % 86_400 / 3600, total % 3600 / 60, total % 60)
        let decimals = fraction(ofNanoseconds: Int(nanoseconds.magnitude))
        let second = rest > 0 || !decimals.isEmpty ? "\(rest)\(decimals)S" : ""
        let time = (hours > 0 ? "\(hours)H" : "") + (minutes > 0 ? "\(minutes)M" : "") + second
        let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
        if days == 0, time.isEmpty { return "PT0S" }
        return "\(sign)P\(days > 0 ? "\(days)D" : "")\(time.isEmpty ? "" : "T\(time)")"
    }
}

/// `.25` for a quarter of a second; nothing for none.
package func fraction(ofNanoseconds nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = String(nanoseconds)
    digits = "." + String(repeating: "0", count: 9 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return digits
}
