import FEEL
import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    /// `otherwise`, `lastOf`, `latest` and `inverse`, which name other fields.
    func resolveLinks() {
        for draft in drafts {
            for written in draft.own {
                guard let slot = draft.definition.slot(named: written.id), case let field = draft.definition.fields[slot] else { continue }
                if let node = scalar("otherwise", of: written.value) { field.otherwise = otherwise(node, for: field) }
                if let node = scalar("lastOf", of: written.value) { field.lastOf = last(node, written.id, of: draft.definition) }
                if let node = scalar("latest", of: written.value) { field.latest = latest(node) }
                if let node = scalar("inverse", of: written.value) { field.inverse = inverse(node, field, of: draft.definition) }
            }
        }
        for draft in drafts { for written in draft.own { checkCircle(written, draft.definition) } }
    }

    /// The day of which another field of the record is the last.
    private func last(_ node: YAMLNodeID, _ id: String, of definition: RecordDefinition) -> Int? {
        guard let slot = field(node, .days, of: definition) else { return nil }
        if definition.fields[slot].id != id { definition.fields[slot].hasLast = true }
        return slot
    }

    /// `LIST.FIELD`: a list of the root, and a day in its records.
    private func latest(_ node: YAMLNodeID) -> FieldDefinition.Latest? {
        guard let text = reader.string(node) else { return nil }
        let parts = text.split(separator: ".").map(String.init)
        if parts.count == 2, let list = vocabulary.root.slot(named: parts[0]), let element = vocabulary.root.fields[list].type.listedRecord,
            let slot = element.slot(named: parts[1]), WantedField.days.fits(element.fields[slot])
        {
            return .init(list: list, field: slot)
        }
        report(.notLatest(text), node)
        return nil
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

    /// Where a field is absent, others are read, and where those are absent, the next: this must end.
    private func checkCircle(_ written: FieldDraft, _ definition: RecordDefinition) {
        guard let slot = definition.slot(named: written.id) else { return }
        let keys = ["otherwise", "lastOf", "latest"].compactMap { scalar($0, of: written.value) }
        guard let node = keys.first else { return }
        let first = definition.fields[slot]
        var seen: Set<ObjectIdentifier> = []
        func circle(_ field: FieldDefinition, of record: RecordDefinition, _ names: [String]) -> [String]? {
            for (name, next, owner) in successors(of: field, in: record) {
                if next === first { return names + [name] }
                // A circle further on is reported there.
                guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
                if let found = circle(next, of: owner, names + [name]) { return found }
            }
            return nil
        }
        if let names = circle(first, of: definition, [first.id]) { report(.circle(names), node) }
    }

    /// The fields that are read where a field is absent, as they are written, and the records that have them.
    private func successors(
        of field: FieldDefinition, in record: RecordDefinition
    ) -> [(name: String, field: FieldDefinition, record: RecordDefinition)] {
        var result: [(name: String, field: FieldDefinition, record: RecordDefinition)] = []
        if let path = field.otherwise {
            let owner = path.slots.dropLast().reduce(vocabulary.root) { $0.fields[$1].type.record ?? $0 }
            result.append((path.text, path.field(from: vocabulary.root), owner))
        }
        if let slot = field.lastOf { result.append((record.fields[slot].id, record.fields[slot], record)) }
        if let latest = field.latest, let element = vocabulary.root.fields[latest.list].type.listedRecord {
            result.append((element.fields[latest.field].id, element.fields[latest.field], element))
        }
        return result
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
