import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension Examination {
    mutating func judgeMeasure(_ measure: MeasureDefinition, counted: Bool, _ bounds: [MeasureBound], _ rule: Rule) -> Judgement {
        guard let taken = measure.takenIn.first(where: { $0.holder === book.vocabulary.root }) else { return Judgement(.error) }
        let measured = take(taken, in: FactStore.root)
        let unit = measure.unit
        var judgement = Judgement(.pass)
        judgement.place = place(of: taken, in: FactStore.root)
        if !counted, measured.whole.exact == 0 {
            judgement.verdict = .notApplicable
            judgement.note = Localized(zh: "名册是空的", en: "the roster is empty")
            return judgement
        }
        var missing = measured.missing
        var tally = BoundTally()
        judgement.actual = quantity(measured, counted, unit)
        let found =
            counted
            ? Interval(from: measured.count.lower.map { Fraction($0) }, to: measured.count.upper.map { Fraction($0) }) : measured.fraction
        for bound in bounds {
            guard let limit = limit(bound.limit) else { return withoutValue(bound) }
            missing += limit.missing
            // Numbers that contradict each other decide nothing.
            let isUsable = measured.conflict == nil && !limit.hasConflict
            let demand = isUsable ? bound.demand(limit.share) : nil
            let outcome = demand.flatMap { $0.outcome(of: found) }
            tally.add(
                outcome, limit.isShown ? Requirement(bound.relation, limit.quantity, origin: limit.origin) : nil,
                outcome.flatMap { isKept in demand.flatMap { margin($0, measured, counted, unit, isKept: isKept) } })
        }
        (judgement.required, judgement.margin) = (tally.required, tally.margin)
        if tally.hasFailed { judgement.verdict = .fail }
        guard tally.isOpen, !tally.hasFailed else { return judgement }
        if missing.isEmpty { missing = conflictFacts(measured, taken) }
        var open = open(rule, missing: missing, note: nil)
        (open.place, open.actual, open.required) = (judgement.place, judgement.actual, judgement.required)
        return open
    }

    /// What was found, as far as there is anything to show.
    private func quantity(_ measured: Measured, _ counted: Bool, _ unit: Unit?) -> Quantity? {
        if measured.whole.upper != nil {
            return counted ? .count(measured.count, unit: unit) : .share(count: measured.count, whole: measured.whole, unit: unit)
        }
        return counted
            ? nil
            : measured.share.map { .ratio($0.values, text: Localized(zh: "\($0.text)（取整后的数字）", en: "\($0.text) (rounded)")) }
    }

    private func withoutValue(_ bound: MeasureBound) -> Judgement {
        var judgement = Judgement(.error)
        if case .parameter(let parameter) = bound.limit {
            judgement.note = Localized(
                zh: "参数“\(parameter.label.zh)”在 \(lawTime) 没有值", en: "the parameter “\(parameter.label.en)” has no value on \(lawTime)")
        }
        return judgement
    }

    /// Takes a measure, and reports published numbers that its roster excludes.
    private mutating func take(_ taken: MeasureDefinition.Taken, in holder: Int) -> Measured {
        let root = run.locals[0]
        let measured = facts.measure(taken, in: holder, &run)
        run.set(0, root)
        if let conflict = measured.conflict {
            report(conflict, roster: FieldRead(record: holder, slot: taken.list))
        }
        return measured
    }

    private func conflictFacts(_ measured: Measured, _ taken: MeasureDefinition.Taken) -> [FieldRead] {
        [measured.conflict?.published ?? FieldRead(record: FactStore.root, slot: taken.list)]
    }

    /// Where the numbers stand: the published one, or the roster.
    private func place(of taken: MeasureDefinition.Taken, in holder: Int) -> SourcePlace {
        if facts.fact(taken.list, of: holder).state == .known { return facts.place(taken.list, of: holder).start }
        if let path = taken.published {
            let (record, slot, _) = facts.fact(at: path, from: holder)
            return facts.place(slot, of: record).start
        }
        return facts.place(taken.list, of: holder).start
    }

    // MARK: Bounds

    struct Limit {
        var share: Interval<Fraction>
        var quantity: Quantity
        var origin: Localized?
        var missing: [FieldRead] = []
        var hasConflict = false
        /// Whether anything is known of it.
        var isShown = true
    }

    mutating func limit(_ limit: MeasureBound.Limit) -> Limit? {
        switch limit {
        case .fraction(let fraction, let text, let origin):
            return Limit(share: Interval(fraction), quantity: .ratio(Interval(fraction), text: Localized(same: text)), origin: origin)
        case .parameter(let parameter):
            let values = values(of: parameter)
            guard let least = values.min(by: { $0.value < $1.value }), let greatest = values.max(by: { $0.value < $1.value }) else {
                return nil
            }
            let text = least.text == greatest.text ? least.text : "\(least.text)–\(greatest.text)"
            let share = Interval(from: least.value, to: greatest.value)
            return Limit(share: share, quantity: .ratio(share, text: Localized(same: text)), origin: parameter.label)
        case .measured(let field, let taken):
            let label = book.vocabulary.root.fields[field].label
            let fact = facts.fact(field, of: FactStore.root)
            guard fact.state == .known, case .record(let record) = facts.value(slot: field, of: FactStore.root) else {
                let missing = FieldRead(record: FactStore.root, slot: field)
                return Limit(share: .all, quantity: .text(label), origin: label, missing: [missing], isShown: false)
            }
            let measured = take(taken, in: Int(record.index))
            return Limit(
                share: measured.fraction, quantity: quantity(measured, false, nil) ?? .text(label), origin: label,
                missing: measured.missing, hasConflict: measured.conflict != nil, isShown: quantity(measured, false, nil) != nil)
        }
    }

    /// How many of the whole could change sides before the bound breaks, or would have to so that it holds. Nil where that is not exact.
    private func margin(_ demand: Bound<Fraction>, _ measured: Measured, _ counted: Bool, _ unit: Unit?, isKept: Bool) -> Margin? {
        guard let whole = counted ? 1 : measured.whole.exact else { return nil }
        let numbers = demand.map { $0.multiplied(by: Fraction(whole)) }
        return numbers?.slack(of: measured.count, isKept: isKept).map { Margin($0, unit: unit) }
    }
}

extension MeasureBound {
    /// The bound on a share, once it is known where the limit lies; nil where the numbers do not fit.
    func demand(_ limit: Interval<Fraction>) -> Bound<Fraction>? {
        if relation == .about { return tolerance.flatMap { Bound(about: limit, tolerance: $0) } }
        return Bound(relation, limit)
    }
}

extension SourcePlace {
    /// Only where it begins: a roster is too long to be marked as a whole.
    var start: SourcePlace { SourcePlace(file: file, span: SourceSpan(start: span.start, end: span.start)) }
}
