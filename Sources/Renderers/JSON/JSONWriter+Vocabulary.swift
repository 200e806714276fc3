import Findings
import Quantities
import SourceText

extension JSONWriter {
    mutating func vocabulary(_ page: VocabularyPage) {
        key("title", page.title)
        key("name", page.name)
        key("documentKinds", each: page.documentKinds) { json, kind in json.object { $0.keys(of: kind) } }
        key("records", each: page.records) { json, record in
            json.object { json in
                json.keys(of: record.term)
                json.key("fields", each: record.fields) { json, field in
                    json.object { json in
                        json.keys(of: field.term)
                        json.key("type", field.type)
                        json.key("unit", field.unit?.id)
                        json.key("required", field.isRequired)
                        json.key("supplier", field.supplier)
                    }
                }
            }
        }
        key("enumerations", each: page.enumerations) { json, enumeration in
            json.object { json in
                json.keys(of: enumeration.term)
                json.key("values", each: enumeration.values) { json, value in json.object { $0.keys(of: value) } }
            }
        }
        key("measures", each: page.measures) { json, measure in
            json.object { json in
                json.keys(of: measure.term)
                json.key("condition", measure.condition)
            }
        }
    }

    /// Documents write the Chinese label, so it is there whatever the language.
    private mutating func keys(of term: VocabularyPage.Term) {
        key("id", term.id)
        key("label", term.label)
        key("written", term.label.zh)
        key("aliases", term.aliases)
    }
}
