import FEEL
import Facts
import Quantities
import RulePacks
import SourceText

/// Which packs concern a dossier: those within whose period its law-time lies, and whose dimensions its facts fit.
extension Examination {
    enum Applicability {
        case yes
        case no(Localized)
        case unknown([FieldRead])
    }

    func applicability(of pack: RulePack) -> Applicability {
        var missing: [FieldRead]?
        // One part that excludes it is enough, whatever is not known of the others.
        for part in [within(pack)] + pack.dimensions.map({ fits($0.values, at: $0.path, of: pack) }) {
            switch part {
            case .yes: break
            case .no: return part
            case .unknown(let facts): missing = (missing ?? []) + facts
            }
        }
        return missing.map(Applicability.unknown) ?? .yes
    }

    /// Whether the law-time lies within the period of a pack.
    private func within(_ pack: RulePack) -> Applicability {
        let days = Interval(lawDays ?? lawTime...lawTime)
        let period = Interval(from: pack.from, to: pack.to)
        if period.contains(days) { return .yes }
        // Only a law-time that is known tells that a pack does not apply.
        guard period.intersection(days) == nil, let last = lawDays?.upperBound else { return .unknown(lawTimeFact) }
        if let first = pack.from, last < first {
            return .no(Localized(zh: "\(pack.title.zh)自 \(first) 起适用", en: "\(pack.title.en) applies from \(first)"))
        }
        let end = pack.to?.description ?? ""
        return .no(Localized(zh: "\(pack.title.zh)适用至 \(end)", en: "\(pack.title.en) applied until \(end)"))
    }

    /// Whether one of the values that the dossier has in a dimension is one of the pack's.
    private func fits(_ values: [String], at path: FieldPath, of pack: RulePack) -> Applicability {
        let (record, slot, fact) = facts.fact(at: path, from: FactStore.root)
        guard fact.state == .known else { return .unknown([FieldRead(record: record, slot: slot)]) }
        let found: [Value] =
            switch facts.value(at: path, from: FactStore.root) {
            case .list(let items): items
            case let value: [value]
            }
        if found.contains(where: { if case .string(let text) = $0 { values.contains(text) } else { false } }) { return .yes }
        guard found.allSatisfy(\.isKnown) else { return .unknown([FieldRead(record: record, slot: slot)]) }
        let field = path.field(from: book.vocabulary.root)
        let wanted = values.map { label($0, field.type) }.joined()
        return .no(
            Localized(
                zh: "\(pack.title.zh)只适用于\(field.label.zh)：\(wanted.zh)",
                en: "\(pack.title.en) applies only where “\(field.label.en)” has \(wanted.en)"))
    }

    /// What people call a dimension's value.
    private func label(_ value: String, _ type: FieldType) -> Localized {
        guard case .enumeration(let definition) = type, let item = definition.items.first(where: { $0.id == value }) else {
            return Localized(same: value)
        }
        return item.label
    }
}
