import ArgumentParser
import Compliance
import Findings
import SourceText

/// Makes the page of a dossier. Several workers call it at the same time.
typealias PageMaker = @Sendable (Checker, DossierInput, CheckOptions) -> PageContent

/// A command that prints its page for each dossier of its paths. A new one has its options, and says how its page is made.
protocol DossierCommand: PageCommand {
    var dossiers: DossierOptions { get }

    func pageMaker() throws -> PageMaker

    /// Which findings end the command with status 1; nil where it judges nothing.
    func threshold(_ configuration: Configuration) throws -> Threshold?

    /// What is wrong with what the command was given besides dossiers.
    func problems(_ library: RuleLibrary) throws -> [Diagnostic]
}

extension DossierCommand {
    func threshold(_ configuration: Configuration) throws -> Threshold? { nil }

    func problems(_ library: RuleLibrary) throws -> [Diagnostic] { [] }

    func run() async throws {
        let configuration = try dossiers.isolated ? Configuration() : Configuration.find(for: dossiers.paths)
        let library = try dossiers.rules.layers(configuration).open()
        try configuration.checkPacks(of: library)
        try configuration.checkReadings(of: library)
        let rules = try dossiers.selection.rules(of: library)
        let found = DossierFinder(dossiers.paths, followsLinks: dossiers.followLinks)
        var superior = SuperiorDocuments(library)
        let all = superior.added(to: found.dossiers, below: dossiers.paths)
        var diagnostics = found.diagnostics + configuration.warnings + (try problems(library))
        if !dossiers.isolated { diagnostics += Configuration.ignored(below: dossiers.paths, around: all) }
        let reader = DossierReader(dossiers, configuration)

        let head = RunHead(
            page: Self.page, version: Huanjie.version, language: dossiers.speech.language, asOf: reader.options.asOf,
            lawTime: reader.options.lawTime, rules: rules, threshold: try threshold(configuration))
        let run = PageRun(
            dossiers: all, reader: reader, makePage: try pageMaker(),
            documents: try documents(head, of: all))
        let outcome = await run.run(Checker(library), workers: dossiers.jobs)
        var summary = outcome.summary
        diagnostics += outcome.sharedDiagnostics + library.problems
        summary.add(diagnostics)
        try end(run.documents, RunTotals(summary: summary, exitStatus: summary.exitStatus(head.threshold), diagnostics: diagnostics))
    }
}
