import ArgumentParser
import Compliance
import Findings
import Renderers
import SourceText

/// A command that prints a page for each dossier of its paths: what else there is to say about it than a check.
struct PageRun {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    var library: RuleLibrary
    var dossiers: [FoundDossier]
    var diagnostics: [Diagnostic]
    private var reader: DossierReader

    /// - Parameter paths: files, dossier folders, or folders of dossiers.
    init(_ paths: [String], _ day: DayOptions, rules: String?) throws {
        guard let first = paths.first else { throw ValidationError(Speech.text("请给出路径", "name a path")) }
        var finder = Configuration.Finder()
        library = try RulesFolder.find(named: rules ?? finder.find(from: first).rules).load()
        let found = DossierFinder(paths)
        (dossiers, diagnostics) = (found.dossiers, found.diagnostics)
        reader = DossierReader(day)
    }

    /// Prints the page of each dossier; ends with status 2 where an input has errors, or there is none.
    ///
    /// - Parameter page: gives the bytes of a page, and the diagnostics that stand on it.
    mutating func print(
        _ language: Language, _ style: TextStyle,
        _ page: (DossierInput, CheckOptions, [Diagnostic]) -> (bytes: [UInt8], diagnostics: [Diagnostic])
    ) throws {
        var hasErrors = dossiers.isEmpty
        for found in dossiers {
            let (input, options, problems) = reader.read(found)
            let (bytes, diagnostics) = page(input, options, problems)
            Output.standardOutput.write(bytes)
            hasErrors = hasErrors || diagnostics.contains { $0.severity == .error }
        }
        for diagnostic in diagnostics {
            Output.standardError.write(style.lines(for: diagnostic, in: language).joined(separator: "\n") + "\n")
            hasErrors = hasErrors || diagnostic.severity == .error
        }
        if hasErrors { throw ExitCode(2) }
    }
}
