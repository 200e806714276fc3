package import FEEL
import Quantities

/// What holds for a field of which nothing is stated, and which facts that comes from.
extension FactStore {
    /// The value of an absent field: the latest day of a list, the last day of another field, what holds for all, or nothing.
    func inherited(_ slot: Int, _ field: FieldDefinition, of record: Int) -> Value {
        if let latest = field.latest, let days = latestDay(latest) { return days }
        if let first = field.lastOf { return lastDay(first, of: record) }
        if let fallback = tables.fallbacks[record] { return value(slot: slot, of: fallback) }
        if let otherwise = field.otherwise { return value(at: otherwise, from: Self.root) }
        return .unknown
    }

    /// The last of the days that a field states: of several days of one event the last, otherwise the day itself.
    private func lastDay(_ slot: Int, of record: Int) -> Value {
        if hasAssumptions, record == Self.root, let assumed = assumptions[slot] { return assumed }
        let field = definition(of: record).fields[slot]
        let fact = self.fact(slot, of: record)
        if fact.state == .known, case .scalar(let type) = field.type { return type.lastValue(of: fact, in: self) }
        guard fact.state == .absent else { return .unknown }
        if let first = field.lastOf { return lastDay(first, of: record) }
        if let fallback = tables.fallbacks[record] { return lastDay(slot, of: fallback) }
        guard let otherwise = field.otherwise, let end = end(of: otherwise) else { return .unknown }
        return lastDay(end.slot, of: end.record)
    }

    /// The latest of the days in a field of a list's records; nil where no list is stated.
    private func latestDay(_ latest: FieldDefinition.Latest) -> Value? {
        let list = fact(latest.list, of: Self.root)
        guard list.state == .known else { return list.state == .absent ? nil : .unknown }
        let records = records(latest.list, of: Self.root) ?? []
        guard !records.isEmpty else { return nil }
        var (first, last): (CalendarDate?, CalendarDate?) = (nil, nil)
        var isOpen = false
        for record in records {
            let (lower, upper) = value(slot: latest.field, of: record).ends
            if let lower, first.map({ $0 < lower }) ?? true { first = lower }
            if let upper { if last.map({ $0 < upper }) ?? true { last = upper } } else { isOpen = true }
        }
        guard let last, !isOpen else { return first.map { .between(Bounds(lower: .date($0), upper: .null)) } ?? .unknown }
        if first == last { return .date(last) }
        return .between(Bounds(lower: first.map(Value.date) ?? .null, upper: .date(last)))
    }

    /// The record and the slot at the end of a path from the root, where the records on the way are stated.
    private func end(of path: FieldPath) -> FieldRead? {
        let (record, slot, _) = fact(at: path, from: Self.root)
        let definition = definition(of: record)
        let isEnd = path.slots.last == slot && definition.fields[slot] === path.field(from: vocabulary.root)
        return isEnd ? FieldRead(record: record, slot: slot) : nil
    }

    /// The facts that a field's value comes from: itself where anything is stated of it, otherwise what it takes over. Of a record that
    /// stands for all that say nothing of themselves, the list in which they would be.
    package func origins(of read: FieldRead) -> [FieldRead] {
        let field = definition(of: read.record).fields[read.slot]
        guard fact(read.slot, of: read.record).state == .absent else { return [read] }
        if let latest = field.latest, let records = records(latest.list, of: Self.root), !records.isEmpty {
            return records.flatMap { origins(of: FieldRead(record: $0, slot: latest.field)) }
        }
        if let first = field.lastOf { return origins(of: FieldRead(record: read.record, slot: first)) }
        if let fallback = tables.fallbacks[read.record] { return origins(of: FieldRead(record: fallback, slot: read.slot)) }
        if let otherwise = field.otherwise {
            let (record, slot, _) = fact(at: otherwise, from: Self.root)
            return origins(of: FieldRead(record: record, slot: slot))
        }
        guard isBlank(read.record) else { return [read] }
        return [FieldRead(record: Self.root, slot: Int(tables.records[read.record].ownerSlot))]
    }

    // MARK: Records of which nothing is stated

    /// A record of a type of which nothing is stated, so that only what holds for all holds for it; nil where the type takes nothing over.
    package func blank(_ definition: RecordDefinition) -> Record? {
        tables.blanks[definition.number].map { Record(source: self, index: $0) }
    }

    /// Whether a record is no record of the dossier, but stands for all that say nothing of themselves.
    package func isBlank(_ record: Int) -> Bool { tables.blanks[Int(tables.records[record].definition)] == record }
}

extension Value {
    /// The first and the last day that a value can be; nil where an end is not known.
    fileprivate var ends: (CalendarDate?, CalendarDate?) {
        switch self {
        case .date(let day): return (day, day)
        case .between(let bounds):
            func day(_ value: Value) -> CalendarDate? { if case .date(let day) = value { day } else { nil } }
            return (day(bounds.lower), day(bounds.upper))
        default: return (nil, nil)
        }
    }
}
