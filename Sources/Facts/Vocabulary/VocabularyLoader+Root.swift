import FEEL
import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    // MARK: Parts that name fields of the root

    mutating func readRootParts(_ object: DefinitionObject) {
        if let node = object["identity"] {
            for item in reader.items(node) ?? [] { if let path = path(item) { vocabulary.identity += path.slots.prefix(1) } }
        }
        if let node = object["attestations"] { vocabulary.attestations = path(node)?.slots.first }
        if let section = object["dimensions"].flatMap(reader.anyObject) {
            for (key, value) in section.entries { if let path = path(value) { vocabulary.dimensions.append((section.name(key), path)) } }
        }
        for (id, entry) in entries(object, "documents", keys: ["zh", "en", "required", "single", "supersedes", "at"]) {
            guard let label = entry.localized else { continue }
            var kind = DocumentKind(id: id, label: label)
            kind.isRequired = entry.boolean("required") ?? false
            kind.isSingle = entry.boolean("single") ?? false
            kind.supersedes = entry.boolean("supersedes") ?? false
            kind.field = entry["at"].flatMap(path)?.slots.first
            vocabulary.documentKinds.append(kind)
        }
        for (id, entry) in entries(object, "phases", keys: ["zh", "en", "window"]) {
            guard let label = entry.localized else { continue }
            vocabulary.phases.append(Phase(id: id, label: label, window: entry["window"].flatMap(path)))
        }
        for (id, entry) in entries(object, "events", keys: ["zh", "en", "at"]) {
            guard let label = entry.localized, let node = entry.required("at"), let path = path(node) else { continue }
            switch path.field(from: vocabulary.root).type.expressionType(unit: nil) {
            case .date, .window: vocabulary.events.append(EventDefinition(id: id, label: label, path: path))
            default: reader.report("vocabulary.event", at: node, "事件须是日期", "an event must be a date or a window")
            }
        }
        if let node = object["lawTime"], let name = reader.string(node) {
            // Events may stand in a later file.
            let sections = reader.forest.documents.compactMap { reader.anyObject($0.root)?["events"] }.compactMap(reader.anyObject)
            let event = sections.lazy.compactMap { $0[name] }.first.flatMap(reader.anyObject)
            let at = event.flatMap { $0["at"] }.flatMap(path)
            vocabulary.lawTime = at.map { EventDefinition(id: name, label: Localized(same: name), path: $0) }
            if at == nil { unknown(name, node, []) }
        }
    }

    // MARK: Keys

    mutating func numberKeys() {
        var keys = KeyInterner()
        var slots: [[UInt32: Int16]] = Array(repeating: [:], count: vocabulary.records.count)
        for definition in vocabulary.records {
            for (slot, field) in definition.fields.enumerated() where field.inverse == nil {
                for name in [field.id, field.label.zh] + field.aliases {
                    let key = keys.intern(name)
                    if let other = slots[definition.number][key], other != slot {
                        reader.report(
                            "vocabulary.ambiguous", at: recordNodes[definition.number].object.node,
                            "\(definition.label.zh)的两个字段都叫“\(name)”", "two fields of \(definition.id) are called “\(name)”")
                    }
                    slots[definition.number][key] = Int16(slot)
                }
            }
        }
        let header = vocabulary.words.header
        for word in header + vocabulary.words.from.all + vocabulary.words.to.all { _ = keys.intern(word) }
        for field in vocabulary.root.fields {
            for name in [field.id, field.label.zh] + field.aliases where header.contains(name) {
                reader.report(
                    "vocabulary.reserved", at: recordNodes[vocabulary.root.number].object.node, "“\(name)”是文书开头所用的词，根记录的字段不能用",
                    "“\(name)” is a word of every document's head; no field of the root can have it")
            }
        }
        for definition in vocabulary.records {
            definition.setKeyTable((0..<keys.count).map { slots[definition.number][UInt32($0)] ?? -1 })
        }
        vocabulary.keys = keys
    }
}
