import ArgumentParser
import FEEL
import Renderers
import SourceText

struct FeelEvalCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "eval", abstract: Localized(zh: "求一个表达式的值", en: "Evaluates an expression").spoken,
            discussion: Localized(
                zh: "值写在标准输出；值为空或未知的原因写在标准错误。值因错误而为空时状态为 1，表达式无法解析时为 2。",
                en:
                    "The value goes to standard output. Why it is null or unknown goes to standard error. The status is 1 where an error made it null, and 2 where the expression cannot be parsed."
            ).spoken)
    }

    // An expression may begin with a minus, so what is no option is one.
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(Localized(zh: "表达式；- 为标准输入", en: "the expression; - reads standard input").spoken, valueName: "EXPRESSION"))
    var expression: [String]

    @Flag(help: ArgumentHelp(Localized(zh: "在原文之下列出每个部分的值", en: "print the value of each part under the text").spoken))
    var explain = false

    @OptionGroup var options: FeelOptions

    func run() throws {
        let expression = try options.expressions(expression, count: 1, usage: "EXPRESSION")
        var session = try options.session()
        let source = try session.expression(expression[0], name: "expression")
        let (value, notes) = try session.value(of: source, tracing: explain) { (text, scope) throws(FEELError) in
            try Compiler.analyze(text, scope: scope)
        }
        var printed: [String] = []
        if explain {
            let values = session.run.trace.map { (range: $0.range, value: $0.value.description) }
            printed += Terminal.style(color: options.color).lines(explaining: source.text, values: values)
            printed.append("")
        }
        printed.append(value.description)
        Output.standardOutput.write(lines: printed)
        guard !notes.isEmpty else { return }
        Output.standardError.write(notes)
        if value.isNull { throw ExitCode(1) }
    }
}
