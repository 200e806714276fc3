import Quantities

/// What is done for each item of a list, and the local in which the item stands.
struct LoopBody {
    let local: Int
    let code: Code
    /// The numbers of what the code keeps while it runs for one item after the other.
    var kept = 0..<0

    /// Evaluates the code for each item. The steps of all are counted; false where there are too many.
    ///
    /// - Parameters:
    ///   - test: takes the number of an item and whether the code is true of it, where that is all there is to say.
    ///   - take: takes the number of an item and the code's value otherwise. Both say whether to go on.
    @inline(__always)
    func forEach(
        of list: [Value], _ run: inout Evaluation, at range: Range<Int>, test: (Int, Bool) -> Bool,
        _ take: (Int, Value, inout Evaluation) -> Bool
    ) -> Bool {
        run.forget(kept)
        guard !run.isTracing, list.count < run.stepsLeft, let source = list.store else {
            for (index, item) in list.enumerated() {
                guard run.step(at: range) else { return false }
                run.set(local, item)
                if !take(index, code.value(&run), &run) { return true }
            }
            return true
        }
        // The steps of all are counted beforehand, and those that are not taken given back.
        run.stepsLeft -= list.count
        let isQuick = code.isQuick
        for index in list.indices {
            let record = list.record(at: index)
            if isQuick, let holds = code.test(with: record, of: source, in: local, &run) {
                if test(index, holds) { continue }
            } else if take(index, code.compute(with: record, of: source, in: local, &run), &run) {
                continue
            }
            run.stepsLeft += list.count - index - 1
            break
        }
        return true
    }

    /// The sum of the code's numbers; nil where one of them takes more than numbers that are known.
    func sum(of list: [Value], _ run: inout Evaluation) -> Decimal? {
        guard code.isQuick, !run.isTracing, list.count < run.stepsLeft, let source = list.store else { return nil }
        run.forget(kept)
        run.stepsLeft -= list.count
        var total = Decimal.zero
        for index in list.indices {
            guard let number = code.number(with: list.record(at: index), of: source, in: local, &run),
                let sum = Decimal.add(total, number)
            else { return nil }
            total = sum
        }
        return total
    }
}

extension [Value] {
    /// The store that all items are records of.
    fileprivate var store: RecordSource? {
        guard case .record(let first)? = first else { return nil }
        let source = first.source
        for index in indices {
            guard case .record(let record) = self[index], record.source === source else { return nil }
        }
        return source
    }

    /// The number of an item that is a record.
    @inline(__always)
    fileprivate func record(at index: Int) -> Int { if case .record(let record) = self[index] { Int(record.index) } else { 0 } }
}

extension Evaluation {
    /// Before a loop begins, nothing is the same for its items yet.
    @inline(__always)
    mutating func forget(_ numbers: Range<Int>) { for number in numbers { kept[number] = KeptValue() } }
}
