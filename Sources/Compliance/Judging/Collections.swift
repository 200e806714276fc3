import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension Examination {
    /// No two records have the same value.
    mutating func judgeUnique(_ key: CompiledExpression, _ rule: Rule, _ slot: Int, _ subjects: [Value]) -> [Judgement] {
        // By bytes: texts that only look alike are different, and hashing is quick.
        var first: [[UInt8]: Value] = [:]
        var judgements: [Judgement] = []
        var missing: [FieldRead] = []
        var isOpen = false
        var judged = 0
        for subject in subjects {
            run.set(slot, subject)
            let concern = concern(of: rule)
            if case .no = concern { continue }
            judged += 1
            let value = key.evaluate(&run)
            if value.isNull { return [failure()] }
            // Whoever may not be concerned, or whose value is not wholly known, can neither be a duplicate nor have one for certain.
            guard value.isCompletelyKnown, case .yes = concern else {
                isOpen = true
                missing += run.missing
                if case .unknown(let facts) = concern { missing += facts }
                continue
            }
            let text = value.string ?? value.description
            guard let other = first[Array(text.utf8)] else {
                first[Array(text.utf8)] = subject
                continue
            }
            var judgement = Judgement(.fail)
            let shown = facts.show(value) ?? Localized(same: text)
            judgement.actual = .text(shown)
            judgement.evidence = [Evidence(expression: key.text, value: shown)]
            judgement.subject = subject
            if case .record(let record) = other {
                judgement.related = [
                    .init(place: facts.place(of: Int(record.index)), message: Localized(zh: "与此处相同", en: "the same as here"))
                ]
            }
            judgements.append(judgement)
        }
        if judgements.isEmpty, judged > 0 {
            judgements.append(isOpen ? open(rule, missing: missing, note: nil) : Judgement(.pass))
        }
        return judgements
    }

    /// The values of all records add up. What is not known adds as much as its field allows.
    mutating func judgeSum(_ term: CompiledExpression, _ bounds: [SumBound], _ rule: Rule, _ slot: Int, _ subjects: [Value]) -> [Judgement]
    {
        guard let (total, open) = sum(of: term, rule, slot, subjects) else { return [failure()] }
        var missing = open
        var judgement = Judgement(.pass)
        judgement.place = rule.forEach.flatMap { place(ofLast: $0.list) }
        judgement.actual = .number(total, unit: bounds.first?.unit)
        var tally = BoundTally()
        for bound in bounds {
            let value = bound.bound.evaluate(&run)
            guard let limit = value.numbers else {
                if value.isKnown, run.missing.isEmpty { return [failure()] }
                missing += run.missing
                tally.add(nil, nil, nil)
                continue
            }
            if !limit.isExact { missing += run.missing }
            let demand = Bound(bound.relation, limit)
            let outcome = demand.outcome(of: total)
            let isWhole = [total.lower, total.upper].allSatisfy { $0?.isInteger != false }
            let slack = outcome.flatMap { isKept in isWhole ? total.wholeNumbers.flatMap { demand.slack(of: $0, isKept: isKept) } : nil }
            tally.add(outcome, Requirement(bound.relation, .number(limit, unit: bound.unit)), slack.map { Margin($0, unit: bound.unit) })
        }
        (judgement.required, judgement.margin) = (tally.required, tally.margin)
        if tally.hasFailed { judgement.verdict = .fail }
        return tally.isOpen && !tally.hasFailed ? [self.open(rule, missing: missing, note: nil)] : [judgement]
    }

    /// What the values add up to, and the facts that would make it exact; nil where a value is no number, or the sum does not fit.
    private mutating func sum(
        of term: CompiledExpression, _ rule: Rule, _ slot: Int, _ subjects: [Value]
    ) -> (total: Interval<Decimal>, missing: [FieldRead])? {
        var missing: [FieldRead] = []
        var (least, most): (Decimal?, Decimal?) = (.zero, .zero)
        for subject in subjects {
            run.set(slot, subject)
            let concern = concern(of: rule)
            if case .no = concern { continue }
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
            if let low = part.lower, let sum = least {
                guard let next = Decimal.add(sum, low) else { return nil }
                least = next
            } else {
                least = nil
            }
            if let high = part.upper, let sum = most {
                guard let next = Decimal.add(sum, high) else { return nil }
                most = next
            } else {
                most = nil
            }
        }
        return (Interval(from: least, to: most), missing)
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
