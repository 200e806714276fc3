import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText
import YAMLTree

/// The examination of one dossier: which packs concern it, and what each of their rules gives.
struct Examination {
    let facts: FactStore
    let book: RuleBook
    let options: CheckOptions
    /// The day whose law applies; where only a window is known, its first day.
    let lawTime: CalendarDate
    /// All days that the law-time can be; nil where nothing is known of it, and the law of the as-of day stands in.
    let lawDays: ClosedRange<CalendarDate>?
    var run = Evaluation()
    /// Only verdicts and margins are wanted, no words and no places.
    var isSketching = false
    /// Slots of parameters that have several values on the days that the law-time can be.
    private(set) var openParameters: Set<Int> = []
    /// Whether the verdict on the rule that is judged may stand on what is only planned.
    var readsPlan = false
    var results: [RuleResult] = []
    var diagnostics: [Diagnostic] = []
    /// Published numbers whose contradiction with a roster has been reported.
    var reportedConflicts: Set<FieldRead> = []

    init(_ facts: FactStore, _ book: RuleBook, _ options: CheckOptions) {
        self.facts = facts
        self.book = book
        self.options = options
        let event = book.vocabulary.lawTime.flatMap { facts.value(at: $0.path, from: FactStore.root).days?.range }
        // A vocabulary without such an event, or a day that the user gives, leaves nothing open.
        let stated = options.lawTime ?? (book.vocabulary.lawTime == nil ? options.asOf : nil)
        lawDays = stated.map { $0...$0 } ?? event
        lawTime = lawDays?.lowerBound ?? options.asOf
    }

    mutating func apply() {
        for pack in book.packs {
            switch applicability(of: pack) {
            case .yes where pack.contents.problems.isEmpty:
                for rule in rules(of: pack) where isSelected(rule.outline) { judge(rule, of: pack) }
            case .yes:
                let note = Localized(zh: "规则包有误，不能据以核对", en: "the pack has errors, and nothing is judged by it")
                state(.error, of: pack, note)
            case .no(let reason): state(.notApplicable, of: pack, reason)
            case .unknown(let missing):
                let note = Localized(zh: "不知道本规则包是否适用", en: "it is not known whether the pack applies")
                state(.unknown, of: pack, note, missing: facts.describe(missing))
            }
        }
        checkAttestations()
        explainWindow()
    }

    /// Gives one verdict to all rules of a pack, which are not judged by themselves.
    private mutating func state(_ verdict: Verdict, of pack: RulePack, _ note: Localized, missing: [MissingFact] = []) {
        for outline in pack.outlines where isSelected(outline) && !isReplaced(outline) {
            let place = verdict == .error ? outline.description.place : facts.place(of: FactStore.root)
            var result = RuleResult(rule: outline.description, verdict: verdict, place: place)
            result.missing = missing
            result.note = note
            results.append(result)
        }
    }

    func isSelected(_ rule: RuleOutline) -> Bool {
        (options.rules.isEmpty || options.rules.contains(rule.id)) && !options.skippedRules.contains(rule.id)
            && (options.phases.isEmpty || rule.phase.map { options.phases.contains($0.id) } == true)
    }

    /// The rules of a pack that no other replaces, each by the reading that was chosen for it.
    func rules(of pack: RulePack) -> [Rule] {
        pack.contents.rules.filter { !isReplaced($0.outline) }.map { rule in
            options.readings[rule.id].flatMap { rule.alternatives[$0] } ?? rule
        }
    }

    /// Whether another rule takes the place of this one: it does where its own pack applies, and where that is not known.
    func isReplaced(_ outline: RuleOutline) -> Bool {
        book.packs(replacing: outline).contains { if case .no = applicability(of: $0) { false } else { true } }
    }

    // MARK: Rules

    /// Judges one rule and adds its results: each violation by itself, what passes or is missing together.
    mutating func judge(_ rule: Rule, of pack: RulePack) {
        bind(pack)
        isSketching = false
        readsPlan = mayReadPlan(rule)
        switch rule.demand {
        case .ofDossier(let form):
            if let judgement = judgeSubject(rule, form, nil) { results.append(result(judgement, of: rule)) }
        case .ofEach(let iteration, let form):
            guard !inherits(iteration, rule) else { return judgeInheriting(iteration, form, rule) }
            if let subjects = subjects(of: iteration, rule) { judgeEach(subjects, iteration, form, rule) }
        case .ofAll(let iteration, let form):
            guard let subjects = subjects(of: iteration, rule) else { return }
            let judgements = judge(form, rule, subjects, iteration).map { weighed($0, rule, subjects, iteration) }
            results += (judgements.isEmpty ? [nothingConcerned] : judgements).map { result($0, of: rule) }
        case .ofTopics(let form): results += judgeTopics(rule, form).map { result($0, of: rule) }
        }
    }

    /// The records to be judged; where they are not known, that is the result.
    mutating func subjects(of iteration: Iteration, _ rule: Rule) -> [Value]? {
        if case .list(let subjects) = iteration.list.evaluate(&run) { return subjects }
        results.append(result(open(rule, missing: run.missing, note: nil), of: rule))
        return nil
    }

    /// Judges records one by one. Most of them pass, so they are only sketched at first; what is reported is judged again in full.
    mutating func judgeEach(_ subjects: [Value], _ iteration: Iteration, _ form: any RecordForm, _ rule: Rule) {
        var groups = [JudgementGroup(.pass)]
        let before = results.count
        let condition = rule.isUnconditional && !readsPlan ? form as? RequireForm : nil
        for subject in subjects {
            run.set(iteration.slot, subject)
            if let condition, let pass = plainPass(condition) {
                groups[0].add(subject, margin: pass.margin)
                continue
            }
            isSketching = true
            guard let sketch = judgeSubject(rule, form, subject) else { continue }
            guard sketch.verdict == .fail || sketch.verdict == .error else {
                if let index = groups.firstIndex(where: { $0.verdict == sketch.verdict }) {
                    groups[index].add(sketch)
                } else {
                    var group = JudgementGroup(sketch.verdict)
                    group.add(sketch)
                    groups.append(group)
                }
                continue
            }
            isSketching = false
            if let judgement = judgeSubject(rule, form, subject) { results.append(result(judgement, of: rule)) }
        }
        isSketching = false
        for group in groups where group.count > 0 {
            guard let subject = group.subject else { continue }
            run.set(iteration.slot, subject)
            guard var judgement = judgeSubject(rule, form, subject) else { continue }
            judgement.missing = group.missing
            var result = result(judgement, of: rule)
            result.count = group.count
            results.append(result)
        }
        if results.count == before { results.append(result(nothingConcerned, of: rule)) }
    }

    var nothingConcerned: Judgement {
        var none = Judgement(.notApplicable)
        none.note = Localized(zh: "没有需要核对的对象", en: "there is nothing that it concerns")
        return none
    }

    /// Gives the slots of the scope their values: the root record, and the parameters at law-time.
    mutating func bind(_ pack: RulePack) {
        run.set(0, .record(facts.rootRecord))
        openParameters = []
        for (slot, parameter) in zip(pack.contents.parameterSlots, pack.parameters) {
            let numbers = values(of: parameter).compactMap(\.value.decimal)
            guard let least = numbers.min(), let greatest = numbers.max() else {
                run.set(slot, .null)
                continue
            }
            if least != greatest { openParameters.insert(slot) }
            run.set(slot, least == greatest ? .number(least) : .between(Bounds(lower: .number(least), upper: .number(greatest))))
        }
    }

    /// The values that a parameter can have: one, unless the law-time is a window in which it changes, or is not known at all.
    func values(of parameter: Parameter) -> [(value: Fraction, text: String)] {
        guard let days = lawDays else { return parameter.values.map { ($0.value, $0.text) } }
        let first = parameter.value(on: days.lowerBound).map { [$0] } ?? []
        return first + parameter.values.filter { days.contains($0.from) && $0.from != days.lowerBound }.map { ($0.value, $0.text) }
    }
}
