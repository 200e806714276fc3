import ArgumentParser
import Compliance
import Findings
import SourceText

struct ExplainCommand: RuleBookCommand {
    static let page = Page.rule

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "explain", abstract: Localized(zh: "说明一条规则", en: "Explains a rule").spoken)
    }

    @Argument(
        help: ArgumentHelp(Localized(zh: "规则的标识，见 huanjie rules", en: "the rule's id; see `huanjie rules`").spoken, valueName: "RULE"))
    var rule: String

    @OptionGroup var lawTexts: LawTextOptions
    @OptionGroup var book: RuleBookOptions
    @OptionGroup var output: OutputOptions<ExplainCommand>

    func page(_ library: RuleLibrary) throws -> PageContent {
        guard let page = library.page(ofRule: rule, lawText: try lawTexts.texts().text) else {
            throw Failure.unknownRule(rule, (library.rules + library.checks).map(\.id))
        }
        return .rule(page)
    }
}
