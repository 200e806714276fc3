public import Quantities
public import SourceText

/// What is known of a run before its first page: formats may put it at their head.
public struct RunHead: Sendable {
    /// The page of which it prints one or several.
    public var page: Page
    /// The program's version.
    public var version: String
    /// The language in which pages are written.
    public var language: Language
    /// The day on which dossiers are looked at that say nothing else.
    public var asOf: CalendarDate
    /// The day whose law was asked for; nil: each dossier's own.
    public var lawTime: CalendarDate?
    /// The rules that were selected, in the order of their packs. Whether one applies is for each dossier to say.
    public var rules: [RuleDescription]
    /// Which findings end the run with status 1; nil where it judges nothing.
    public var threshold: Threshold?

    /// - Parameters: `lawTime` and `threshold` as the user gave them; nil where each dossier has its own, or nothing is judged.
    public init(
        page: Page, version: String, language: Language, asOf: CalendarDate, lawTime: CalendarDate? = nil, rules: [RuleDescription] = [],
        threshold: Threshold? = nil
    ) {
        self.page = page
        self.version = version
        self.language = language
        self.asOf = asOf
        self.lawTime = lawTime
        self.rules = rules
        self.threshold = threshold
    }
}

/// What is known of a run after its last page.
public struct RunTotals: Sendable {
    /// The counts of all pages, and of the diagnostics below.
    public var summary: Summary
    /// How the program ends: 0, 1 or 2 (docs/report.md).
    public var exitStatus: Int32
    /// What is wrong with the input and belongs to no dossier.
    public var diagnostics: [Diagnostic]

    /// - Parameter diagnostics: only those that no dossier's page shows already.
    public init(summary: Summary, exitStatus: Int32, diagnostics: [Diagnostic]) {
        self.summary = summary
        self.exitStatus = exitStatus
        self.diagnostics = diagnostics
    }
}

/// Which findings end a run with status 1.
public struct Threshold: Sendable {
    /// Violations of at least this severity.
    public var severity: Diagnostic.Severity
    /// Whether rules of that severity fail it too that are due and unknown.
    public var unknownFails: Bool

    /// - Parameter severity: the least that ends the run with status 1.
    public init(_ severity: Diagnostic.Severity = .error, unknownFails: Bool = true) {
        self.severity = severity
        self.unknownFails = unknownFails
    }
}
