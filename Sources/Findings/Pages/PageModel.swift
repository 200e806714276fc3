/// What a model has to say so that it can be a page; it says so in its own file.
protocol PageModel: Sendable {
    static var page: Page { get }
    var dossier: DossierHead? { get }
    var describedRules: [RuleDescription] { get }
    var summary: Summary { get }
    func exitStatus(_ threshold: Threshold?) -> Int32
}

/// A page about a dossier. Where it says nothing else it judges nothing, and its status follows from its counts.
protocol DossierPage: PageModel {
    var head: DossierHead { get }
}

extension DossierPage {
    var dossier: DossierHead? { head }
    var describedRules: [RuleDescription] { [] }

    var summary: Summary {
        var summary = Summary()
        summary.add(head)
        return summary
    }

    func exitStatus(_ threshold: Threshold?) -> Int32 { summary.exitStatus(threshold) }
}

/// A page about the rules themselves. Where it says nothing else there is nothing in it that could fail.
protocol RuleBookPage: PageModel {}

extension RuleBookPage {
    var dossier: DossierHead? { nil }
    var describedRules: [RuleDescription] { [] }
    var summary: Summary { Summary() }

    func exitStatus(_ threshold: Threshold?) -> Int32 { 0 }
}
