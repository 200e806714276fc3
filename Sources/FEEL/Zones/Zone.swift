/// The zone of a time: a fixed offset from UTC, or a region of the IANA database (DMN 1.5, 10.3.2.3.4).
public enum Zone: Hashable, Sendable {
    /// Seconds east of UTC, at most 14 hours either way (XML Schema Part 2, 3.2.7.3).
    case offset(Int32)
    case region(ZoneRegion)

    static let utc = Zone.offset(0)
    static let largestOffset = 14 * 3600

    /// Reads `Z`, `±hh:mm[:ss]` or `@Region/City`.
    init?(_ text: some StringProtocol) {
        if text == "Z" || text == "z" {
            self = .utc
        } else if text.first == "@" {
            guard let region = ZoneDatabase.region(named: String(text.dropFirst())) else { return nil }
            self = .region(region)
        } else {
            guard let first = text.first, first == "+" || first == "-" else { return nil }
            let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigitByte) }) else {
                return nil
            }
            let numbers = parts.compactMap { Int32($0) }
            guard numbers[1] < 60, numbers.count == 2 || numbers[2] < 60 else { return nil }
            let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
            guard seconds <= Self.largestOffset else { return nil }
            self = .offset(first == "-" ? -seconds : seconds)
        }
    }

    /// Seconds east of UTC at a local time. A region's offset changes with the day.
    func offset(atLocal seconds: Int) -> Int {
        switch self {
        case .offset(let offset): Int(offset)
        case .region(let region): region.offset(atLocal: seconds)
        }
    }

    /// Seconds east of UTC at a moment, in seconds since 1970 in UTC.
    func offset(at moment: Int) -> Int {
        switch self {
        case .offset(let offset): Int(offset)
        case .region(let region): region.offset(at: moment)
        }
    }
}

extension Zone: CustomStringConvertible {
    /// As it is written behind a time: `Z`, `+08:00`, `@Asia/Shanghai`.
    public var description: String {
        switch self {
        case .offset(0): return "Z"
        case .offset(let offset):
            let seconds = offset.magnitude
            let rest = seconds % 60 == 0 ? "" : ":" + twoDigits(Int(seconds % 60))
            return (offset < 0 ? "-" : "+") + twoDigits(Int(seconds / 3600)) + ":" + twoDigits(Int(seconds % 3600 / 60)) + rest
        case .region(let region): return "@" + region.name
        }
    }
}

func isDigitByte(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
