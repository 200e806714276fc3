import SourceText
import YAMLTree

/// A record type as it is written, before its fields are known.
struct RecordDraft {
    let definition: RecordDefinition
    let object: DefinitionObject
    /// The fields that it adds to those of the type that it extends.
    let own: [FieldDraft]
}

/// A field as it is written.
struct FieldDraft {
    let id: String
    let key: YAMLNodeID
    let value: YAMLNodeID
}

extension VocabularyLoader {
    mutating func declareRecords() {
        for (id, key, entry) in entries("records", keys: ["zh", "en", "key", "name", "extends", "fields"]) {
            guard let label = entry.localized else { continue }
            if isTypeName(id) || enumeration(id) != nil { report(.nameOfType(id), key) }
            let fields = entry.required("fields").flatMap(reader.anyObject)?.entries ?? []
            let definition = RecordDefinition(id: id, number: vocabulary.records.count, label: label)
            vocabulary.records.append(definition)
            drafts.append(
                RecordDraft(
                    definition: definition, object: entry,
                    own: fields.map { FieldDraft(id: reader.forest.keyName($0.key), key: $0.key, value: $0.value) }))
        }
    }

    mutating func readRoot() -> Bool {
        guard let node = single("root") else {
            if let first = objects.first { report(.noRoot, first.node) }
            return false
        }
        guard let name = reader.string(node) else { return false }
        guard let root = record(name) else {
            unknown(name, node, vocabulary.records.map(\.id))
            return false
        }
        vocabulary.root = root
        return true
    }

    /// Lists of the root come first, because fields anywhere refer to them; then every field is defined once, whoever inherits it.
    mutating func defineFields() {
        let layouts = drafts.indices.map { layout(of: $0, through: []) }
        let lists = lists(in: layouts[vocabulary.root.number])
        var defined: [YAMLNodeID: FieldDefinition] = [:]
        for draft in drafts {
            for field in draft.own {
                guard let definition = self.field(field, lists) else { continue }
                defined[field.key] = definition
                fieldDrafts[ObjectIdentifier(definition)] = field
            }
        }
        for (draft, layout) in zip(drafts, layouts) {
            let names = ["key", "name"].map { part in draft.object[part].flatMap(reader.string) }
            draft.definition.define(fields: layout.compactMap { defined[$0.key] }, key: names[0], name: names[1])
            for part in ["key", "name"] { if let node = draft.object[part] { _ = field(node, .name, of: draft.definition) } }
        }
    }

    /// The fields of a record type in their order, those of the type that it extends first.
    private func layout(of number: Int, through way: [Int]) -> [FieldDraft] {
        let draft = drafts[number]
        var fields: [FieldDraft] = []
        if let node = draft.object["extends"], let name = reader.string(node) {
            if let base = drafts.firstIndex(where: { $0.definition.id == name }) {
                let circle = way + [number]
                if !circle.contains(base) {
                    fields = layout(of: base, through: circle)
                } else if base == circle[0] {
                    // Each type of a circle comes back to itself; one of them says so.
                    if base == circle.min() {
                        report(.circle((circle + [base]).map { drafts[$0].definition.id }), drafts[base].object["extends"] ?? node)
                    }
                }
            } else if way.isEmpty {
                unknown(name, node, vocabulary.records.map(\.id))
            }
        }
        for field in draft.own {
            if let first = fields.first(where: { $0.id == field.id }) {
                if way.isEmpty { report(.duplicate(field.id, first: reader.forest.place(of: first.key)), field.key) }
            } else {
                fields.append(field)
            }
        }
        return fields
    }

    /// The lists of records among the fields of the root, by their identifiers.
    private func lists(in layout: [FieldDraft]) -> [String: RootList] {
        var lists: [String: RootList] = [:]
        for (slot, field) in layout.enumerated() {
            guard let node = scalar("type", of: field.value), scalar("inverse", of: field.value) == nil,
                case let text = reader.forest.string(reader.forest.resolve(node)), text.hasPrefix(Self.listPrefix),
                let number = drafts.firstIndex(where: { $0.definition.id == text.dropFirst(Self.listPrefix.count) })
            else { continue }
            lists[field.id] = RootList(slot: slot, record: drafts[number].definition, hasKey: drafts[number].object["key"] != nil)
        }
        return lists
    }

    func record(_ id: String) -> RecordDefinition? { vocabulary.records.first { $0.id == id } }
    func enumeration(_ id: String) -> EnumerationDefinition? { vocabulary.enumerations.first { $0.id == id } }
}

/// A list of the root, known before the fields of its records are.
struct RootList {
    let slot: Int
    let record: RecordDefinition
    /// Its records can be told apart.
    let hasKey: Bool
}
