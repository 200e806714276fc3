import Quantities
import SourceText
import YAMLTree

/// What types of numbers have in common.
extension YAMLNode {
    /// Not quoted, and not said to be something else.
    var canBeNumber: Bool { tag == .integer || tag == .float || tag == .none && style == .plain }
}

extension DossierLoader {
    /// Numbers of records are far below this, and differences and products of such numbers fit everywhere.
    private static let largest = Decimal(1_000_000_000_000_000)

    /// Holds a number against the bounds of its field, and reports it where it is outside.
    mutating func checkRange(_ number: Decimal, of field: FieldDefinition, _ node: YAMLNodeID) throws(Misread) {
        let isHuge = number.magnitude > Self.largest
        let isLow = field.minimum.map { number < $0 } ?? false
        let isHigh = field.maximum.map { number > $0 } ?? false
        guard isHuge || isLow || isHigh else { return }
        let maximum = isHuge ? Self.largest : field.maximum
        report(.outOfRange(number.description, minimum: field.minimum?.description, maximum: maximum?.description), node)
        throw .reported
    }
}

enum NumberSuggestion {
    /// The whole number that was meant by a text that is none.
    static func suggestion(for text: String, isQuoted: Bool) -> Localized? {
        if let number = ChineseNumeral.number(of: text) { return Localized(zh: "请写作 \(number)", en: "write \(number)") }
        guard let number = wholeNumber(in: text) else { return nil }
        return isQuoted && Int(text) != nil
            ? Localized(zh: "请去掉引号，写作 \(number)", en: "remove the quotes: \(number)")
            : Localized(zh: "请写作 \(number)", en: "write \(number)")
    }

    /// Digits with separators between them (1,000), full-width ones, or with a unit behind them (4名).
    private static func wholeNumber(in text: String) -> Int? {
        var digits = ""
        for character in text {
            if let digit = character.wholeNumberValue, digits.count < 18 {
                digits += String(digit)
            } else if character.isASCII, !",_ ".contains(character) {
                return nil
            }
        }
        return Int(digits)
    }
}
