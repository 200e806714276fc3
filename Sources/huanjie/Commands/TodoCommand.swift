import ArgumentParser
import Compliance
import Findings
import SourceText

struct TodoCommand: DossierCommand {
    static let page = Page.worklist

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "todo",
            abstract: Localized(
                zh: "列出尚缺的事实，按有多少规则在等排列", en: "Lists the facts that are missing, ranked by how many rules wait for each"
            ).spoken)
    }

    @OptionGroup var dossiers: DossierOptions
    @OptionGroup var output: OutputOptions<TodoCommand>

    @Flag(
        name: .shortAndLong, help: ArgumentHelp(Localized(zh: "逐项列出，不归并同类的事实", en: "lists every fact by itself").spoken))
    var verbose = false

    var isDetailed: Bool { verbose }

    func pageMaker() -> PageMaker { { .worklist(Worklist($0.check($1, $2))) } }
}
