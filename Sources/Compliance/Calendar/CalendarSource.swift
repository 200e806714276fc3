import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// A bound on a day, from a rule or from a calendar entry; where it is one for each record of a list, of one record.
struct CalendarSource {
    var id: String
    var title: Localized
    /// The day that is bound; nil where nobody states it.
    var point: CompiledExpression?
    var event: EventDefinition?
    var relation: Relation
    var day: CompiledExpression
    var origin: Localized
    var basis: [LegalBasis]
    var pack: RulePack
    /// The record whose own days these are; nil where they hold for all.
    var subject: Subject?
    /// The slot of the variable that holds the record, and its number.
    var variable: (slot: Int, record: Int)?

    /// All bounds that concern a dossier.
    static func all(for facts: FactStore, _ book: RuleBook, _ options: CheckOptions) -> [CalendarSource] {
        var examination = Examination(facts, book, options)
        var result: [CalendarSource] = []
        for pack in book.packs {
            guard case .yes = examination.applicability(of: pack) else { continue }
            examination.bind(pack)
            for rule in examination.rules(of: pack) {
                guard let form = rule.form as? EventForm else { continue }
                for bound in form.bounds where bound.relation != .within {
                    let records = examination.calendarRecords(of: form.point.expression, bound.day, rule)
                    let source = CalendarSource(
                        id: rule.id, title: form.point.event?.label ?? rule.description.title, point: form.point.expression,
                        event: form.point.event, relation: bound.relation, day: bound.day, origin: bound.origin,
                        basis: rule.description.basis, pack: pack)
                    result += records.map { source.of($0, rule.demand.iteration, facts) }
                }
            }
            for entry in pack.contents.calendar {
                let source = CalendarSource(
                    id: entry.id, title: entry.title, relation: entry.relation, day: entry.day, origin: entry.origin, basis: entry.basis,
                    pack: pack)
                let records = entry.iteration.map { examination.calendarRecords(of: $0, [entry.day]) } ?? [nil]
                result += records.map { source.of($0, entry.iteration, facts) }
            }
        }
        return result
    }

    /// The same bound for a record of an iteration.
    private func of(_ record: Int?, _ iteration: Iteration?, _ facts: FactStore) -> CalendarSource {
        guard let record, let iteration else { return self }
        var source = self
        source.variable = (iteration.slot, record)
        if !facts.isBlank(record) { source.subject = facts.subject(of: record) }
        return source
    }
}

extension Examination {
    /// The records for each of which a rule bounds a day, nil for the dossier as a whole; none where the rule does not apply.
    fileprivate mutating func calendarRecords(of point: CompiledExpression, _ day: CompiledExpression, _ rule: Rule) -> [Int?] {
        guard let iteration = rule.demand.iteration else {
            if case .yes = concern(of: rule) { return [nil] } else { return [] }
        }
        // Of records only such days belong into a calendar as are still to be fixed: a date of birth is none.
        guard let field = point.field, book.vocabulary.field(field.slot, of: field.record)?.planning != nil else { return [] }
        if inherits(iteration, rule) { return calendarRecords(of: iteration, [point, day]) }
        let records = stated(iteration).filter { record in
            run.set(iteration.slot, record)
            if case .yes = concern(of: rule) { return true } else { return false }
        }
        // The same day for several of which nothing is stated yet is one entry.
        let (blank, own) = parted(records, iteration, [day])
        let ownNumbers = Set(numbers(own))
        let single = records.filter { record in
            run.set(iteration.slot, record)
            return numbers([record]).contains(where: ownNumbers.contains) || point.evaluate(&run).days != nil
        }
        return (single.count < records.count ? numbers(blank.map { [.record($0)] } ?? []) : []) + numbers(single)
    }

    /// The records of an iteration: one that stands for all that only take over what the expressions read, and the others.
    fileprivate mutating func calendarRecords(of iteration: Iteration, _ expressions: [CompiledExpression]) -> [Int?] {
        let (blank, own) = parted(stated(iteration), iteration, expressions)
        return numbers(blank.map { [.record($0)] } ?? []) + numbers(own)
    }

    private mutating func stated(_ iteration: Iteration) -> [Value] {
        if case .list(let items) = iteration.list.evaluate(&run) { items } else { [] }
    }

    private func numbers(_ records: [Value]) -> [Int] {
        records.compactMap { if case .record(let record) = $0 { Int(record.index) } else { nil } }
    }
}
