import Quantities

/// How scalars become values. The core schema of YAML 1.2 (10.3.2) decides what a plain scalar is: `no` and `on` are text, and so is
/// `1_000`; quoted scalars are always text.
enum ScalarParsing {
    /// `null`, `Null`, `NULL`, `~` or nothing.
    static func isNull(_ text: ArraySlice<UInt8>) -> Bool {
        switch text.count {
        case 0: true
        case 1: text.first == UInt8(ascii: "~")
        case 4 where text.first == UInt8(ascii: "n") || text.first == UInt8(ascii: "N"):
            ["null", "Null", "NULL"].contains { text.elementsEqual($0.utf8) }
        default: false
        }
    }

    /// Decimal digits with a sign, `0o` octal or `0x` hexadecimal; nil for anything else, or what does not fit 64 bits.
    static func integer(_ text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex
        guard index < text.endIndex else { return nil }
        let negative = text[index] == UInt8(ascii: "-")
        if negative || text[index] == UInt8(ascii: "+") { index += 1 }
        guard index < text.endIndex else { return nil }
        if text.count > 2, text[text.startIndex] == UInt8(ascii: "0"), text[text.startIndex + 1] > UInt8(ascii: "9") {
            let radix = text[text.startIndex + 1] == UInt8(ascii: "x") ? 16 : text[text.startIndex + 1] == UInt8(ascii: "o") ? 8 : 0
            let digits = text.dropFirst(2)
            guard radix > 0, digits.first.map({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }) == true else { return nil }
            return Int(String(decoding: digits, as: UTF8.self), radix: radix)
        }
        var value = 0
        while index < text.endIndex {
            let digit = Int(text[index]) - 0x30
            guard digit >= 0, digit <= 9 else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            let (sum, overflowed) = product.addingReportingOverflow(digit)
            guard !overflowed else { return nil }
            value = sum
            index += 1
        }
        return negative ? -value : value
    }

    static func decimal(_ text: ArraySlice<UInt8>) -> Decimal? {
        if let integer = integer(text) { return Decimal(integer) }
        guard let first = text.first, first != UInt8(ascii: "i"), first != UInt8(ascii: "n") else { return nil }
        return Decimal(String(decoding: text, as: UTF8.self))
    }

    enum DateResult {
        case date(CalendarDate)
        case notADate
        /// It looks like a date, but the calendar has no such day.
        case noSuchDay(year: Int, month: Int, day: Int)
    }

    /// `2021-11-25`, or `2021年11月25日`.
    static func date(_ text: ArraySlice<UInt8>) -> DateResult {
        var numbers: [Int] = []
        let start = text.startIndex
        if text.count == 10, text[start + 4] == UInt8(ascii: "-"), text[start + 7] == UInt8(ascii: "-") {
            guard let year = digits(text[start..<start + 4]), let month = digits(text[(start + 5)..<(start + 7)]),
                let day = digits(text[(start + 8)...])
            else { return .notADate }
            return make(year, month, day)
        }
        guard text.last.map({ $0 >= 0x80 }) == true else { return .notADate }
        var rest = Substring(String(decoding: text, as: UTF8.self))
        for unit in ["年", "月", "日"] {
            guard let end = rest.firstIndex(of: Character(unit)), let number = Int(rest[..<end]) else { return .notADate }
            numbers.append(number)
            rest = rest[rest.index(after: end)...]
        }
        return rest.isEmpty ? make(numbers[0], numbers[1], numbers[2]) : .notADate
    }

    private static func make(_ year: Int, _ month: Int, _ day: Int) -> DateResult {
        // Windows keep two days in one word, so years stay within four digits.
        guard (1...9999).contains(year), let date = CalendarDate(year: year, month: month, day: day) else {
            return .noSuchDay(year: year, month: month, day: day)
        }
        return .date(date)
    }

    private static func digits(_ text: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in text {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte) - 0x30
        }
        return value
    }
}
