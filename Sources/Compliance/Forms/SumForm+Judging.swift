import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension SumForm: JudgedListForm {
    func judge(_ rule: Rule, _ subjects: [Value], _ iteration: Iteration, by examination: inout Examination) -> [Judgement] {
        examination.judge(self, rule, subjects, iteration)
    }
}

extension Examination {
    /// What is not known adds as much as its field allows.
    fileprivate mutating func judge(_ form: SumForm, _ rule: Rule, _ subjects: [Value], _ iteration: Iteration) -> [Judgement] {
        guard let (total, unsettled) = sum(of: form.term, rule, subjects, iteration) else { return [failure()] }
        var missing = unsettled
        var judgement = Judgement(.pass)
        judgement.place = place(ofLast: iteration.list)
        judgement.actual = .number(total, unit: form.unit)
        var tally = BoundTally()
        for bound in form.bounds {
            let value = bound.limit.evaluate(&run)
            guard let limit = value.numbers else {
                if value.isKnown, run.missing.isEmpty { return [failure()] }
                missing += run.missing
                tally.add(nil, nil, nil)
                continue
            }
            let demand = Bound(bound.relation, limit)
            let outcome = demand.outcome(of: total)
            if outcome == nil, !limit.isExact { missing += run.missing }
            tally.add(
                outcome, Requirement(bound.relation, .number(limit, unit: form.unit)),
                outcome.flatMap { isKept in total.exactlyWhole.flatMap { demand.slack(of: $0, isKept: isKept) } }
                    .map { Margin($0, unit: form.unit) })
        }
        (judgement.required, judgement.margin) = (tally.required, tally.margin)
        if tally.hasFailed { judgement.verdict = .fail }
        guard tally.isOpen, !tally.hasFailed else { return [judgement] }
        var waiting = self.open(rule, missing: missing, note: nil)
        waiting.kept = tally.kept
        return [waiting]
    }

    /// What the values add up to, and the facts that would make it exact; nil where a value is no number, or the sum does not fit.
    private mutating func sum(
        of term: CompiledExpression, _ rule: Rule, _ subjects: [Value], _ iteration: Iteration
    ) -> (total: Interval<Decimal>, missing: [FieldRead])? {
        var missing: [FieldRead] = []
        var total = Interval(Decimal.zero)
        for subject in subjects {
            run.set(iteration.slot, subject)
            let concern = concern(of: rule)
            switch concern {
            case .no: continue
            case .failed: return nil
            case .yes, .unknown: break
            }
            let value = term.evaluate(&run)
            var part: Interval<Decimal>
            if let numbers = value.numbers {
                part = numbers
            } else {
                if value.isKnown, run.missing.isEmpty { return nil }
                part = range(of: term)
            }
            if !part.isExact { missing += run.missing }
            if case .unknown(let facts) = concern {
                // Whether it counts at all is open.
                part = part.hull(Interval(.zero))
                missing += facts
            }
            let next = total.adding(part)
            if total.isExact, part.isExact, !next.isExact { return nil }
            total = next
        }
        return (total, missing)
    }

    /// All that a term can be that is a single field of which nothing is known.
    private func range(of term: CompiledExpression) -> Interval<Decimal> {
        guard run.missing.count == 1, term.field != nil, let fact = run.missing.first else { return .all }
        let field = facts.definition(of: fact.record).fields[fact.slot]
        return Interval(from: field.minimum, to: field.maximum)
    }

    private mutating func place(ofLast list: CompiledExpression) -> SourcePlace? {
        _ = list.evaluate(&run, tracing: true)
        return run.reads.last.map { facts.place($0.slot, of: $0.record).start }
    }
}

extension Interval where Value == Decimal {
    /// The same as whole numbers, where its ends are whole.
    var exactlyWhole: Interval<Int>? { [lower, upper].allSatisfy { $0?.isInteger != false } ? wholeNumbers : nil }
}
