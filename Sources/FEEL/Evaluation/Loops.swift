import Quantities

/// A variable of `for`, `some` or `every`, and where its values come from.
struct IteratorCode {
    let slot: Int
    let source: Code
    let last: Code?

    /// What there is to loop over.
    enum Domain {
        case values([Value])
        /// It is not known.
        case open
        /// It cannot be listed.
        case none
    }

    func values(_ run: inout Evaluation, at range: Range<Int>) -> Domain {
        let first = source.value(&run)
        if let last {
            let last = last.value(&run)
            return listed(RangeValue(lower: first, includesLower: true, upper: last, includesUpper: true), &run, at: range)
        }
        switch first {
        case .list(let items): return .values(items)
        case .range(let interval):
            // Only between two dots without brackets is there a way downwards.
            guard let order = Comparing.order(interval.lower, interval.upper), order <= 0 else { return refused(interval, &run, at: range) }
            return listed(interval, &run, at: range)
        case .null: return .none
        case .unknown, .between: return .open
        default: return .values([first])
        }
    }

    private func listed(_ interval: RangeValue, _ run: inout Evaluation, at range: Range<Int>) -> Domain {
        interval.elements.map(Domain.values) ?? refused(interval, &run, at: range)
    }

    private func refused(_ interval: RangeValue, _ run: inout Evaluation, at range: Range<Int>) -> Domain {
        guard interval.lower.isCompletelyKnown, interval.upper.isCompletelyKnown else { return .open }
        _ = run.fail(interval.isTooLong ? .limitReached : .notIterable(Value.range(interval).description), at: range)
        return .none
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
    let result: LoopBody

    init(_ iterators: [IteratorCode], partial: Int?, result: LoopBody, _ range: Range<Int>) {
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
            results.append(result.code.value(&run))
            return .yes
        }
        let values: [Value]
        switch iterators[depth].values(&run, at: range) {
        case .values(let listed): values = listed
        case .open: return .open
        case .none: return .none
        }
        if depth == iterators.count - 1 { run.forget(result.kept) }
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
    let condition: LoopBody

    init(every isEvery: Bool, _ iterators: [IteratorCode], condition: LoopBody, _ range: Range<Int>) {
        (self.isEvery, self.iterators, self.condition) = (isEvery, iterators, condition)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        var isSpoilt = false
        return run.settle(quantify(0, &run, &isSpoilt), since: mark)
    }

    /// What one set of values of all variables gives.
    @inline(__always)
    private func tested(_ value: Value, _ run: inout Evaluation, _ isSpoilt: inout Bool) -> Value {
        if case .none = value.truth, !value.isNull {
            isSpoilt = true
            return run.fail(.wrongType(expected: .basic(.boolean), found: value.kind), at: range)
        }
        return value
    }

    /// What is neither true, false nor null spoils the whole.
    private func quantify(_ depth: Int, _ run: inout Evaluation, _ isSpoilt: inout Bool) -> Value {
        let values: [Value]
        switch iterators[depth].values(&run, at: range) {
        case .values(let listed): values = listed
        case .open: return .unknown
        case .none: return .null
        }
        var result = Value.boolean(isEvery)
        func add(_ outcome: Value) -> Bool {
            if case .boolean(let flag) = outcome, flag == isEvery { return true }
            result = isEvery ? Logic.and(result, outcome) : Logic.or(result, outcome)
            return if case .boolean(let flag) = result { flag == isEvery } else { true }
        }
        if depth == iterators.count - 1 {
            let isDone = condition.forEach(of: values, &run, at: range) { _, holds in
                if holds != isEvery { result = .boolean(holds) }
                return holds == isEvery
            } _: { _, value, run in
                add(tested(value, &run, &isSpoilt)) && !isSpoilt
            }
            return isDone && !isSpoilt ? result : .null
        }
        for value in values {
            guard run.step(at: range) else { return .null }
            run.set(iterators[depth].slot, value)
            let inner = quantify(depth + 1, &run, &isSpoilt)
            if isSpoilt { return .null }
            if !add(inner) { break }
        }
        return result
    }
}
