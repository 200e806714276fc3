import ArgumentParser

struct FeelCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "feel", abstract: Speech.text("试用规则所用的表达式语言 FEEL", "Tries the expression language of the rules, FEEL"),
            subcommands: [FeelEvalCommand.self, FeelTestCommand.self, FeelFunctionsCommand.self])
    }
}
