import FEEL
import Quantities
import SourceText
import YAMLTree

/// The name of a person. Expressions see its normal form (``PersonName``), reports show it as it is written; what stands in the place of a
/// name that nobody knows is unknown.
///
/// The payload is where the normal form was put away, or -1 where it is what is written.
final class PersonNameType: ScalarType {
    var id: String { "personName" }
    var expectation: Localized { Localized(zh: "姓名", en: "a person's name") }
    var example: String { "甲" }
    /// Words that stand in the place of a name, in their normal form.
    private let placeholders: [String]

    init(words: Words) {
        placeholders = (words.unknown.others + words.noName.others).compactMap { PersonName($0).normal.map(PersonName.bare) }
    }

    func expressionType(unit: Unit?) -> FEELType { .string }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        let name = PersonName(loader.forest.string(node), placeholders: placeholders)
        guard let normal = name.normal else { throw .unknown }
        return name.isNormal ? -1 : loader.keep(.string(normal))
    }

    func value(of fact: Fact, in facts: FactStore) -> Value {
        if fact.payload >= 0 { return facts.tables.value(kept: fact.payload) }
        return .string(facts.forest.string(facts.forest.resolve(fact.node)))
    }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool {
        text(a, tables, forest).elementsEqual(text(b, tables, forest))
    }

    private func text(_ fact: Fact, _ tables: FactTables, _ forest: YAMLForest) -> ArraySlice<UInt8> {
        guard fact.payload >= 0, case .string(let text) = tables.value(kept: fact.payload) else { return forest.written(fact.node) }
        return Array(text.utf8)[...]
    }
}
