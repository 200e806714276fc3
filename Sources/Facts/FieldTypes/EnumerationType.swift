package import FEEL
package import Quantities
package import SourceText
package import YAMLTree

/// One of a few values; the payload is its number.
extension EnumerationDefinition: ScalarType {
    package var expectation: Localized {
        let more = items.count > 8
        return Localized(
            zh: "\(label.zh)：\(items.prefix(8).map(\.label.zh).joined(separator: "、"))" + (more ? "等" : ""),
            en: "\(label.en): \(items.prefix(8).map(\.id).joined(separator: ", "))" + (more ? ", …" : ""))
    }

    package var example: String { items.first?.id ?? "" }
    package var allValues: [Value]? { values }

    package func expressionType(unit: Unit?) -> FEELType { .enumeration(type) }

    package func read(
        _ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader
    ) throws(Misread) -> Int {
        guard let item = item(loader.forest.text, scalar.textRange) else { throw .wrongType }
        return item
    }

    package func suggestion(for text: String, isQuoted: Bool) -> Localized? {
        .didYouMean(nearestName(to: text, among: items.flatMap { [$0.label.zh, $0.id] + $0.aliases }))
    }

    package func value(of fact: Fact, in facts: FactStore) -> Value { values[fact.payload] }

    package func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { a.payload == b.payload }

    /// The number of the value written as its identifier, its label, or one of its other names.
    func item(_ text: [UInt8], _ range: Range<Int>) -> Int? { words.find(text, range).map { Int(itemOfWord[Int($0)]) } }
}
