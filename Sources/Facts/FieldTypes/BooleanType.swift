import FEEL
import Quantities
import SourceText
import YAMLTree

/// True or false, in the words of YAML or of the vocabulary; the payload is one or zero.
final class BooleanType: ScalarType {
    var id: String { "boolean" }
    var example: String { "true" }
    var allValues: [Value]? { [.boolean(true), .boolean(false)] }
    private let words: Words

    init(words: Words) { self.words = words }

    var expectation: Localized {
        let (yes, no) = (words.label(of: true), words.label(of: false))
        return Localized(zh: "\(yes.zh)或\(no.zh)", en: "\(yes.en) or \(no.en)")
    }

    func expressionType(unit: Unit?) -> FEELType { .boolean }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        let text = loader.forest.text[scalar.textRange]
        if scalar.style == .plain {
            if ["true", "True", "TRUE"].contains(where: { text.elementsEqual($0.utf8) }) { return 1 }
            if ["false", "False", "FALSE"].contains(where: { text.elementsEqual($0.utf8) }) { return 0 }
        }
        if words.yes.others.contains(where: { text.elementsEqual($0.utf8) }) { return 1 }
        if words.no.others.contains(where: { text.elementsEqual($0.utf8) }) { return 0 }
        throw .wrongType
    }

    func suggestion(for text: String, isQuoted: Bool) -> Localized? {
        let isYes = ["yes", "y", "on", "true", "1", "是", "对", "有"].contains(text.lowercased())
        guard isYes || ["no", "n", "off", "false", "0", "否", "错", "无"].contains(text.lowercased()) else { return nil }
        let word = words.label(of: isYes)
        return Localized(zh: "请写作 \(word.zh)", en: "write \(word.en)")
    }

    func value(of fact: Fact, in facts: FactStore) -> Value { .boolean(fact.payload != 0) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { a.payload == b.payload }
}
