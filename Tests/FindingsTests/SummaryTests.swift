import Findings
import Quantities
import SourceText
import Testing

/// Rules and reports with nothing but what counts.
enum Bare {
    static let place = SourcePlace(file: SourceFile(name: "plan", text: ""))

    static func rule(_ id: String, _ force: Force = .mandatory) -> RuleDescription {
        RuleDescription(
            id: id, title: Localized(same: id), pack: "law", packTitle: Localized(same: "law"), force: force, phase: nil, basis: [],
            remedy: nil, readings: [], statement: [], place: place)
    }

    static func report(_ results: [RuleResult], diagnostics: [Diagnostic] = []) -> DossierReport {
        var report = DossierReport(
            DossierHead(
                path: "town", identity: [], asOf: CalendarDate(days: 0), lawTime: CalendarDate(days: 0), diagnostics: diagnostics))
        report.results = results
        return report
    }

    static func missing(_ key: String, _ path: String) -> MissingFact {
        MissingFact(
            FactReference(
                record: Subject(type: "room", key: key, label: Localized(same: key)), path: path,
                label: Localized(same: "\(path) of \(key)"),
                field: Localized(same: path), place: place), supplier: nil)
    }
}

struct SummaryTests {
    @Test("a rule counts once, with the worst of its verdicts")
    func worst() {
        let rule = Bare.rule("a")
        let summary = Bare.report([.pass, .fail, .unknown].map { RuleResult(rule: rule, verdict: $0, place: Bare.place) }).summary
        #expect(summary.dossiers == 1 && summary.verdicts == [.fail: 1] && summary.violations == [.error: 1])
    }

    @Test(
        "a dossier's own status follows from its counts and the threshold of the run",
        arguments: [
            (.fail, .advisory, Threshold(.error), 0), (.fail, .advisory, Threshold(.note), 1), (.fail, .mandatory, Threshold(), 1),
            (.unknown, .mandatory, Threshold(), 1), (.unknown, .mandatory, Threshold(unknownFails: false), 0),
            (.notApplicable, .mandatory, Threshold(), 2), (.error, .advisory, Threshold(), 2), (.fail, .mandatory, nil, 0),
        ] as [(Verdict, Force, Threshold?, Int32)])
    func status(verdict: Verdict, force: Force, threshold: Threshold?, expected: Int32) {
        let report = Bare.report([RuleResult(rule: Bare.rule("a", force), verdict: verdict, place: Bare.place)])
        #expect(PageContent.report(report).exitStatus(threshold) == expected)
    }

    @Test("an error in the input is told by every page, whatever the threshold")
    func inputErrors() {
        let report = Bare.report([], diagnostics: [Diagnostic(code: "a", place: Bare.place, message: Localized(same: ""))])
        let pages: [PageContent] = [
            .report(report), .worklist(Worklist(report)), .outlook(SlateOutlook(report.head)), .calendar(StatutoryCalendar(report.head)),
        ]
        for page in pages { #expect(page.exitStatus(nil) == 2 && page.summary.inputErrors == 1 && page.head?.path == "town") }
        #expect(Summary().exitStatus(nil) == 2)
    }

    @Test("a catalogue ends with 1 for what does not hold, and with 2 where there was nothing to compare with")
    func catalogue() {
        func law(_ articles: Int, _ count: Int) -> LawVerificationReport {
            let problem = Diagnostic(code: "a", place: Bare.place, message: Localized(same: ""))
            return LawVerificationReport(
                diagnostics: Array(repeating: problem, count: count), verifiedArticles: articles, verifiedQuotations: 0, absentSources: [])
        }
        let rule = Bare.rule("a")
        #expect(PageContent.catalogue(RuleCatalogue([rule])).exitStatus(nil) == 0)
        #expect(
            PageContent.catalogue(RuleCatalogue([rule], examples: ExampleRun(outcomes: [], missing: [(rule, [.fail])]))).exitStatus(nil)
                == 1)
        #expect(PageContent.catalogue(RuleCatalogue([rule], lawTexts: law(3, 0))).exitStatus(nil) == 0)
        #expect(PageContent.catalogue(RuleCatalogue([rule], lawTexts: law(3, 1))).exitStatus(nil) == 1)
        #expect(PageContent.catalogue(RuleCatalogue([rule], lawTexts: law(0, 0))).exitStatus(nil) == 2)
    }
}
