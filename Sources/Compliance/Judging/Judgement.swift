import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// The verdict on one record, before it is put into words and together with others.
struct Judgement {
    var verdict: Verdict
    var place: SourcePlace?
    var actual: Quantity?
    var required: [Requirement] = []
    /// Of what is open: the bounds that are kept whatever is missing.
    var kept: [Requirement] = []
    var margin: Margin?
    var missing: [FieldRead] = []
    var evidence: [Evidence] = []
    var related: [Diagnostic.Related] = []
    /// The facts on which it stands and that are only planned.
    var planned: [FieldRead] = []
    var note: Localized?
    /// The last day on which missing facts are excused.
    var dueOn: CalendarDate?
    /// The record that was judged; nil for the dossier.
    var subject: Value?
    /// What was judged, where it is no record.
    var topic: Subject?
    /// The rule as documents state it: with their lines as its basis, and binding as they do; nil where it is its pack that says.
    var rule: RuleDescription?

    init(_ verdict: Verdict) { self.verdict = verdict }
}

/// Judgements of a rule that are told together: all but violations, which are each to be acted on.
struct JudgementGroup {
    let verdict: Verdict
    var count = 0
    /// The record with the tightest margin, or the first.
    var subject: Value?
    var margin: Int?
    var missing: [FieldRead] = []

    init(_ verdict: Verdict) { self.verdict = verdict }

    mutating func add(_ record: Value?, margin new: Int?) {
        let isTighter = new.map { new in margin.map { new < $0 } ?? true } ?? false
        if count == 0 || isTighter {
            subject = record
            margin = new
        }
        count += 1
    }

    mutating func add(_ judgement: Judgement) {
        add(judgement.subject, margin: judgement.margin?.value)
        missing += judgement.missing
    }
}

extension Examination {
    /// The judgement in the form that reports take.
    func result(_ judgement: Judgement, of rule: Rule) -> RuleResult {
        var subject = judgement.topic
        // A rule that errs is to be mended where it stands.
        var place = judgement.verdict == .error ? rule.description.place : judgement.place
        if case .record(let record)? = judgement.subject, !facts.isBlank(Int(record.index)) {
            subject = facts.subject(of: Int(record.index))
            place = place ?? facts.place(of: Int(record.index))
        }
        var result = RuleResult(
            rule: judgement.rule ?? rule.description, verdict: judgement.verdict, subject: subject,
            place: place ?? facts.place(of: FactStore.root))
        result.actual = judgement.actual
        result.required = judgement.required
        result.kept = judgement.kept
        result.margin = judgement.margin
        result.missing = facts.describe(unique(judgement.missing))
        result.evidence = judgement.evidence
        result.planned = judgement.planned.map(facts.reference)
        result.related = judgement.related
        result.note = judgement.note
        result.dueOn = judgement.dueOn
        return result
    }
}
