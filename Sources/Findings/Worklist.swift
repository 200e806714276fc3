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
        public var fact: MissingFactReport
        public var waiting: [Waiting]

        public var isDue: Bool { waiting.contains(where: \.isDue) }
        public var dueCount: Int { waiting.count(where: \.isDue) }
        public var onlyCount: Int { waiting.count(where: \.isOnly) }
    }

    public var head: PageHead
    /// What is wanted most first: by rules that are due, by rules that wait for nothing else, by rules, by place.
    public var items: [Item]
    /// What only a person can say, and what has not been attested yet.
    public var attestations: [RuleResult]

    public init(_ report: DossierReport) {
        head = PageHead(
            path: report.path, title: report.title, asOf: report.asOf, lawTime: report.lawTime, diagnostics: report.diagnostics)
        var items: [String: Item] = [:]
        for result in report.results where result.verdict == .unknown || result.verdict == .pending {
            for fact in result.missing {
                let key = "\(fact.place) \(fact.label.zh)"
                let waiting = Waiting(rule: result.rule, isDue: result.verdict == .unknown, isOnly: result.missing.count == 1)
                items[key, default: Item(fact: fact, waiting: [])].waiting.append(waiting)
            }
        }
        self.items = items.values.sorted { a, b in
            let (first, second) = (a.fact.place, b.fact.place)
            let ranks = [(b.dueCount, a.dueCount), (b.onlyCount, a.onlyCount), (b.waiting.count, a.waiting.count)]
            if let rank = ranks.first(where: { $0.0 != $0.1 }) { return rank.0 < rank.1 }
            return (first.file.name, first.span.start.offset, a.fact.label.zh) < (
                second.file.name, second.span.start.offset, b.fact.label.zh
            )
        }
        attestations = report.results.filter { $0.verdict == .review }
    }
}
