public import Quantities
import SourceText

/// What would have to be found out: the facts that are missing, each with the rules that wait for it.
public struct Worklist: DossierPage {
    static let page = Page.worklist

    /// A rule that waits.
    public struct Waiting: Sendable {
        /// The rule.
        public var rule: RuleDescription
        /// Whether it is due, so that the fact is wanted now.
        public var isDue: Bool
        /// The last day on which the fact is excused; nil where no day is known.
        public var dueOn: CalendarDate?
        /// Whether it waits for nothing else.
        public var isOnly: Bool
    }

    /// A fact that is missing, with all rules that wait for it.
    public struct Item: Sendable {
        /// The fact, where it would be written, and who supplies it.
        public var missing: MissingFact
        /// The rules, in the order of their packs.
        public var waiting: [Waiting]

        /// Whether any of the rules is due, so that the fact is wanted now.
        public var isDue: Bool { waiting.contains(where: \.isDue) }
        /// How many of the rules are due.
        public var dueCount: Int { waiting.count(where: \.isDue) }
        /// How many of the rules wait for nothing else.
        public var onlyCount: Int { waiting.count(where: \.isOnly) }
    }

    /// Which dossier it is.
    public var head: DossierHead
    /// What is wanted most first: by rules that are due, by rules that wait for nothing else, by rules; then by record and path.
    public var items: [Item]
    /// What only a person can say, and what has not been attested yet.
    public var attestations: [RuleResult]
    /// How many rules wait until the pieces of the head that could not be used are mended; nil where no rule was applied.
    public var undecidedCount: Int?
    /// The counts of the report from which the list is made.
    public var summary: Summary

    /// - Parameter report: its unknown and pending results give the facts, those for review the attestations.
    public init(_ report: DossierReport) {
        head = report.head
        summary = report.summary
        undecidedCount = report.results.isEmpty ? nil : report.undecided.count
        var items: [FactReference: Item] = [:]
        let open = report.results.filter { $0.verdict == .unknown || $0.verdict == .pending }
        // A rule may wait for one fact for some of its records, and for another for others.
        let waited = open.reduce(into: [String: Set<FactReference>]()) { $0[$1.rule.id, default: []].formUnion($1.missing.map(\.fact)) }
        for result in open {
            // What stands in a piece that could not be used is found when that is mended.
            for missing in result.missing where missing.state != .unread {
                let waiting = Waiting(
                    rule: result.rule, isDue: result.verdict == .unknown, dueOn: result.dueOn, isOnly: waited[result.rule.id]?.count == 1)
                var item = items[missing.fact] ?? Item(missing: missing, waiting: [])
                if let same = item.waiting.firstIndex(where: { $0.rule.id == waiting.rule.id }) {
                    if waiting.isDue { item.waiting[same] = waiting }
                } else {
                    item.waiting.append(waiting)
                }
                items[missing.fact] = item
            }
        }
        self.items = items.values.sorted { a, b in
            let ranks = [(b.dueCount, a.dueCount), (b.onlyCount, a.onlyCount), (b.waiting.count, a.waiting.count)]
            if let rank = ranks.first(where: { $0.0 != $0.1 }) { return rank.0 < rank.1 }
            return a.missing.fact.precedes(b.missing.fact)
        }
        attestations = report.results.filter { $0.verdict == .review }
    }

    /// Facts of one field, from one supplier, for which the same rules wait: each of these groups is one thing to ask for.
    public static func grouped(_ items: [Item]) -> [[Item]] {
        struct Kind: Hashable {
            var record: String
            var path: String
            var supplier: Localized?
            var state: MissingFact.State
            var rules: [String]
        }
        var order: [Kind] = []
        var groups: [Kind: [Item]] = [:]
        for item in items {
            let (fact, missing) = (item.missing.fact, item.missing)
            let kind = Kind(
                record: fact.record.type, path: fact.path, supplier: missing.supplier, state: missing.state,
                rules: item.waiting.map(\.rule.id))
            if groups[kind] == nil { order.append(kind) }
            groups[kind, default: []].append(item)
        }
        return order.compactMap { groups[$0] }
    }
}
