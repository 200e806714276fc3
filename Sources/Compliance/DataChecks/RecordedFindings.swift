import FEEL
import Facts
import Quantities
import SourceText

extension DataChecking {
    /// Facts that a document of an earlier day states than that since which they can be known.
    mutating func findings(of test: RecordedTest) -> [DataFinding] {
        guard let earliest = stated.documents.filter(\.kind.supersedes).compactMap(\.asOf).min() else { return [] }
        return forEach(test.records) { checking, record in checking.findings(of: test, record: record, earliest: earliest) }
    }

    /// - Parameter earliest: the day of the earliest document that could be older than what it states.
    private mutating func findings(of test: RecordedTest, record: Int?, earliest: CalendarDate) -> [DataFinding] {
        test.facts.compactMap { expression -> DataFinding? in
            // Nearly all documents are of a day when what they state could be known.
            guard let known = (test.since ?? expression).evaluate(&run).days?.lower, earliest < known else { return nil }
            let value = expression.evaluate(&run, tracing: true)
            guard let read = stated.stated(run.reads).last, !stated.isCollection(read), let written = day(ofDocumentOf: read) else {
                return nil
            }
            var others: [FieldRead] = []
            var first = value.days?.lower
            if let since = test.since {
                first = since.evaluate(&run, tracing: true).days?.lower
                others = stated.stated(run.reads).suffix(1)
            }
            guard let first, written < first else { return nil }
            var finding = DataFinding(record: record)
            finding.facts = [read] + others
            finding.doubted = [read]
            finding.isAboutFact = true
            finding.note = Localized(zh: "文书截至 \(written)", en: "the document is of \(written)")
            return finding
        }
    }

    /// The day of the document that states a fact, where it says what is and not what is planned.
    private func day(ofDocumentOf read: FieldRead) -> CalendarDate? {
        let number = Int(stated.fact(read.slot, of: read.record).document)
        guard number < stated.documents.count, stated.documents[number].kind.supersedes else { return nil }
        return stated.documents[number].asOf
    }
}
