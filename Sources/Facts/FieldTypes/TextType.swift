import FEEL
import Quantities
import SourceText
import YAMLTree

/// Any text, as it stands: `07` and `no` are texts too.
final class TextType: ScalarType {
    var id: String { "text" }
    var expectation: Localized { Localized(zh: "文字", en: "a text") }
    var example: String { "甲" }

    func expressionType(unit: Unit?) -> FEELType { .string }

    /// The text stays where it is written.
    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        0
    }

    func value(of fact: Fact, in facts: FactStore) -> Value { .string(facts.forest.string(facts.forest.resolve(fact.node))) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool {
        forest.written(a.node).elementsEqual(forest.written(b.node))
    }
}

extension YAMLForest {
    /// The bytes of a scalar, or of the one that an alias stands for.
    func written(_ node: YAMLNodeID) -> ArraySlice<UInt8> { text[self[resolve(node)].textRange] }
}
