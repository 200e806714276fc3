import Quantities

/// `sum(records.field)` and `sum(for r in records return …)`, without making a list of the numbers.
final class SumCode: Code, @unchecked Sendable {
    let records: Code
    let term: LoopBody
    /// The same in the usual way, for all that are not numbers.
    let usual: BuiltinCall

    init(of records: Code, _ term: LoopBody, usual: BuiltinCall) {
        (self.records, self.term, self.usual) = (records, term, usual)
        super.init(usual.range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let (mark, problems) = (run.missing.count, run.problems.count)
        guard !run.isTracing, case .list(let list) = records.value(&run), !list.isEmpty else { return usual.compute(&run) }
        if let total = term.sum(of: list, &run) { return .number(total) }
        var total: Decimal? = .zero
        let isDone = term.forEach(of: list, &run, at: range) { _, _ in
            total = nil
            return false
        } _: { _, value, _ in
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
