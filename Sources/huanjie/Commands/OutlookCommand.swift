import ArgumentParser
import Compliance
import Findings
import Renderers
import SourceText

struct OutlookCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "outlook",
            abstract: Speech.text("投票前：人选名单还能产生什么结果", "Before the vote: what can come of those who stand"),
            discussion: Speech.text(
                "逐条说明结构性要求必定成立、可能成立还是不可能成立，能否同时成立，哪些互相冲突，以及最少要改动多少人选。这些是算术结果，不是人选建议。",
                "Says of each rule on the structure of those elected whether it is certain, possible or impossible, whether all can hold together, which exclude each other, and the fewest changes that help. This is arithmetic, not a recommendation of persons."
            ))
    }

    @Option(help: ArgumentHelp(Speech.text("输出格式（默认 text）", "the format (default: text)"), valueName: "text|json"))
    var format: PageRun.Format = .text

    @Flag(help: ArgumentHelp(Speech.text("列出各种结果中的当选人", "name the winners of the outcomes that are shown")))
    var names = false

    @OptionGroup var page: PageOptions

    func run() throws {
        var run = try PageRun(page)
        let checker = Checker(run.library)
        let (language, style) = (page.shared.language, Terminal.style(color: page.color))
        try run.print(page) { input, options, problems in
            var outlook = checker.outlook(input, options)
            outlook.head.diagnostics = problems + outlook.head.diagnostics
            let bytes =
                format == .json
                ? JSONRenderer(language: language).outlook(outlook, naming: names)
                : TextRenderer(language: language, style: style, isVerbose: names).outlook(outlook)
            return (bytes, outlook.head.diagnostics)
        }
    }
}
