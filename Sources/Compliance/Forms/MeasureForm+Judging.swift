import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension MeasureForm: JudgedRecordForm {
    func judge(_ rule: Rule, by examination: inout Examination) -> Judgement { examination.judge(self, rule) }
}

extension Examination {
    mutating func judge(_ form: MeasureForm, _ rule: Rule) -> Judgement {
        let measured = take(form.taken, in: FactStore.root)
        var judgement = Judgement(.pass)
        let source = form.taken.source(in: FactStore.root, of: facts)
        judgement.place = facts.place(source.slot, of: source.record).start
        if !form.counted || !form.taken.hasWhole, measured.isOfNothing {
            judgement.verdict = .notApplicable
            judgement.note = Localized(zh: "名册是空的", en: "the roster is empty")
            return judgement
        }
        var missing = measured.missing
        var tally = BoundTally()
        judgement.actual = quantity(measured, form.counted, form.measure.unit)
        let found = measured.value(counted: form.counted)
        for bound in form.bounds {
            guard let limit = limit(bound.limit, of: form) else { return withoutValue(bound) }
            // Numbers that contradict each other decide nothing.
            let isUsable = measured.conflict == nil && !limit.hasConflict
            let demand = isUsable ? bound.demand(limit.value) : nil
            let outcome = demand.flatMap { $0.outcome(of: found) }
            // Only a bound that is open itself waits for what its limit lacks.
            if outcome == nil { missing += limit.missing }
            tally.add(
                outcome, limit.isShown ? Requirement(bound.relation, limit.quantity, origin: limit.origin) : nil,
                outcome.flatMap { isKept in demand.flatMap { margin($0, measured, form, isKept: isKept) } })
        }
        (judgement.required, judgement.margin) = (tally.required, tally.margin)
        if tally.hasFailed { judgement.verdict = .fail }
        guard tally.isOpen, !tally.hasFailed else { return judgement }
        if missing.isEmpty { missing = [measured.conflict?.published ?? source] }
        var open = open(rule, missing: missing, note: nil)
        (open.place, open.actual, open.required, open.kept) = (judgement.place, judgement.actual, tally.open, tally.kept)
        return open
    }

    /// What was found, as far as there is anything to show.
    private func quantity(_ measured: Measured, _ counted: Bool, _ unit: Unit?) -> Quantity? {
        switch measured.amount {
        case .part(let count, let whole, _) where whole.upper != nil:
            counted ? .count(count, unit: unit) : .share(count: count, whole: whole, unit: unit)
        case .part(_, _, let printed):
            counted
                ? nil : printed.map { .ratio($0.values, text: Localized(zh: "\($0.text)（取整后的数字）", en: "\($0.text) (rounded)")) }
        case .number(let number): number == .all ? nil : .number(number, unit: unit)
        case .ratio(let ratio): ratio == .all ? nil : .ratio(ratio, text: Localized(same: Quantity.text(ratio)))
        }
    }

    private func withoutValue(_ bound: MeasureForm.Bound) -> Judgement {
        var judgement = Judgement(.error)
        if case .parameter(let parameter) = bound.limit {
            judgement.note = Localized(
                zh: "参数“\(parameter.label.zh)”在 \(lawTime) 没有值", en: "the parameter “\(parameter.label.en)” has no value on \(lawTime)")
        }
        return judgement
    }

    /// Takes a measure, and reports published numbers that the rest excludes.
    private mutating func take(_ measure: any Measure, in holder: Int) -> Measured {
        let root = run.locals[0]
        let measured = measure.take(in: holder, of: facts, &run)
        run.set(0, root)
        if let conflict = measured.conflict { report(conflict, roster: measure.source(in: holder, of: facts)) }
        return measured
    }

    // MARK: Bounds

    /// What is known of a bound's limit.
    struct Limit {
        var value: Interval<Fraction>
        var quantity: Quantity
        var origin: Localized?
        var missing: [FieldRead] = []
        var hasConflict = false
        /// Whether anything is known of it.
        var isShown = true
    }

    mutating func limit(_ limit: MeasureForm.Limit, of form: MeasureForm) -> Limit? {
        switch limit {
        case .fraction(let fraction, let text):
            return Limit(value: Interval(fraction), quantity: stated(Interval(fraction), text, form))
        case .parameter(let parameter):
            let values = values(of: parameter)
            guard let least = values.min(by: { $0.value < $1.value }), let greatest = values.max(by: { $0.value < $1.value }) else {
                return nil
            }
            let text = least.text == greatest.text ? least.text : "\(least.text)–\(greatest.text)"
            let value = Interval(from: least.value, to: greatest.value)
            // Where it changes on the days that the law-time can be, the day decides.
            let missing = value.isExact ? [] : lawTimeFact
            return Limit(value: value, quantity: stated(value, text, form), origin: parameter.label, missing: missing)
        case .measured(let field, let measure):
            let label = book.vocabulary.root.fields[field].label
            guard case .record(let record) = facts.value(slot: field, of: FactStore.root) else {
                let missing = FieldRead(record: FactStore.root, slot: field)
                return Limit(value: .all, quantity: .text(label), origin: label, missing: [missing], isShown: false)
            }
            return measuredLimit(measure, in: Int(record.index), form.counted, label)
        case .other(let other, let measure):
            return measuredLimit(measure, in: FactStore.root, form.counted, other.label)
        }
    }

    /// A bound that the rule states: of what is counted a number with its unit.
    private func stated(_ value: Interval<Fraction>, _ text: String, _ form: MeasureForm) -> Quantity {
        if form.counted, value.exact?.denominator == 1, let numbers = value.map({ Decimal($0.numerator) }) {
            return .number(numbers, unit: form.measure.unit)
        }
        return .ratio(value, text: Localized(same: text))
    }

    private mutating func measuredLimit(_ measure: any Measure, in holder: Int, _ counted: Bool, _ label: Localized) -> Limit {
        let measured = take(measure, in: holder)
        let quantity = quantity(measured, counted, nil)
        return Limit(
            value: measured.value(counted: counted), quantity: quantity ?? .text(label), origin: label, missing: measured.missing,
            hasConflict: measured.conflict != nil, isShown: quantity != nil)
    }

    // MARK: Margins

    /// How many of the whole could change sides before the bound breaks, or would have to so that it holds. Nil where that is not exact.
    private func margin(_ demand: Bound<Fraction>, _ measured: Measured, _ form: MeasureForm, isKept: Bool) -> Margin? {
        let slack: Slack?
        switch measured.amount {
        case .part(let count, let whole, _):
            guard let whole = form.counted ? 1 : whole.exact else { return nil }
            slack = demand.map { $0.multiplied(by: Fraction(whole)) }?.slack(of: count, isKept: isKept)
        case .number(let number): slack = number.exactlyWhole.flatMap { demand.slack(of: $0, isKept: isKept) }
        case .ratio: slack = nil
        }
        return slack.map { Margin($0, unit: form.measure.unit) }
    }
}

extension MeasureForm.Bound {
    /// The bound on a value, once it is known where the limit lies; nil where the numbers do not fit.
    func demand(_ limit: Interval<Fraction>) -> Bound<Fraction>? {
        if relation == .about { return tolerance.flatMap { Quantities.Bound(about: limit, tolerance: $0) } }
        return Quantities.Bound(relation, limit)
    }
}

extension SourcePlace {
    /// Only where it begins: a roster is too long to be marked as a whole.
    var start: SourcePlace { SourcePlace(file: file, span: SourceSpan(start: span.start, end: span.start)) }
}
