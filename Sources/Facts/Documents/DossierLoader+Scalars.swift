package import FEEL
import SourceText
package import YAMLTree

extension DossierLoader {
    /// Reads a value that is not a record and not a list. What makes no sense is reported and comes back as invalid.
    mutating func readScalar(_ type: FieldType, _ field: FieldDefinition, _ node: YAMLNodeID) -> Fact {
        switch type {
        case .scalar(let type): return readScalar(type, field, node)
        case .enumeration(let definition): return readScalar(definition, field, node)
        case .reference(_, let record):
            let target = forest.resolve(node)
            guard forest[target].kind == .scalar else { break }
            // The record is found when all are read.
            return Fact(state: .known, document: current, node: node, payload: Int(identifier(target, of: record)))
        case .record, .list: break
        }
        reportType(type, forest.resolve(node))
        return Fact(state: .invalid, document: current, node: node)
    }

    /// The number of the key that a scalar is, however it is written: a value by its label, `+7`.
    mutating func identifier(_ scalar: YAMLNodeID, of record: RecordDefinition) -> UInt32 {
        let range = forest[scalar].textRange
        switch record.keySlot.map({ record.fields[$0].type }) {
        case .enumeration(let definition)?:
            if let item = definition.item(forest.text, range) { return identifiers.intern(definition.items[item].id) }
        case .scalar(let type)? where type.isWholeNumber:
            if let number = ScalarParsing.integer(forest.text[range]) { return identifiers.intern(String(number)) }
        default: break
        }
        return identifiers.intern(forest.text, range)
    }

    private mutating func readScalar(_ type: any ScalarType, _ field: FieldDefinition, _ node: YAMLNodeID) -> Fact {
        let target = forest.resolve(node)
        let written = forest[target]
        if type.isSecret, case let place = forest.place(of: target) { place.file.conceal(place.span) }
        do throws(Misread) {
            let payload =
                switch written.kind {
                case .scalar: try type.read(written, at: target, of: field, &self)
                case .mapping: try type.read(mapping: target, of: field, &self)
                case .sequence: try type.read(sequence: target, of: field, &self)
                case .alias: throw .wrongType
                }
            return Fact(state: .known, document: current, node: node, payload: payload)
        } catch {
            if error == .unknown { return Fact(state: .openlyUnknown, document: current, node: node) }
            if error == .wrongType { reportType(type, target) }
            return Fact(state: .invalid, document: current, node: node)
        }
    }

    /// Puts away a value that does not fit into the word of a fact.
    /// - Returns: the payload under which it is found again.
    package mutating func keep(_ value: Value) -> Int { tables.keep(value) }

    /// Whether two known facts of a type say the same.
    func isSame(_ a: Fact, _ b: Fact, _ type: FieldType) -> Bool {
        switch type {
        case .scalar(let type): return type.isSame(a, b, tables, forest)
        case .enumeration(let definition): return definition.isSame(a, b, tables, forest)
        // References are the same where their keys are; the records that they mean are found later.
        case .reference: return forest.written(a.node).elementsEqual(forest.written(b.node))
        case .record: return a.payload == b.payload
        case .list(let element):
            let (first, second) = (tables.elements[tables.elementRange(a.payload)], tables.elements[tables.elementRange(b.payload)])
            return first.count == second.count
                && zip(first, second).allSatisfy { $0.state == $1.state && ($0.state != .known || isSame($0, $1, element)) }
        }
    }

    // MARK: Messages

    mutating func reportType(_ type: FieldType, _ node: YAMLNodeID) {
        switch type {
        case .scalar(let type): reportType(type, node)
        case .enumeration(let definition): reportType(definition, node)
        case .record, .list, .reference: reportType(type.expectation, node) { _, _ in nil }
        }
    }

    /// Reports that there should be a value of a type.
    package mutating func reportType(_ type: any ScalarType, _ node: YAMLNodeID) {
        reportType(type.expectation, node, suggestion: type.suggestion)
    }

    private mutating func reportType(
        _ expected: Localized, _ node: YAMLNodeID, suggestion: (_ text: String, _ isQuoted: Bool) -> Localized?
    ) {
        let value = forest[node]
        let found: Localized
        var help: Localized?
        switch value.kind {
        case .mapping: found = Localized(zh: "一组键值", en: "a mapping")
        case .sequence: found = Localized(zh: "列表", en: "a list")
        case .alias, .scalar:
            let text = forest.string(node)
            let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
            found = Localized(zh: "文字“\(shown)”", en: "the text “\(shown)”")
            help = suggestion(text, value.style == .quoted)
        }
        report(.wrongType(expected: expected, found: found, suggestion: help), node)
    }
}
