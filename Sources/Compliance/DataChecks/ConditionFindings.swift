import FEEL
import Facts

extension DataChecking {
    /// Where a condition certainly does not hold: of the dossier, of each record of a list, or of each of some facts.
    mutating func findings(of test: ConditionTest) -> [DataFinding] {
        forEach(test.records) { checking, record in checking.findings(of: test, record: record) }
    }

    private mutating func findings(of test: ConditionTest, record: Int?) -> [DataFinding] {
        guard let valueSlot = test.valueSlot else { return finding(of: test, record: record).map { [$0] } ?? [] }
        return test.facts.compactMap { expression in
            let value = expression.evaluate(&run)
            guard value.isCompletelyKnown, !value.isNull else { return nil }
            run.set(valueSlot, value)
            guard case .boolean(false) = test.condition.evaluate(&run) else { return nil }
            _ = expression.evaluate(&run, tracing: true)
            guard let read = stated.stated(run.reads).last else { return nil }
            guard var finding = finding(of: test, record: record) else { return nil }
            finding.facts = [read] + finding.facts.filter { $0 != read }
            finding.doubted = [read] + finding.doubted
            finding.isAboutFact = true
            return finding
        }
    }

    private mutating func finding(of test: ConditionTest, record: Int?) -> DataFinding? {
        guard case .boolean(false) = test.condition.evaluate(&run) else { return nil }
        if let exception = test.exception, case .boolean(true) = exception.evaluate(&run) { return nil }
        _ = test.condition.evaluate(&run, tracing: true)
        let reads = stated.stated(run.reads)
        let quantities = reads.filter(stated.isQuantity)
        var finding = DataFinding(record: record)
        finding.facts = quantities.isEmpty ? words(reads, of: record) : quantities
        finding.doubted = test.doubted.isEmpty ? quantities : test.doubted.flatMap { doubted($0) }
        return finding
    }

    /// What a condition without numbers read: of its record, or else of all.
    private func words(_ reads: [FieldRead], of record: Int?) -> [FieldRead] {
        let leaves = reads.filter { !stated.isCollection($0) }
        let own = leaves.filter { $0.record == record }
        return own.isEmpty ? leaves : own
    }

    /// The facts that an expression names in the end: of `rooms.size` the sizes.
    private mutating func doubted(_ expression: CompiledExpression) -> [FieldRead] {
        _ = expression.evaluate(&run, tracing: true)
        return stated.stated(run.reads).filter { !stated.isCollection($0) }
    }
}
