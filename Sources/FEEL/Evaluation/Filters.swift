import Quantities

/// `list[condition]` or `list[index]` (DMN 1.5, 10.3.2.5).
final class FilterCode: Code, @unchecked Sendable {
    let base: Code
    let condition: LoopBody
    let use: Use

    /// What the condition is known to be.
    enum Use {
        case index, test, either
    }

    init(_ base: Code, condition: LoopBody, use: Use, _ range: Range<Int>) {
        (self.base, self.condition, self.use) = (base, condition, use)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let value = base.value(&run)
        let mark = run.missing.count
        guard let items = Self.items(of: value) else { return .unknown }
        if items.isEmpty { return ofNothing(isNull: value.isNull, &run) }
        var result: [Value] = []
        var isOpen = false
        var single: Value?
        let isDone = condition.forEach(of: items, &run, at: range) { index, holds in
            if holds { result.append(items[index]) }
            return true
        } _: { index, test, run in
            switch test.truth {
            case .yes: result.append(items[index])
            case .open: isOpen = true
            case .no: break
            case .none:
                if index == 0, case .number(let number) = test {
                    single = self.element(number, of: items)
                } else if !test.isNull {
                    single = run.fail(.wrongType(expected: .basic(.boolean), found: test.kind), at: condition.code.range)
                }
            }
            return single == nil
        }
        guard isDone else { return .null }
        if let single { return single }
        // Which records belong to the result is not known, so neither is the result.
        return isOpen ? .unknown : run.settle(.list(result), since: mark)
    }

    /// The item of an empty list, or of null, is null, and a test of it gives no items. What the condition is, an index or a test, may only
    /// come out by evaluating it.
    private func ofNothing(isNull: Bool, _ run: inout Evaluation) -> Value {
        if use == .index { return .null }
        if use == .test, !isNull { return .list([]) }
        let (mark, problems) = (run.missing.count, run.problems.count)
        run.forget(condition.kept)
        run.set(condition.local, .null)
        let test = condition.code.value(&run)
        run.problems.removeLast(run.problems.count - problems)
        switch test {
        case .unknown, .between: return .unknown
        case .number: return run.settle(.null, since: mark)
        case .boolean(true) where isNull: return run.settle(.null, since: mark)
        default: return run.settle(.list([]), since: mark)
        }
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
        let isDone = filter.condition.forEach(of: items, &run, at: range) { _, holds in
            if holds { certain += 1 }
            return true
        } _: { _, test, _ in
            switch test.truth {
            case .yes: certain += 1
            case .open: possible += 1
            default: break
            }
            return true
        }
        guard isDone else { return .null }
        if possible == 0 { return run.settle(.integer(certain), since: mark) }
        return .between(Bounds(lower: .integer(certain), upper: .integer(certain + possible)))
    }
}
