import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension SequenceForm: JudgedRecordForm {
    func judge(_ rule: Rule, by examination: inout Examination) -> Judgement { examination.judge(self, rule) }
}

extension Examination {
    fileprivate mutating func judge(_ form: SequenceForm, _ rule: Rule) -> Judgement {
        var missing: [FieldRead] = []
        var previous: (last: CalendarDate, place: SourcePlace?)?
        var judgement = Judgement(.pass)
        for window in form.windows {
            let value = window.evaluate(&run, tracing: true)
            let place = run.reads.last.map { facts.place($0.slot, of: $0.record) }
            guard let range = value.days?.range else {
                missing += run.missing
                previous = nil
                continue
            }
            if judgement.verdict == .pass, let previous, let next = previous.last.adding(days: 1) {
                let demand = Bound(form.isContiguous ? .equal : .atLeast, Interval(next))
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
