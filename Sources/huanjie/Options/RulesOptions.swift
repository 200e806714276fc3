import ArgumentParser
import Compliance
import SourceText

/// Where the rules are.
struct RulesOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Localized(zh: "规则文件夹", en: "the folder of rules").spoken, valueName: "DIR"))
    var rules: String?

    /// The folder that the command line names, otherwise that of a configuration.
    func folder(_ configuration: Configuration = Configuration()) throws -> RulesFolder {
        try RulesFolder.find(named: rules ?? configuration.rules)
    }
}

/// Where the texts of laws are.
struct LawTextOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(
                zh: "法律文本文件夹：核对摘要和引文，印出全条；可多次给出",
                en: "a folder of law texts, to verify digests and quotations and to print articles; may be given more than once"
            ).spoken,
            valueName: "DIR"))
    var lawTexts: [String] = []

    var isEmpty: Bool { lawTexts.isEmpty }

    func texts() throws -> LawTexts { try LawTexts(folders: lawTexts) }
}
