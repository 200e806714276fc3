/// A page with what stands on it. Formats write contents and nothing else.
public enum PageContent: Sendable {
    case report(DossierReport)
    case worklist(Worklist)
    case outlook(SlateOutlook)
    case calendar(StatutoryCalendar)
    case rule(RulePage)
    case catalogue(RuleCatalogue)
    case vocabulary(VocabularyPage)

    public var page: Page {
        switch self {
        case .report: .report
        case .worklist: .worklist
        case .outlook: .outlook
        case .calendar: .calendar
        case .rule: .rule
        case .catalogue: .catalogue
        case .vocabulary: .vocabulary
        }
    }

    /// The dossier that it is about; nil of pages about the rules.
    public var head: DossierHead? {
        switch self {
        case .report(let report): report.head
        case .worklist(let list): list.head
        case .outlook(let outlook): outlook.head
        case .calendar(let calendar): calendar.head
        case .rule, .catalogue, .vocabulary: nil
        }
    }

    /// The rules that a page about rules is about; none of other pages.
    public var rules: [RuleDescription] {
        switch self {
        case .rule(let page): [page.rule]
        case .catalogue(let catalogue): catalogue.rules
        case .report, .worklist, .outlook, .calendar, .vocabulary: []
        }
    }

    /// What it counts. Pages that judge nothing count dossiers and what is wrong with their input.
    public var summary: Summary {
        switch self {
        case .report(let report): return report.summary
        case .worklist(let list): return list.summary
        case .outlook, .calendar, .rule, .catalogue, .vocabulary:
            var summary = Summary()
            if let head { summary.add(head) }
            return summary
        }
    }

    /// The exit status that this page alone would give.
    ///
    /// - Parameter threshold: nil where findings of rules do not matter to the run.
    public func exitStatus(_ threshold: Threshold?) -> Int32 {
        switch self {
        case .report, .worklist, .outlook, .calendar: summary.exitStatus(threshold)
        case .catalogue(let catalogue): catalogue.exitStatus
        case .rule, .vocabulary: 0
        }
    }
}
