import FEEL
import Facts
import SourceText
import YAMLTree

/// What a check found: where its test does not hold.
struct DataFinding {
    /// The record that it is about; nil for the dossier.
    var record: Int?
    /// The facts that do not go together, the first to be looked at first.
    var facts: [FieldRead] = []
    /// The facts that decide nothing while this stands.
    var doubted: [FieldRead] = []
    /// The finding is about the first fact alone, one of several that are checked in the same way.
    var isAboutFact = false
    /// What was found, besides the values of the facts.
    var note: Localized?
    /// The other record that has to do with it.
    var other: Int?

    init(record: Int?) { self.record = record }
}

extension FactStore {
    /// Facts that are stated, each once.
    func stated(_ reads: [FieldRead]) -> [FieldRead] {
        var seen: Set<FieldRead> = []
        return reads.compactMap(origin).filter { fact($0.slot, of: $0.record).state == .known && seen.insert($0).inserted }
    }

    /// Where a value really stands that a record takes over from the root.
    private func origin(_ read: FieldRead) -> FieldRead? {
        let field = definition(of: read.record).fields[read.slot]
        guard fact(read.slot, of: read.record).state == .absent, let otherwise = field.otherwise else { return read }
        let (record, slot, _) = fact(at: otherwise, from: Self.root)
        return FieldRead(record: record, slot: slot)
    }

    /// Whether a fact is a number or a day.
    func isQuantity(_ read: FieldRead) -> Bool {
        switch definition(of: read.record).fields[read.slot].type {
        case .scalar(let type):
            switch type.expressionType(unit: nil) {
            case .number, .date, .window: true
            default: false
            }
        case .enumeration, .record, .list, .reference: false
        }
    }

    /// Whether a fact holds records, or points at one.
    func isCollection(_ read: FieldRead) -> Bool {
        switch definition(of: read.record).fields[read.slot].type {
        case .scalar, .enumeration: false
        case .record, .list, .reference: true
        }
    }

    /// “人数 12”: a fact with its value as it is written. Of a record that is spoken of already only the field is named.
    func statement(_ read: FieldRead, of subject: Int?) -> Localized {
        let field = definition(of: read.record).fields[read.slot]
        let label = ownerAndPath(of: read.record).owner == subject ? field.label : ownedLabel(of: read)
        let text = shown(fact(read.slot, of: read.record).node, field)
        return Localized(zh: "\(label.zh) \(text)", en: "\(label.en) \(text)")
    }

    /// A field with the record of a list in which it stands, however deep: “第三组的人数”.
    func ownedLabel(of read: FieldRead) -> Localized {
        let owner = ownerAndPath(of: read.record).owner
        guard owner != Self.root else { return label(of: read) }
        let (name, field) = (name(of: owner), definition(of: read.record).fields[read.slot].label)
        return Localized(zh: "\(name.zh)的\(field.zh)", en: "\(field.en) of \(name.en)")
    }

    /// A value as it is written; of one that is shown to nobody, nothing.
    func shown(_ node: YAMLNodeID, _ field: FieldDefinition) -> String {
        if case .scalar(let type) = field.type, type.isSecret { return "******" }
        return written(node)
    }
}
