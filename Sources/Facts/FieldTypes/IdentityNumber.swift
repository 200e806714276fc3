package import Quantities

/// A citizen's identity number (GB 11643): six digits of a region, eight of the day of birth, three of which the last is odd for men and even
/// for women, and a check digit. The old form has fifteen digits, with two for the year and no check digit; it is read as the new one.
package struct IdentityNumber {
    package enum Fault: Error {
        case length(Int)
        case character
        case birth
        case checkDigit
    }

    /// Eighteen characters, the last a digit or X.
    package let text: String
    package let birth: CalendarDate
    /// Whether the digit that tells the sex is odd.
    package let isOdd: Bool

    /// - Parameter written: spaces, hyphens and full-width digits are allowed.
    package init(_ written: String) throws(Fault) {
        var characters: [UInt8] = []
        for scalar in written.unicodeScalars {
            guard let folded = PersonName.folded(scalar), folded != "-" else { continue }
            guard let byte = UInt8(exactly: folded.value) else { throw .character }
            characters.append(byte == UInt8(ascii: "x") ? UInt8(ascii: "X") : byte)
        }
        let digits = characters.prefix { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
        switch (characters.count, digits.count) {
        case (15, 15):
            let whole = Array(digits[..<6]) + [1, 9] + digits[6...]
            try self.init(digits: whole, check: Self.check(of: whole))
        case (18, 17) where characters[17] == UInt8(ascii: "X"), (18, 18):
            guard characters[17] == Self.check(of: digits) else {
                // A day that there is not is the better thing to say.
                _ = try Self.birth(in: digits)
                throw .checkDigit
            }
            try self.init(digits: Array(digits[..<17]), check: characters[17])
        case (15, _), (18, _): throw .character
        default: throw .length(characters.count)
        }
    }

    /// - Parameter digits: seventeen.
    private init(digits: [Int], check: UInt8) throws(Fault) {
        birth = try Self.birth(in: digits)
        isOdd = digits[16] % 2 == 1
        text = String(decoding: digits.map { UInt8($0 + 0x30) } + [check], as: UTF8.self)
    }

    private static func birth(in digits: [Int]) throws(Fault) -> CalendarDate {
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        guard let day = CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)), number(6..<10) >= 1850 else {
            throw .birth
        }
        return day
    }

    /// ISO 7064, MOD 11-2, over the first seventeen digits.
    private static func check(of digits: [Int]) -> UInt8 {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let rest = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
        return Array("10X98765432".utf8)[rest]
    }
}

extension IdentityNumber {
    /// A text with asterisks in the place of what looks like such numbers.
    package static func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let ranges = ranges(in: bytes)
        guard !ranges.isEmpty else { return text }
        for index in ranges.joined() { bytes[index] = UInt8(ascii: "*") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where a text has what looks like such a number, right or wrong: eighteen digits in a row, or fifteen; the last of eighteen may be X.
    package static func ranges(in text: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var (length, position) = (0, 0)
        for byte in text {
            if (0x30...0x39).contains(byte) {
                length += 1
            } else {
                let isX = length == 17 && (byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x"))
                if isX || length == 18 || length == 15 { result.append(position - length..<position + (isX ? 1 : 0)) }
                length = 0
            }
            position += 1
        }
        if length == 18 || length == 15 { result.append(position - length..<position) }
        return result
    }
}
