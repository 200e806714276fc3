public import Findings
public import SourceText

/// What a whole run is about; printed at its head.
public struct RunDescription: Sendable {
    public var version: String
    public var asOf: String
    public var rulesFolder: String
    public var ruleCount: Int

    public init(version: String, asOf: String, rulesFolder: String, ruleCount: Int) {
        self.version = version
        self.asOf = asOf
        self.rulesFolder = rulesFolder
        self.ruleCount = ruleCount
    }
}

/// Writes reports in one format. Dossiers are rendered one by one, so that a run over thousands of them needs the memory of one; the
/// pieces, in order, are the whole document.
public protocol ReportRenderer: Sendable {
    func opening(_ run: RunDescription) -> [UInt8]
    /// May be called on any thread, for dossiers in any order.
    func dossier(_ report: DossierReport) -> [UInt8]
    /// Stands between two dossiers.
    var separator: [UInt8] { get }
    /// - Parameter diagnostics: problems of the run that belong to no dossier.
    func closing(_ summary: Summary, exitStatus: Int32, diagnostics: [Diagnostic]) -> [UInt8]
}
