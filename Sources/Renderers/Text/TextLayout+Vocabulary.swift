import Findings
import SourceText

extension TextLayout {
    /// The words of documents in columns: what is written, its id, and what it means.
    func lines(_ page: VocabularyPage) -> [String] {
        let records = page.records.map { heading($0.term, $0.fields.map(line)) }
        let enumerations = page.enumerations.map { heading($0.term, $0.values.map(line)) }
        let measures = page.measures.map(line)
        guard page.name == nil else { return (records + enumerations).flatMap(\.self) + measures }
        let kinds = page.documentKinds.map(line)
        let parts =
            [[say(VocabularyPhrases.documentKinds)] + kinds] + records + enumerations + [[say(VocabularyPhrases.measures)] + measures]
        return [say(page.title)] + parts.flatMap { [""] + $0 }
    }

    private func heading(_ term: VocabularyPage.Term, _ lines: [String]) -> [String] { ["\(term.label.zh)  \(term.id)"] + lines }

    private func line(_ field: VocabularyPage.Field) -> String {
        line(field.term, [english(field.term).map { "\($0): \(say(field.type))" } ?? say(field.type)])
    }

    private func line(_ value: VocabularyPage.Term) -> String { line(value, [english(value)]) }

    private func line(_ measure: VocabularyPage.Measure) -> String {
        line(measure.term, [english(measure.term).map { "\($0): \(measure.condition)" } ?? measure.condition])
    }

    /// Documents write the Chinese label or the id, so both stand first whoever reads.
    private func line(_ term: VocabularyPage.Term, _ meaning: [String?]) -> String {
        let columns = ([term.id] + meaning).compactMap(\.self) + (term.aliasText.map { [say($0)] } ?? [])
        let id = columns.count > 1 ? columns[0].padded(to: 22) + " " : columns[0]
        return "  \(term.label.zh.padded(to: 24)) \(id)\(columns.dropFirst().joined(separator: "  "))"
    }

    /// The English label, for those who read English.
    private func english(_ term: VocabularyPage.Term) -> String? { language == .en ? term.label.en : nil }
}
