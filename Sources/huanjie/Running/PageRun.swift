import ArgumentParser
import Compliance
import Findings
import Renderers
import SourceText

/// What all commands have that print a page for each dossier.
struct PageOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            Speech.text("文件、卷宗文件夹，或装有卷宗文件夹的文件夹", "files, dossier folders, or folders of dossiers"), valueName: "PATH"))
    var paths: [String]

    @OptionGroup var day: DayOptions

    @Option(help: ArgumentHelp(Speech.text("颜色", "colours"), valueName: "auto|always|never"))
    var color: ColorChoice = .auto

    @OptionGroup var shared: SharedOptions
}

/// A command that prints a page for each dossier of its paths: what else there is to say about it than a check.
struct PageRun {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    var library: RuleLibrary
    var dossiers: [FoundDossier]
    var diagnostics: [Diagnostic]
    private var reader: DossierReader

    init(_ options: PageOptions) throws {
        guard let first = options.paths.first else { throw ValidationError(Speech.text("请给出路径", "name a path")) }
        var finder = Configuration.Finder()
        library = try options.shared.layers(finder.find(from: first)).open()
        let found = DossierFinder(options.paths)
        (dossiers, diagnostics) = (found.dossiers, found.diagnostics)
        reader = DossierReader(options.day)
    }

    /// Prints the page of each dossier; ends with status 2 where an input has errors, or there is none.
    ///
    /// - Parameter page: gives the bytes of a page, and the diagnostics that stand on it.
    mutating func print(
        _ options: PageOptions, _ page: (DossierInput, CheckOptions, [Diagnostic]) -> (bytes: [UInt8], diagnostics: [Diagnostic])
    ) throws {
        var hasErrors = dossiers.isEmpty
        for found in dossiers {
            let (input, options, problems) = reader.read(found)
            let (bytes, diagnostics) = page(input, options, problems)
            Output.standardOutput.write(bytes)
            hasErrors = hasErrors || diagnostics.contains { $0.severity == .error }
        }
        let style = Terminal.style(color: options.color)
        for diagnostic in diagnostics + library.problems {
            Output.standardError.write(style.lines(for: diagnostic, in: options.shared.language).joined(separator: "\n") + "\n")
            hasErrors = hasErrors || diagnostic.severity == .error
        }
        if hasErrors { throw ExitCode(2) }
    }
}
