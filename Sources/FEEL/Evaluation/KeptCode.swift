import Quantities

/// The value of a part of a loop's body that is the same for all items, once it is known.
struct KeptValue {
    var value: Value?
    /// The same as a number, where it is one.
    var number: Decimal?
}

/// A part of a loop's body that is the same for all items: it is computed when it is first asked for, and kept until the loop begins anew.
final class KeptCode: Code, @unchecked Sendable {
    private let code: Code
    private let number: Int
    override var isQuick: Bool { isNumberOrTruth }
    private let isNumberOrTruth: Bool

    /// - Parameter number: where the value is kept; of one expression it is used once.
    init(_ code: Code, _ type: FEELType, number: Int) {
        (self.code, self.number) = (code, number)
        isNumberOrTruth =
            switch type {
            case .number, .boolean: true
            default: false
            }
        super.init(code.range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        // Whoever looks at an evaluation wants to see every part of it.
        if run.isTracing { return code.compute(&run) }
        if let value = run.kept[number].value { return value }
        let (missing, problems) = (run.missing.count, run.problems.count)
        let value = code.compute(&run)
        // What is missing or wrong is noted for each item.
        if run.missing.count == missing, run.problems.count == problems {
            run.kept[number] = KeptValue(value: value, number: value.number)
        }
        return value
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value { compute(&run) }

    override func number(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Decimal? {
        run.kept[number].number ?? quietly(&run).number
    }

    override func test(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Bool? {
        if case .boolean(let test) = quietly(&run) { test } else { nil }
    }

    /// The value if it is kept; else null, and nothing is noted.
    private func quietly(_ run: inout Evaluation) -> Value {
        let (missing, problems) = (run.missing.count, run.problems.count)
        let value = compute(&run)
        guard run.missing.count > missing || run.problems.count > problems else { return value }
        run.missing.removeLast(run.missing.count - missing)
        run.problems.removeLast(run.problems.count - problems)
        return .null
    }
}
