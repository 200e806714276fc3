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

    @Argument(help: ArgumentHelp(Speech.text("文件、卷宗文件夹，或装有卷宗文件夹的文件夹", "files, dossier folders, or folders of dossiers"), valueName: "PATH"))
    var paths: [String]

    @OptionGroup var day: DayOptions

    @Option(help: ArgumentHelp(Speech.text("输出格式（默认 text）", "the format (default: text)"), valueName: "text|json"))
    var format: PageRun.Format = .text

    @Flag(name: .shortAndLong, help: ArgumentHelp(Speech.text("逐项列出，不归并同类的事实", "lists every fact by itself")))
    var verbose = false

    @Option(help: ArgumentHelp(Speech.text("颜色", "colours"), valueName: "auto|always|never"))
    var color: ColorChoice = .auto

    @OptionGroup var shared: SharedOptions

    func run() throws {
        var run = try PageRun(paths, day, rules: shared.rules)
        let checker = Checker(run.library)
        let style = Terminal.style(color: color)
        try run.print(shared.language, style) { input, options, problems in
            var report = checker.check(input, options)
            report.diagnostics = problems + report.diagnostics
            let list = Worklist(report)
            let bytes =
                format == .json
                ? JSONRenderer(language: shared.language).worklist(list)
                : TextRenderer(language: shared.language, style: style, isVerbose: verbose).worklist(list)
            return (bytes, list.diagnostics)
        }
    }
}
