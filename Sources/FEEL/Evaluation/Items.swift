import Quantities

/// The items of a list, one after the other in a local.
struct Items {
    let list: [Value]
    let local: Int

    /// Evaluates a node for each item. The steps of all are counted; false where there are too many.
    ///
    /// - Parameter body: takes the number of an item and the node's value, and says whether to go on.
    @inline(__always)
    func forEach(
        _ code: Code, _ run: inout Evaluation, at range: Range<Int>, _ body: (Int, Value, inout Evaluation) -> Bool
    ) -> Bool {
        guard !run.isTracing, let source = store else {
            for (index, item) in list.enumerated() {
                guard run.step(at: range) else { return false }
                run.set(local, item)
                if !body(index, code.value(&run), &run) { return true }
            }
            return true
        }
        for index in list.indices {
            guard run.step(at: range) else { return false }
            if !body(index, code.compute(with: record(at: index), of: source, in: local, &run), &run) { return true }
        }
        return true
    }

    /// The store that all items are records of.
    private var store: RecordSource? {
        guard case .record(let first)? = list.first else { return nil }
        let source = first.source
        for index in list.indices {
            guard case .record(let record) = list[index], record.source === source else { return nil }
        }
        return source
    }

    @inline(__always)
    private func record(at index: Int) -> Int { if case .record(let record) = list[index] { Int(record.index) } else { 0 } }
}

/// `sum(records.field)` and `sum(for r in records return …)`, without making a list of the numbers.
final class SumCode: Code, @unchecked Sendable {
    let records: Code
    let local: Int
    let term: Code
    /// The same in the usual way, for all that are not numbers.
    let usual: BuiltinCall

    init(of records: Code, in local: Int, _ term: Code, usual: BuiltinCall) {
        (self.records, self.local, self.term, self.usual) = (records, local, term, usual)
        super.init(usual.range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let (mark, problems) = (run.missing.count, run.problems.count)
        guard !run.isTracing, case .list(let list) = records.value(&run), !list.isEmpty else { return usual.compute(&run) }
        var total: Decimal? = .zero
        let isDone = Items(list: list, local: local).forEach(term, &run, at: range) { _, value, _ in
            guard case .number(let number) = value, let sum = total else {
                total = nil
                return false
            }
            total = Decimal.add(sum, number)
            return true
        }
        if isDone, let total { return .number(total) }
        run.missing.removeLast(run.missing.count - mark)
        run.problems.removeLast(run.problems.count - problems)
        return usual.compute(&run)
    }
}
