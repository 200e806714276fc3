import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// What is not known, and until when it need not be.
extension Examination {
    /// The judgement where facts are missing: pending until the rule is due, unknown from then on. It names a fact, whatever left it open.
    mutating func open(_ rule: Rule, missing: [FieldRead], note: Localized?, dueBy bound: CalendarDate? = nil) -> Judgement {
        // Nothing is missing, and still there is no value: the rule errs.
        if missing.isEmpty, !run.problems.isEmpty { return failure() }
        var missing = missing
        if readsOpenParameter(rule) { missing += lawTimeFact }
        if missing.isEmpty { missing = openReads(of: rule.expressions) }
        let due = dueDay(rule, bound)
        var judgement = Judgement(due.map { options.asOf <= $0 } == true ? .pending : .unknown)
        judgement.missing = missing
        judgement.dueOn = due
        if !isSketching, judgement.verdict == .unknown { judgement.note = note }
        return judgement
    }

    /// The last day on which missing facts are excused: that of the rule's `due`, of its bound, or of its phase.
    mutating func dueDay(_ rule: Rule, _ bound: CalendarDate?) -> CalendarDate? {
        if let due = rule.due { return due.evaluate(&run).days?.upper }
        return bound ?? rule.phase.flatMap { lastDay(of: $0, rule) }
    }

    /// The last day of a phase; where nobody has stated it, that of the event that stands for it, as the record that is judged has it.
    private func lastDay(of phase: Phase, _ rule: Rule) -> CalendarDate? {
        if let last = phase.window.flatMap({ facts.value(at: $0, from: FactStore.root).days?.upper }) { return last }
        for event in phase.otherwise {
            if let own = ownDay(of: event, rule) ?? facts.value(at: event.path, from: FactStore.root).days?.upper { return own }
        }
        return nil
    }

    /// The day that the record that is judged, or one that it refers to, has in the place of an event of the root.
    private func ownDay(of event: EventDefinition, _ rule: Rule) -> CalendarDate? {
        guard let slot = rule.demand.iteration?.slot, slot < run.locals.count, case .record(let record) = run.locals[slot] else {
            return nil
        }
        func day(_ record: Int) -> CalendarDate? {
            let fields = facts.definition(of: record).fields
            return fields.indices.first { fields[$0].otherwise?.slots == event.path.slots }
                .flatMap { facts.value(slot: $0, of: record).days?.upper }
        }
        let index = Int(record.index)
        if let own = day(index) { return own }
        return facts.definition(of: index).references.lazy.compactMap { slot -> CalendarDate? in
            if case .record(let other) = facts.value(slot: slot, of: index) { day(Int(other.index)) } else { nil }
        }.first
    }

    /// A condition that has no value although nothing is missing: the rule errs, and the data is not to blame.
    func failure() -> Judgement {
        var judgement = Judgement(.error)
        let problem = run.problems.first?.message
        judgement.note = Localized(
            zh: "规则无法计算：\(problem?.zh ?? "条件没有结果")", en: "the rule could not be evaluated: \(problem?.en ?? "the condition has no value")")
        return judgement
    }

    // MARK: Which facts are missing

    /// The facts that expressions read and that are not wholly known: a list may be known, and one of its elements not.
    mutating func openReads(of expressions: [CompiledExpression]) -> [FieldRead] {
        expressions.flatMap { expression -> [FieldRead] in
            _ = expression.evaluate(&run, tracing: true)
            return run.reads.filter { !facts.value(slot: $0.slot, of: $0.record).isCompletelyKnown }
        }
    }

    /// Whether a rule reads a parameter that changes on the days that the law-time can be.
    private func readsOpenParameter(_ rule: Rule) -> Bool {
        guard !openParameters.isEmpty else { return false }
        return rule.expressions.contains { expression in
            expression.checked.contains { node in
                if case .variable(_, let slot) = node.reference { openParameters.contains(slot) } else { false }
            }
        }
    }

    /// The fact that tells which law applies; none where the vocabulary has no such event.
    var lawTimeFact: [FieldRead] {
        guard let event = book.vocabulary.lawTime else { return [] }
        let (record, slot, _) = facts.fact(at: event.path, from: FactStore.root)
        return [FieldRead(record: record, slot: slot)]
    }

    func unique(_ facts: [FieldRead]) -> [FieldRead] {
        var seen: Set<FieldRead> = []
        return facts.filter { seen.insert($0).inserted }
    }
}
