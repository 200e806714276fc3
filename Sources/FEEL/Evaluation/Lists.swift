final class ListCode: Code, @unchecked Sendable {
    let items: [Code]

    init(_ items: [Code], _ range: Range<Int>) {
        self.items = items
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value { run.checked(.list(items.map { $0.value(&run) }), at: range) }
}

/// A context; each entry can refer to those before it.
final class ContextCode: Code, @unchecked Sendable {
    let entries: [(name: String, slot: Int, code: Code)]

    init(_ entries: [(name: String, slot: Int, code: Code)], _ range: Range<Int>) {
        self.entries = entries
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        var values: [(name: String, value: Value)] = []
        values.reserveCapacity(entries.count)
        for entry in entries {
            let value = entry.code.value(&run)
            run.set(entry.slot, value)
            // Their names are different; the checker has seen to it.
            values.append((entry.name, value))
        }
        return run.checked(.context(Context(values)), at: range)
    }
}

final class RangeCode: Code, @unchecked Sendable {
    let lower: Code
    let upper: Code
    let includesLower: Bool
    let includesUpper: Bool

    init(_ lower: Code, _ includesLower: Bool, _ upper: Code, _ includesUpper: Bool, _ range: Range<Int>) {
        (self.lower, self.includesLower, self.upper, self.includesUpper) = (lower, includesLower, upper, includesUpper)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let (low, high) = (lower.value(&run), upper.value(&run))
        // Whether it begins above its end is not known, and then it may be null.
        guard low.isKnown, high.isKnown else { return .unknown }
        return interval(low, high, &run)
    }

    /// The range between two known ends; null where it begins above its end.
    private func interval(_ low: Value, _ high: Value, _ run: inout Evaluation) -> Value {
        let interval = Value.range(RangeValue(lower: low, includesLower: includesLower, upper: high, includesUpper: includesUpper))
        if let order = Comparing.order(low, high), order > 0 {
            return run.fail(.reversedRange(interval.description), at: range)
        }
        return interval
    }

    /// Whether a value lies in the range: known as soon as it is so for all that the ends can be.
    func contains(_ value: Value, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        let (low, high) = (lower.value(&run), upper.value(&run))
        if low.isKnown, high.isKnown { return Comparing.member(value, of: interval(low, high, &run), &run, at: range) }
        let problems = run.problems.count
        let ends = RangeValue(lower: low, includesLower: includesLower, upper: high, includesUpper: includesUpper)
        let isInside = Comparing.contains(ends, value, &run, at: range)
        if case .boolean = isInside { return isInside }
        // No range at all, or one with ends of another kind: which of both is not known.
        run.problems.removeLast(run.problems.count - problems)
        return .unknown
    }
}

/// `(<= 10)`: all that compare in one way.
final class ComparisonRangeCode: Code, @unchecked Sendable {
    let sign: ComparisonOperator
    let end: Code

    init(_ sign: ComparisonOperator, _ end: Code, _ range: Range<Int>) {
        (self.sign, self.end) = (sign, end)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let value = end.value(&run)
        return value.isNull ? .null : .range(RangeValue(sign, value))
    }
}
