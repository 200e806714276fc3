import ArgumentParser
import SourceText

struct FeelCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "feel",
            abstract: Localized(zh: "试用规则所用的表达式语言 FEEL", en: "Tries the expression language of the rules, FEEL").spoken,
            subcommands: [FeelEvalCommand.self, FeelTestValueCommand.self, FeelTestCommand.self, FeelFunctionsCommand.self])
    }
}
