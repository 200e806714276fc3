import FEEL
import Findings
import SourceText

/// The verdict on one record, before it is put into words and together with others.
struct Judgement {
    var verdict: Verdict
    var subject: Value?
    var name: Localized?
    var place: SourcePlace?
    var actual: Quantity?
    var required: [Requirement] = []
    var margin: Margin?
    var missing: [MissingFactReport] = []
    var evidence: [Evidence] = []
    var related: [Diagnostic.Related] = []
    var note: Localized?

    init(_ verdict: Verdict) { self.verdict = verdict }
}

/// Puts the judgements of a rule together: violations stay apart, because each is to be acted on; the others are told once, with their
/// number.
struct ResultCollector {
    let rule: RuleDescription
    let root: SourcePlace
    private(set) var results: [RuleResult] = []
    private var grouped: [(verdict: Verdict, index: Int)] = []

    init(rule: RuleDescription, root: SourcePlace) {
        self.rule = rule
        self.root = root
    }

    var isEmpty: Bool { results.isEmpty }

    mutating func add(contentsOf judgements: [Judgement]) {
        for judgement in judgements { add(judgement) }
    }

    mutating func add(_ judgement: Judgement) {
        if judgement.verdict != .fail, judgement.verdict != .error {
            if let group = grouped.first(where: { $0.verdict == judgement.verdict }) {
                merge(judgement, into: &results[group.index])
                return
            }
            grouped.append((judgement.verdict, results.count))
        }
        var result = RuleResult(rule: rule, verdict: judgement.verdict, subject: judgement.name, place: judgement.place ?? root)
        result.actual = judgement.actual
        result.required = judgement.required
        result.margin = judgement.margin
        result.missing = judgement.missing
        result.evidence = judgement.evidence
        result.related = judgement.related
        result.note = judgement.note
        results.append(result)
    }

    /// A group is about nobody in particular; it keeps its tightest margin, and where that was found.
    private func merge(_ judgement: Judgement, into result: inout RuleResult) {
        result.count += 1
        result.missing += judgement.missing
        let isTighter = judgement.margin.map { new in result.margin.map { new.value < $0.value } ?? true } ?? false
        if isTighter {
            result.margin = judgement.margin
            result.actual = judgement.actual
            result.required = judgement.required
            result.subject = judgement.name
            result.place = judgement.place ?? root
        }
    }
}
