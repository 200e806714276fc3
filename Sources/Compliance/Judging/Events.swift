import FEEL
import Facts
import Findings
import RulePacks
import SourceText

extension Examination {
    mutating func judgeEvent(_ point: TimePoint, _ bounds: [TimeBound], _ rule: Rule) -> Judgement {
        let value = point.expression.evaluate(&run, tracing: !isSketching)
        var missing = run.missing
        let place = isSketching ? nil : run.reads.last.map { facts.place($0.slot, of: $0.record) }
        let day = DayRange(value)
        var judgement = Judgement(.pass)
        judgement.place = place
        if !isSketching { judgement.actual = day.map { .days(from: $0.firstDay, to: $0.lastDay) } }
        var tally = BoundTally()
        var dueBy: DayRange?
        for bound in bounds {
            let limit = DayRange(bound.day.evaluate(&run))
            missing += run.missing
            if bound.relation == .noLaterThan { dueBy = limit }
            guard let limit else {
                tally.add(nil, nil, nil)
                continue
            }
            let outcome = day.flatMap { bound.relation.holds($0, limit) }
            tally.add(
                outcome,
                isSketching ? nil : Requirement(bound.relation, .days(from: limit.firstDay, to: limit.lastDay), origin: bound.origin),
                day.flatMap { bound.relation.margin($0, limit, failed: outcome == false) })
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
        var previous: (window: DayRange, text: String, place: SourcePlace?)?
        var judgement = Judgement(.pass)
        var hasFailed = false
        for window in windows {
            let value = window.evaluate(&run, tracing: true)
            let place = run.reads.last.map { facts.place($0.slot, of: $0.record) }
            guard let range = DayRange(value) else {
                missing += run.missing
                previous = nil
                continue
            }
            if let previous {
                let next = previous.window.to + 1
                let margin = Margin(contiguous ? -abs(range.from - next) : range.from - next, unit: .days, moreIsBetter: true)
                if margin.value < 0, !hasFailed {
                    hasFailed = true
                    judgement.place = place
                    judgement.actual = .days(from: range.firstDay, to: range.lastDay)
                    let day = CalendarDate(days: next).description
                    judgement.required = [Requirement(contiguous ? .on : .noEarlierThan, .days(from: day, to: day))]
                    judgement.margin = margin
                    if let place = previous.place {
                        judgement.related = [.init(place: place, message: Localized(zh: "前一阶段在这里", en: "the one before"))]
                    }
                }
            }
            previous = (range, window.text, place)
        }
        if hasFailed {
            judgement.verdict = .fail
            return judgement
        }
        return missing.isEmpty ? judgement : open(rule, missing: missing, note: nil)
    }
}

extension Requirement.Relation {
    /// True where the bound is kept whatever the days turn out to be, false where it is broken whatever they are, nil otherwise.
    func holds(_ day: DayRange, _ limit: DayRange) -> Bool? {
        switch self {
        case .noLaterThan: day.to <= limit.from ? true : day.from > limit.to ? false : nil
        case .noEarlierThan: day.from >= limit.to ? true : day.to < limit.from ? false : nil
        case .on: day.isExact && day == limit ? true : day.to < limit.from || day.from > limit.to ? false : nil
        // Both ends of a window are known; it is not a day that is not known exactly.
        case .within: day.from >= limit.from && day.to <= limit.to ? true : day.to < limit.from || day.from > limit.to ? false : nil
        default: nil
        }
    }

    /// Days of slack, by the least favourable dates; of a failure by the most favourable ones.
    func margin(_ day: DayRange, _ limit: DayRange, failed: Bool) -> Margin? {
        switch self {
        case .noLaterThan: Margin(failed ? limit.to - day.from : limit.from - day.to, unit: .days, moreIsBetter: false)
        case .noEarlierThan: Margin(failed ? day.to - limit.from : day.from - limit.to, unit: .days, moreIsBetter: true)
        case .within:
            day.isExact
                ? Margin(min(day.from - limit.from, limit.to - day.to), unit: .days, moreIsBetter: day.from < limit.from) : nil
        case .on: day.isExact && limit.isExact ? Margin(-abs(day.from - limit.from), unit: .days, moreIsBetter: day.from < limit.from) : nil
        default: nil
        }
    }
}
