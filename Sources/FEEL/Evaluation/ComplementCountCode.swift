/// `count(list[a]) + count(list[not a])`: every item for which the condition is open is in one of both lists, whatever it is.
final class ComplementCountCode: Code, @unchecked Sendable {
    let sum: ArithmeticCode
    let filter: FilterCode

    init(_ sum: ArithmeticCode, _ filter: FilterCode) {
        (self.sum, self.filter) = (sum, filter)
        super.init(sum.range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let value = sum.compute(&run)
        guard !value.isKnown, let items = FilterCode.items(of: filter.base.value(&run)) else { return value }
        var count = 0
        run.forget(filter.condition.kept)
        for item in items {
            guard run.step(at: range) else { return .null }
            run.set(filter.condition.local, item)
            if case .none = filter.condition.code.value(&run).truth { continue }
            count += 1
        }
        return run.settle(.integer(count), since: mark)
    }
}
