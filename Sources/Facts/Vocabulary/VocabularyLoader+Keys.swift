import SourceText
import YAMLTree

extension VocabularyLoader {
    /// Numbers all names that a key of a document can be, so that a document is read from numbers to fields.
    mutating func numberKeys() {
        var keys = KeyInterner()
        var slots: [[UInt32: Int16]] = Array(repeating: [:], count: vocabulary.records.count)
        for definition in vocabulary.records {
            for (slot, field) in definition.fields.enumerated() where field.isWritten {
                for (name, node) in names(of: field) {
                    let key = keys.intern(name)
                    if let other = slots[definition.number][key], other != slot {
                        report(.ambiguous(name, first: place(of: definition.fields[Int(other)], called: name)), node)
                    }
                    slots[definition.number][key] = Int16(slot)
                }
            }
        }
        checkHeader()
        for word in vocabulary.words.header + vocabulary.words.from.all + vocabulary.words.to.all { _ = keys.intern(word) }
        for definition in vocabulary.records {
            var table = [Int16](repeating: -1, count: keys.count)
            for (key, slot) in slots[definition.number] { table[Int(key)] = slot }
            definition.setKeyTable(table)
        }
        vocabulary.keys = keys
    }

    /// A document's head stands among the fields of its record.
    private func checkHeader() {
        let header = vocabulary.words.header
        let inFields = vocabulary.documentKinds.compactMap { $0.field.flatMap { vocabulary.root.fields[$0].type.record } }
        for definition in vocabulary.records where definition === vocabulary.root || inFields.contains(where: { $0 === definition }) {
            for (name, node) in definition.fields.flatMap(names) where header.contains(name) { report(.reservedWord(name), node) }
        }
    }

    private func names(of field: FieldDefinition) -> [(name: String, node: YAMLNodeID)] {
        fieldDrafts[ObjectIdentifier(field)].map { names($0.key, $0.value) } ?? []
    }

    private func place(of field: FieldDefinition, called name: String) -> SourcePlace {
        let all = names(of: field)
        return reader.forest.place(of: (all.first { $0.name == name } ?? all[0]).node)
    }
}
