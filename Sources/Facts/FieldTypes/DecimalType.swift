import FEEL
import Quantities
import SourceText
import YAMLTree

/// A number of any kind, put away.
final class DecimalType: ScalarType {
    var id: String { "decimal" }
    var expectation: Localized { Localized(zh: "数", en: "a number") }
    var example: String { "12.5" }

    func expressionType(unit: Unit?) -> FEELType { .number(unit: unit) }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        guard scalar.canBeNumber, let number = ScalarParsing.decimal(loader.forest.text[scalar.textRange]) else { throw .wrongType }
        try loader.checkRange(number, of: field, node)
        return loader.keep(.number(number))
    }

    func suggestion(for text: String, isQuoted: Bool) -> Localized? { NumberSuggestion.suggestion(for: text, isQuoted: isQuoted) }

    func value(of fact: Fact, in facts: FactStore) -> Value { facts.tables.value(kept: fact.payload) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { tables.isSame(kept: a, b) }
}
