import FEEL
import Facts
import Findings
import SourceText
import YAMLTree

/// Facts as reports name them.
extension FactStore {
    /// The record as a subject. A record that a field holds is told by the path to it; a record of a list within a record also by its owner.
    func subject(of record: Int) -> Subject {
        Subject(type: definition(of: record).id, key: key(of: record), label: name(of: record))
    }

    /// Missing facts as a reader needs them: what, where it would be written, and who supplies it.
    func describe(_ missing: [FieldRead]) -> [MissingFact] {
        var seen: Set<FactReference> = []
        return missing.flatMap(sources).map(missingFact).filter { seen.insert($0.fact).inserted }
    }

    /// The facts that are really missing behind one that has no value: what holds instead, or the list that it is the other side of.
    private func sources(of fact: FieldRead) -> [FieldRead] { origins(of: fact).flatMap(otherSide) }

    private func otherSide(of fact: FieldRead) -> [FieldRead] {
        guard let inverse = definition(of: fact.record).fields[fact.slot].inverse else {
            let isUnsettled = self.fact(fact.slot, of: fact.record).state == .unsettled
            return isUnsettled ? openEndings(fact.slot, of: fact.record) : [fact]
        }
        // The list is not known because it is not stated itself, or because a record does not say where it belongs.
        guard let records = records(inverse.list, of: Self.root) else {
            return otherSide(of: FieldRead(record: Self.root, slot: inverse.list))
        }
        let unsettled = records.filter { self.fact(inverse.reference, of: $0).state != .known }
        if !unsettled.isEmpty { return unsettled.map { FieldRead(record: $0, slot: inverse.reference) } }
        // Nothing can point at a record without a key.
        return [FieldRead(record: fact.record, slot: definition(of: fact.record).keySlot ?? fact.slot)]
    }

    private func missingFact(_ fact: FieldRead) -> MissingFact {
        let state: MissingFact.State =
            switch self.fact(fact.slot, of: fact.record).state {
            case .openlyUnknown: .openlyUnknown
            case .invalid, .contradicted: .unusable
            case .lost: .unread
            case .known where isPlanned(fact): .planned
            case .absent, .known, .unsettled: .absent
            }
        return MissingFact(reference(to: fact), supplier: definition(of: fact.record).fields[fact.slot].supplier, state: state)
    }

    func reference(to fact: FieldRead) -> FactReference {
        let field = definition(of: fact.record).fields[fact.slot]
        let (owner, path) = ownerAndPath(of: fact.record)
        return FactReference(
            record: subject(of: owner), path: (path + [field.id]).joined(separator: "."), label: label(of: fact), field: field.label,
            place: place(fact.slot, of: fact.record))
    }

    /// “第三组的人数”; of the root only the field.
    func label(of fact: FieldRead) -> Localized {
        let field = definition(of: fact.record).fields[fact.slot]
        guard fact.record != Self.root else { return field.label }
        let owner = name(of: fact.record)
        return Localized(zh: "\(owner.zh)的\(field.label.zh)", en: "\(field.label.en) of \(owner.en)")
    }

    /// The text of a value as it stands in a document; of a collection, its first line.
    func written(_ node: YAMLNodeID) -> String {
        let target = forest.resolve(node)
        if forest[target].kind == .scalar { return forest.string(target) }
        return forest.place(of: target).excerpt.map { String($0.line.drop { $0 == " " }) } ?? ""
    }

    /// A value for people: records by their names, long lists cut off. Nil for what says nothing by itself.
    func show(_ value: Value) -> Localized? {
        switch value {
        case .string(let text): return Localized(same: "“\(text)”")
        case .boolean(let flag): return vocabulary.words.label(of: flag)
        case .record(let record): return name(of: Int(record.index))
        case .list(let items):
            let shown = items.prefix(6).compactMap { show($0) }
            let more = items.count > 6 ? ", … (\(items.count))" : ""
            return Localized(
                zh: "[\(shown.map(\.zh).joined(separator: ", "))\(more)]", en: "[\(shown.map(\.en).joined(separator: ", "))\(more)]")
        case .context, .function, .null: return nil
        default: return Localized(same: value.description)
        }
    }
}
