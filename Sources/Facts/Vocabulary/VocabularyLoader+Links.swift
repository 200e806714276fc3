import FEEL
import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    /// `otherwise` and `inverse`, which name other fields.
    func resolveLinks() {
        for draft in drafts {
            for written in draft.own {
                guard let slot = draft.definition.slot(named: written.id), case let field = draft.definition.fields[slot] else { continue }
                if let node = scalar("otherwise", of: written.value) { field.otherwise = otherwise(node, for: field) }
                if let node = scalar("inverse", of: written.value) { field.inverse = inverse(node, field, of: draft.definition) }
            }
        }
        for draft in drafts { for written in draft.own { checkCircle(written, draft.definition) } }
    }

    private func otherwise(_ node: YAMLNodeID, for field: FieldDefinition) -> FieldPath? {
        guard let path = path(node), case let other = path.field(from: vocabulary.root) else { return nil }
        let wanted = field.type.description
        if field.type.takes(other.type), field.unit?.dimension == other.unit?.dimension { return path }
        let type = other.type.description
        let fitting = vocabulary.root.fields.filter { $0 !== field && field.type.takes($0.type) }.map(\.id)
        report(.wrongType(path.text, is: type, expected: wanted, fitting: fitting), node)
        return nil
    }

    /// Where a field is absent, another is read, and where that is absent, the next: this must end.
    private func checkCircle(_ written: FieldDraft, _ definition: RecordDefinition) {
        guard let slot = definition.slot(named: written.id), let node = scalar("otherwise", of: written.value) else { return }
        let first = definition.fields[slot]
        var (field, names, seen) = (first, [first.id], Set([ObjectIdentifier(first)]))
        while let path = field.otherwise {
            field = path.field(from: vocabulary.root)
            names.append(path.text)
            if field === first { return report(.circle(names), node) }
            // A circle further on is reported there.
            guard seen.insert(ObjectIdentifier(field)).inserted else { return }
        }
    }

    /// `LIST.FIELD`: a list of the root, and a field of its records that refers to this record type.
    private func inverse(_ node: YAMLNodeID, _ field: FieldDefinition, of definition: RecordDefinition) -> FieldDefinition.Inverse? {
        guard let text = reader.string(node) else { return nil }
        let parts = text.split(separator: ".").map(String.init)
        if parts.count == 2, let list = vocabulary.root.slot(named: parts[0]), let element = vocabulary.root.fields[list].type.listedRecord,
            let reference = element.slot(named: parts[1]), case .reference(_, let target) = element.fields[reference].type,
            target === definition, field.type.listedRecord === element
        {
            return .init(list: list, reference: reference)
        }
        report(.notInverse(text, to: definition.label), node)
        return nil
    }
}

extension FieldType {
    /// Whether the values of another type can stand for those of this one: the same type, a day for a window, a whole number for a number.
    fileprivate func takes(_ other: FieldType) -> Bool {
        switch (self, other) {
        case (.scalar(let own), .scalar(let other)):
            switch (own.expressionType(unit: nil), other.expressionType(unit: nil)) {
            case (.number, .number): !own.isWholeNumber || other.isWholeNumber
            case (.window, .date): true
            default: own.id == other.id
            }
        case (.enumeration(let own), .enumeration(let other)): own === other
        case (.record(let own), .record(let other)): own === other
        case (.reference(let own, _), .reference(let other, _)): own == other
        case (.list(let own), .list(let other)): own.takes(other)
        default: false
        }
    }
}
