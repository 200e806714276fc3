import FEEL
import Quantities
import SourceText
import YAMLTree

/// A whole number; the payload is the number.
final class IntegerType: ScalarType {
    var id: String { "integer" }
    var expectation: Localized { Localized(zh: "整数", en: "a whole number") }
    var example: String { "12" }
    var isWholeNumber: Bool { true }

    func expressionType(unit: Unit?) -> FEELType { .number(unit: unit) }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        guard scalar.canBeNumber, let number = ScalarParsing.integer(loader.forest.text[scalar.textRange]) else { throw .wrongType }
        try loader.checkRange(Decimal(number), of: field, node)
        return number
    }

    func suggestion(for text: String, isQuoted: Bool) -> Localized? { NumberSuggestion.suggestion(for: text, isQuoted: isQuoted) }

    func value(of fact: Fact, in facts: FactStore) -> Value { .integer(fact.payload) }

    func number(of fact: Fact) -> Decimal? { Decimal(fact.payload) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { a.payload == b.payload }
}
