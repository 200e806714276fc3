import FEEL
import Quantities
import SourceText
import YAMLTree

/// A citizen's identity number (``IdentityNumber``), which tells people apart and is printed nowhere: expressions see a token that is the same
/// where numbers are, and wherever a text quotes the number it is masked. The payload is the number under which the loader knows it.
final class IdentityNumberType: ScalarType {
    var id: String { "identityNumber" }
    var expectation: Localized { Localized(zh: "十八位（旧的为十五位）身份号码", en: "an identity number of 18 characters (the old form: 15)") }
    var example: String { "11010519491231002X" }
    var isSecret: Bool { true }

    func expressionType(unit: Unit?) -> FEELType { .string }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        let text = loader.forest.string(node)
        // A word that says that nobody knows it, or nothing but dashes.
        guard text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) else { throw .unknown }
        do {
            return Int(loader.identifiers.intern("identity:" + (try IdentityNumber(text)).text))
        } catch {
            loader.report(.identityNumber(error), node)
            throw .reported
        }
    }

    func value(of fact: Fact, in facts: FactStore) -> Value { .string("№\(fact.payload)") }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { a.payload == b.payload }

    func secrets(in text: [UInt8]) -> [Range<Int>] { IdentityNumber.ranges(in: text) }
}
