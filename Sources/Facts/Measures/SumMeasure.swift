package import FEEL
package import Quantities

/// `over: LIST, sum: FEEL`: what a value of the records of a list adds up to; with `where`, of those that answer to a condition.
package struct SumMeasure: Measure {
    let roster: Roster
    let term: CompiledExpression
    let condition: CompiledExpression?
    let element: RecordDefinition

    package static let key = "sum"
    package static let keys = ["over", "where"]

    package let hasWhole = false
    package var expressions: [CompiledExpression] { [term] + (condition.map { [$0] } ?? []) }

    package static func read(_ reading: MeasureReading, in holder: RecordDefinition) -> SumMeasure? {
        guard let (slot, element) = reading.list(in: holder), let term = reading.number("sum", in: element) else { return nil }
        let condition = reading.has("where") ? reading.condition("where", in: element) : nil
        if reading.has("where"), condition == nil { return nil }
        return SumMeasure(roster: reading.roster(slot, of: holder), term: term, condition: condition, element: element)
    }

    package func source(in holder: Int, of facts: FactStore) -> FieldRead { FieldRead(record: holder, slot: roster.list) }

    package func take(in holder: Int, of facts: FactStore, _ run: inout Evaluation) -> Measured {
        let whole = roster.whole(in: holder, of: facts, &run)
        let records = facts.records(roster.list, of: holder) ?? []
        let isWhole = whole.numbers.exact == records.count
        var missing = isWhole ? [] : whole.missing + [source(in: holder, of: facts)]
        var total = isWhole ? Interval(.zero) : rest(whole.numbers, beside: records.count, facts)
        for record in records {
            run.set(0, .record(Record(source: facts, index: record)))
            var (isOpen, isOut) = (false, false)
            switch condition?.evaluate(&run) {
            case .boolean(true), nil: break
            case .boolean(false): isOut = true
            default:
                isOpen = true
                missing += run.missing
            }
            if isOut { continue }
            var part = term.evaluate(&run).numbers ?? facts.range(of: term, in: element)
            if !part.isExact { missing += run.missing }
            if isOpen { part = part.hull(Interval(.zero)) }
            total = total.adding(part)
        }
        return Measured(amount: .number(total), missing: missing, conflict: whole.conflict)
    }

    /// What those add who belong to the list and are not on it.
    private func rest(_ whole: Interval<Int>, beside listed: Int, _ facts: FactStore) -> Interval<Decimal> {
        var one = facts.range(of: term, in: element)
        if condition != nil { one = one.hull(Interval(.zero)) }
        let (least, most) = (max(0, (whole.lower ?? 0) - listed), whole.upper.map { max(0, $0 - listed) })
        /// So many times an end that lies on its own side of nothing, or else as few times as there are.
        func times(_ end: Decimal?, outwards: Bool) -> Decimal? {
            guard let end else { return most == 0 ? .zero : nil }
            guard outwards else { return Decimal.multiply(end, Decimal(least)) }
            return most.flatMap { Decimal.multiply(end, Decimal($0)) }
        }
        return Interval(
            from: times(one.lower, outwards: (one.lower ?? .zero) < .zero), to: times(one.upper, outwards: (one.upper ?? .zero) > .zero))
    }
}

extension FactStore {
    /// All that a term can be of which nothing is known: of a single field what its bounds allow.
    package func range(of term: CompiledExpression, in record: RecordDefinition) -> Interval<Decimal> {
        guard let field = term.field, field.record === record.type else { return .all }
        return Interval(from: record.fields[field.slot].minimum, to: record.fields[field.slot].maximum)
    }
}

extension Value {
    /// What is known of a number; nil where the value is no number, or nothing is known of it.
    package var numbers: Interval<Decimal>? {
        switch self {
        case .number(let number): Interval(number)
        case .between(let bounds):
            switch (bounds.lower, bounds.upper) {
            case (.number(let low), .number(let high)): Interval(from: low, to: high)
            case (.number(let low), .null): Interval(from: low, to: nil)
            case (.null, .number(let high)): Interval(from: nil, to: high)
            default: nil
            }
        default: nil
        }
    }
}

extension Interval where Value == Decimal {
    /// The sums of two numbers that are not known exactly; an end that does not fit is open.
    package func adding(_ other: Interval) -> Interval {
        func sum(_ a: Decimal?, _ b: Decimal?) -> Decimal? { a.flatMap { a in b.flatMap { Decimal.add(a, $0) } } }
        return Interval(from: sum(lower, other.lower), to: sum(upper, other.upper))
    }
}
