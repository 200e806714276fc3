import ArgumentParser
import FEEL
import Renderers
import SourceText

struct FeelFunctionsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "functions", abstract: Localized(zh: "列出内建函数，或说明一个", en: "Lists the built-in functions, or explains one").spoken)
    }

    @Argument(help: ArgumentHelp(Localized(zh: "函数名", en: "a function's name").spoken, valueName: "NAME"))
    var name: [String] = []

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        var printed: [String] = []
        if name.isEmpty {
            let width = Builtin.all.map(\.name.count).max() ?? 0
            for builtin in Builtin.all { printed.append("\(builtin.name.padded(to: width + 2))\(builtin.summary(in: speech.language))") }
        } else {
            // Names hold spaces, so the words may come unquoted.
            let wanted = name.joined(separator: " ")
            guard let builtin = Builtin.all.first(where: { $0.name == wanted }) else {
                let nearest = nearestName(to: wanted, among: Builtin.all.map(\.name).sorted())
                throw Failure(
                    Localized(zh: "没有函数“\(wanted)”", en: "there is no function “\(wanted)”")
                        .followed(by: .didYouMean(nearest)).spoken)
            }
            for parameters in builtin.signatures { printed.append(builtin.signature(of: parameters)) }
            printed.append("")
            printed.append("  \(builtin.summary(in: speech.language))  (DMN 1.5, \(builtin.clause))")
            printed.append("")
            for example in builtin.examples { printed.append("  \(example.expression) = \(example.value)") }
        }
        Output.standardOutput.write(lines: printed)
    }
}
