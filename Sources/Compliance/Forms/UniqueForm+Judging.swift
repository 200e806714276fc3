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
        var uncertain: [(text: [UInt8], missing: [FieldRead])] = []
        var judgements: [Judgement] = []
        var missing: [FieldRead] = []
        var isOpen = false
        var judged = 0
        for subject in subjects {
            run.set(iteration.slot, subject)
            var unsettled: [FieldRead]?
            switch concern(of: rule) {
            case .no: continue
            case .failed(let failure): return [failure]
            case .unknown(let facts): unsettled = facts
            case .yes: break
            }
            judged += 1
            let value = form.value.evaluate(&run)
            if value.isNull { return [failure()] }
            // Whose value is not wholly known can neither be a duplicate nor have one for certain.
            guard value.isCompletelyKnown else {
                isOpen = true
                missing += run.missing + (unsettled ?? [])
                continue
            }
            let text = value.string ?? value.description
            // Neither can one who may not be concerned; but then its value matters only beside an equal one.
            if let unsettled {
                uncertain.append((Array(text.utf8), unsettled))
                continue
            }
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
        let counts = uncertain.reduce(into: [:]) { $0[$1.text, default: first[$1.text] == nil ? 0 : 1] += 1 }
        for other in uncertain where counts[other.text, default: 0] > 1 {
            isOpen = true
            missing += other.missing
        }
        if judgements.isEmpty, judged > 0 {
            // Alone nobody is a duplicate.
            judgements.append(isOpen && judged > 1 ? open(rule, missing: missing, note: nil) : Judgement(.pass))
        }
        return judgements
    }
}
