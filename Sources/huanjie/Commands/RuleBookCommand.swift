import ArgumentParser
import Compliance
import Findings
import Quantities
import Renderers
import SourceText

/// What all commands have that print a page about the rules.
struct RuleBookOptions: ParsableArguments {
    @OptionGroup var rules: RulesOptions

    @Option(
        help: ArgumentHelp(Localized(zh: "页上所写的日期（默认：今天）", en: "the day that the page bears (default: today)").spoken, valueName: "DATE"))
    var asOf: CalendarDate?

    @OptionGroup var speech: LanguageOptions
}

/// A command that prints one page about the rules themselves.
protocol RuleBookCommand: PageCommand {
    var book: RuleBookOptions { get }

    func page(_ library: RuleLibrary) throws -> PageContent

    /// Whether everything in the rules is checked before the page is made.
    var checksExpressions: Bool { get }
}

extension RuleBookCommand {
    var checksExpressions: Bool { true }

    func run() async throws {
        let layers = try book.rules.layers()
        let library = try checksExpressions ? layers.load() : layers.open()
        let content = try page(library)
        let head = RunHead(
            page: Self.page, version: Huanjie.version, language: book.speech.language, asOf: book.asOf ?? Clock.today,
            rules: content.rules)
        let documents = try documents(head)
        for document in documents.all { document.add(content, number: 0) }
        try end(documents, RunTotals(summary: content.summary, exitStatus: content.exitStatus(nil), diagnostics: []))
    }
}
