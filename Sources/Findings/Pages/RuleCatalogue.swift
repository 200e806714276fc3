public import SourceText

/// The page of all rules, and of the checks of the rules themselves.
public struct RuleCatalogue: RuleBookPage {
    static let page = Page.catalogue

    /// All rules in the order of their packs.
    public var rules: [RuleDescription]
    /// What the examples gave; nil where they were not run.
    public var examples: ExampleRun?
    /// What the comparison with law texts gave; nil where there was none.
    public var lawTexts: LawVerificationReport?

    /// - Parameter rules: in the order of their packs.
    public init(_ rules: [RuleDescription], examples: ExampleRun? = nil, lawTexts: LawVerificationReport? = nil) {
        self.rules = rules
        self.examples = examples
        self.lawTexts = lawTexts
    }

    var describedRules: [RuleDescription] { rules }

    /// Whether nothing was checked, so that the rules are what is to be read.
    public var isList: Bool { examples == nil && lawTexts == nil }

    /// 1 where an example or a quotation does not hold, 2 where there was no text to compare with, otherwise 0.
    func exitStatus(_ threshold: Threshold?) -> Int32 {
        if let lawTexts, lawTexts.verifiedArticles == 0, lawTexts.diagnostics.isEmpty { return 2 }
        return examples.map { $0.failedCount > 0 } == true || lawTexts?.diagnostics.isEmpty == false ? 1 : 0
    }
}

/// What the examples of all rules gave.
public struct ExampleRun: Sendable {
    /// In the order of the rules.
    public var outcomes: [ExampleOutcome]
    /// Rules that do not show all that they have to, with the verdicts that no example gives; none of these where a rule has no example.
    public var missing: [(rule: RuleDescription, verdicts: [Verdict])]

    /// - Parameters: both in the order of the rules.
    public init(outcomes: [ExampleOutcome], missing: [(rule: RuleDescription, verdicts: [Verdict])]) {
        self.outcomes = outcomes
        self.missing = missing
    }

    /// How many examples gave what they should.
    public var passedCount: Int { outcomes.count(where: \.holds) }
    /// How many did not, and how many rules lack some.
    public var failedCount: Int { outcomes.count - passedCount + missing.count }
}

/// What an example of a rule gave.
public struct ExampleOutcome: Sendable {
    /// The rule that it is an example of.
    public var rule: RuleDescription
    /// What the example shows, where its pack says so.
    public var name: String?
    /// Where it stands in its pack.
    public var place: SourcePlace
    /// The verdict that its pack gives it.
    public var expected: Verdict
    /// The verdict that the rule has on its data.
    public var actual: Verdict
    /// What is wrong with the example's data.
    public var diagnostics: [Diagnostic]
    /// All that the rule gave for its data.
    public var results: [RuleResult]

    /// - Parameters: `diagnostics` and `results` of the example alone; it holds where `actual` is `expected`.
    public init(
        rule: RuleDescription, name: String? = nil, place: SourcePlace, expected: Verdict, actual: Verdict, diagnostics: [Diagnostic],
        results: [RuleResult]
    ) {
        self.rule = rule
        self.name = name
        self.place = place
        self.expected = expected
        self.actual = actual
        self.diagnostics = diagnostics
        self.results = results
    }

    /// Whether it gave what it should.
    public var holds: Bool { expected == actual && diagnostics.isEmpty }
}

/// What the comparison of registered digests and quoted words with the texts of the sources gave.
public struct LawVerificationReport: Sendable {
    /// What differs, each at its place in the register or the pack.
    public var diagnostics: [Diagnostic]
    /// How many articles have the digest that is registered for them.
    public var verifiedArticles: Int
    /// How many quotations stand in their article word for word.
    public var verifiedQuotations: Int
    /// The ids of sources whose text is not at hand.
    public var absentSources: [String]

    /// - Parameter diagnostics: one for each article or quotation that differs.
    public init(diagnostics: [Diagnostic], verifiedArticles: Int, verifiedQuotations: Int, absentSources: [String]) {
        self.diagnostics = diagnostics
        self.verifiedArticles = verifiedArticles
        self.verifiedQuotations = verifiedQuotations
        self.absentSources = absentSources
    }
}
