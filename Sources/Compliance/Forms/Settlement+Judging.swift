import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension Examination {
    /// The judgement of a comparison whose numbers can still change: too few where nobody can join any more, else open. Nil where they are
    /// settled.
    mutating func judge(unsettled settlement: Settlement, _ comparison: RequireForm.Comparison, _ rule: Rule) -> Judgement? {
        guard let missing = awaited(settlement.settledBy) else { return nil }
        if let openUntil = settlement.openUntil, awaited(openUntil) == nil, let judgement = judgeTooFew(comparison) { return judgement }
        return open(
            rule, missing: missing,
            note: Localized(
                zh: "\(settlement.settledBy.label.zh)之前人数尚可变动", en: "the numbers can change until the \(settlement.settledBy.label.en)"))
    }

    /// The facts that say on which day something happens; nil once it has happened. A day that is only planned says nothing of that.
    private mutating func awaited(_ point: TimePoint) -> [FieldRead]? {
        let day = point.expression.evaluate(&run, tracing: true).days
        let planned = run.reads.flatMap(facts.origins).filter(facts.isPlanned)
        if let last = day?.upper, last <= options.asOf, planned.isEmpty { return nil }
        return run.missing.isEmpty ? run.reads.suffix(1) : run.missing
    }

    /// The failure of a lower bound that the most of what is counted does not reach; nil where it may be reached.
    private mutating func judgeTooFew(_ comparison: RequireForm.Comparison) -> Judgement? {
        guard let found = comparison.actual.evaluate(&run).numbers, let most = found.upper else { return nil }
        var judgement: Judgement?
        for (sign, side) in comparison.bounds where sign == .greater || sign == .greaterOrEqual {
            guard let limit = side.evaluate(&run).numbers else { continue }
            let bound = Bound(sign == .greater ? .above : .atLeast, limit)
            guard bound.outcome(of: Interval(most)) == false else { continue }
            var failure = Judgement(.fail)
            failure.actual = .number(found, unit: comparison.unit)
            let least = bound.wholeNumbers.certain?.lower.map { Interval(Decimal($0)) }
            failure.required = [Requirement(least == nil ? bound.relation : .atLeast, .number(least ?? limit, unit: comparison.unit))]
            if let count = most.integer, let slack = bound.slack(of: Interval(count), isKept: false) {
                failure.margin = Margin(slack, unit: comparison.unit)
            }
            judgement = failure
        }
        return judgement
    }
}
