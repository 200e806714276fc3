import ArgumentParser
import Compliance
import SourceText

/// Where the rules are.
struct RulesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            Localized(
                zh: "规则文件夹，可多次给出：后面的加在前面之上；shipped 指随附的规则",
                en: "a folder of rules; may be given more than once, each adding to those before; shipped names the rules of the program"
            ).spoken,
            valueName: "DIR"))
    var rules: [String] = []

    /// The layers that the command line names, otherwise those of a configuration.
    func layers(_ configuration: Configuration = Configuration()) throws -> RuleLayers {
        try RuleLayers.find(named: rules.isEmpty ? configuration.rules : rules)
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
