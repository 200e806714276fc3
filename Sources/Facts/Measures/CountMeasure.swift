package import FEEL
import Quantities
import SourceText
import YAMLTree

/// `over: LIST, where: FEEL`: how many records of a list answer to a condition, as a part of all of them. It is taken from the roster, from
/// published numbers and shares, or from all of them, which then narrow each other.
package struct CountMeasure: Measure {
    package let roster: Roster
    package let condition: CompiledExpression
    let published: FieldPath?
    /// A published percentage, with the precision to which it was printed.
    let publishedShare: FieldPath?
    /// How many of the whole the published count and share cover, where that is not all of it: the first that is stated counts.
    let covers: [FieldPath]
    let rounding: PrintedShare.Rounding

    package static let key = "where"
    package static let keys = ["over", "count", "whole", "share", "covers", "rounding"]

    package let hasWhole = true
    package var expressions: [CompiledExpression] { [condition] }

    package static func read(_ reading: MeasureReading, in holder: RecordDefinition) -> CountMeasure? {
        guard let (slot, element) = reading.list(in: holder), let count = reading.path("count", in: holder, as: .integer),
            let whole = reading.path("whole", in: holder, as: .integer), let share = reading.path("share", in: holder, as: .share),
            let covers = reading.paths("covers", in: holder, as: .integer), let condition = reading.condition("where", in: element)
        else { return nil }
        return CountMeasure(
            roster: reading.roster(slot, of: holder, published: whole.path), condition: condition, published: count.path,
            publishedShare: share.path, covers: covers, rounding: reading.rounding)
    }

    package func source(in holder: Int, of facts: FactStore) -> FieldRead {
        if facts.fact(roster.list, of: holder).state != .known, let published {
            let (record, slot, _) = facts.fact(at: published, from: holder)
            return FieldRead(record: record, slot: slot)
        }
        return FieldRead(record: holder, slot: roster.list)
    }

    package func isPublished(in holder: Int, of facts: FactStore) -> Bool {
        ([published, publishedShare].compactMap(\.self) + covers).contains { facts.fact(at: $0, from: holder).fact.state == .known }
    }

    package func take(in holder: Int, of facts: FactStore, _ run: inout Evaluation) -> Measured {
        let whole = roster.whole(in: holder, of: facts, &run)
        let counted = countedRoster(in: holder, of: facts, &run)
        let sources = CountSources(
            roster: counted?.numbers, number: facts.published(published, in: holder),
            covered: covers.lazy.compactMap { facts.published($0, in: holder) }.first, share: share(in: holder, of: facts))
        // Somebody is counted, and nobody listed.
        let emptied = facts.published(published, in: holder).flatMap { number in
            number.number > 0 && facts.isStatedEmpty(roster.list, of: holder) ? Measured.Conflict(number, expected: Interval(0)) : nil
        }
        if let conflict = whole.conflict ?? emptied {
            return Measured(amount: sources.nothingKnown(of: whole.numbers), missing: whole.missing, conflict: conflict)
        }
        var measured = sources.measured(of: whole.numbers)
        measured.missing = measured.conflict.map { [$0.published] } ?? []
        guard measured.conflict == nil, case .part(let count, let numbers, _, _) = measured.amount, !count.isExact || !numbers.isExact
        else {
            return measured
        }
        measured.missing = whole.missing + (counted?.missing ?? [])
        // Somebody of the whole may not be listed yet.
        if counted.map({ $0.numbers.listed != whole.numbers.upper }) ?? true {
            measured.missing.append(FieldRead(record: holder, slot: roster.list))
        }
        if let published, sources.number == nil { measured.missing.append(facts.read(published, in: holder)) }
        if let total = roster.published, counted == nil, !whole.numbers.isExact { measured.missing.append(facts.read(total, in: holder)) }
        return measured
    }

    /// Those on the roster who answer to the condition, as far as is known.
    private func countedRoster(
        in holder: Int, of facts: FactStore, _ run: inout Evaluation
    ) -> (numbers: CountSources.Listed, missing: [FieldRead])? {
        guard let records = facts.records(roster.list, of: holder) else { return nil }
        var (certain, open) = (0, 0)
        var missing: [FieldRead] = []
        for record in records {
            run.set(0, .record(Record(source: facts, index: record)))
            switch condition.evaluate(&run) {
            case .boolean(true): certain += 1
            case .boolean(false): break
            default:
                open += 1
                missing += run.missing
            }
        }
        return (CountSources.Listed(count: Interval(certain...certain + open), listed: records.count), missing)
    }

    private func share(in holder: Int, of facts: FactStore) -> CountSources.Share? {
        guard let path = publishedShare else { return nil }
        let (record, slot, fact) = facts.fact(at: path, from: holder)
        guard fact.state == .known,
            let share = PrintedShare(facts.forest.string(facts.forest.resolve(fact.node)), rounding: rounding)
        else { return nil }
        return CountSources.Share(printed: share, fact: FieldRead(record: record, slot: slot))
    }
}
