public import SourceText

/// What a page about a dossier begins with: which dossier it is, on which day it is looked at, by the law of which day.
public struct PageHead: Sendable {
    /// The path by which the dossier was found.
    public var path: String
    /// Which election it is; nil where the documents do not say.
    public var title: String?
    /// YYYY-MM-DD.
    public var asOf: String
    public var lawTime: String
    /// What is wrong with the documents themselves.
    public var diagnostics: [Diagnostic]

    public init(path: String, title: String?, asOf: String, lawTime: String, diagnostics: [Diagnostic]) {
        self.path = path
        self.title = title
        self.asOf = asOf
        self.lawTime = lawTime
        self.diagnostics = diagnostics
    }
}
