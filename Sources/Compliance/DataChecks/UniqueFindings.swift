import FEEL
import Facts
import SourceText

extension DataChecking {
    /// Records whose value another before them has. What is not wholly known is the same as nothing.
    mutating func findings(of test: UniqueTest) -> [DataFinding] {
        guard case .list(let subjects) = test.records.list.evaluate(&run) else { return [] }
        // By bytes: texts that only look alike are different, and hashing is quick.
        var first: [[UInt8]: Int] = [:]
        var findings: [DataFinding] = []
        for subject in subjects {
            guard case .record(let record) = subject else { continue }
            run.set(test.records.slot, subject)
            let value = test.value.evaluate(&run)
            guard value.isCompletelyKnown, !value.isNull else { continue }
            let text = value.string ?? value.description
            guard let other = first[Array(text.utf8)] else {
                first[Array(text.utf8)] = Int(record.index)
                continue
            }
            _ = test.value.evaluate(&run, tracing: true)
            var finding = DataFinding(record: Int(record.index))
            finding.facts = stated.stated(run.reads).filter { !stated.isCollection($0) }
            finding.doubted = finding.facts
            finding.other = other
            findings.append(finding)
        }
        return findings
    }
}
