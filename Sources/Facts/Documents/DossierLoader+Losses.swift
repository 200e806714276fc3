import FEEL
import Quantities
import SourceText
import YAMLTree

extension DossierLoader {
    /// Notes that something is said of a field that could not be used: whatever else is said of it may be wrong.
    mutating func doubt(_ slot: Int, of record: Int, _ node: YAMLNodeID) {
        if let last = doubts.last, last.record == record, last.slot == slot, last.node == node { return }
        doubts.append(Doubt(record: record, slot: slot, isPlanned: isPlanned, node: node, document: current))
    }

    /// An unknown key most likely means the field that is suggested for it.
    mutating func doubt(named name: String?, of definition: RecordDefinition, _ record: Int, _ node: YAMLNodeID) {
        guard let name, let slot = definition.slot(written: name) else { return }
        doubt(slot, of: record, node)
    }

    /// Whatever lost documents may state is not known any more.
    mutating func lose(_ documents: [LostDocument]) {
        for document in documents {
            let side = document.kind.map { $0.plans ? Side.planned : .actual } ?? .both
            let slots = document.kind?.field.map { [$0] } ?? Array(vocabulary.root.fields.indices)
            for slot in slots {
                // A document that names another dossier would not be used.
                let isIdentity = vocabulary.identity.contains(slot) && tables.facts[tables.index(slot, of: FactStore.root)].state == .known
                if !isIdentity { _ = lose(slot, of: FactStore.root, side, unlessAfter: document.countsFrom) }
            }
        }
    }

    /// Fields of which something was said that could not be used are not known any more, unless a later document has said more.
    ///
    /// - Returns: what came of that.
    mutating func lose(_ doubts: some Sequence<Doubt>) -> [Loss] {
        var losses: [Loss] = []
        for doubt in doubts {
            let day = documents.indices.contains(Int(doubt.document)) ? documents[Int(doubt.document)].countsFrom : nil
            guard lose(doubt.slot, of: doubt.record, doubt.isPlanned ? .planned : .actual, unlessAfter: day, at: doubt.node) else {
                continue
            }
            // What stands for a value in several places is told once.
            let place = forest.place(of: doubt.node)
            guard !losses.contains(where: { $0.place == place }) else { continue }
            let definition = vocabulary.records[Int(tables.records[doubt.record].definition)]
            losses.append(Loss(piece: .entry(definition.fields[doubt.slot]), place: place))
        }
        return losses
    }

    /// What a piece can state of a field of which documents say both what is planned and what is.
    private enum Side {
        case planned, actual, both
    }

    /// - Parameters:
    ///   - day: what was lost is of this day, and does not change what a later document says.
    ///   - node: where it stands, if that is known.
    /// - Returns: whether anything is in doubt for that.
    private mutating func lose(
        _ slot: Int, of record: Int, _ side: Side, unlessAfter day: CalendarDate?, at node: YAMLNodeID? = nil
    ) -> Bool {
        let field = vocabulary.records[Int(tables.records[record].definition)].fields[slot]
        guard field.inverse == nil else { return false }
        let index = tables.index(slot, of: record)
        let fact = tables.facts[index]
        switch field.type {
        case .record(let inner) where fact.state == .known:
            var isAny = false
            for slot in inner.fields.indices where lose(slot, of: fact.payload, side, unlessAfter: day) { isAny = true }
            return isAny
        case .list(.record(let element)) where fact.state == .known || fact.state == .contradicted:
            for item in Array(tables.elements[tables.elementRange(fact.payload)]) {
                for slot in element.fields.indices { _ = lose(slot, of: item.payload, side, unlessAfter: day) }
            }
            // Lists grow together, so that one of an earlier day may hold what a later one does not.
            if field.isReplaced, isLater(fact, than: day) { return false }
            tables.facts[index] = lost(fact, at: node)
            return true
        default: break
        }
        var isAny = false
        if field.planning != nil, side != .actual, case let key = FieldRead(record: record, slot: slot),
            case let planned = tables.planned[key] ?? Fact(), !isLater(planned, than: day)
        {
            // Where it is known what is, the plan says nothing more.
            tables.planned[key] = lost(planned, at: node)
            isAny = fact.state == .absent
        }
        if field.planning == nil || side != .planned, !isLater(fact, than: day) {
            tables.facts[index] = lost(fact, at: node)
            isAny = true
        }
        return isAny
    }

    private func lost(_ fact: Fact, at node: YAMLNodeID?) -> Fact {
        Fact(state: .lost, document: fact.document, node: node ?? fact.node, payload: fact.payload)
    }

    private func isLater(_ fact: Fact, than day: CalendarDate?) -> Bool {
        guard let day, fact.state != .absent, let other = documents[Int(fact.document)].countsFrom else { return false }
        return other > day
    }
}

extension RecordDefinition {
    /// The field that a document calls by a name.
    fileprivate func slot(written name: String) -> Int? {
        fields.firstIndex { $0.inverse == nil && ($0.id == name || $0.label.zh == name || $0.aliases.contains(name)) }
    }
}
