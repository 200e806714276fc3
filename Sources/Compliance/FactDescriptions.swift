import FEEL
import Facts
import Findings
import SourceText
import YAMLTree

extension FactStore {
    /// Missing facts as a reader needs them: what, where it would be written, and who supplies it.
    func describe(_ missing: [FieldRead]) -> [MissingFactReport] {
        var seen: Set<String> = []
        return missing.flatMap { fact -> [MissingFactReport] in
            let field = definition(of: fact.record).fields[fact.slot]
            if let inverse = field.inverse {
                // The list is not known because it is not stated itself, or because a record does not say where it belongs.
                let root = FieldRead(record: Self.root, slot: inverse.list)
                guard let records = records(inverse.list, of: Self.root) else { return [report(root)] }
                return records.filter { slot(inverse.reference, of: $0).state != .known }
                    .map { report(FieldRead(record: $0, slot: inverse.reference)) }
            }
            if let otherwise = field.otherwise, slot(fact.slot, of: fact.record).state == .absent {
                // What holds instead is what is missing.
                let (record, slot, _) = self.fact(at: otherwise, from: Self.root)
                return [report(FieldRead(record: record, slot: slot))]
            }
            return [report(fact)]
        }
        .filter { seen.insert("\($0.place) \($0.label.zh)").inserted }
    }

    private func report(_ fact: FieldRead) -> MissingFactReport {
        let field = definition(of: fact.record).fields[fact.slot]
        let state: MissingFactReport.State =
            switch slot(fact.slot, of: fact.record).state {
            case .openlyUnknown: .openlyUnknown
            case .invalid, .contradicted: .unusable
            case .absent, .known: .absent
            }
        return MissingFactReport(
            label: label(of: fact), place: place(fact.slot, of: fact.record), supplier: field.supplier, field: field.label,
            state: state)
    }

    /// “第三选区的名额”; of the root only the field.
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
    func show(_ value: Value) -> String? {
        switch value {
        case .string(let text): return "“\(text)”"
        case .record(let record): return name(of: Int(record.index)).zh
        case .list(let items):
            let shown = items.prefix(6).compactMap { show($0) }
            return "[\(shown.joined(separator: ", "))\(items.count > 6 ? ", … (\(items.count))" : "")]"
        case .context, .function, .null: return nil
        default: return value.description
        }
    }
}
