import Quantities

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

/// `list[condition]` or `list[index]` (DMN 1.5, 10.3.2.5).
final class FilterCode: Code, @unchecked Sendable {
    let base: Code
    let condition: Code
    let item: Int
    let use: Use

    /// What the condition is known to be.
    enum Use {
        case index, test, either
    }

    init(_ base: Code, item: Int, condition: Code, use: Use, _ range: Range<Int>) {
        (self.base, self.item, self.condition, self.use) = (base, item, condition, use)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let value = base.value(&run)
        let mark = run.missing.count
        guard let items = Self.items(of: value) else { return .unknown }
        if items.isEmpty, use == .index { return .null }
        var result: [Value] = []
        var isOpen = false
        for (index, element) in items.enumerated() {
            guard run.step(at: range) else { return .null }
            run.set(item, element)
            let test = condition.value(&run)
            if index == 0, case .number(let number) = test { return self.element(number, of: items) }
            switch test.truth {
            case .yes: result.append(element)
            case .open: isOpen = true
            case .no: break
            case .none:
                if !test.isNull { return run.fail(.wrongType(expected: "boolean", found: test.kindName), at: condition.range) }
            }
        }
        // Which records belong to the result is not known, so neither is the result.
        return isOpen ? .unknown : run.settle(.list(result), since: mark)
    }

    /// What is filtered: a single value is a list of itself, null an empty one; nil where it is not known.
    static func items(of value: Value) -> [Value]? {
        switch value {
        case .list(let list): list
        case .null: []
        case .unknown, .between: nil
        default: [value]
        }
    }

    private func element(_ number: Decimal, of items: [Value]) -> Value {
        guard let index = number.integer, index != 0, index.magnitude <= items.count else { return .null }
        return items[index > 0 ? index - 1 : items.count + index]
    }
}

/// `count(list[condition])`, without making the list. Where the condition is open for some items, the count lies between bounds.
final class FilterCountCode: Code, @unchecked Sendable {
    let filter: FilterCode

    init(_ filter: FilterCode, _ range: Range<Int>) {
        self.filter = filter
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let base = filter.base.value(&run)
        let mark = run.missing.count
        guard let items = FilterCode.items(of: base) else { return .unknown }
        var (certain, possible) = (0, 0)
        for element in items {
            guard run.step(at: range) else { return .null }
            run.set(filter.item, element)
            switch filter.condition.value(&run).truth {
            case .yes: certain += 1
            case .open: possible += 1
            default: break
            }
        }
        if possible == 0 { return run.settle(.integer(certain), since: mark) }
        return .between(Bounds(lower: .integer(certain), upper: .integer(certain + possible)))
    }
}

/// A variable of `for`, `some` or `every`, and where its values come from.
struct IteratorCode {
    let slot: Int
    let source: Code
    let last: Code?

    /// The values of the variable; nil where they are not known, or not a list.
    func values(_ run: inout Evaluation, at range: Range<Int>) -> [Value]? {
        let first = source.value(&run)
        if let last {
            let last = last.value(&run)
            let interval = RangeValue(lower: first, includesLower: true, upper: last, includesUpper: true)
            return interval.elements ?? refused(.range(interval), &run, at: range)
        }
        switch first {
        case .list(let items): return items
        case .range(let interval):
            guard let order = Comparing.order(interval.lower, interval.upper), order <= 0 else { return refused(first, &run, at: range) }
            return interval.elements ?? refused(first, &run, at: range)
        case .null, .unknown, .between: return nil
        default: return [first]
        }
    }

    private func refused(_ value: Value, _ run: inout Evaluation, at range: Range<Int>) -> [Value]? {
        guard value.isCompletelyKnown, case .range(let interval) = value else { return nil }
        _ = run.fail(interval.isTooLong ? .limitReached : .notIterable(value.description), at: range)
        return nil
    }
}

extension RangeValue {
    private static let elementsLimit = 1_000_000

    /// Whether it has elements, but too many to list.
    fileprivate var isTooLong: Bool {
        switch (lower, upper) {
        case (.number(let low), .number(let high)):
            Decimal.add(high, -low).map { $0.magnitude >= Decimal(Self.elementsLimit) } ?? true
        case (.date(let low), .date(let high)): abs(high.days - low.days) >= Self.elementsLimit
        default: false
        }
    }

    /// The whole numbers or the days of a range, downwards where it begins above its end; nil where it has no such members.
    fileprivate var elements: [Value]? {
        let (first, last): (Int, Int)
        let member: (Int) -> Value
        switch (lower, upper) {
        case (.number(let low), .number(let high)):
            guard let low = low.integer, let high = high.integer else { return nil }
            (first, last, member) = (low, high, Value.integer)
        case (.date(let low), .date(let high)): (first, last, member) = (low.days, high.days, { .date(CalendarDate(days: $0)) })
        default: return nil
        }
        let (length, overflow) = last.subtractingReportingOverflow(first)
        guard !overflow, length.magnitude < Self.elementsLimit else { return nil }
        var numbers = first <= last ? Array(first...last) : (last...first).reversed()
        if !includesLower, !numbers.isEmpty { numbers.removeFirst() }
        if !includesUpper, !numbers.isEmpty { numbers.removeLast() }
        return numbers.map(member)
    }
}

/// `for … return …` (DMN 1.5, 10.3.2.14); `partial` holds the results so far.
final class IterationCode: Code, @unchecked Sendable {
    let iterators: [IteratorCode]
    /// Nil where nobody asks for the results so far.
    let partial: Int?
    let result: Code

    init(_ iterators: [IteratorCode], partial: Int?, result: Code, _ range: Range<Int>) {
        (self.iterators, self.partial, self.result) = (iterators, partial, result)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        var results: [Value] = []
        switch iterate(0, &run, &results) {
        case .yes: return run.checked(.list(results), at: range)
        case .open: return .unknown
        default: return .null
        }
    }

    private func iterate(_ depth: Int, _ run: inout Evaluation, _ results: inout [Value]) -> Truth {
        guard depth < iterators.count else {
            if let partial {
                // Each asks for a copy of all before it, so they are paid for.
                run.stepsLeft -= results.count / 16
                run.set(partial, .list(results))
            }
            results.append(result.value(&run))
            return .yes
        }
        let mark = run.missing.count
        guard let values = iterators[depth].values(&run, at: range) else { return run.missing.count > mark ? .open : .none }
        for value in values {
            guard run.step(at: range) else { return .none }
            run.set(iterators[depth].slot, value)
            let outcome = iterate(depth + 1, &run, &results)
            if outcome != .yes { return outcome }
        }
        return .yes
    }
}

/// `some` and `every … satisfies …` (DMN 1.5, 10.3.2.14).
final class QuantifiedCode: Code, @unchecked Sendable {
    let isEvery: Bool
    let iterators: [IteratorCode]
    let condition: Code

    init(every isEvery: Bool, _ iterators: [IteratorCode], condition: Code, _ range: Range<Int>) {
        (self.isEvery, self.iterators, self.condition) = (isEvery, iterators, condition)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        var isSpoilt = false
        return run.settle(quantify(0, &run, &isSpoilt), since: mark)
    }

    /// What is neither true, false nor null spoils the whole.
    private func quantify(_ depth: Int, _ run: inout Evaluation, _ isSpoilt: inout Bool) -> Value {
        guard depth < iterators.count else {
            let value = condition.value(&run)
            if case .none = value.truth, !value.isNull {
                isSpoilt = true
                return run.fail(.wrongType(expected: "boolean", found: value.kindName), at: range)
            }
            return value
        }
        let mark = run.missing.count
        guard let values = iterators[depth].values(&run, at: range) else { return run.missing.count > mark ? .unknown : .null }
        var result = Value.boolean(isEvery)
        for value in values {
            guard run.step(at: range) else { return .null }
            run.set(iterators[depth].slot, value)
            let inner = quantify(depth + 1, &run, &isSpoilt)
            if isSpoilt { return .null }
            result = isEvery ? Logic.and(result, inner) : Logic.or(result, inner)
            if case .boolean(let flag) = result, flag != isEvery { return result }
        }
        return result
    }
}
