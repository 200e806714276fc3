import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension Examination {
    mutating func judgeEvent(_ point: TimePoint, _ bounds: [TimeBound], _ rule: Rule) -> Judgement {
        let value = point.expression.evaluate(&run, tracing: !isSketching)
        var missing = run.missing
        let place = isSketching ? nil : run.reads.last.map { facts.place($0.slot, of: $0.record) }
        let day = value.days
        var judgement = Judgement(.pass)
        judgement.place = place
        if !isSketching { judgement.actual = day.map(Quantity.days) }
        var tally = BoundTally()
        var dueBy: CalendarDate?
        for bound in bounds {
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

    /// Windows that follow each other.
    mutating func judgeSequence(_ windows: [CompiledExpression], contiguous: Bool, _ rule: Rule) -> Judgement {
        var missing: [FieldRead] = []
        var previous: (last: CalendarDate, place: SourcePlace?)?
        var judgement = Judgement(.pass)
        for window in windows {
            let value = window.evaluate(&run, tracing: true)
            let place = run.reads.last.map { facts.place($0.slot, of: $0.record) }
            guard let range = value.days?.range else {
                missing += run.missing
                previous = nil
                continue
            }
            if judgement.verdict == .pass, let previous, let next = previous.last.adding(days: 1) {
                let demand = Bound(contiguous ? .equal : .atLeast, Interval(next))
                if demand.outcome(of: Interval(range.lowerBound)) == false {
                    judgement.verdict = .fail
                    judgement.place = place
                    judgement.actual = .days(Interval(range))
                    judgement.required = [Requirement(demand.relation, .days(Interval(next)))]
                    judgement.margin = demand.slack(of: Interval(range.lowerBound.days), isKept: false).map {
                        Margin($0, unit: .calendarDay)
                    }
                    if let place = previous.place {
                        judgement.related = [.init(place: place, message: Localized(zh: "前一阶段在这里", en: "the one before"))]
                    }
                }
            }
            previous = (range.upperBound, place)
        }
        return judgement.verdict == .fail || missing.isEmpty ? judgement : open(rule, missing: missing, note: nil)
    }
}
