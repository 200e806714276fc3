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
            judgements.append(isOpen ? open(rule, missing: missing, note: nil) : Judgement(.pass))
        }
        return judgements
    }

    /// The values of all records add up. The comparison is exact; only the margin needs whole numbers.
    mutating func judgeSum(_ term: CompiledExpression, _ bounds: [SumBound], _ rule: Rule, _ slot: Int, _ subjects: [Value]) -> [Judgement]
    {
        var total = Decimal.zero
        var missing: [FieldRead] = []
        var isOpen = false
        // What is not known adds at least what its field allows; nil where that says nothing.
        var least: Decimal? = .zero
        for subject in subjects {
            run.set(slot, subject)
            let concern = concern(of: rule)
            if case .no = concern { continue }
            if case .unknown(let facts) = concern {
                isOpen = true
                least = nil
                missing += facts
            }
            let value = term.evaluate(&run)
            if case .number(let number) = value {
                guard let sum = Decimal.sum(total, number) else { return [failure()] }
                total = sum
            } else {
                if value.isKnown, run.missing.isEmpty { return [failure()] }
                isOpen = true
                least = least.flatMap { least in minimum(of: term).flatMap { Decimal.sum(least, $0) } }
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
            if isOpen {
                // More than the bound already, whatever is still to come.
                if bound.relation != .atLeast, let lowest = least.flatMap({ Decimal.sum(total, $0) }), number < lowest {
                    return [exceeded(judgement, lowest, bound, number)]
                }
                continue
            }
            guard let difference = Decimal.sum(total, -number) else { return [failure()] }
            let holds =
                switch bound.relation {
                case .atLeast: !difference.isNegative
                case .atMost: difference.isNegative || difference.isZero
                default: difference.isZero
                }
            if !holds { judgement.verdict = .fail }
            guard let slack = difference.integer, slack.magnitude < 1 << 62 else { continue }
            let (value, moreIsBetter): (Int, Bool) =
                switch bound.relation {
                case .atLeast: (slack, true)
                case .atMost: (-slack, false)
                default: (-abs(slack), slack < 0)
                }
            if value < judgement.margin?.value ?? Int.max { judgement.margin = Margin(value, unit: bound.unit, moreIsBetter: moreIsBetter) }
        }
        guard !isOpen else { return [open(rule, missing: missing, note: nil)] }
        judgement.actual = .number(total.description, unit: bounds.first?.unit)
        return [judgement]
    }

    /// The least value of a term that is a single field.
    private func minimum(of term: CompiledExpression) -> Decimal? {
        guard run.missing.count == 1, term.field != nil, let fact = run.missing.first else { return nil }
        return facts.definition(of: fact.record).fields[fact.slot].minimum
    }

    private func exceeded(_ judgement: Judgement, _ lowest: Decimal, _ bound: SumBound, _ limit: Decimal) -> Judgement {
        var judgement = judgement
        judgement.verdict = .fail
        judgement.actual = .text(Localized(same: "≥\(lowest)"))
        if let excess = Decimal.sum(lowest, -limit)?.integer { judgement.margin = Margin(-excess, unit: bound.unit, moreIsBetter: false) }
        return judgement
    }

    private mutating func place(ofLast list: CompiledExpression) -> SourcePlace? {
        _ = list.evaluate(&run, tracing: true)
        return run.reads.last.map { facts.place($0.slot, of: $0.record).start }
    }
}
