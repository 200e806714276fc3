import FEEL
import Quantities
import SourceText
import YAMLTree

/// A day; the payload is its number.
final class DateType: ScalarType {
    var id: String { "date" }
    var expectation: Localized { Localized(zh: "日期，如 2021-11-25", en: "a date such as 2021-11-25") }
    var example: String { "2021-11-25" }

    func expressionType(unit: Unit?) -> FEELType { .date }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        try loader.day(loader.forest.text[scalar.textRange], node).days
    }

    func suggestion(for text: String, isQuoted: Bool) -> Localized? { Self.suggestion(for: text) }

    static func suggestion(for text: String) -> Localized? {
        let parts = text.split(whereSeparator: { "/.年月日-".contains($0) }).compactMap { Int($0) }
        guard parts.count == 3, (1...9999).contains(parts[0]), let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        else { return nil }
        return Localized(zh: "请写作 \(date)", en: "write \(date)")
    }

    func value(of fact: Fact, in facts: FactStore) -> Value { .date(CalendarDate(days: fact.payload)) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { a.payload == b.payload }
}

extension DossierLoader {
    /// Reads a text as a day; a day that the calendar does not have is reported.
    mutating func day(_ text: ArraySlice<UInt8>, _ node: YAMLNodeID) throws(Misread) -> CalendarDate {
        switch ScalarParsing.date(text) {
        case .date(let date): return date
        case .notADate: throw .wrongType
        case .noSuchDay(let year, let month, let day):
            report(.noSuchDay(year, month, day), node)
            throw .reported
        }
    }
}
