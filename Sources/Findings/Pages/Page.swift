/// What can be printed. The raw value is the page's id: it stands in the name of its JSON schema (`huanjie-report`).
public enum Page: String, CaseIterable, Sendable {
    case report, worklist, outlook, calendar
    case rule, catalogue, vocabulary

    /// Whether it is about a dossier, so that a run prints one for each; other pages are about the rules, and a run prints one.
    public var isOfDossier: Bool {
        switch self {
        case .report, .worklist, .outlook, .calendar: true
        case .rule, .catalogue, .vocabulary: false
        }
    }
}
