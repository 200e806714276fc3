import ArgumentParser
import FEEL
import FEELConformance
import Renderers
import SourceText

struct FeelTestCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test", abstract: Localized(zh: "运行一致性用例（每行一个 JSON）", en: "Runs conformance cases, one JSON object a line").spoken)
    }

    @Argument(
        help: ArgumentHelp(
            Localized(zh: "用例文件，格式见 docs/feel.md", en: "files of cases; docs/feel.md describes the format").spoken, valueName: "FILE"))
    var files: [String]

    @Flag(help: ArgumentHelp(Localized(zh: "列出每个不符之处", en: "print every difference").spoken))
    var verbose = false

    @Option(
        help: ArgumentHelp(
            Localized(zh: "不计的用例：每行一个标识和理由", en: "cases to leave out: an id and a reason a line").spoken, valueName: "FILE"))
    var skip: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let skipped = try skip.map(skippedIDs) ?? []
        var tally = ConformanceTally()
        var printed: [String] = []
        var malformed = 0
        for path in files {
            for (number, line) in try lines(of: path).enumerated() where !line.allSatisfy(\.isWhitespace) {
                do {
                    let testCase = try ConformanceCase(line: line)
                    guard !skipped.contains(testCase.id) else {
                        tally.skip(folder: testCase.dir)
                        continue
                    }
                    let outcome = testCase.run(now: Clock.dateTime)
                    tally.add(outcome)
                    if verbose, !outcome.passed { difference(outcome, testCase, &printed) }
                } catch {
                    malformed += 1
                    Output.standardError.write(
                        "\(path):\(number + 1): \(Localized(zh: "不是用例：", en: "not a case: ").spoken)\(error.reason)\n")
                }
            }
        }
        summary(tally, &printed)
        Output.standardOutput.write(lines: printed)
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

    private func difference(_ outcome: CaseOutcome, _ testCase: ConformanceCase, _ printed: inout [String]) {
        printed.append(outcome.id)
        printed.append("  " + testCase.expression.split(whereSeparator: \.isNewline).joined(separator: " "))
        printed.append("  \(Localized(zh: "应为", en: "expected").spoken) \(outcome.expected)")
        printed.append("  \(Localized(zh: "实为", en: "actual  ").spoken) \(outcome.actual)")
        for problem in outcome.problems { printed.append("  \(problem.code): \(problem.message(in: speech.language))") }
    }

    private func summary(_ tally: ConformanceTally, _ printed: inout [String]) {
        let width = tally.byFolder.keys.map { displayWidth($0) }.max() ?? 0
        func right(_ text: String) -> String { String(repeating: " ", count: max(0, 9 - displayWidth(text))) + text }
        func row(_ name: String, _ cells: [String]) { printed.append(name.padded(to: max(width, 9)) + cells.map(right).joined()) }
        func cells(_ count: ConformanceTally.Count) -> [String] {
            [count.passed, count.failed, count.passedNull, count.failedNull, count.skipped].map(String.init)
        }
        row(
            Localized(zh: "目录", en: "directory").spoken,
            [
                Localized(zh: "通过", en: "passed").spoken, Localized(zh: "失败", en: "failed").spoken,
                Localized(zh: "空通过", en: "null ok").spoken, Localized(zh: "空失败", en: "null bad").spoken,
                Localized(zh: "跳过", en: "skipped").spoken,
            ])
        for (folder, count) in tally.byFolder.sorted(by: { $0.key < $1.key }) { row(folder, cells(count)) }
        row(Localized(zh: "合计", en: "total").spoken, cells(tally.total))
        printed.append("")
        printed.append("\(tally.total.allPassed) passed, \(tally.total.allFailed) failed")
    }
}
