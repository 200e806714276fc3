/// The page that explains a rule: what it demands, by which law, and what its examples show.
public struct RulePage: Sendable {
    public struct Basis: Sendable {
        public var basis: LegalBasis
        /// The whole article by paragraphs; nil where its text is not at hand.
        public var article: [String]?

        public init(_ basis: LegalBasis, article: [String]?) {
            self.basis = basis
            self.article = article
        }
    }

    public struct Example: Sendable {
        public var verdict: Verdict
        /// What it shows, where its pack says so.
        public var name: String?
        /// The data as the pack writes it.
        public var text: String

        public init(verdict: Verdict, name: String? = nil, text: String) {
            self.verdict = verdict
            self.name = name
            self.text = text
        }
    }

    public var rule: RuleDescription
    /// The rule whose place it takes; nil where it takes none.
    public var replaces: RuleDescription?
    public var basis: [Basis]
    public var examples: [Example]

    public init(_ rule: RuleDescription, replaces: RuleDescription? = nil, basis: [Basis], examples: [Example]) {
        self.rule = rule
        self.replaces = replaces
        self.basis = basis
        self.examples = examples
    }
}
