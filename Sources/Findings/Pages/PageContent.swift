/// A page with what stands on it. Formats write contents and nothing else.
public enum PageContent: Sendable {
    case report(DossierReport)
    case worklist(Worklist)
    case outlook(SlateOutlook)
    case calendar(StatutoryCalendar)
    case rule(RulePage)
    case catalogue(RuleCatalogue)
    case vocabulary(VocabularyPage)

    /// What all pages have.
    private var model: any PageModel {
        switch self {
        case .report(let report): report
        case .worklist(let list): list
        case .outlook(let outlook): outlook
        case .calendar(let calendar): calendar
        case .rule(let page): page
        case .catalogue(let catalogue): catalogue
        case .vocabulary(let page): page
        }
    }

    /// Which page it is.
    public var page: Page { type(of: model).page }
    /// The dossier that it is about; nil of pages about the rules.
    public var head: DossierHead? { model.dossier }
    /// The rules that a page about rules is about; none of other pages.
    public var rules: [RuleDescription] { model.describedRules }
    /// What it counts. Pages that judge nothing count dossiers and what is wrong with their input.
    public var summary: Summary { model.summary }

    /// The exit status that this page alone would give.
    ///
    /// - Parameter threshold: nil where findings of rules do not matter to the run.
    public func exitStatus(_ threshold: Threshold?) -> Int32 { model.exitStatus(threshold) }
}
