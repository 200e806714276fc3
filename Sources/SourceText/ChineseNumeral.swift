/// Numbers as Chinese texts write them: 第二十五条, 一百零五.
public enum ChineseNumeral {
    private static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

    /// The number that a numeral up to 9,999 means; nil where the text is none.
    public static func number(of text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        var total = 0
        var digit = 0
        for character in text {
            if let value = digits[character] {
                digit = value
            } else if let unit = units[character] {
                total += (digit == 0 ? 1 : digit) * unit
                digit = 0
            } else {
                return nil
            }
        }
        return total + digit
    }

    /// A number from 1 to 999, as laws count their articles; other numbers in digits.
    public static func text(_ number: Int) -> String {
        guard (1...999).contains(number) else { return String(number) }
        let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
        var text = hundreds > 0 ? numerals[hundreds] + "百" : ""
        if tens > 0 {
            text += (tens == 1 && hundreds == 0 ? "" : numerals[tens]) + "十"
        } else if hundreds > 0, ones > 0 {
            text += "零"
        }
        return ones > 0 ? text + numerals[ones] : text
    }
}
