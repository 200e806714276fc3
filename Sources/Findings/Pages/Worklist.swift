import SourceText

/// What would have to be found out: the facts that are missing, each with the rules that wait for it.
public struct Worklist: Sendable {
    /// A rule that waits.
    public struct Waiting: Sendable {
        public var rule: RuleDescription
        /// Whether it is due, so that the fact is wanted now.
        public var isDue: Bool
        /// Whether it waits for nothing else.
        public var isOnly: Bool
    }

    public struct Item: Sendable {
        public var missing: MissingFact
        public var waiting: [Waiting]

        public var isDue: Bool { waiting.contains(where: \.isDue) }
        public var dueCount: Int { waiting.count(where: \.isDue) }
        public var onlyCount: Int { waiting.count(where: \.isOnly) }
    }

    public var head: DossierHead
    /// What is wanted most first: by rules that are due, by rules that wait for nothing else, by rules; then by record and path.
    public var items: [Item]
    /// What only a person can say, and what has not been attested yet.
    public var attestations: [RuleResult]

    public init(_ report: DossierReport) {
        head = report.head
        var items: [FactReference: Item] = [:]
        for result in report.results where result.verdict == .unknown || result.verdict == .pending {
            for missing in result.missing {
                let waiting = Waiting(rule: result.rule, isDue: result.verdict == .unknown, isOnly: result.missing.count == 1)
                items[missing.fact, default: Item(missing: missing, waiting: [])].waiting.append(waiting)
            }
        }
        self.items = items.values.sorted { a, b in
            let ranks = [(b.dueCount, a.dueCount), (b.onlyCount, a.onlyCount), (b.waiting.count, a.waiting.count)]
            if let rank = ranks.first(where: { $0.0 != $0.1 }) { return rank.0 < rank.1 }
            return a.missing.fact.precedes(b.missing.fact)
        }
        attestations = report.results.filter { $0.verdict == .review }
    }
}
