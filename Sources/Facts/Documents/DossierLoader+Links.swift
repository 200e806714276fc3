import SourceText
import YAMLTree

extension DossierLoader {
    /// Once all documents are read: lists are brought into the order of their records' keys, references find their records, lists that are
    /// the other side of a reference are made, and required fields are looked for.
    mutating func link() {
        sortLists()
        for record in tables.records.indices { resolveReferences(of: record) }
        for definition in vocabulary.records {
            for (slot, field) in definition.fields.enumerated() {
                if let inverse = field.inverse { makeInverse(inverse, slot, of: definition) }
            }
        }
        for record in tables.records.indices { checkRequired(record) }
        makeFallbacks()
        makeBlanks()
    }

    /// Where a record is written in a field with `otherwise`, the other record's fields hold for those that it lacks.
    private mutating func makeFallbacks() {
        for definition in vocabulary.records {
            for (slot, field) in definition.fields.enumerated() {
                guard case .record = field.type, let path = field.otherwise else { continue }
                for record in tables.records.indices where tables.records[record].definition == Int32(definition.number) {
                    guard let own = inner(slot, of: record), let other = innerRecord(at: path), own != other else { continue }
                    bind(own, to: other)
                }
            }
        }
    }

    private mutating func bind(_ own: Int, to other: Int) {
        tables.fallbacks[own] = other
        let definition = vocabulary.records[Int(tables.records[own].definition)]
        for (slot, field) in definition.fields.enumerated() {
            guard case .record = field.type, let own = inner(slot, of: own), let other = inner(slot, of: other) else { continue }
            bind(own, to: other)
        }
    }

    /// The record at the end of a path from the root, where it is stated.
    private func innerRecord(at path: FieldPath) -> Int? {
        path.slots.reduce(Optional(FactStore.root)) { record, slot in record.flatMap { inner(slot, of: $0) } }
    }

    /// The record that a field holds.
    private func inner(_ slot: Int, of record: Int) -> Int? {
        let fact = tables.facts[tables.index(slot, of: record)]
        return fact.state == .known ? fact.payload : nil
    }

    /// For each list of the root whose records take over what holds for all, a record that says nothing of itself.
    private mutating func makeBlanks() {
        for (slot, field) in vocabulary.root.fields.enumerated() {
            guard let element = field.type.listedRecord, element.fields.contains(where: { $0.otherwise != nil }) else { continue }
            tables.blanks[element.number] = tables.addRecord(
                element, node: tables.records[FactStore.root].node, document: 0, owner: FactStore.root, slot: slot)
        }
    }

    /// Nothing may depend on the order in which somebody wrote the records of a list.
    private mutating func sortLists() {
        for record in tables.records.indices {
            let definition = vocabulary.records[Int(tables.records[record].definition)]
            for slot in definition.recordLists {
                let fact = tables.facts[tables.index(slot, of: record)]
                guard fact.state == .known else { continue }
                let range = tables.elementRange(fact.payload)
                // Most lists are written in their order.
                if isSorted(range) { continue }
                let keys = tables.elements[range].map { sortingKey(of: $0.payload) }
                let order = keys.indices.sorted { a, b in
                    naturallyPrecedes(keys[a], keys[b]) || !naturallyPrecedes(keys[b], keys[a]) && a < b
                }
                let elements = Array(tables.elements[range])
                for (position, index) in zip(range, order) { tables.elements[position] = elements[index] }
            }
        }
    }

    private func isSorted(_ elements: Range<Int>) -> Bool {
        var last: ArraySlice<UInt8>?
        for element in elements {
            let key = sortingKey(of: tables.elements[element].payload)
            if let last, naturallyPrecedes(key, last) { return false }
            last = key
        }
        return true
    }

    /// The text of a record's key, or of its name; of a record with neither, all of its text.
    private func sortingKey(of record: Int) -> ArraySlice<UInt8> {
        let definition = vocabulary.records[Int(tables.records[record].definition)]
        return written(definition.keySlot, of: record) ?? written(definition.nameSlot, of: record) ?? allText(of: record, definition)
    }

    /// The text of a known field that is a scalar.
    private func written(_ slot: Int?, of record: Int) -> ArraySlice<UInt8>? {
        guard let slot, case let fact = tables.facts[tables.index(slot, of: record)], fact.state == .known else { return nil }
        let value = forest[forest.resolve(fact.node)]
        return value.kind == .scalar ? forest.text[value.textRange] : nil
    }

    private func allText(of record: Int, _ definition: RecordDefinition) -> ArraySlice<UInt8> {
        let texts = definition.fields.indices.compactMap { slot -> ArraySlice<UInt8>? in
            // Which of its names a value was written by makes no difference.
            let fact = tables.facts[tables.index(slot, of: record)]
            guard case .enumeration(let enumeration) = definition.fields[slot].type, fact.state == .known else {
                return written(slot, of: record)
            }
            return Array(enumeration.items[fact.payload].id.utf8)[...]
        }
        return Array(texts.joined(separator: [0x1F]))[...]
    }

    private mutating func resolveReferences(of record: Int) {
        let definition = vocabulary.records[Int(tables.records[record].definition)]
        for slot in definition.references {
            guard case .reference(let list, let target) = definition.fields[slot].type else { continue }
            let index = tables.index(slot, of: record)
            let fact = tables.facts[index]
            guard fact.state == .known else { continue }
            let listIndex = tables.index(list, of: FactStore.root)
            if let found = keyed[listIndex]?[UInt32(fact.payload)] {
                tables.facts[index].payload = found
            } else if case let state = tables.facts[listIndex].state, state != .known {
                // Where the list itself is not known, nobody can say that the key is wrong.
                tables.facts[index].state = state == .lost ? .lost : .invalid
            } else {
                tables.facts[index].state = .invalid
                doubt(slot, of: record, fact.node)
                let name = forest.string(forest.resolve(fact.node))
                let keys = keyed[listIndex]?.keys.map { identifiers.name(of: $0) } ?? []
                report(.unknownReference(name, to: target.label, nearest: nearestName(to: name, among: keys.sorted())), fact.node)
            }
        }
    }

    private mutating func makeInverse(_ inverse: FieldDefinition.Inverse, _ slot: Int, of definition: RecordDefinition) {
        let list = tables.facts[tables.index(inverse.list, of: FactStore.root)]
        guard list.state == .known else { return }
        var pointing: [Int: [Fact]] = [:]
        for item in tables.elements[tables.elementRange(list.payload)] {
            let reference = tables.facts[tables.index(inverse.reference, of: item.payload)]
            // A record that may belong anywhere leaves every one of these lists open.
            guard reference.state == .known else { return }
            pointing[reference.payload, default: []].append(item)
        }
        // Nothing can point at a record without a key, so its list is not known to be empty.
        let keySlot = definition.keySlot
        for record in tables.records.indices where tables.records[record].definition == Int32(definition.number) {
            if let keySlot, tables.facts[tables.index(keySlot, of: record)].state != .known { continue }
            let index = tables.index(slot, of: record)
            tables.facts[index] = Fact(
                state: .known, document: list.document, node: list.node, payload: tables.addList(pointing[record] ?? []))
        }
    }

    private mutating func checkRequired(_ record: Int) {
        let definition = vocabulary.records[Int(tables.records[record].definition)]
        for slot in definition.required {
            let fact = tables.facts[tables.index(slot, of: record)]
            // What is stated not to be known is stated; but nobody can tell records apart by it.
            guard forest.isMissing(fact) || fact.state == .openlyUnknown && slot == definition.keySlot else { continue }
            report(.missingField(definition.fields[slot].label, of: definition.label), tables.records[record].node)
        }
    }
}

extension YAMLForest {
    /// Nothing is written, or nothing but an empty text.
    fileprivate func isMissing(_ fact: Fact) -> Bool {
        switch fact.state {
        case .absent: return true
        case .known:
            let value = self[resolve(fact.node)]
            return value.kind == .scalar && value.textRange.isEmpty
        case .openlyUnknown, .invalid, .contradicted, .lost, .unsettled: return false
        }
    }
}
