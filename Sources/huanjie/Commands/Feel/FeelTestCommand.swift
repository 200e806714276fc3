import ArgumentParser
import FEEL
import FEELConformance
import Renderers
import SourceText

struct FeelTestCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test", abstract: Speech.text("运行一致性用例（每行一个 JSON）", "Runs conformance cases, one JSON object a line"))
    }

    @Argument(
        help: ArgumentHelp(Speech.text("用例文件，格式见 docs/feel.md", "files of cases; docs/feel.md describes the format"), valueName: "FILE"))
    var files: [String]

    @Flag(help: ArgumentHelp(Speech.text("列出每个不符之处", "print every difference")))
    var verbose = false

    @Option(
        help: ArgumentHelp(
            Speech.text("不计的用例：每行一个标识和理由", "cases to leave out: an id and a reason a line"), valueName: "FILE"))
    var skip: String?

    @OptionGroup var speech: SpeechOptions

    func run() throws {
        let skipped = try skip.map(skippedIDs) ?? []
        var tally = ConformanceTally()
        var page = Page()
        var malformed = 0
        for path in files {
            for (number, line) in try lines(of: path).enumerated() where !line.allSatisfy(\.isWhitespace) {
                do {
                    let testCase = try ConformanceCase(line: line)
                    guard !skipped.contains(testCase.id) else {
                        tally.skip(folder: testCase.dir)
                        continue
                    }
                    let outcome = testCase.run(now: Terminal.dateTime())
                    tally.add(outcome)
                    if verbose, !outcome.passed { difference(outcome, testCase, &page) }
                } catch {
                    malformed += 1
                    Output.standardError.write("\(path):\(number + 1): \(Speech.text("不是用例：", "not a case: "))\(error.reason)\n")
                }
            }
        }
        summary(tally, &page)
        Output.standardOutput.write(page.text)
        if malformed > 0 || tally.byFolder.isEmpty { throw ExitCode(2) }
        if tally.total.allFailed > 0 { throw ExitCode(1) }
    }

    private func lines(of path: String) throws -> [Substring] {
        switch Files.read(path) {
        case .success(let file): return file.text.split(whereSeparator: \.isNewline)
        case .failure(let problem): throw Failure.problems([problem.diagnostic])
        }
    }

    /// The first word of each line that is not a comment.
    private func skippedIDs(_ path: String) throws -> Set<String> {
        Set(try lines(of: path).filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "\t").first.map(String.init) })
    }

    private func difference(_ outcome: CaseOutcome, _ testCase: ConformanceCase, _ page: inout Page) {
        page.line(outcome.id)
        page.line("  " + testCase.expression.split(whereSeparator: \.isNewline).joined(separator: " "))
        page.line("  \(Speech.text("应为", "expected")) \(outcome.expected)")
        page.line("  \(Speech.text("实为", "actual  ")) \(outcome.actual)")
        for problem in outcome.problems { page.line("  \(problem.code): \(problem.message(in: speech.language))") }
    }

    private func summary(_ tally: ConformanceTally, _ page: inout Page) {
        let width = tally.byFolder.keys.map { displayWidth($0) }.max() ?? 0
        func right(_ text: String) -> String { String(repeating: " ", count: max(0, 9 - displayWidth(text))) + text }
        func row(_ name: String, _ cells: [String]) { page.line(name.padded(to: max(width, 9)) + cells.map(right).joined()) }
        func cells(_ count: ConformanceTally.Count) -> [String] {
            [count.passed, count.failed, count.passedNull, count.failedNull, count.skipped].map(String.init)
        }
        row(
            Speech.text("目录", "directory"),
            [
                Speech.text("通过", "passed"), Speech.text("失败", "failed"), Speech.text("空通过", "null ok"), Speech.text("空失败", "null bad"),
                Speech.text("跳过", "skipped"),
            ])
        for (folder, count) in tally.byFolder.sorted(by: { $0.key < $1.key }) { row(folder, cells(count)) }
        row(Speech.text("合计", "total"), cells(tally.total))
        page.line()
        page.line("\(tally.total.allPassed) passed, \(tally.total.allFailed) failed")
    }
}
