import ArgumentParser
import Compliance
import Findings
import SourceText

struct CheckCommand: DossierCommand {
    static let page = Page.report

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: Localized(zh: "按规则核对卷宗", en: "Checks dossiers against the rules").spoken,
            discussion: Localized(
                zh: """
                    路径可以是文件、卷宗文件夹，或装有卷宗文件夹的文件夹。
                    退出状态：0 没有达到门限的问题；1 有违反规则，或已到期而不明；2 用法、规则或文书有误，或者有卷宗没有一项规则适用。
                    """,
                en: """
                    A path is a file, the folder of a dossier, or a folder of such folders.
                    Exit status: 0 nothing reaches the threshold; 1 rules are violated, or unknown though due; 2 the usage, the rules or the \
                    input are wrong, or no rule applied to a dossier.
                    """
            ).spoken)
    }

    @OptionGroup var dossiers: DossierOptions
    @OptionGroup var output: OutputOptions<CheckCommand>
    @OptionGroup var lawTexts: LawTextOptions

    @OptionGroup var limits: ThresholdOptions

    @Flag(
        name: .shortAndLong,
        help: ArgumentHelp(
            Localized(
                zh: "逐条列出通过和不适用的规则，以及全部缺少的事实",
                en: "lists every pass, every rule that does not apply, and every missing fact"
            ).spoken))
    var verbose = false

    var isDetailed: Bool { verbose }

    func pageMaker() -> PageMaker { { .report($0.check($1, $2)) } }

    func threshold(_ configuration: Configuration) throws -> Threshold? { try limits.threshold(configuration) }

    func problems(_ library: RuleLibrary) throws -> [Diagnostic] {
        lawTexts.isEmpty ? [] : try lawTexts.texts().verify(library).diagnostics
    }
}
