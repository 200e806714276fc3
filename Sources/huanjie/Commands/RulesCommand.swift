import ArgumentParser
import Compliance
import Findings
import SourceText

struct RulesCommand: RuleBookCommand {
    static let page = Page.catalogue

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules",
            abstract: Localized(zh: "列出规则；或检验规则自身", en: "Lists the rules, or tests the rules themselves").spoken)
    }

    @Flag(help: ArgumentHelp(Localized(zh: "运行每条规则的例子", en: "runs the examples of every rule").spoken))
    var test = false

    @OptionGroup var lawTexts: LawTextOptions
    @OptionGroup var book: RuleBookOptions
    @OptionGroup var output: OutputOptions<RulesCommand>

    func page(_ library: RuleLibrary) throws -> PageContent {
        .catalogue(
            RuleCatalogue(
                library.rules + library.checks, examples: test ? Checker(library).runExamples() : nil,
                lawTexts: lawTexts.isEmpty ? nil : try lawTexts.texts().verify(library)))
    }
}
