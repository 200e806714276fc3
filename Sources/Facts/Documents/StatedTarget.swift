package import FEEL
package import Quantities
import YAMLTree

/// A target for a measure, as a document states it.
package struct StatedTarget: Sendable {
    package let record: Int
    /// Nil where it is not known, or makes no sense.
    package let measure: String?
    package let relation: Relation?
    /// The limit as a share, exactly as it is written, or the field of the root with whose measure it is compared.
    package let limit: Limit?
    package let tolerance: Fraction?
    /// How it binds; nil where the document does not say.
    package let force: String?
    /// The kind of document in which it stands; nil in the data of an example.
    package let document: DocumentKind?
    /// The record of the superior document in which it stands; nil where it is one of the dossier's own.
    package let superior: Int?

    package enum Limit: Sendable {
        case share(Fraction, text: String)
        case reference(field: Int)
    }
}

extension FactStore {
    /// The targets that documents state, those of the superior one last, and the lists of which something is said that is not known.
    package func targets(_ definition: TargetDefinition) -> (targets: [StatedTarget], missing: [FieldRead]) {
        var targets: [StatedTarget] = []
        var missing: [FieldRead] = []
        func add(_ list: Int, of holder: Int) {
            switch fact(list, of: holder).state {
            case .absent: break
            case .known: targets += (records(list, of: holder) ?? []).map { target($0, definition, holder) }
            case .openlyUnknown, .invalid, .contradicted, .lost, .unsettled: missing.append(FieldRead(record: holder, slot: list))
            }
        }
        add(definition.list, of: Self.root)
        if let superior = definition.superior {
            let fact = fact(superior.field, of: Self.root)
            if fact.state == .known { add(superior.list, of: fact.payload) }
            if fact.state == .lost { missing.append(FieldRead(record: Self.root, slot: superior.field)) }
        }
        return (targets, missing)
    }

    private func target(_ record: Int, _ definition: TargetDefinition, _ holder: Int) -> StatedTarget {
        func text(_ slot: Int) -> String? { if case .string(let text) = value(slot: slot, of: record) { text } else { nil } }
        var limit: StatedTarget.Limit?
        switch (fraction(definition.share, of: record), text(definition.reference).flatMap(vocabulary.root.slot(named:))) {
        case (let (share, text)?, nil): limit = .share(share, text: text)
        case (nil, let field?): limit = .reference(field: field)
        // Of two limits nobody can say which is meant.
        case (_?, _?), (nil, nil): break
        }
        // Nor where one of them is written, and makes no sense.
        let isStated = { (slot: Int) in [.absent, .known].contains(self.fact(slot, of: record).state) }
        if !isStated(definition.share) || !isStated(definition.reference) { limit = nil }
        let document = Int(tables.records[record].document)
        return StatedTarget(
            record: record, measure: text(definition.measure), relation: text(definition.relation).flatMap { Relation(rawValue: $0) },
            limit: limit,
            tolerance: fraction(definition.tolerance, of: record)?.value, force: text(definition.force),
            document: documents.indices.contains(document) ? documents[document].kind : nil, superior: holder == Self.root ? nil : holder)
    }

    /// A share exactly as it is written: a third is no decimal number.
    private func fraction(_ slot: Int, of record: Int) -> (value: Fraction, text: String)? {
        guard case .number(let number) = value(slot: slot, of: record), case let written = written(slot, of: record) else { return nil }
        return (Fraction(written) ?? Fraction(number)).map { ($0, written) }
    }

    /// The text of a field that is a scalar; empty where it is not.
    package func written(_ slot: Int, of record: Int) -> String {
        let fact = fact(slot, of: record)
        guard fact.state == .known, case let node = forest.resolve(fact.node), forest[node].kind == .scalar else { return "" }
        return forest.string(node)
    }
}
