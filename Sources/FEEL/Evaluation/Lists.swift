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
        var context = Context()
        for entry in entries {
            let value = entry.code.value(&run)
            run.set(entry.slot, value)
            context.set(entry.name, value)
        }
        return run.checked(.context(context), at: range)
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
        return .range(RangeValue(lower: low, includesLower: includesLower, upper: high, includesUpper: includesUpper))
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
