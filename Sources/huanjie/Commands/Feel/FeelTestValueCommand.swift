import ArgumentParser
import FEEL
import SourceText

struct FeelTestValueCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test-value",
            abstract: Localized(zh: "一个值是否满足条件（单目测试）", en: "Whether a value satisfies unary tests").spoken,
            discussion: Localized(
                zh: "条件以逗号分开，满足一项即可，如 '[1..3], > 4'；not(…) 为否定，- 为任何值，? 为该值。满足时状态为 0；不满足、为空或未知时为 1；无法解析时为 2。",
                en:
                    "Tests stand apart by commas, and one has to hold: '[1..3], > 4'; not(…) negates them, - is any value, ? the value. The status is 0 where they hold, 1 where they do not or the result is null or unknown, 2 where something cannot be parsed."
            ).spoken)
    }

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            Localized(zh: "表达式形式的值，及条件", en: "the value, as an expression, and the tests").spoken, valueName: "VALUE> <TESTS"))
    var words: [String]

    @OptionGroup var options: FeelOptions

    func run() throws {
        let words = try options.expressions(words, count: 2, usage: "VALUE TESTS")
        var session = try options.session()
        let (value, notes) = try session.value(of: session.expression(words[0], name: "value")) { (text, scope) throws(FEELError) in
            try Compiler.analyze(text, scope: scope)
        }
        Output.standardError.write(notes)
        session.scope.define("?", as: value)
        let tests = SourceFile(name: "tests", bytes: Array(words[1].utf8))
        let (result, reasons) = try session.value(of: tests) { (text, scope) throws(FEELError) in
            try Compiler.analyze(tests: text, scope: scope)
        }
        Output.standardOutput.write(lines: [result.description])
        Output.standardError.write(reasons)
        if case .boolean(true) = result { return }
        throw ExitCode(1)
    }
}
