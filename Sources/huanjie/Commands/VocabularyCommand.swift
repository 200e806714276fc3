import ArgumentParser
import Compliance
import FEEL
import Facts
import Renderers
import RulePacks
import SourceText

struct VocabularyCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "vocabulary",
            abstract: Speech.text("列出文书可用的键、值和量", "Lists what documents may say: record types, fields, values and measures"))
    }

    @Argument(help: ArgumentHelp(Speech.text("只列出这一记录或枚举", "only this record type or enumeration"), valueName: "NAME"))
    var name: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let vocabulary = try shared.layers().open().book.vocabulary
        var page = Page()
        if let name {
            let record = vocabulary.records.first { $0.id == name || $0.label.zh == name }
            let enumeration = vocabulary.enumerations.first { $0.id == name || $0.label.zh == name }
            let measure = vocabulary.measures.first { $0.id == name || $0.label.zh == name }
            guard record != nil || enumeration != nil || measure != nil else {
                let labels = vocabulary.records.map(\.label) + vocabulary.enumerations.map(\.label) + vocabulary.measures.map(\.label)
                let ids = vocabulary.records.map(\.id) + vocabulary.enumerations.map(\.id) + vocabulary.measures.map(\.id)
                let nearest = nearestName(to: name, among: (ids + labels.map(\.zh)).sorted())
                throw Failure(
                    Localized(zh: "词汇表中没有“\(name)”", en: "the vocabulary has no “\(name)”")
                        .followed(by: .didYouMean(nearest))(in: Speech.language))
            }
            if let record { list(record, &page) }
            if let enumeration { list(enumeration, &page) }
            if let measure { list(measure, &page) }
        } else {
            list(vocabulary, &page)
        }
        Output.standardOutput.write(page.text)
    }

    private func list(_ vocabulary: Vocabulary, _ page: inout Page) {
        let language = shared.language
        page.line(vocabulary.title(in: language))
        page.line()
        page.line(Speech.text("文书种类", "Kinds of documents"))
        for kind in vocabulary.documentKinds { page.line("  \(kind.label.zh.padded(to: 20)) \(kind.id)") }
        for record in vocabulary.records {
            page.line()
            list(record, &page)
        }
        for enumeration in vocabulary.enumerations {
            page.line()
            list(enumeration, &page)
        }
        page.line()
        page.line(Speech.text("量", "Measures"))
        for measure in vocabulary.measures { list(measure, &page) }
    }

    private func list(_ measure: MeasureDefinition, _ page: inout Page) {
        let condition = measure.takenIn.first?.measure.expressions.first?.text ?? ""
        page.line("  \(measure.label.zh.padded(to: 24)) \(measure.id.padded(to: 22)) \(english(measure.label))\(condition)")
    }

    /// The English label, for those who read English; what documents may write stands before it.
    private func english(_ label: Localized) -> String { shared.language == .en ? label.en + ": " : "" }

    private func list(_ record: RecordDefinition, _ page: inout Page) {
        page.line("\(record.label.zh)  \(record.id)")
        for field in record.fields where field.inverse == nil {
            let type = field.type.description(in: shared.language)
            let also =
                field.aliases.isEmpty ? "" : Speech.text("  又作 ", "  also ") + field.aliases.joined(separator: Speech.text("、", ", "))
            page.line("  \(field.label.zh.padded(to: 24)) \(field.id.padded(to: 22)) \(english(field.label))\(type)\(also)")
        }
    }

    private func list(_ enumeration: EnumerationDefinition, _ page: inout Page) {
        page.line("\(enumeration.label.zh)  \(enumeration.id)")
        for item in enumeration.items {
            let also = item.aliases.isEmpty ? "" : Speech.text("  又作 ", "  also ") + item.aliases.joined(separator: Speech.text("、", ", "))
            let english = shared.language == .en ? "  " + item.label.en : ""
            page.line("  \(item.label.zh.padded(to: 24)) \(item.id.padded(to: english.isEmpty ? 0 : 22))\(english)\(also)")
        }
    }
}
