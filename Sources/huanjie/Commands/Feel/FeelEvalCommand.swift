import ArgumentParser
import FEEL
import Renderers
import SourceText

struct FeelEvalCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "eval", abstract: Localized(zh: "求一个表达式的值", en: "Evaluates an expression").spoken,
            discussion: Localized(
                zh: "值写在标准输出；值为空的原因写在标准错误，状态为 1。表达式无法解析时状态为 2。",
                en:
                    "The value goes to standard output. Why a value is null goes to standard error, with status 1; an expression that cannot be parsed ends with status 2."
            ).spoken)
    }

    @Argument(
        help: ArgumentHelp(Localized(zh: "表达式；- 为标准输入", en: "the expression; - reads standard input").spoken, valueName: "EXPRESSION"))
    var expression: String

    @Option(
        help: ArgumentHelp(
            Localized(zh: "给出各名称的值的文件：YAML、JSON，或 .feel", en: "a file with the values of names: YAML, JSON, or .feel").spoken,
            valueName: "FILE"))
    var context: [String] = []

    @Flag(help: ArgumentHelp(Localized(zh: "在原文之下列出每个部分的值", en: "print the value of each part under the text").spoken))
    var explain = false

    @Option(help: ArgumentHelp(Localized(zh: "now() 所用的时刻", en: "what now() says").spoken, valueName: "DATE-TIME"))
    var now: String?

    @Option(help: ArgumentHelp(Localized(zh: "颜色", en: "colour").spoken, valueName: "auto|always|never"))
    var color: ColorChoice = .auto

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let source = SourceFile(name: "expression", bytes: Array(try text().utf8))
        let text = source.text
        var scope = Scope()
        for path in context {
            for entry in try FeelContext.read(path).entries { scope.define(entry.name, as: entry.value) }
        }
        let compiled: CompiledExpression
        let problems: [FEELProblem]
        do {
            (compiled, problems) = try Compiler.analyze(text, scope: scope)
        } catch {
            throw Failure(shown([error.problem], in: source))
        }
        var run = Evaluation()
        run.now = try clock()
        let value = compiled.evaluate(&run, tracing: explain)
        var printed: [String] = []
        if explain {
            let values = run.trace.map { (range: $0.range, value: $0.value.description) }
            for line in Terminal.style(color: color).lines(explaining: text, values: values) { printed.append(line) }
            printed.append("")
        }
        printed.append(value.description)
        Output.standardOutput.write(lines: printed)
        // A loop says the same thing many times.
        let all = (problems + run.problems).reduce(into: [FEELProblem]()) { if !$0.contains($1) { $0.append($1) } }
        guard !all.isEmpty else { return }
        Output.standardError.write(shown(all, in: source) + "\n")
        if value.isNull { throw ExitCode(1) }
    }

    private func text() throws -> String {
        guard expression == "-" else { return expression }
        let text = String(decoding: try Files.standardInput(), as: UTF8.self)
        return text.last == "\n" ? String(text.dropLast()) : text
    }

    private func clock() throws -> DateTime {
        guard let now else { return Clock.dateTime }
        if let dateTime = DateTime(now) { return dateTime }
        throw Failure(
            Localized(
                zh: "--now：“\(now)”不是日期时刻，应如 2021-11-25T08:00:00+08:00",
                en: "--now: “\(now)” is not a date and time such as 2021-11-25T08:00:00+08:00"
            ).spoken)
    }

    /// Problems of an expression, each with its place under the text.
    private func shown(_ problems: [FEELProblem], in source: SourceFile) -> String {
        let style = Terminal.style(color: color)
        return problems.flatMap { style.lines(for: $0.diagnostic(in: source), in: speech.language) }.joined(separator: "\n")
    }
}
