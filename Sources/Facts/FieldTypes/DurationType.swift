import FEEL
import Quantities
import SourceText
import YAMLTree

/// A number of months, or of days and hours, as ISO 8601 writes it; put away.
final class DurationType: ScalarType {
    var id: String { "duration" }
    var expectation: Localized { Localized(zh: "时长，如 P20D", en: "a duration such as P20D") }
    var example: String { "P20D" }

    /// Which of the two kinds it is the value tells.
    func expressionType(unit: Unit?) -> FEELType { .any }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        guard let duration = Value(duration: loader.forest.string(node)) else { throw .wrongType }
        return loader.keep(duration)
    }

    func value(of fact: Fact, in facts: FactStore) -> Value { facts.tables.value(kept: fact.payload) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { tables.isSame(kept: a, b) }
}
