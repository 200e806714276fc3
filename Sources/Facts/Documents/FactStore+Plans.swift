package import FEEL
package import Quantities
package import YAMLTree

/// A fact of which documents say both what was planned and what is, and the two differ.
package struct Deviation: Sendable {
    package var fact: FieldRead
    /// Where the plan is written.
    package var planned: YAMLNodeID
    /// Where it is written what is.
    package var actual: YAMLNodeID
}

/// What is planned, beside what is.
extension FactStore {
    /// Whether anything holds only because it is planned.
    package var hasPlanned: Bool { !plannedFields.isEmpty }

    /// Whether a field of any record, or what it takes over, holds only because it is planned.
    package func mayBePlanned(_ slot: Int, of record: RecordDefinition) -> Bool {
        let field = record.fields[slot]
        if plannedFields.contains([record.number, slot]) { return true }
        if let first = field.lastOf, mayBePlanned(first, of: record) { return true }
        if let path = field.otherwise {
            let owner = path.slots.dropLast().reduce(vocabulary.root) { $0.fields[$1].type.record ?? $0 }
            if mayBePlanned(path.slots[path.slots.count - 1], of: owner) { return true }
        }
        guard let latest = field.latest, let element = vocabulary.root.fields[latest.list].type.listedRecord else { return false }
        return mayBePlanned(latest.field, of: element)
    }

    /// Whether it is open which records a list holds, because one ended on a day that is not known well enough.
    package var hasUnsettledLists: Bool { tables.facts.contains { $0.state == .unsettled } }

    /// Whether a field's value is only planned: nobody has said what is.
    package func isPlanned(_ read: FieldRead) -> Bool {
        guard hasPlanned, let planned = tables.planned[read] else { return false }
        if hasAssumptions, read.record == Self.root, assumptions[read.slot] != nil { return false }
        let fact = self.fact(read.slot, of: read.record)
        return fact.state == .known && fact.node == planned.node
    }

    /// Whether the day of a fact that is only planned is past, so that somebody should be able to say what happened.
    package func isOverdue(_ read: FieldRead, on day: CalendarDate) -> Bool {
        let field = definition(of: read.record).fields[read.slot]
        guard isPlanned(read), field.planning == .untilItsDay, case .scalar(let type) = field.type else { return false }
        switch type.lastValue(of: fact(read.slot, of: read.record), in: self) {
        case .date(let planned): return planned < day
        case .between(let bounds): if case .date(let last) = bounds.upper { return last < day } else { return false }
        default: return false
        }
    }

    /// Facts that did not come as they were planned. A day within the days that were planned is no difference.
    package var deviations: [Deviation] {
        tables.planned.compactMap { read, planned in
            let actual = fact(read.slot, of: read.record)
            guard planned.state == .known, actual.state == .known, actual.node != planned.node,
                case .scalar(let type) = definition(of: read.record).fields[read.slot].type,
                !type.isSame(planned, actual, tables, forest), type.narrower(planned, actual) == nil
            else { return nil }
            return Deviation(fact: read, planned: planned.node, actual: actual.node)
        }.sorted { ($0.fact.record, $0.fact.slot) < ($1.fact.record, $1.fact.slot) }
    }
}
