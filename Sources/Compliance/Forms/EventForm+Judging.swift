import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension EventForm: JudgedRecordForm {
    func judge(_ rule: Rule, by examination: inout Examination) -> Judgement { examination.judge(self, rule) }
}

extension Examination {
    fileprivate mutating func judge(_ form: EventForm, _ rule: Rule) -> Judgement {
        let value = form.point.expression.evaluate(&run, tracing: !isSketching)
        var missing = run.missing
        let place = isSketching ? nil : run.reads.last.map { facts.place($0.slot, of: $0.record) }
        let day = value.days
        var judgement = Judgement(.pass)
        judgement.place = place
        if !isSketching { judgement.actual = day.map(Quantity.days) }
        var tally = BoundTally()
        var dueBy: CalendarDate?
        for bound in form.bounds {
            let limit = bound.day.evaluate(&run).days
            missing += run.missing
            if bound.relation == .atMost { dueBy = limit?.upper }
            guard let limit else {
                tally.add(nil, nil, nil)
                continue
            }
            let demand = Bound(bound.relation, limit)
            let outcome = day.flatMap(demand.outcome)
            tally.add(
                outcome, isSketching ? nil : Requirement(bound.relation, .days(limit), origin: bound.origin),
                outcome.flatMap { isKept in day.flatMap { demand.slack(of: $0.numbers, isKept: isKept) } }
                    .map { Margin($0, unit: .calendarDay) })
        }
        (judgement.required, judgement.margin) = (tally.required, tally.margin)
        if tally.hasFailed { judgement.verdict = .fail }
        guard tally.isOpen, !tally.hasFailed else { return judgement }
        var open = open(rule, missing: missing, note: nil, dueBy: dueBy)
        (open.place, open.actual, open.required) = (place, judgement.actual, judgement.required)
        return open
    }
}
