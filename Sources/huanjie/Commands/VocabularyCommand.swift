import ArgumentParser
import Compliance
import Findings
import SourceText

struct VocabularyCommand: RuleBookCommand {
    static let page = Page.vocabulary

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "vocabulary",
            abstract: Localized(
                zh: "列出文书可用的键、值和量", en: "Lists what documents may say: record types, fields, values and measures"
            ).spoken)
    }

    @Argument(
        help: ArgumentHelp(Localized(zh: "只列出这一记录、枚举或量", en: "only this record type, enumeration or measure").spoken, valueName: "NAME"))
    var name: String?

    @OptionGroup var book: RuleBookOptions
    @OptionGroup var output: OutputOptions<VocabularyCommand>

    var checksExpressions: Bool { false }

    func page(_ library: RuleLibrary) throws -> PageContent {
        let page = library.vocabularyPage
        guard let name else { return .vocabulary(page) }
        guard let part = page.limited(to: name) else {
            throw Failure(
                Localized(zh: "词汇表中没有“\(name)”", en: "the vocabulary has no “\(name)”")
                    .followed(by: .didYouMean(nearestName(to: name, among: page.names.sorted()))).spoken)
        }
        return .vocabulary(part)
    }
}
