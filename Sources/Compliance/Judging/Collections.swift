import FEEL
import Facts
import Findings
import RulePacks
import SourceText

extension Examination {
    /// No two records have the same value.
    mutating func judgeUnique(_ key: CompiledExpression, _ rule: Rule, _ slot: Int, _ subjects: [Value]) -> [Judgement] {
        // By bytes: texts that only look alike are different, and hashing is quick.
        var first: [[UInt8]: Value] = [:]
        var judgements: [Judgement] = []
        var missing: [MissingFact] = []
        var judged = 0
        for subject in subjects {
            run.set(slot, subject)
            guard isConcerned(rule, &missing) else { continue }
            judged += 1
            let value = key.evaluate(&run)
            guard value.isKnown, !value.isNull else {
                if value.isKnown, run.missing.isEmpty { return [failure()] }
                missing += run.missing
                continue
            }
            let text = value.string ?? value.description
            guard let other = first[Array(text.utf8)] else {
                first[Array(text.utf8)] = subject
                continue
            }
            var judgement = Judgement(.fail)
            judgement.actual = .text(Localized(same: facts.show(value) ?? text))
            judgement.evidence = [Evidence(expression: key.text, value: facts.show(value) ?? text)]
            judgement.subject = subject
            if case .record(let record) = other {
                judgement.related = [
                    .init(place: facts.place(of: Int(record.index)), message: Localized(zh: "与此处相同", en: "the same as here"))
                ]
            }
            judgements.append(judgement)
        }
        if judgements.isEmpty, judged > 0 {
            judgements.append(missing.isEmpty ? Judgement(.pass) : open(rule, missing: missing, note: nil))
        }
        return judgements
    }

    /// The values of all records add up.
    mutating func judgeSum(_ term: CompiledExpression, _ bounds: [SumBound], _ rule: Rule, _ slot: Int, _ subjects: [Value]) -> [Judgement]
    {
        var total = Decimal.zero
        var missing: [MissingFact] = []
        var isOpen = false
        for subject in subjects {
            run.set(slot, subject)
            guard isConcerned(rule, &missing) else { continue }
            let value = term.evaluate(&run)
            if case .number(let number) = value {
                total = Decimal.sum(total, number) ?? total
            } else {
                if value.isKnown, run.missing.isEmpty { return [failure()] }
                isOpen = true
                missing += run.missing
            }
        }
        var judgement = Judgement(.pass)
        judgement.place = rule.forEach.flatMap { place(ofLast: $0.list) }
        for bound in bounds {
            let limit = bound.bound.evaluate(&run)
            guard case .number(let number) = limit else {
                if limit.isKnown, run.missing.isEmpty { return [failure()] }
                isOpen = true
                missing += run.missing
                continue
            }
            judgement.required.append(Requirement(bound.relation, .number(number.description, unit: bound.unit)))
            guard !isOpen, missing.isEmpty else { continue }
            let difference = Decimal.sum(total, -number)?.integer ?? 0
            let (value, moreIsBetter): (Int, Bool) =
                switch bound.relation {
                case .atLeast: (difference, true)
                case .atMost: (-difference, false)
                default: (-abs(difference), difference < 0)
                }
            if value < judgement.margin?.value ?? Int.max { judgement.margin = Margin(value, unit: bound.unit, moreIsBetter: moreIsBetter) }
            if value < 0 { judgement.verdict = .fail }
        }
        guard !isOpen, missing.isEmpty else { return [open(rule, missing: missing, note: nil)] }
        judgement.actual = .number(total.description, unit: bounds.first?.unit)
        return [judgement]
    }

    private mutating func isConcerned(_ rule: Rule, _ missing: inout [MissingFact]) -> Bool {
        for wanted in [true, false] {
            guard let condition = wanted ? rule.when : rule.exceptWhen else { continue }
            switch condition.evaluate(&run) {
            case .boolean(wanted): continue
            case .boolean: return false
            default: missing += run.missing
            }
        }
        return true
    }

    private mutating func place(ofLast list: CompiledExpression) -> SourcePlace? {
        _ = list.evaluate(&run, tracing: true)
        return run.reads.last.map { facts.place(Int($0.slot), of: Int($0.record)).start }
    }
}
