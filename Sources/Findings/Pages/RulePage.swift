/// The page that explains a rule: what it demands, by which law, and what its examples show.
public struct RulePage: RuleBookPage {
    static let page = Page.rule

    /// A basis of the rule, with the article that it names.
    public struct Basis: Sendable {
        /// The statement of the law.
        public var basis: LegalBasis
        /// The whole article by paragraphs; nil where its text is not at hand.
        public var article: [String]?

        /// - Parameter article: all its paragraphs, of which the basis may mean one.
        public init(_ basis: LegalBasis, article: [String]?) {
            self.basis = basis
            self.article = article
        }
    }

    /// An example of the rule.
    public struct Example: Sendable {
        /// The verdict that it shows.
        public var verdict: Verdict
        /// What it shows, where its pack says so.
        public var name: String?
        /// The data as the pack writes it.
        public var text: String

        /// - Parameter text: of one or several lines.
        public init(verdict: Verdict, name: String? = nil, text: String) {
            self.verdict = verdict
            self.name = name
            self.text = text
        }
    }

    /// The rule that is explained.
    public var rule: RuleDescription
    /// The rule whose place it takes; nil where it takes none.
    public var replaces: RuleDescription?
    /// The first leads.
    public var basis: [Basis]
    /// In the order of the pack.
    public var examples: [Example]

    var describedRules: [RuleDescription] { [rule] }

    /// - Parameter replaces: the rule that `rule` overrides, where it does.
    public init(_ rule: RuleDescription, replaces: RuleDescription? = nil, basis: [Basis], examples: [Example]) {
        self.rule = rule
        self.replaces = replaces
        self.basis = basis
        self.examples = examples
    }
}
