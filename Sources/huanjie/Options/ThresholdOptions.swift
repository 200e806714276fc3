public import ArgumentParser
import Findings
public import SourceText

extension Diagnostic.Severity: ExpressibleByArgument {}

/// Which findings end a command with status 1.
struct ThresholdOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(zh: "达到哪一级就以状态 1 结束（默认 error）", en: "the severity that ends with status 1 (default: error)").spoken,
            valueName: "error|warning|note"))
    var failSeverity: Diagnostic.Severity?

    @Flag(
        help: ArgumentHelp(Localized(zh: "到期而不明的规则不算失败", en: "rules that are unknown though due do not fail the check").spoken))
    var allowUnknown = false

    /// What the command line says, otherwise a configuration.
    func threshold(_ configuration: Configuration) throws -> Threshold {
        Threshold(try failSeverity ?? configuration.failSeverity.map(severity) ?? .error, unknownFails: !allowUnknown)
    }

    private func severity(_ text: String) throws -> Diagnostic.Severity {
        guard let severity = Diagnostic.Severity(rawValue: text) else {
            throw Failure(
                Localized(zh: "failSeverity 应为 error、warning 或 note", en: "failSeverity is error, warning or note").spoken)
        }
        return severity
    }
}
