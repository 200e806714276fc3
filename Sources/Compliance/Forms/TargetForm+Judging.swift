import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension TargetForm: JudgedTopicForm {
    func judge(_ rule: Rule, by examination: inout Examination) -> [Judgement] { examination.judge(self, rule) }
}

extension Examination {
    fileprivate mutating func judge(_ form: TargetForm, _ rule: Rule) -> [Judgement] {
        let (structures, missing) = structures(form, rule)
        if structures.isEmpty, !missing.isEmpty { return [open(rule, missing: missing, note: nil)] }
        if form.judgesTargets { return targetsJudged(structures, form, rule, open: missing) }
        return structures.map { judge($0, form, rule, open: missing + $0.missing) }
    }

    /// What targets and the rule demand of each measure, and the facts without which nobody knows whether there are more targets.
    mutating func structures(_ form: TargetForm, _ rule: Rule) -> (structures: [MeasuredTargets], missing: [FieldRead]) {
        let (targets, missing) = facts.targets(form.definition)
        // A target of which nobody knows for what it is may be for any measure.
        let nameless = targets.filter { $0.measure == nil }.map { FieldRead(record: $0.record, slot: form.definition.measure) }
        return (form.measures.compactMap { structure(of: $0.measure, $0.taken, form, targets, rule) }, missing + nameless)
    }

    private mutating func judge(_ structure: MeasuredTargets, _ form: TargetForm, _ rule: Rule, open missing: [FieldRead]) -> Judgement {
        var judgement: Judgement
        var told = structure.binding
        if structure.demands.isEmpty {
            judgement = missing.isEmpty ? Judgement(.notApplicable) : open(rule, missing: missing, note: nil)
            if missing.isEmpty { judgement.note = structure.reason }
        } else {
            // Each bound binds in its own way, so they are judged one by one; what is broken is told.
            let broken = structure.demands.filter { judge(structure.form([$0.bound]), rule).verdict == .fail }
            if !broken.isEmpty { told = broken }
            judgement = judge(structure.form(told.map(\.bound)), rule)
            if judgement.verdict == .pass, !missing.isEmpty {
                let actual = judgement.actual
                judgement = open(rule, missing: missing, note: nil)
                judgement.actual = actual
            }
        }
        judgement.rule = description(of: structure, form, rule, told)
        judgement.related += structure.targets.map { target in
            let name = name(of: target, form.definition)
            return .init(
                place: facts.place(of: target.record), message: Localized(zh: "\(name.zh)的要求", en: "the target of the \(name.en)"))
        }
        if !form.isOfOne {
            judgement.topic = Subject(type: form.definition.record.id, key: structure.measure.id, label: structure.measure.label)
        }
        return judgement
    }

    /// The rule as the documents state it: with their lines as its basis, binding as those of its bounds that are told.
    func description(
        of structure: MeasuredTargets, _ form: TargetForm, _ rule: Rule, _ told: [MeasuredTargets.Demand]? = nil
    ) -> RuleDescription {
        guard !structure.targets.isEmpty else { return rule.description }
        let told = told ?? structure.binding
        let records = Set(told.flatMap(\.records))
        // What is told leads; the rest is cited too.
        let (leading, others) = (
            structure.targets.filter { records.contains($0.record) }, structure.targets.filter { !records.contains($0.record) }
        )
        return rule.description.stated(
            by: leading.map { basis($0, form.definition) }, besides: others.map { basis($0, form.definition) },
            force: told.map(\.force).max { $0.severity < $1.severity } ?? rule.description.force,
            of: form.isOfOne ? nil : structure.measure.label)
    }

    /// The line of a document as a basis: where it stands and what it says.
    func basis(_ target: StatedTarget, _ definition: TargetDefinition) -> LegalBasis {
        let clause = facts.written(definition.clause, of: target.record)
        var words = facts.written(definition.words, of: target.record)
        if words.isEmpty {
            words = [
                definition.measure, definition.force, definition.relation, definition.reference, definition.share,
            ].map { facts.written($0, of: target.record) }.filter { !$0.isEmpty }.joined(separator: " ")
        }
        let list = facts.vocabulary.root.fields[definition.list]
        let name = name(of: target, definition)
        return LegalBasis(
            source: target.document?.id ?? list.id, title: name, short: name, article: clause.isEmpty ? list.label.zh : clause,
            hasArticles: false, paragraph: nil, words: words)
    }

    /// What the document of a target is called.
    func name(of target: StatedTarget, _ definition: TargetDefinition) -> Localized {
        target.superior.map { facts.name(of: $0) } ?? target.document?.label ?? facts.vocabulary.root.fields[definition.list].label
    }
}
