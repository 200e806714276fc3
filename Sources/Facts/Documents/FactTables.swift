package import FEEL
package import YAMLTree

/// The state of a field of a record.
package enum FactState: UInt8, Sendable {
    /// Nobody has said anything.
    case absent
    /// Somebody has said that it is not known.
    case openlyUnknown
    /// What was written makes no sense; it has been reported.
    case invalid
    /// Documents contradict each other; it has been reported.
    case contradicted
    /// Something that could not be used may state it, or state something else; that has been reported.
    case lost
    /// A list of which it is not known whether some of its records have ended on its day.
    case unsettled
    case known
}

/// What is known of a field of a record, or of an item of a list, in 16 bytes.
package struct Fact: Sendable {
    package var state: FactState
    /// The document that says so.
    package var document: UInt16
    /// Where it says so.
    package var node: YAMLNodeID
    /// One word of the value, which the field's type understands: the value itself, or where it is kept; of a record its number, of a list
    /// the number of its entry.
    package var payload: Int

    package init(state: FactState = .absent, document: UInt16 = 0, node: YAMLNodeID = YAMLNodeID(0), payload: Int = 0) {
        self.state = state
        self.document = document
        self.node = node
        self.payload = payload
    }
}

package struct RecordEntry: Sendable {
    /// The number of the record's definition.
    package var definition: Int32
    var firstFact: Int32
    /// The mapping that the record was first read from.
    package var node: YAMLNodeID
    package var document: UInt16
    /// The record that holds this one in a field, or in a list of a field; the root is its own owner.
    package var owner: Int32
    package var ownerSlot: Int16
}

struct ListEntry: Sendable {
    var start: Int32
    var count: Int32
}

/// All facts of a dossier in flat tables: records, their fields, lists.
package struct FactTables: Sendable {
    package internal(set) var records: [RecordEntry] = []
    /// The facts of all records; those of a record stand together, by the slots of its fields.
    var facts: [Fact] = []
    var lists: [ListEntry] = []
    var elements: [Fact] = []
    /// What is planned of fields, beside what is.
    package internal(set) var planned: [FieldRead: Fact] = [:]
    /// For a record of a field with `otherwise`, the record whose fields hold where its own are absent.
    var fallbacks: [Int: Int] = [:]
    /// For types of records of which nothing needs to be stated, by their numbers: one of which nothing is stated.
    var blanks: [Int: Int] = [:]
    /// Values that do not fit into the word of a fact.
    private var kept: [Value] = []

    /// Makes room for all facts that so many nodes can be.
    mutating func reserveCapacity(nodes: Int) {
        facts.reserveCapacity(nodes)
        elements.reserveCapacity(nodes / 8)
    }

    /// Says where a record is read from.
    mutating func setNode(_ node: YAMLNodeID, of record: Int) { records[record].node = node }

    /// - Parameter owner: the record that holds the new one, in the field at `slot`.
    mutating func addRecord(_ definition: RecordDefinition, node: YAMLNodeID, document: UInt16, owner: Int = 0, slot: Int = 0) -> Int {
        records.append(
            RecordEntry(
                definition: Int32(definition.number), firstFact: Int32(facts.count), node: node, document: document, owner: Int32(owner),
                ownerSlot: Int16(slot)))
        facts.append(contentsOf: repeatElement(Fact(), count: definition.fields.count))
        return records.count - 1
    }

    mutating func addList(_ items: some Collection<Fact>) -> Int {
        lists.append(ListEntry(start: Int32(elements.count), count: Int32(items.count)))
        elements.append(contentsOf: items)
        return lists.count - 1
    }

    /// Puts a value away.
    /// - Returns: the payload under which it is found again.
    mutating func keep(_ value: Value) -> Int {
        kept.append(value)
        return kept.count - 1
    }

    /// The value that was put away under a payload.
    package func value(kept payload: Int) -> Value { kept[payload] }

    /// Whether two facts say the same, whose values were put away.
    package func isSame(kept a: Fact, _ b: Fact) -> Bool {
        ComparisonOperator.equal.holds(kept[a.payload], kept[b.payload]) == true
    }

    /// Lets what is planned of a field, and what is, change places.
    mutating func exchangePlanned(_ slot: Int, of record: Int) {
        let (key, index) = (FieldRead(record: record, slot: slot), index(slot, of: record))
        let fact = facts[index]
        facts[index] = planned[key] ?? Fact()
        planned[key] = fact.state == .absent ? nil : fact
    }

    /// Once all is read: where nobody says what is, what is planned holds.
    mutating func fillFromPlans() {
        for (key, fact) in planned {
            let index = index(key.slot, of: key.record)
            if facts[index].state == .absent { facts[index] = fact }
        }
    }

    /// Where the fact of a field stands.
    /// - Parameter slot: the number of the field in the record's type.
    func index(_ slot: Int, of record: Int) -> Int { Int(records[record].firstFact) + slot }

    func elementRange(_ list: Int) -> Range<Int> {
        let entry = lists[list]
        return Int(entry.start)..<Int(entry.start + entry.count)
    }
}
