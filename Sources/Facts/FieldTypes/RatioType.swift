import FEEL
import Quantities
import SourceText
import YAMLTree

/// A part of a whole, as a percentage, a fraction or a number; put away.
final class RatioType: ScalarType {
    var id: String { "ratio" }
    var expectation: Localized { Localized(zh: "比例，如 35% 或 1/3", en: "a ratio such as 35% or 1/3") }
    var example: String { "35%" }

    func expressionType(unit: Unit?) -> FEELType { .number(unit: unit) }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        let text = loader.forest.text[scalar.textRange]
        // A percentage or a fraction is text in YAML, quoted or not.
        let isText = text.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "/") }
        guard scalar.canBeNumber || isText, let number = Self.ratio(text) else { throw .wrongType }
        try loader.checkRange(number, of: field, node)
        return loader.keep(.number(number))
    }

    private static func ratio(_ text: ArraySlice<UInt8>) -> Decimal? {
        if text.last == UInt8(ascii: "%") { return ScalarParsing.decimal(text.dropLast()).flatMap { Decimal.divide($0, 100) } }
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return ScalarParsing.decimal(text) }
        guard let part = ScalarParsing.integer(text[..<slash]), let whole = ScalarParsing.integer(text[(slash + 1)...]), whole > 0 else {
            return nil
        }
        return Decimal.divide(Decimal(part), Decimal(whole))
    }

    func value(of fact: Fact, in facts: FactStore) -> Value { facts.tables.value(kept: fact.payload) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { tables.isSame(kept: a, b) }
}
