import ArgumentParser
import Compliance
import Findings
import Renderers
import SourceText

struct TodoCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "todo",
            abstract: Speech.text("列出尚缺的事实，按有多少规则在等排列", "Lists the facts that are missing, ranked by how many rules wait for each"))
    }

    @Option(help: ArgumentHelp(Speech.text("输出格式（默认 text）", "the format (default: text)"), valueName: "text|json"))
    var format: PageRun.Format = .text

    @Flag(name: .shortAndLong, help: ArgumentHelp(Speech.text("逐项列出，不归并同类的事实", "lists every fact by itself")))
    var verbose = false

    @OptionGroup var page: PageOptions

    func run() throws {
        var run = try PageRun(page)
        let checker = Checker(run.library)
        let (language, style) = (page.shared.language, Terminal.style(color: page.color))
        try run.print(page) { input, options, problems in
            var report = checker.check(input, options)
            report.head.diagnostics = problems + report.head.diagnostics
            let list = Worklist(report)
            let bytes =
                format == .json
                ? JSONRenderer(language: language).worklist(list)
                : TextRenderer(language: language, style: style, isVerbose: verbose).worklist(list)
            return (bytes, list.head.diagnostics)
        }
    }
}
