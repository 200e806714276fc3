import FEEL
import Quantities
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
    case known
}

/// A field of a record, or an item of a list, in 16 bytes.
package struct Slot: Sendable {
    package var state = FactState.absent
    /// The document that says so.
    package var document: UInt16 = 0
    /// Where it says so.
    package var node = YAMLNodeID(0)
    /// The value, by the field's type: a number, a day, two days, or an index into one of the tables.
    var payload: Int = 0
}

package struct RecordEntry: Sendable {
    /// The number of the record's definition.
    package var definition: Int32
    var firstSlot: Int32
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
    var slots: [Slot] = []
    var lists: [ListEntry] = []
    var elements: [Slot] = []
    var decimals: [Decimal] = []
    var durations: [Value] = []

    /// - Parameter owner: the record that holds the new one, in the field at `slot`.
    mutating func addRecord(_ definition: RecordDefinition, node: YAMLNodeID, document: UInt16, owner: Int = 0, slot: Int = 0) -> Int {
        records.append(
            RecordEntry(
                definition: Int32(definition.number), firstSlot: Int32(slots.count), node: node, document: document, owner: Int32(owner),
                ownerSlot: Int16(slot)))
        slots.append(contentsOf: repeatElement(Slot(), count: definition.fields.count))
        return records.count - 1
    }

    mutating func addList(_ items: some Collection<Slot>) -> Int {
        lists.append(ListEntry(start: Int32(elements.count), count: Int32(items.count)))
        elements.append(contentsOf: items)
        return lists.count - 1
    }

    func index(_ slot: Int, of record: Int) -> Int { Int(records[record].firstSlot) + slot }

    func elementRange(_ list: Int) -> Range<Int> {
        let entry = lists[list]
        return Int(entry.start)..<Int(entry.start + entry.count)
    }
}

/// The two days of a window in one word.
enum WindowPayload {
    static func pack(_ from: CalendarDate, _ to: CalendarDate) -> Int { (to.days << 32) | Int(UInt32(bitPattern: Int32(from.days))) }
    static func from(_ payload: Int) -> CalendarDate { CalendarDate(days: Int(Int32(truncatingIfNeeded: payload))) }
    static func to(_ payload: Int) -> CalendarDate { CalendarDate(days: payload >> 32) }
}
