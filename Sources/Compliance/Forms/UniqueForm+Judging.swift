import FEEL
import Facts
import Findings
import RulePacks
import SourceText

extension UniqueForm: JudgedListForm {
    func judge(_ rule: Rule, _ subjects: [Value], _ iteration: Iteration, by examination: inout Examination) -> [Judgement] {
        examination.judge(self, rule, subjects, iteration)
    }
}

extension Examination {
    fileprivate mutating func judge(_ form: UniqueForm, _ rule: Rule, _ subjects: [Value], _ iteration: Iteration) -> [Judgement] {
        // By bytes: texts that only look alike are different, and hashing is quick.
        var first: [[UInt8]: Value] = [:]
        var judgements: [Judgement] = []
        var missing: [FieldRead] = []
        var isOpen = false
        var judged = 0
        for subject in subjects {
            run.set(iteration.slot, subject)
            let concern = concern(of: rule)
            if case .no = concern { continue }
            judged += 1
            let value = form.value.evaluate(&run)
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
            judgement.evidence = [Evidence(expression: form.value.text, value: shown)]
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
}
