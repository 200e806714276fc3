import ArgumentParser
import Compliance
import FEEL
import Findings
import Quantities
import Renderers
import SourceText

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct CheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: Speech.text("按规则核对卷宗", "Checks dossiers against the rules"),
            discussion: Speech.text(
                """
                路径可以是文件、卷宗文件夹，或装有卷宗文件夹的文件夹。
                退出状态：0 没有达到门限的问题；1 有违反规则，或已到期而不明；2 用法、规则或文书有误，或者什么也没有核对。
                """,
                """
                A path is a file, the folder of a dossier, or a folder of such folders.
                Exit status: 0 nothing reaches the threshold; 1 rules are violated, or unknown though due; 2 the usage, the rules or the input \
                are wrong, or nothing was checked.
                """))
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: ArgumentHelp(Speech.text("要核对的文件或文件夹", "files or folders to check"), valueName: "PATH"))
    var paths: [String]

    @OptionGroup var day: DayOptions

    @Option(help: ArgumentHelp(Speech.text("输出格式（默认 text）", "the format of the report (default: text)"), valueName: "text|json"))
    var format: [Format] = []

    @Option(
        help: ArgumentHelp(
            Speech.text("把一种格式写入文件，可多次给出；- 为标准输出", "writes a format to a file; may be given more than once; - is standard output"),
            valueName: "FORMAT=FILE"))
    var output: [String] = []

    @Option(help: ArgumentHelp(Speech.text("只用这条规则，可多次给出", "only this rule; may be given more than once"), valueName: "RULE"))
    var rule: [String] = []

    @Option(help: ArgumentHelp(Speech.text("不用这条规则，可多次给出", "not this rule; may be given more than once"), valueName: "RULE"))
    var skipRule: [String] = []

    @Option(help: ArgumentHelp(Speech.text("只用这一阶段的规则，可多次给出", "only rules of this phase; may be given more than once"), valueName: "PHASE"))
    var phase: [String] = []

    @Option(
        help: ArgumentHelp(
            Speech.text("达到哪一级就以状态 1 结束（默认 error）", "the severity that ends with status 1 (default: error)"),
            valueName: "error|warning|note"))
    var failSeverity: Diagnostic.Severity?

    @Flag(help: ArgumentHelp(Speech.text("到期而不明的规则不算失败", "rules that are unknown though due do not fail the check")))
    var allowUnknown = false

    @Option(
        help: ArgumentHelp(
            Speech.text("法律文本文件夹：核对摘要和引文，可多次给出", "a folder of law texts, to verify digests and quotations; may be given more than once"),
            valueName: "DIR"))
    var lawTexts: [String] = []

    @Option(
        help: ArgumentHelp(Speech.text("同时核对的卷宗数（默认：处理器数）", "dossiers to check at the same time (default: processors)"), valueName: "N"))
    var jobs: Int?

    @Option(help: ArgumentHelp(Speech.text("颜色", "colours"), valueName: "auto|always|never"))
    var color: ColorChoice = .auto

    @Flag(
        name: .shortAndLong,
        help: ArgumentHelp(
            Speech.text("逐条列出通过和不适用的规则，以及全部缺少的事实", "lists every pass, every rule that does not apply, and every missing fact")))
    var verbose = false

    @OptionGroup var shared: SharedOptions

    mutating func validate() throws {
        if paths.isEmpty { throw ValidationError(Speech.text("请给出要核对的路径", "name a path to check")) }
        if let jobs, jobs < 1 { throw ValidationError(Speech.text("--jobs 至少为 1", "--jobs must be at least 1")) }
    }

    func run() async throws {
        var finder = Configuration.Finder()
        let configuration = try finder.find(from: paths[0])
        let layers = try shared.layers(configuration)
        let library = try layers.open()
        try checkNames(library)
        let found = DossierFinder(paths)
        var diagnostics = found.diagnostics
        if !lawTexts.isEmpty { diagnostics += try LawTexts(folders: lawTexts).verify(library).diagnostics }

        let run = CheckRun(
            dossiers: found.dossiers, reader: DossierReader(day, options), sinks: try sinks(),
            workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        let description = RunDescription(
            version: Huanjie.version, asOf: run.reader.asOf.description, rulesFolder: layers.path, ruleCount: library.rules.count)
        for sink in run.sinks { sink.output.write(sink.renderer.opening(description)) }
        var summary = await run.run(Checker(library))
        diagnostics += library.problems
        summary.add(diagnostics)
        let severity = try failSeverity ?? configuration.failSeverity.map { try threshold($0) } ?? .error
        let status = summary.exitStatus(failSeverity: severity, unknownFails: !allowUnknown)
        for sink in run.sinks { sink.output.write(sink.renderer.closing(summary, exitStatus: status, diagnostics: diagnostics)) }
        if status != 0 { throw ExitCode(status) }
    }

    private var options: CheckOptions {
        var options = CheckOptions(asOf: CalendarDate(days: 0))
        options.rules = Set(rule)
        options.skippedRules = Set(skipRule)
        options.phases = Set(phase)
        return options
    }

    private func threshold(_ text: String) throws -> Diagnostic.Severity {
        guard let severity = Diagnostic.Severity(rawValue: text) else {
            throw Failure(Speech.text("failSeverity 应为 error、warning 或 note", "failSeverity is error, warning or note"))
        }
        return severity
    }

    private func checkNames(_ library: RuleLibrary) throws {
        let ids = library.rules.map(\.id)
        for name in rule + skipRule where !ids.contains(name) { throw ExplainCommand.unknownRule(name, ids) }
        let phases = library.phases.map(\.id)
        for name in phase where !phases.contains(name) {
            throw Failure(
                Speech.text(
                    "没有阶段“\(name)”；有 \(phases.joined(separator: "、"))",
                    "there is no phase “\(name)”; there are \(phases.joined(separator: ", "))"))
        }
    }

    private func sinks() throws -> [CheckRun.Sink] {
        var sinks = try output.map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let format = Format(rawValue: parts[0]) else {
                throw ValidationError(
                    Speech.text("--output 应写作 格式=文件，如 json=report.json", "--output takes FORMAT=FILE, such as json=report.json"))
            }
            return CheckRun.Sink(renderer: renderer(format, toFile: parts[1] != "-"), output: try Output(path: parts[1]))
        }
        let toStandardOutput = format.count + output.filter { $0.hasSuffix("=-") }.count
        guard toStandardOutput <= 1 else {
            throw ValidationError(
                Speech.text("标准输出只能写一种格式；其余请用 --output 写入文件", "standard output takes one format; write the others to files with --output"))
        }
        let printed = format.isEmpty && output.isEmpty ? [.text] : format
        sinks += printed.map { CheckRun.Sink(renderer: renderer($0, toFile: false), output: .standardOutput) }
        return sinks
    }

    private func renderer(_ format: Format, toFile: Bool) -> any ReportRenderer {
        switch format {
        case .text: TextRenderer(language: shared.language, style: Terminal.style(color: toFile ? .never : color), isVerbose: verbose)
        case .json: JSONRenderer(language: shared.language)
        }
    }
}
