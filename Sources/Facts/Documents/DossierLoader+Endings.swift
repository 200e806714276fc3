package import FEEL
import Quantities
import YAMLTree

extension DossierLoader {
    /// Lists whose records can end hold those that have not ended on the list's day: that of its event, else the day on which the dossier is
    /// looked at. A record no longer belongs to its list on the day on which it ended.
    ///
    /// - Parameter day: nil: whatever has ended is left out.
    mutating func endRecords(on day: CalendarDate?) {
        for list in settledLists(day) {
            if let items = list.items {
                tables.facts[list.index].payload = tables.addList(items)
            } else {
                tables.facts[list.index].state = .unsettled
            }
        }
    }

    /// The lists that change, with what they hold then; nil where that is not known.
    private func settledLists(_ day: CalendarDate?) -> [(index: Int, items: [Fact]?)] {
        guard vocabulary.records.contains(where: { !$0.endingLists.isEmpty }) else { return [] }
        let facts = store()
        return tables.records.indices.flatMap { record in
            let definition = vocabulary.records[Int(tables.records[record].definition)]
            return definition.endingLists.compactMap { slot -> (index: Int, items: [Fact]?)? in
                let index = tables.index(slot, of: record)
                let field = definition.fields[slot]
                guard tables.facts[index].state == .known, let ends = field.ends else { return nil }
                let days = field.stateOn.map { facts.value(at: $0, from: FactStore.root).possibleDays } ?? day.map { $0...$0 }
                let isAnyDay = field.stateOn == nil && day == nil
                var isOpen = false
                let items = tables.elements[tables.elementRange(tables.facts[index].payload)]
                let kept = items.filter { item in
                    switch facts.ending(of: item.payload, at: ends) {
                    case .none: return true
                    case .on(let end):
                        if isAnyDay { return false }
                        if let days, days.upperBound < end { return true }
                        if let days, end <= days.lowerBound { return false }
                    case .unclear: break
                    }
                    isOpen = true
                    return true
                }
                if isOpen { return (index, nil) }
                return kept.count < items.count ? (index, Array(kept)) : nil
            }
        }
    }
}

extension FactStore {
    enum Ending {
        case none
        case on(CalendarDate)
        /// Something is said of an end, but not of its day.
        case unclear
    }

    /// When a record has ended.
    func ending(of record: Int, at path: FieldPath) -> Ending {
        let first = fact(path.slots[0], of: record)
        switch first.state {
        case .absent: return .none
        case .openlyUnknown: return .unclear
        default:
            if case .date(let date) = value(at: path, from: record) { return .on(date) }
            return .unclear
        }
    }

    /// The facts that would say whether records of an unsettled list have ended on its day.
    package func openEndings(_ slot: Int, of record: Int) -> [FieldRead] {
        let field = definition(of: record).fields[slot]
        guard let ends = field.ends else { return [] }
        let items = tables.elements[tables.elementRange(fact(slot, of: record).payload)]
        let unclear = items.compactMap { item -> FieldRead? in
            guard case .unclear = ending(of: item.payload, at: ends) else { return nil }
            return read(ends, in: item.payload)
        }
        return unclear.isEmpty ? (field.stateOn.map { [read($0, in: Self.root)] } ?? []) : unclear
    }
}

extension Value {
    /// The days that a day can be; nil where nothing is known of it.
    fileprivate var possibleDays: ClosedRange<CalendarDate>? {
        switch self {
        case .date(let date): date...date
        case .between(let bounds):
            if case .date(let from) = bounds.lower, case .date(let to) = bounds.upper { from...to } else { nil }
        default: nil
        }
    }
}
