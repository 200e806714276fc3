public import SourceText

/// A fact that would decide a rule and that nobody has stated.
public struct MissingFactReport: Sendable {
    /// What it is: “第三选区的名额”.
    public var label: Localized
    /// Where it would be written.
    public var place: SourcePlace
    /// Who supplies it.
    public var supplier: Localized?
    /// The field without its owner: “名额”.
    public var field: Localized
    public var state: State

    /// Why it is not known.
    public enum State: String, Sendable {
        /// Nobody has said anything.
        case absent
        /// Somebody has said that it is not known.
        case openlyUnknown
        /// What was written makes no sense, or documents contradict each other.
        case unusable
    }

    public init(label: Localized, place: SourcePlace, supplier: Localized?, field: Localized? = nil, state: State = .absent) {
        self.label = label
        self.place = place
        self.supplier = supplier
        self.field = field ?? label
        self.state = state
    }
}

/// The value of a part of a condition, as evidence for a verdict.
public struct Evidence: Sendable {
    public var expression: String
    public var value: String

    public init(expression: String, value: String) {
        self.expression = expression
        self.value = value
    }
}

/// The verdict on one rule, for the dossier or for one of its records, with what a person needs to act on it.
public struct RuleResult: Sendable {
    public var rule: RuleDescription
    public var verdict: Verdict
    /// The record that was judged; nil for the dossier as a whole.
    public var subject: Localized?
    /// How many records this result stands for: passes of a rule are told together.
    public var count: Int
    public var place: SourcePlace
    public var actual: Quantity?
    public var required: [Requirement] = []
    public var margin: Margin?
    public var missing: [MissingFactReport] = []
    public var evidence: [Evidence] = []
    public var related: [Diagnostic.Related] = []
    /// Why it does not apply, until when it is pending, who attested it, why it could not be evaluated.
    public var note: Localized?

    /// Kept with nothing to spare, or broken by one: a single person or day more decides it.
    public var isNearMiss: Bool {
        switch verdict {
        case .pass: margin?.value == 0
        case .fail: margin?.value == -1
        default: false
        }
    }

    public init(rule: RuleDescription, verdict: Verdict, subject: Localized? = nil, count: Int = 1, place: SourcePlace) {
        self.rule = rule
        self.verdict = verdict
        self.subject = subject
        self.count = count
        self.place = place
    }
}

/// All that is known of one dossier.
public struct DossierReport: Sendable {
    /// The path by which it was found.
    public var path: String
    /// Which election it is, such as 昂素镇人民代表大会 · 第十九届; nil where the documents do not say.
    public var title: String?
    /// YYYY-MM-DD: the day on which it is looked at, and the day whose law applies.
    public var asOf: String
    public var lawTime: String
    public var documents: [(kind: Localized, asOf: String?, file: String)]
    /// What is wrong with the documents themselves.
    public var diagnostics: [Diagnostic]
    public var results: [RuleResult]
    /// The smallest change among those elected with which all rules on their structure hold; nil where none is broken.
    public var advice: Advice?

    public init(
        path: String, title: String?, asOf: String, lawTime: String, documents: [(kind: Localized, asOf: String?, file: String)],
        diagnostics: [Diagnostic], results: [RuleResult]
    ) {
        self.path = path
        self.title = title
        self.asOf = asOf
        self.lawTime = lawTime
        self.documents = documents
        self.diagnostics = diagnostics
        self.results = results
    }
}
