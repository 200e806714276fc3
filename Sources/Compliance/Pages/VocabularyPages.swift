import FEEL
import Facts
public import Findings
import RulePacks
import SourceText

extension RuleLibrary {
    /// The page of what documents may say.
    public var vocabularyPage: VocabularyPage {
        let vocabulary = book.vocabulary
        var page = VocabularyPage(title: vocabulary.title)
        page.documentKinds = vocabulary.documentKinds.map { .init(id: $0.id, label: $0.label) }
        page.records = vocabulary.records.map { record in
            // What another list says of a record is not written in it.
            .init(.init(id: record.id, label: record.label), fields: record.fields.filter { $0.inverse == nil }.map(Self.field))
        }
        page.enumerations = vocabulary.enumerations.map { enumeration in
            .init(
                .init(id: enumeration.id, label: enumeration.label),
                values: enumeration.items.map { .init(id: $0.id, label: $0.label, aliases: $0.aliases) })
        }
        page.measures = vocabulary.measures.map {
            .init(.init(id: $0.id, label: $0.label), condition: $0.takenIn.first?.measure.expressions.first?.text ?? "")
        }
        return page
    }

    private static func field(_ field: FieldDefinition) -> VocabularyPage.Field {
        VocabularyPage.Field(
            .init(id: field.id, label: field.label, aliases: field.aliases),
            type: field.type.description, unit: field.unit,
            isRequired: field.isRequired, supplier: field.supplier)
    }
}
