package import FEEL
package import Quantities
package import SourceText
package import YAMLTree

/// Two documents that state different values for one fact.
package struct Contradiction: Sendable {
    package var record: Int
    package var slot: Int
    /// Whether it is about what is planned.
    package var isPlanned: Bool
    package var first: YAMLNodeID
    package var second: YAMLNodeID
    /// The fact of the second document, which a later one may supersede.
    var contender: Fact

    /// What is planned and what is are two facts.
    func isAbout(_ slot: Int, of record: Int, isPlanned: Bool) -> Bool {
        self.record == record && self.slot == slot && self.isPlanned == isPlanned
    }
}

/// What is known of one dossier: the records of all its documents, merged, and each fact's place.
package final class FactStore: RecordSource, @unchecked Sendable {
    package let vocabulary: Vocabulary
    package let forest: YAMLForest
    package let tables: FactTables
    package let documents: [DocumentEntry]
    package let contradictions: [Contradiction]
    /// What could not be used, so that facts are not known.
    package let losses: [Loss]
    /// The same without regard to what could not be used; nil where nothing was lost.
    package let readable: FactStore?
    /// Values of fields of the root that are assumed instead of what is known.
    let assumptions: [Int: Value]
    let hasAssumptions: Bool
    /// The fields, by the numbers of their record types and their slots, of which anything holds only because it is planned.
    let plannedFields: Set<[Int]>

    init(
        vocabulary: Vocabulary, forest: YAMLForest, tables: FactTables, documents: [DocumentEntry], contradictions: [Contradiction],
        losses: [Loss] = [], readable: FactStore? = nil, assumptions: [Int: Value] = [:]
    ) {
        self.vocabulary = vocabulary
        self.forest = forest
        self.tables = tables
        self.documents = documents
        self.contradictions = contradictions
        self.losses = losses
        self.readable = readable
        self.assumptions = assumptions
        hasAssumptions = !assumptions.isEmpty
        plannedFields = Set(
            tables.planned.compactMap { key, fact in
                guard tables.facts[tables.index(key.slot, of: key.record)].node == fact.node else { return nil }
                return [Int(tables.records[key.record].definition), key.slot]
            })
    }

    /// The same facts, but that some of them are in doubt: they are stated, and count as contradicted.
    package func doubting(_ doubted: [FieldRead]) -> FactStore {
        var tables = tables
        for fact in doubted where self.fact(fact.slot, of: fact.record).state == .known {
            tables.facts[tables.index(fact.slot, of: fact.record)].state = .contradicted
        }
        return FactStore(
            vocabulary: vocabulary, forest: forest, tables: tables, documents: documents, contradictions: contradictions,
            assumptions: assumptions)
    }

    package static let root = 0

    package var rootRecord: Record { Record(source: self, index: Self.root) }

    package func definition(of record: Int) -> RecordDefinition { vocabulary.records[Int(tables.records[record].definition)] }

    /// What is known of a field.
    /// - Parameter slot: the number of the field in the record's type.
    package func fact(_ slot: Int, of record: Int) -> Fact { tables.facts[tables.index(slot, of: record)] }

    package override func fieldNames(of record: Int) -> [String] { definition(of: record).fields.map(\.id) }

    package override func value(slot: Int, of record: Int) -> Value {
        if hasAssumptions, record == Self.root, let assumed = assumptions[slot] { return assumed }
        let field = definition(of: record).fields[slot]
        let fact = self.fact(slot, of: record)
        guard fact.state == .known else {
            return fact.state == .absent ? inherited(slot, field, of: record) : .unknown
        }
        return value(fact, field.type)
    }

    package override func number(slot: Int, of record: Int) -> Decimal? {
        let fact = self.fact(slot, of: record)
        guard fact.state == .known, case .scalar(let type) = definition(of: record).fields[slot].type, !hasAssumptions else { return nil }
        return type.number(of: fact)
    }

    /// The value at the end of a path; unknown where a part of it is.
    package func value(at path: FieldPath, from record: Int) -> Value {
        // What is assumed of a record on the way counts too.
        if hasAssumptions {
            return path.slots.reduce(.record(Record(source: self, index: record))) { value, slot in
                if case .record(let holder) = value { holder.source.value(slot: slot, of: Int(holder.index)) } else { .unknown }
            }
        }
        var record = record
        for slot in path.slots.dropLast() {
            let fact = self.fact(slot, of: record)
            guard fact.state == .known else { return .unknown }
            record = fact.payload
        }
        return value(slot: path.slots[path.slots.count - 1], of: record)
    }

    /// The last fact on a path that can be found, and the record and slot where it stands or would stand.
    package func fact(at path: FieldPath, from record: Int) -> (record: Int, slot: Int, fact: Fact) {
        var record = record
        for slot in path.slots.dropLast() {
            let fact = self.fact(slot, of: record)
            guard fact.state == .known else { return (record, slot, fact) }
            record = fact.payload
        }
        let last = path.slots[path.slots.count - 1]
        return (record, last, self.fact(last, of: record))
    }

    private func value(_ fact: Fact, _ type: FieldType) -> Value {
        switch type {
        case .scalar(let type): return type.value(of: fact, in: self)
        case .enumeration(let definition): return definition.value(of: fact, in: self)
        case .record, .reference: return .record(Record(source: self, index: fact.payload))
        case .list(let element):
            let items = tables.elements[tables.elementRange(fact.payload)]
            if case .record = element { return .list(items.map { .record(Record(source: self, index: $0.payload)) }) }
            return .list(items.map { $0.state == .known ? value($0, element) : .unknown })
        }
    }

    /// The records of a list field, by index; nil where the list is not known.
    package func records(_ slot: Int, of record: Int) -> [Int]? {
        let fact = self.fact(slot, of: record)
        guard fact.state == .known else { return nil }
        return tables.elements[tables.elementRange(fact.payload)].map(\.payload)
    }

    // MARK: Names and places

    /// What tells a record from others of its type, whatever the order and the place in which it was written: its key, or its name, or all
    /// of its text where it has neither. Nil for the root.
    package func key(of record: Int) -> String? {
        guard record != Self.root else { return nil }
        let entry = tables.records[record]
        let (owner, slot) = (Int(entry.owner), Int(entry.ownerSlot))
        let field = definition(of: owner).fields[slot]
        guard case .list = field.type else { return [key(of: owner), field.id].compactMap { $0 }.joined(separator: "/") }
        let own = ownKey(of: record)
        return owner == Self.root ? own : [key(of: owner), own].compactMap { $0 }.joined(separator: "/")
    }

    /// A text as a part of a key. Of an identity number nobody sees the digits, and two of them are still two.
    private func identifying(_ text: String) -> String {
        let masked = IdentityNumber.masked(text)
        guard masked != text else { return text }
        let hash = text.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return "\(masked)#\(String(hash, radix: 16))"
    }

    private func ownKey(of record: Int) -> String {
        let definition = definition(of: record)
        func text(_ slot: Int) -> String? {
            let fact = self.fact(slot, of: record)
            guard fact.state == .known, forest[forest.resolve(fact.node)].kind == .scalar else { return nil }
            // A value that has several names is told by one of them, whichever was written.
            if case .enumeration(let enumeration) = definition.fields[slot].type { return enumeration.items[fact.payload].id }
            return identifying(forest.string(forest.resolve(fact.node)))
        }
        for slot in [definition.keySlot, definition.nameSlot].compactMap({ $0 }) { if let text = text(slot) { return text } }
        return definition.fields.indices.compactMap { slot in text(slot).map { "\(definition.fields[slot].id)=\($0)" } }.joined(
            separator: ",")
    }

    /// The nearest record that a list holds, or the root, and the fields from there to a record.
    package func ownerAndPath(of record: Int) -> (owner: Int, path: [String]) {
        var (current, path): (Int, [String]) = (record, [])
        while current != Self.root {
            let entry = tables.records[current]
            let field = definition(of: Int(entry.owner)).fields[Int(entry.ownerSlot)]
            if case .list = field.type { break }
            path.insert(field.id, at: 0)
            current = Int(entry.owner)
        }
        return (current, path)
    }

    /// What a record is called: its name, such as “第三选区”; where only a key tells it from others, the label and the key, “选区 03”.
    package func name(of record: Int) -> Localized {
        let definition = definition(of: record)
        guard record != Self.root else { return definition.label }
        func text(_ slot: Int?) -> Localized? {
            guard let slot, case let fact = self.fact(slot, of: record), fact.state == .known else { return nil }
            if case .enumeration(let enumeration) = definition.fields[slot].type { return enumeration.items[fact.payload].label }
            return Localized(same: IdentityNumber.masked(forest.string(forest.resolve(fact.node))))
        }
        if definition.nameSlot != definition.keySlot, let name = text(definition.nameSlot) { return name }
        guard let key = text(definition.keySlot) else { return definition.label }
        return Localized(zh: "\(definition.label.zh) \(key.zh)", en: "\(definition.label.en) \(key.en)")
    }

    /// Where a fact stands, or where it would stand: the record that lacks it.
    package func place(_ slot: Int, of record: Int) -> SourcePlace {
        let fact = self.fact(slot, of: record)
        guard fact.state != .absent, fact.node.index != 0 else {
            let read = FieldRead(record: record, slot: slot)
            guard let origin = origins(of: read).first, origin != read else { return place(of: record) }
            return place(origin.slot, of: origin.record)
        }
        // Of what spans lines, the key is shown.
        let node = forest[fact.node]
        let isBlock = node.style == .block && node.kind != .scalar && node.kind != .alias
        return forest.place(of: isBlock ? YAMLNodeID(Int(fact.node.index) - 1) : fact.node)
    }

    /// Where a record begins.
    package func place(of record: Int) -> SourcePlace {
        var place = forest.place(of: tables.records[record].node)
        let text = forest[tables.records[record].node]
        if text.kind == .mapping, text.style == .block { place.span.end = place.span.start }
        return place
    }
}
