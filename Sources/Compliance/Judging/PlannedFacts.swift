import FEEL
import Facts
import Findings
import RulePacks
import SourceText

/// What a verdict is worth that stands on a plan: it is told apart, and once the planned day is past what happened is wanted.
extension Examination {
    /// Whether the verdict on a rule may stand on what is only planned.
    func mayReadPlan(_ rule: Rule) -> Bool {
        facts.hasPlanned && type(of: rule.form).evaluatesInScope && rule.readFields.contains(where: isPlanned)
    }

    private func isPlanned(_ reference: FieldReference) -> Bool {
        book.vocabulary.records.first { $0.type === reference.record }.map { facts.mayBePlanned(reference.slot, of: $0) } ?? false
    }

    /// A judgement with the planned facts on which it stands. Where the day of one is past, what kept the plan may not have been kept in
    /// truth; what breaks a rule in the plan already, breaks it.
    mutating func weighed(_ judgement: Judgement, _ rule: Rule) -> Judgement {
        guard judgement.verdict != .error, readsPlan else { return judgement }
        return weighed(judgement, by: plannedFacts(of: rule))
    }

    /// The same for a judgement on all records of a list.
    mutating func weighed(_ judgement: Judgement, _ rule: Rule, _ subjects: [Value], _ iteration: Iteration) -> Judgement {
        guard judgement.verdict != .error, readsPlan else { return judgement }
        var planned: [FieldRead] = []
        for subject in subjects {
            run.set(iteration.slot, subject)
            planned += plannedFacts(of: rule)
        }
        return weighed(judgement, by: unique(planned))
    }

    private func weighed(_ judgement: Judgement, by planned: [FieldRead]) -> Judgement {
        var judgement = judgement
        let overdue = planned.filter { facts.isOverdue($0, on: options.asOf) }
        switch judgement.verdict {
        case .fail: judgement.planned = planned
        case .pass where overdue.isEmpty: judgement.planned = planned
        case .pass:
            judgement.verdict = .unknown
            judgement.missing = overdue
            judgement.margin = nil
            judgement.note = Phrases.onlyPlanned
        case .unknown where !overdue.isEmpty:
            judgement.note = judgement.note?.followed(by: Phrases.onlyPlanned) ?? Phrases.onlyPlanned
        default: break
        }
        return judgement
    }

    /// The planned facts that the expressions of a rule read, with what the variables hold at present.
    private mutating func plannedFacts(of rule: Rule) -> [FieldRead] {
        var reads: [FieldRead] = []
        for expression in rule.form.expressions {
            _ = expression.evaluate(&run, tracing: true)
            reads += run.reads
        }
        return unique(reads.flatMap(facts.origins).filter(facts.isPlanned))
    }
}
