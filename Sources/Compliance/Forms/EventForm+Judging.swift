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
        let ownMissing = run.missing
        let place = isSketching ? nil : run.reads.last.map { facts.place($0.slot, of: $0.record) }
        let day = value.days
        var judgement = Judgement(.pass)
        judgement.place = place
        if !isSketching { judgement.actual = day.map(Quantity.days) }
        var tally = BoundTally()
        var missing: [FieldRead] = []
        var dueBy: CalendarDate?
        for bound in form.bounds {
            let limit = bound.day.evaluate(&run).days
            if bound.relation == .atMost { dueBy = limit?.upper }
            guard let limit else {
                missing += run.missing
                tally.add(nil, nil, nil)
                continue
            }
            let demand = Bound(bound.relation, limit)
            let outcome = day.flatMap(demand.outcome)
            // Only a bound that is open itself waits for what its limit lacks.
            if outcome == nil { missing += run.missing }
            tally.add(
                outcome, isSketching ? nil : Requirement(bound.relation, .days(limit), origin: bound.origin),
                outcome.flatMap { isKept in day.flatMap { demand.slack(of: $0.numbers, isKept: isKept) } }
                    .map { Margin($0, unit: .calendarDay) })
        }
        (judgement.required, judgement.margin) = (tally.required, tally.margin)
        if tally.hasFailed { judgement.verdict = .fail }
        guard tally.isOpen, !tally.hasFailed else { return judgement }
        var open = open(rule, missing: ownMissing + missing, note: nil, dueBy: dueBy)
        (open.place, open.actual, open.required, open.kept) = (place, judgement.actual, tally.open, tally.kept)
        return open
    }
}
