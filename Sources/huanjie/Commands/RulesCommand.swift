import ArgumentParser
import Compliance
import Findings
import Renderers
import SourceText

struct RulesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "rules", abstract: Speech.text("列出规则；或检验规则自身", "Lists the rules, or tests the rules themselves"))
    }

    @Flag(help: ArgumentHelp(Speech.text("运行每条规则的例子", "runs the examples of every rule")))
    var test = false

    @Option(
        help: ArgumentHelp(
            Speech.text("法律文本文件夹：核对摘要和引文，可多次给出", "a folder of law texts, to verify digests and quotations; may be given more than once"),
            valueName: "DIR"))
    var lawTexts: [String] = []

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let library = try shared.layers().load()
        var failed = false
        if test { failed = runExamples(library) }
        if !lawTexts.isEmpty { failed = try verifyLaw(library) || failed }
        if !test, lawTexts.isEmpty { list(library) }
        if failed { throw ExitCode(1) }
    }

    private func list(_ library: RuleLibrary) {
        let language = shared.language
        var page = Page()
        var pack = ""
        for rule in library.rules {
            if rule.pack != pack {
                if !pack.isEmpty { page.line() }
                pack = rule.pack
                page.line("\(rule.packTitle(in: language))  [\(pack)]")
            }
            let basis = rule.basis.first.map { $0.citation(in: language) } ?? ""
            page.line("  \(rule.id.padded(to: 30)) \(rule.severity.text(in: language).padded(to: 8)) \(rule.title(in: language))  \(basis)")
            if let replaced = rule.overrides {
                page.line(
                    Speech.text(
                        "    取代 \(replaced.id)：\(replaced.ground(in: language))",
                        "    replaces \(replaced.id): \(replaced.ground(in: language))"))
            }
        }
        page.line()
        page.line(
            Speech.text(
                "共 \(library.rules.count) 条规则；用 huanjie explain 规则 查看一条", "\(library.rules.count) rules; see `huanjie explain RULE`"))
        Output.standardOutput.write(page.text)
    }

    private func runExamples(_ library: RuleLibrary) -> Bool {
        let language = shared.language
        let outcomes = Checker(library).checkExamples()
        let style = Terminal.style(color: .auto)
        var page = Page()
        for outcome in outcomes where !outcome.holds {
            page.line(
                Speech.text(
                    "✗ \(outcome.rule.id)：应为“\(outcome.expected.text(in: language))”，得到“\(outcome.actual.text(in: language))”  \(outcome.place)",
                    "✗ \(outcome.rule.id): expected \(outcome.expected.text(in: language)), got \(outcome.actual.text(in: language))  \(outcome.place)"
                ))
            if let name = outcome.name { page.line("    \(name)") }
            for result in outcome.results { page.line("    \(result.message(in: language))") }
            for diagnostic in outcome.diagnostics { for line in style.lines(for: diagnostic, in: language) { page.line("    \(line)") } }
        }
        let missing = Checker(library).missingExamples()
        for (rule, verdicts) in missing {
            let kinds = verdicts.map { $0.text(in: language) }
            page.line(
                Speech.text(
                    "✗ \(rule.id)：缺少结论为“\(kinds.joined(separator: "”、“"))”的例子  \(rule.place)",
                    "✗ \(rule.id): has no example that is \(kinds.joined(separator: ", "))  \(rule.place)"))
        }
        let failed = outcomes.filter { !$0.holds }.count + missing.count
        page.line("\(outcomes.filter(\.holds).count) passed, \(failed) failed")
        Output.standardOutput.write(page.text)
        return failed > 0
    }

    private func verifyLaw(_ library: RuleLibrary) throws -> Bool {
        let outcome = try LawTexts(folders: lawTexts).verify(library)
        let style = Terminal.style(color: .auto)
        var page = Page()
        for diagnostic in outcome.diagnostics {
            for line in style.lines(for: diagnostic, in: shared.language) { page.line(line) }
            page.line()
        }
        page.line(
            Speech.text(
                "核对 \(outcome.verifiedArticles) 条原文、\(outcome.verifiedQuotations) 处引文，\(outcome.diagnostics.count) 处不符",
                "\(outcome.verifiedArticles) articles and \(outcome.verifiedQuotations) quotations verified, \(outcome.diagnostics.count) differ"
            ))
        for source in outcome.absentSources { page.line(Speech.text("没有找到 \(source) 的原文", "the text of \(source) was not found")) }
        Output.standardOutput.write(page.text)
        if outcome.verifiedArticles == 0, outcome.diagnostics.isEmpty { throw ExitCode(2) }
        return !outcome.diagnostics.isEmpty
    }
}
