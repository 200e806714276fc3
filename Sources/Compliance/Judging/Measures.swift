import FEEL
import Facts
import Findings
import RulePacks
import SourceText

extension Examination {
    mutating func judgeMeasure(_ measure: MeasureDefinition, counted: Bool, _ bounds: [MeasureBound], _ rule: Rule) -> Judgement {
        guard let taken = measure.takenIn.first(where: { $0.holder === book.vocabulary.root }) else { return Judgement(.error) }
        let measured = take(taken, in: FactStore.root)
        let unit = measure.unit.map(UnitName.init)
        var judgement = Judgement(.pass)
        judgement.place = place(of: taken, in: FactStore.root)
        if !counted, measured.whole == 0...0 {
            judgement.verdict = .notApplicable
            judgement.note = Localized(zh: "名册是空的", en: "the roster is empty")
            return judgement
        }
        var missing = measured.missing
        var tally = BoundTally()
        judgement.actual = quantity(measured, counted, unit)
        let found = counted ? Share(count: measured.count) : Share(measured)
        for bound in bounds {
            guard let limit = limit(bound.limit) else { return withoutValue(bound) }
            missing += limit.missing
            // Numbers that contradict each other decide nothing.
            let isUsable = measured.conflict == nil && !limit.hasConflict
            let outcome = isUsable ? found.compare(bound.relation, limit.share, tolerance: bound.tolerance) : nil
            tally.add(
                outcome, limit.isShown ? Requirement(bound.relation, limit.quantity, origin: limit.origin) : nil,
                margin(bound.relation, measured, limit.share, counted, unit, failed: outcome == false))
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
    private func quantity(_ measured: Measured, _ counted: Bool, _ unit: UnitName?) -> Quantity? {
        if measured.whole.upperBound < Int.max {
            return counted ? .count(measured.count, unit: unit) : .share(count: measured.count, whole: measured.whole, unit: unit)
        }
        return counted
            ? nil : measured.share.map { .text(Localized(zh: "\($0.text)（取整后的数字）", en: "\($0.text) (rounded)")) }
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
        if facts.slot(taken.list, of: holder).state == .known { return facts.place(taken.list, of: holder).start }
        if let path = taken.published {
            let (record, slot, _) = facts.fact(at: path, from: holder)
            return facts.place(slot, of: record).start
        }
        return facts.place(taken.list, of: holder).start
    }

    // MARK: Bounds

    struct Limit {
        var share: Share
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
            return Limit(share: Share(fraction), quantity: .text(Localized(same: text)), origin: origin)
        case .parameter(let parameter):
            let values = values(of: parameter)
            guard let least = values.min(by: { $0.value < $1.value }), let greatest = values.max(by: { $0.value < $1.value }) else {
                return nil
            }
            let text = least.text == greatest.text ? least.text : "\(least.text)–\(greatest.text)"
            return Limit(
                share: Share(low: least.value, high: greatest.value), quantity: .text(Localized(same: text)), origin: parameter.label)
        case .measured(let field, let taken):
            let label = book.vocabulary.root.fields[field].label
            let fact = facts.slot(field, of: FactStore.root)
            guard fact.state == .known, case .record(let record) = facts.value(slot: field, of: FactStore.root) else {
                let missing = FieldRead(record: FactStore.root, slot: field)
                return Limit(share: .anything, quantity: .text(label), origin: label, missing: [missing], isShown: false)
            }
            let measured = take(taken, in: Int(record.index))
            return Limit(
                share: Share(measured), quantity: quantity(measured, false, nil) ?? .text(label), origin: label,
                missing: measured.missing, hasConflict: measured.conflict != nil, isShown: quantity(measured, false, nil) != nil)
        }
    }

    // MARK: Margins

    /// How many of the whole could change sides before the bound breaks, or would have to so that it holds. Nil where that is not exact.
    private func margin(
        _ relation: Requirement.Relation, _ measured: Measured, _ limit: Share, _ counted: Bool, _ unit: UnitName?, failed: Bool
    ) -> Margin? {
        guard counted || measured.whole.lowerBound == measured.whole.upperBound else { return nil }
        let whole = counted ? 1 : measured.whole.lowerBound
        // On a pass the least favourable end of the bound counts too, on a failure the most favourable one.
        let wantsMuch = relation == .atLeast || relation == .above
        guard let end = wantsMuch == failed ? limit.low : limit.high else { return nil }
        let (numerator, denominator) = (end.numerator, end.denominator)
        let product = Int128(numerator) * Int128(whole)
        guard denominator > 0, let floor = Int(exactly: product / Int128(denominator)) else { return nil }
        let isWhole = product % Int128(denominator) == 0
        // On a pass the least favourable number counts, on a failure the most favourable one.
        let (low, high) = (measured.count.lowerBound, measured.count.upperBound)
        switch relation {
        case .atLeast: return Margin((failed ? high : low) - (isWhole ? floor : floor + 1), unit: unit, moreIsBetter: true)
        case .above: return Margin((failed ? high : low) - floor - 1, unit: unit, moreIsBetter: true)
        case .atMost: return Margin(floor - (failed ? low : high), unit: unit, moreIsBetter: false)
        case .below: return Margin((isWhole ? floor - 1 : floor) - (failed ? low : high), unit: unit, moreIsBetter: false)
        default: return nil
        }
    }
}

/// A share between two exact fractions.
struct Share {
    var low: Fraction
    /// Nil: nothing bounds it from above.
    var high: Fraction?
    /// Whether it can be the upper end itself; a share that was rounded cannot.
    var includesHigh = true

    static let anything = Share(low: Fraction(0, 1), high: nil)

    init(low: Fraction, high: Fraction?) {
        self.low = low
        self.high = high
    }

    init(_ fraction: Fraction) { self.init(low: fraction, high: fraction) }

    init(count: ClosedRange<Int>) {
        self.init(low: Fraction(count.lowerBound, 1), high: count.upperBound == Int.max ? nil : Fraction(count.upperBound, 1))
    }

    init(_ measured: Measured) {
        let (count, whole) = (measured.count, measured.whole)
        low = whole.upperBound == Int.max || whole.upperBound == 0 ? Fraction(0, 1) : Fraction(count.lowerBound, whole.upperBound)
        // A part is never more than its whole.
        high = whole.lowerBound == 0 || count.upperBound >= whole.lowerBound ? Fraction(1, 1) : Fraction(count.upperBound, whole.lowerBound)
        guard let published = measured.share else { return }
        if low < published.low { low = published.low }
        if !(high.map { $0 < published.high } ?? false) { (high, includesHigh) = (published.high, published.includesHigh) }
    }

    var isExact: Bool { high == low }

    /// Whether all that it can be lies below a number, or at most there.
    private func isBelow(_ other: Fraction) -> Bool? { high.map { $0 < other || (!includesHigh && $0.equals(other)) } }

    private func isAtMost(_ other: Fraction) -> Bool? { high.map { !(other < $0) } }

    /// True where the relation holds for all that both can be, false where it holds for none of it, nil otherwise.
    func compare(_ relation: Requirement.Relation, _ other: Share, tolerance: Fraction?) -> Bool? {
        switch relation {
        case .atLeast: return Self.decide(always: other.isAtMost(low), never: isBelow(other.low))
        case .above: return Self.decide(always: other.isBelow(low), never: isAtMost(other.low))
        case .atMost: return Self.decide(always: isAtMost(other.low), never: other.isBelow(low))
        case .below: return Self.decide(always: isBelow(other.low), never: other.isAtMost(low))
        case .about:
            guard let tolerance, let upper = other.high, let high else { return nil }
            // Within the tolerance of the bound, whatever both turn out to be; or outside it.
            let isNever = Fraction.isBelow(high, other.low, by: tolerance) || Fraction.isBelow(upper, low, by: tolerance)
            let isAlways = !Fraction.isBelow(low, upper, by: tolerance) && !Fraction.isBelow(other.low, high, by: tolerance)
            return isNever ? false : isAlways ? true : nil
        default: return nil
        }
    }

    private static func decide(always: Bool?, never: Bool?) -> Bool? { always == true ? true : never == true ? false : nil }
}

extension SourcePlace {
    /// Only where it begins: a roster is too long to be marked as a whole.
    var start: SourcePlace { SourcePlace(file: file, span: SourceSpan(start: span.start, end: span.start)) }
}
