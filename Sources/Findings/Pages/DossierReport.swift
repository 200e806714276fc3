public import Quantities
public import SourceText

/// The page of a check: what every rule gives for one dossier.
public struct DossierReport: DossierPage {
    static let page = Page.report

    /// A document that was taken into account.
    public struct Document: Sendable {
        /// The id of its kind.
        public var kind: String
        /// What a reader calls its kind.
        public var label: Localized
        /// The day whose state it gives, where it gives one.
        public var asOf: CalendarDate?
        /// The path by which it was read.
        public var file: String

        /// - Parameter file: as the user named it, or as it was found under a path of the user's.
        public init(kind: String, label: Localized, asOf: CalendarDate?, file: String) {
            self.kind = kind
            self.label = label
            self.asOf = asOf
            self.file = file
        }
    }

    /// Which dossier it is.
    public var head: DossierHead
    /// The documents that were used, in the order in which they were read.
    public var documents: [Document] = []
    /// What the rules gave, in the order of their packs; a rule may have several.
    public var results: [RuleResult] = []
    /// The smallest change of a complete roster with which all rules on its structure hold; nil where none is broken.
    public var advice: Advice?

    /// The head alone; documents and results are added.
    public init(_ head: DossierHead) { self.head = head }

    /// The rules that are unknown because pieces could not be used, each once, in their order, with the worst verdict on what could be.
    public var undecided: [(rule: RuleDescription, without: Verdict)] {
        var rules: [(rule: RuleDescription, without: Verdict)] = []
        for result in results {
            guard let without = result.without else { continue }
            if let index = rules.firstIndex(where: { $0.rule === result.rule }) {
                if without.rank > rules[index].without.rank { rules[index].without = without }
            } else {
                rules.append((result.rule, without))
            }
        }
        return rules
    }

    /// The counts of this dossier alone.
    public var summary: Summary {
        var summary = Summary()
        summary.add(self)
        return summary
    }
}
