import FEEL
import SourceText
import YAMLTree

extension DossierLoader {
    /// Reads a mapping into a record that exists already.
    mutating func read(_ node: YAMLNodeID, as definition: RecordDefinition, into record: Int, skipping skipped: [String] = []) {
        let mapping = forest.resolve(node)
        guard forest[mapping].kind == .mapping else {
            reportType(.record(definition), mapping)
            return
        }
        var key = mapping.next
        let end = YAMLNodeID(Int(forest[mapping].link))
        while key < end {
            let value = key.next
            if forest[key].kind == .scalar {
                let number = Int(forest[key].link)
                let slot = number < definition.slotOfKey.count ? Int(definition.slotOfKey[number]) : -1
                if slot >= 0 {
                    readField(slot, of: definition, record: record, value, key: key, mapping: mapping)
                } else if case let name = forest.keyName(key), !skipped.contains(name) {
                    readUnknown(name, key, of: definition, record)
                }
            }
            key = forest.after(value)
        }
    }

    /// A key that is none of a record's fields. A merge key has been reported, and would state whatever the record does not.
    private mutating func readUnknown(_ name: String, _ key: YAMLNodeID, of definition: RecordDefinition, _ record: Int) {
        if name == "<<" {
            for slot in definition.fields.indices { doubt(slot, of: record, key) }
        } else {
            let nearest = nearestName(to: name, among: definition.writtenNames)
            report(.unknownKey(name, of: definition.label, nearest: nearest), key)
            doubt(named: nearest, of: definition, record, key)
        }
    }

    /// Reads the value of a field, and merges it with what other documents say of the same fact.
    mutating func readField(
        _ slot: Int, of definition: RecordDefinition, record: Int, _ node: YAMLNodeID, key: YAMLNodeID? = nil, mapping: YAMLNodeID? = nil
    ) {
        guard spend(node) else { return }
        let field = definition.fields[slot]
        if !isPlanned, field.planning != nil, Int(current) < documents.count, documents[Int(current)].kind.plans {
            // What is planned is read, and merged, beside what is.
            isPlanned = true
            tables.exchangePlanned(slot, of: record)
            readField(slot, of: definition, record: record, node, key: key, mapping: mapping)
            tables.exchangePlanned(slot, of: record)
            isPlanned = false
            return
        }
        let index = tables.index(slot, of: record)
        let value = forest.resolve(node)
        let old = tables.facts[index]
        // The same field under two of its names, such as `seats` and `名额`.
        if old.state != .absent, old.document == current, let mapping, let key, mapping < old.node, old.node < key {
            // The same word twice has been reported as a duplicate key.
            let isOtherWord = forest[YAMLNodeID(Int(old.node.index) - 1)].link != forest[key].link
            if isOtherWord { report(.fieldTwice(field.label, first: forest.place(of: old.node)), key) }
            doubt(slot, of: record, node)
            return
        }
        // Nothing is stated where nothing is written; that a value is not known is stated, and later than what was said before, withdraws it.
        if forest.isNull(value) { return }
        if forest.isAny(of: unknownWords, value) {
            if old.state == .absent || supersedes(Int(current), Int(old.document)) {
                tables.facts[index] = Fact(state: .openlyUnknown, document: current, node: node)
                keyed[index] = nil
                contradictions.removeAll { $0.record == record && $0.slot == slot }
            }
            return
        }
        switch field.type {
        case .record(let inner):
            guard forest[value].kind == .mapping else {
                reportType(field.type, value)
                if old.state == .absent { tables.facts[index] = Fact(state: .invalid, document: current, node: node) }
                doubt(slot, of: record, node)
                return
            }
            if old.state != .known {
                let added = tables.addRecord(inner, node: node, document: current, owner: record, slot: slot)
                tables.facts[index] = Fact(state: .known, document: current, node: node, payload: added)
            }
            read(value, as: inner, into: tables.facts[index].payload)
        case .list(.record(let element)):
            readRecords(element, slot, of: definition, in: record, node)
        case .list(let element):
            guard let list = readList(element, field, node) else {
                if old.state == .absent { tables.facts[index] = Fact(state: .invalid, document: current, node: node) }
                doubt(slot, of: record, node)
                return
            }
            merge(Fact(state: .known, document: current, node: node, payload: list), into: index, field, slot, record)
        default:
            let fact = readScalar(field.type, field, node)
            // What makes no sense says at least that what was said before may be no longer so.
            if fact.state != .known { doubt(slot, of: record, node) }
            if fact.state == .known || old.state == .absent { merge(fact, into: index, field, slot, record) }
        }
    }

    // MARK: Lists

    private mutating func readList(_ element: FieldType, _ field: FieldDefinition, _ node: YAMLNodeID) -> Int? {
        let sequence = forest.resolve(node)
        guard forest[sequence].kind == .sequence else {
            reportType(field.type, sequence)
            return nil
        }
        let slots = forest.items(of: sequence).map { child -> Fact in
            guard spend(child) else { return Fact(state: .invalid, document: current, node: child) }
            let value = forest.resolve(child)
            return forest.isNull(value) || forest.isAny(of: unknownWords, value)
                ? Fact(state: .openlyUnknown, document: current, node: child) : readScalar(element, field, child)
        }
        return tables.addList(slots)
    }

    /// Reads a list of records. Records with the same key, in an earlier document, are the same record.
    private mutating func readRecords(
        _ element: RecordDefinition, _ slot: Int, of definition: RecordDefinition, in owner: Int, _ node: YAMLNodeID
    ) {
        let field = definition.fields[slot]
        let index = tables.index(slot, of: owner)
        let sequence = forest.resolve(node)
        guard forest[sequence].kind == .sequence else {
            reportType(field.type, sequence)
            if tables.facts[index].state == .absent { tables.facts[index] = Fact(state: .invalid, document: current, node: node) }
            doubt(slot, of: owner, node)
            return
        }
        let old = tables.facts[index]
        var items: [Fact] = old.holdsItems && !field.isReplaced ? Array(tables.elements[tables.elementRange(old.payload)]) : []
        var byKey = keyed[index] ?? [:]
        var added: Set<Int> = []
        var child = sequence.next
        let end = YAMLNodeID(Int(forest[sequence].link))
        while child < end {
            defer { child = forest.after(child) }
            guard spend(child) else { break }
            let mapping = forest.resolve(child)
            guard forest[mapping].kind == .mapping else {
                // Nobody can say what the list lacks.
                reportType(.record(element), mapping)
                doubt(slot, of: owner, child)
                continue
            }
            let key = keyNode(of: mapping, element).map { identifier($0, of: element) }
            var record: Int
            if let key, let known = byKey[key] {
                record = known
                if tables.records[known].document == current, added.contains(known) {
                    let name = forest.string(keyNode(of: mapping, element) ?? mapping)
                    report(.duplicateRecord(name, of: element.label, first: forest.place(of: tables.records[known].node)), child)
                    // Which of the two is right is as open as whether one of them is another record.
                    doubt(slot, of: owner, child)
                    continue
                }
                if field.isReplaced { items.append(Fact(state: .known, document: current, node: child, payload: known)) }
            } else {
                record = tables.addRecord(element, node: child, document: current, owner: owner, slot: slot)
                items.append(Fact(state: .known, document: current, node: child, payload: record))
                if let key { byKey[key] = record }
            }
            added.insert(record)
            read(mapping, as: element, into: record)
        }
        if field.isReplaced {
            let kept = Set(items.map(\.payload))
            byKey = byKey.filter { kept.contains($0.value) }
        }
        keyed[index] = byKey
        let state = noteEmptiness(of: slot, of: owner, old, node, isEmpty: sequence.next == end && !field.isReplaced)
        tables.facts[index] = Fact(
            state: state, document: current, node: old.holdsItems && state == .known ? old.node : node, payload: tables.addList(items))
    }

    /// A list that is stated to be empty where records of it are known contradicts them, whichever is later: records end, and do not vanish.
    ///
    /// - Returns: the state of the list then. A later one that is not empty agrees with the records again.
    private mutating func noteEmptiness(
        of slot: Int, of owner: Int, _ old: Fact, _ node: YAMLNodeID, isEmpty: Bool
    ) -> FactState {
        let isNoted = old.state == .contradicted
        let hasOpen = old.holdsItems && tables.elements[tables.elementRange(old.payload)].contains { !isEnded($0.payload, slot, of: owner) }
        if isEmpty, !isNoted, hasOpen {
            contradictions.append(contradiction(old, Fact(state: .known, document: current, node: node), slot, owner))
            return .contradicted
        }
        guard isNoted else { return .known }
        if isEmpty || !supersedes(Int(current), Int(old.document)) { return .contradicted }
        let isPlanned = isPlanned
        contradictions.removeAll { $0.isAbout(slot, of: owner, isPlanned: isPlanned) }
        return .known
    }

    /// Whether something is said of the end of a list's record.
    private func isEnded(_ item: Int, _ slot: Int, of owner: Int) -> Bool {
        let field = vocabulary.records[Int(tables.records[owner].definition)].fields[slot]
        return field.ends.map { tables.facts[tables.index($0.slots[0], of: item)].state != .absent } ?? false
    }

    /// The scalar that holds the key of a record.
    private func keyNode(of mapping: YAMLNodeID, _ definition: RecordDefinition) -> YAMLNodeID? {
        guard let keySlot = definition.keySlot else { return nil }
        var key = mapping.next
        let end = YAMLNodeID(Int(forest[mapping].link))
        while key < end {
            let number = Int(forest[key].link)
            if forest[key].kind == .scalar, number < definition.slotOfKey.count, Int(definition.slotOfKey[number]) == keySlot {
                let value = forest.resolve(key.next)
                return forest[value].kind == .scalar && !forest.isNull(value) ? value : nil
            }
            key = forest.after(key.next)
        }
        return nil
    }

    // MARK: Merging

    /// Puts a fact in its place: the first one said stays, unless a later snapshot says otherwise; anything else that differs is a contradiction.
    private mutating func merge(_ new: Fact, into index: Int, _ field: FieldDefinition, _ slot: Int, _ record: Int) {
        let old = tables.facts[index]
        switch old.state {
        case .absent, .openlyUnknown, .invalid, .lost, .unsettled:
            tables.facts[index] = new
        case .known where isSame(old, new, field.type):
            if supersedes(Int(new.document), Int(old.document)) { tables.facts[index] = new }
        case .known, .contradicted:
            if supersedes(Int(new.document), Int(old.document)) {
                tables.facts[index] = new
                let isPlanned = isPlanned
                contradictions.removeAll { $0.isAbout(slot, of: record, isPlanned: isPlanned) }
            } else if old.state == .known, case .scalar(let type) = field.type, let narrower = type.narrower(old, new) {
                tables.facts[index] = narrower
            } else {
                contradict(old, new, at: index, field, slot, record)
            }
        }
    }

    /// Notes a contradiction. A later snapshot takes the place of the one that contradicted, and may agree with the first again.
    private mutating func contradict(_ old: Fact, _ new: Fact, at index: Int, _ field: FieldDefinition, _ slot: Int, _ record: Int) {
        tables.facts[index].state = .contradicted
        let noted = contradictions.firstIndex { $0.isAbout(slot, of: record, isPlanned: isPlanned) }
        guard let noted, supersedes(Int(new.document), Int(contradictions[noted].contender.document)) else {
            if !isSame(old, new, field.type) {
                contradictions.append(contradiction(old, new, slot, record))
            }
            return
        }
        contradictions.remove(at: noted)
        if isSame(old, new, field.type) {
            if !contradictions.contains(where: { $0.isAbout(slot, of: record, isPlanned: isPlanned) }) {
                tables.facts[index].state = .known
            }
        } else {
            contradictions.append(contradiction(old, new, slot, record))
        }
    }

    private func contradiction(_ old: Fact, _ new: Fact, _ slot: Int, _ record: Int) -> Contradiction {
        Contradiction(record: record, slot: slot, isPlanned: isPlanned, first: old.node, second: new.node, contender: new)
    }

    private func supersedes(_ new: Int, _ old: Int) -> Bool {
        guard new < documents.count, old < documents.count, documents[new].kind.supersedes, documents[old].kind.supersedes,
            let later = documents[new].asOf, let earlier = documents[old].asOf
        else { return false }
        return later > earlier
    }
}

extension Fact {
    /// It is a list of records, whether or not it is certain which.
    fileprivate var holdsItems: Bool { state == .known || state == .contradicted }
}

extension YAMLForest {
    /// Nothing is written, or that there is nothing; a text of spaces alone is nothing too.
    func isNull(_ node: YAMLNodeID) -> Bool {
        let value = self[node]
        guard value.kind == .scalar else { return false }
        if value.textRange.count < 10, string(node).allSatisfy(\.isWhitespace) { return true }
        guard value.style == .plain else { return false }
        return value.tag == .null || value.tag == .none && ScalarParsing.isNull(text[value.textRange])
    }

    /// Whether a node is one of some words.
    fileprivate func isAny(of words: [String], _ node: YAMLNodeID) -> Bool {
        guard self[node].kind == .scalar else { return false }
        let written = text[self[node].textRange]
        return words.contains { written.count == $0.utf8.count && written.elementsEqual($0.utf8) }
    }
}
