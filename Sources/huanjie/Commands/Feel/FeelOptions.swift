import ArgumentParser
import FEEL
import Renderers
import SourceText

/// What the expressions of `feel eval` and `feel test-value` see, and how problems are shown.
struct FeelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(zh: "给出各名称的值的文件：YAML、JSON，或 .feel", en: "a file with the values of names: YAML, JSON, or .feel").spoken,
            valueName: "FILE"))
    var context: [String] = []

    @Option(
        help: ArgumentHelp(
            Localized(
                zh: "值未知的名称（可重复）；文件中的 null 是空值，不是未知", en: "a name of which no value is known; may be repeated (null in a file is a value)"
            )
            .spoken, valueName: "NAME"))
    var unknown: [String] = []

    @Option(help: ArgumentHelp(Localized(zh: "now() 所用的时刻", en: "what now() says").spoken, valueName: "DATE-TIME"))
    var now: String?

    @Option(help: ArgumentHelp(Localized(zh: "颜色", en: "colour").spoken, valueName: "auto|always|never"))
    var color: ColorChoice = .auto

    @OptionGroup var speech: LanguageOptions

    /// The scope with the names of the files and those of unknown facts, and an evaluation that knows the clock.
    func session() throws -> FeelSession {
        var scope = Scope()
        for path in context {
            for entry in try FeelContext.read(path).entries { scope.define(entry.name, as: entry.value) }
        }
        let facts = UnknownFacts(names: unknown)
        let variable = facts.open(in: &scope)
        var run = Evaluation()
        run.set(variable, .record(Record(source: facts, index: 0)))
        run.now = try clock()
        return FeelSession(options: self, scope: scope, run: run, facts: facts)
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

    /// The expressions among the words of the command line, which may begin with a minus; refuses options that there are not.
    func expressions(_ given: [String], count: Int, usage: String) throws -> [String] {
        var words = given
        if let separator = words.firstIndex(of: "--") { words.remove(at: separator) }
        if words.count == count { return words }
        let option = words.first { $0.hasPrefix("--") && $0.count > 2 }
        if words.count > count, let option {
            throw Failure(
                Localized(
                    zh: "没有选项“\(option)”；若是表达式，请写在 -- 之后", en: "there is no option “\(option)”; an expression stands after --"
                ).spoken)
        }
        throw Failure(
            Localized(zh: "应给出 \(usage)，实际有 \(words.count) 个", en: "wanted: \(usage); found \(words.count)").spoken
        )
    }
}

/// One run of the command line's expressions.
struct FeelSession {
    let options: FeelOptions
    var scope: Scope
    var run: Evaluation
    let facts: UnknownFacts

    /// The text of an expression; `-` reads standard input.
    func expression(_ text: String, name: String) throws -> SourceFile {
        guard text == "-" else { return SourceFile(name: name, bytes: Array(text.utf8)) }
        let read = String(decoding: try Files.standardInput(), as: UTF8.self)
        return SourceFile(name: name, bytes: Array((read.last == "\n" ? String(read.dropLast()) : read).utf8))
    }

    /// The value of an expression, and why it is null or unknown on standard error; what cannot be parsed ends the program.
    ///
    /// - Parameter compile: how the text is read, `Compiler.analyze` or its like.
    mutating func value(
        of source: SourceFile, tracing: Bool = false,
        by compile: (String, Scope) throws(FEELError) -> (CompiledExpression, problems: [FEELProblem])
    ) throws -> (value: Value, notes: String) {
        let compiled: CompiledExpression
        let checked: [FEELProblem]
        do {
            (compiled, checked) = try compile(source.text, scope)
        } catch {
            throw Failure(shown([error.problem], in: source))
        }
        let value = compiled.evaluate(&run, tracing: tracing)
        // A loop says the same thing many times, and evaluation what the check has said.
        let all = run.problems.reduce(into: checked) { all, problem in
            if !checked.contains(where: problem.follows), !all.contains(problem) { all.append(problem) }
        }
        let missing = facts.missing(in: run)
        var notes = all.isEmpty ? "" : shown(all, in: source) + "\n"
        if !missing.isEmpty {
            notes += (Localized(zh: "结果取决于未知的：", en: "the result depends on what is not known: ") + .list(missing)).spoken + "\n"
        }
        return (value, notes)
    }

    /// Problems of an expression, each with its place under the text.
    private func shown(_ problems: [FEELProblem], in source: SourceFile) -> String {
        let style = Terminal.style(color: options.color)
        return problems.flatMap { style.lines(for: $0.diagnostic(in: source), in: options.speech.language) }.joined(separator: "\n")
    }
}
