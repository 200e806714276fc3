import Facts
import SourceText

/// A document in the identifiers of its vocabulary, or in its Chinese words.
enum DocumentLanguage {
    case identifiers, chinese

    func document(_ tree: DocumentTree, of vocabulary: Vocabulary) -> DocumentTree {
        guard case .mapping(let entries) = tree else { return tree }
        let words = vocabulary.words
        let kind = vocabulary.documentKinds.first { kind in
            if case .text(let name)? = tree["kind", "文书"] { [kind.id, kind.label.zh].contains(name) } else { false }
        }
        let record = kind?.field.flatMap { vocabulary.root.fields[$0].type.record } ?? vocabulary.root
        return .mapping(
            entries.map { key, value in
                for word in [words.kind, words.asOf, words.remark] where word.all.contains(key) {
                    let isKind = word.all == words.kind.all
                    return (written(word), isKind ? kind.map { .text(self == .chinese ? $0.label.zh : $0.id) } ?? value : value)
                }
                return field(key, value, of: record, words)
            })
    }

    private func written(_ word: Word) -> String { self == .chinese ? word.others.first ?? word.id ?? "" : word.id ?? "" }

    private func field(
        _ key: String, _ value: DocumentTree, of record: RecordDefinition, _ words: Words
    ) -> (key: String, value: DocumentTree) {
        guard let field = record.fields.first(where: { ([$0.id, $0.label.zh] + $0.aliases).contains(key) }) else { return (key, value) }
        return (self == .chinese ? field.label.zh : field.id, self.value(value, of: field.type, words))
    }

    private func value(_ tree: DocumentTree, of type: FieldType, _ words: Words) -> DocumentTree {
        switch (type, tree) {
        case (.record(let definition), .mapping(let entries)):
            return .mapping(entries.map { field($0.key, $0.value, of: definition, words) })
        case (.list(let element), .list(let items)): return .list(items.map { value($0, of: element, words) })
        case (.enumeration(let definition), .text(let text)):
            let item = definition.items.first { ([$0.id, $0.label.zh] + $0.aliases).contains(text) }
            return item.map { .text(self == .chinese ? $0.label.zh : $0.id) } ?? tree
        case (.scalar(let scalar), .text(let text)) where scalar.id == "boolean" && words.yes.all.contains(text):
            return truth(words.yes, true)
        case (.scalar(let scalar), .text(let text)) where scalar.id == "boolean" && words.no.all.contains(text):
            return truth(words.no, false)
        case (.scalar(let scalar), .plain(let text)) where scalar.id == "boolean" && text != "null":
            return truth(text == "true" ? words.yes : words.no, text == "true")
        case (.scalar, .mapping(let entries)):
            return .mapping(
                entries.map { key, value in
                    ([words.from, words.to].first { $0.all.contains(key) }.map(written) ?? key, value)
                })
        default: return tree
        }
    }

    private func truth(_ word: Word, _ flag: Bool) -> DocumentTree { self == .chinese ? .text(written(word)) : .plain("\(flag)") }
}
