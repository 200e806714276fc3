public import Quantities
public import SourceText

/// What a page about a dossier begins with: which dossier it is, on which day it is looked at, by the law of which day.
public struct DossierHead: Sendable {
    /// The path by which the dossier was found.
    public var path: String
    /// The values of the fields that tell one dossier from another, such as a club and its year; empty where nothing is stated.
    public var identity: [String]
    /// The day on which it is looked at.
    public var asOf: CalendarDate
    /// The day whose law applies.
    public var lawTime: CalendarDate
    /// Where `asOf` came from.
    public var asOfOrigin = DayOrigin.given
    /// Where `lawTime` came from.
    public var lawTimeOrigin = DayOrigin.given
    /// What is wrong with the documents themselves.
    public var diagnostics: [Diagnostic]
    /// Pieces that could not be used, each of which a diagnostic explains.
    public var unread: [UnreadPiece] = []
    /// What several dossiers of a run may share and a run says once, at its end; `diagnostics` do not repeat it.
    public var sharedDiagnostics: [Diagnostic] = []

    /// - Parameter identity: without labels, so that fingerprints made of it survive a renaming.
    public init(path: String, identity: [String], asOf: CalendarDate, lawTime: CalendarDate, diagnostics: [Diagnostic]) {
        self.path = path
        self.identity = identity
        self.asOf = asOf
        self.lawTime = lawTime
        self.diagnostics = diagnostics
    }

    /// Which dossier it is, for people; nil where the documents do not say.
    public var title: String? { identity.isEmpty ? nil : identity.joined(separator: " · ") }
}
