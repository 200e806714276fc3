import ArgumentParser
import FEEL
import Renderers
import SourceText

struct FeelFunctionsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "functions", abstract: Speech.text("列出内建函数，或说明一个", "Lists the built-in functions, or explains one"))
    }

    @Argument(help: ArgumentHelp(Speech.text("函数名", "a function's name"), valueName: "NAME"))
    var name: [String] = []

    @OptionGroup var speech: SpeechOptions

    func run() throws {
        var page = Page()
        if name.isEmpty {
            let width = Builtin.all.map(\.name.count).max() ?? 0
            for builtin in Builtin.all { page.line("\(builtin.name.padded(to: width + 2))\(builtin.summary(in: speech.language))") }
        } else {
            // Names hold spaces, so the words may come unquoted.
            let wanted = name.joined(separator: " ")
            guard let builtin = Builtin.all.first(where: { $0.name == wanted }) else {
                let nearest = nearestName(to: wanted, among: Builtin.all.map(\.name).sorted())
                throw Failure(
                    Localized(zh: "没有函数“\(wanted)”", en: "there is no function “\(wanted)”")
                        .followed(by: .didYouMean(nearest))(in: Speech.language))
            }
            for parameters in builtin.signatures { page.line(builtin.signature(of: parameters)) }
            page.line()
            page.line("  \(builtin.summary(in: speech.language))  (DMN 1.5, \(builtin.clause))")
            page.line()
            for example in builtin.examples { page.line("  \(example.expression) = \(example.value)") }
        }
        Output.standardOutput.write(page.text)
    }
}
