import ArgumentParser
import Compliance
import Findings
import SourceText

struct OutlookCommand: DossierCommand {
    static let page = Page.outlook

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "outlook",
            abstract: Localized(zh: "推算现有人选还能产生什么结果", en: "What can still come of those who are entered").spoken,
            discussion: Localized(
                zh: "逐条说明结构性要求必定成立、可能成立还是不可能成立，能否同时成立，哪些互相冲突，以及最少要改动多少人选。这些是算术结果，不是人选建议。",
                en:
                    "Says of each rule on the structure of the outcome whether it is certain, possible or impossible, whether all can hold together, which exclude each other, and the fewest changes that help. This is arithmetic, not a recommendation of persons."
            ).spoken)
    }

    @OptionGroup var dossiers: DossierOptions
    @OptionGroup var output: OutputOptions<OutlookCommand>

    @Flag(help: ArgumentHelp(Localized(zh: "列出各种结果中的人", en: "name the persons in the outcomes that are shown").spoken))
    var names = false

    var isDetailed: Bool { names }

    func pageMaker() -> PageMaker { { .outlook($0.outlook($1, $2)) } }
}
