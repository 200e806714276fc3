import FEEL
import Facts
import Findings
import RulePacks
import SourceText

/// Whether a rule concerns what is judged: `when` and `exceptWhen`.
extension Examination {
    enum Concern {
        case yes
        case no(Exclusion)
        /// The facts that would decide.
        case unknown([FieldRead])
        /// A condition has no value although nothing is missing.
        case failed(Judgement)
    }

    /// The condition that leaves a record out.
    struct Exclusion {
        let condition: String
        /// Whether it is an exception that applies, or a condition that does not hold.
        let isException: Bool

        var note: Localized {
            isException
                ? Localized(zh: "属于例外情形：\(condition)", en: "an exception applies: \(condition)")
                : Localized(zh: "不具备适用条件：\(condition)", en: "its condition does not hold: \(condition)")
        }
    }

    /// Whether `when` and `exceptWhen` let a rule apply to what the variables hold.
    mutating func concern(of rule: Rule) -> Concern {
        var missing: [FieldRead] = []
        var isOpen = false
        for wanted in [true, false] {
            guard let condition = wanted ? rule.when : rule.exceptWhen else { continue }
            let value = condition.evaluate(&run)
            switch value {
            case .boolean(wanted): continue
            case .boolean: return .no(Exclusion(condition: condition.text, isException: !wanted))
            default:
                let facts = run.missing
                if facts.isEmpty, value.isKnown || !run.problems.isEmpty { return .failed(failure()) }
                missing += facts.isEmpty ? openReads(of: [condition]) : facts
                isOpen = true
            }
        }
        return isOpen ? .unknown(missing) : .yes
    }

    /// The verdict on one record, or on the dossier; nil where `when` or `exceptWhen` leave the record out.
    mutating func judgeSubject(_ rule: Rule, _ form: any RecordForm, _ subject: Value?) -> Judgement? {
        var judgement: Judgement
        switch concern(of: rule) {
        case .yes: judgement = weighed(judge(form, rule), rule)
        case .no(let exclusion):
            if subject != nil { return nil }
            judgement = Judgement(.notApplicable)
            judgement.note = exclusion.note
        case .unknown(let missing): judgement = judgeAnyway(rule, form, missing, isDossier: subject == nil)
        case .failed(let failure): judgement = failure
        }
        judgement.subject = subject
        return judgement
    }

    /// The verdicts of a form that finds what it judges. Where it is not known whether the rule applies, only what it would pass is decided.
    mutating func judgeTopics(_ rule: Rule, _ form: any TopicForm) -> [Judgement] {
        let concern = concern(of: rule)
        switch concern {
        case .failed(let failure): return [failure]
        case .no(let exclusion):
            var none = Judgement(.notApplicable)
            none.note = exclusion.note
            return [none]
        case .yes, .unknown: break
        }
        let judgements = judge(form, rule)
        guard case .unknown(let missing) = concern, judgements.contains(where: { $0.verdict != .pass }) else {
            return judgements.isEmpty ? [nothingConcerned] : judgements
        }
        let note = Localized(zh: "不知道本规则是否适用", en: "it is not known whether the rule applies")
        return [open(rule, missing: missing + judgements.flatMap(\.missing), note: note)]
    }

    /// The verdict where it is not known whether the rule applies: what holds, holds either way; what is broken, or open itself, is open.
    ///
    /// - Parameter missing: the facts that would decide whether it applies.
    private mutating func judgeAnyway(_ rule: Rule, _ form: any RecordForm, _ missing: [FieldRead], isDossier: Bool) -> Judgement {
        var judgement = weighed(judge(form, rule), rule)
        switch judgement.verdict {
        case .pass where isDossier && !isSketching && judgement.note == nil:
            judgement.note = Localized(zh: "无论本项是否适用，均符合", en: "it holds whether or not the rule applies")
            return judgement
        case .pass, .notApplicable: return judgement
        case .fail, .unknown, .pending, .review, .error: break
        }
        let isBroken = judgement.verdict == .fail
        let note =
            isBroken
            ? Localized(zh: "不知道本规则是否适用；如适用，则不符合", en: "it is not known whether the rule applies; if it does, it is broken")
            : Localized(zh: "不知道本规则是否适用", en: "it is not known whether the rule applies")
        var open = open(rule, missing: missing + (isBroken ? [] : judgement.missing), note: note)
        (open.place, open.actual, open.required, open.kept) = (judgement.place, judgement.actual, judgement.required, judgement.kept)
        return open
    }
}

extension Rule {
    /// Whether it concerns everything that it is asked of.
    var isUnconditional: Bool { when == nil && exceptWhen == nil }
}
