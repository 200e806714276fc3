/// `x in tests` (DMN 1.5, table 55).
final class MembershipCode: Code, @unchecked Sendable {
    enum Test {
        case member(Code)
        case comparison(ComparisonOperator, Code)
        /// A range whose ends need not be known.
        case range(RangeCode)
        /// What names the value as `?`: a condition on it holds by itself.
        case question(Code)
    }

    let operand: Code
    let tests: [Test]
    /// The slot of `?`.
    let subject: Int
    /// All values that the operand can have; empty where they are not a few.
    let domain: [Value]

    init(_ operand: Code, tests: [Test], subject: Int, domain: [Value], _ range: Range<Int>) {
        (self.operand, self.tests, self.subject, self.domain) = (operand, tests, subject, domain)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let value = operand.value(&run)
        let result = test(value, &run)
        if case .unknown = result, case .unknown = value, !domain.isEmpty { return run.settle(testAll(&run), since: mark) }
        return run.settle(result, since: mark)
    }

    private func test(_ value: Value, _ run: inout Evaluation) -> Value {
        var result = Value.boolean(false)
        for test in tests {
            result = Logic.or(result, outcome(of: test, value, &run))
            if case .boolean(true) = result { break }
        }
        return result
    }

    private func outcome(of test: Test, _ value: Value, _ run: inout Evaluation) -> Value {
        switch test {
        case .member(let code): return Comparing.member(value, of: code.value(&run), &run, at: range)
        case .comparison(let sign, let code): return Comparing.compare(sign, value, code.value(&run), &run, at: range)
        case .range(let code): return code.contains(value, &run, at: range)
        case .question(let code):
            run.set(subject, value)
            let answer = code.value(&run)
            switch answer {
            case .boolean, .null, .unknown: return answer
            default: return Comparing.member(value, of: answer, &run, at: range)
            }
        }
    }

    /// What the tests give for every value that the operand can have; unknown where that is not the same.
    private func testAll(_ run: inout Evaluation) -> Value {
        let (mark, isTracing) = (run.missing.count, run.isTracing)
        run.isTracing = false
        defer {
            run.isTracing = isTracing
            run.missing.removeLast(run.missing.count - mark)
        }
        var common: Bool?
        for value in domain {
            guard case .boolean(let flag) = test(value, &run), common ?? flag == flag else { return .unknown }
            common = flag
        }
        return common.map(Value.boolean) ?? .unknown
    }
}
