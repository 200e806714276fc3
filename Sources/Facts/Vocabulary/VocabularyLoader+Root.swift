import SourceText
import YAMLTree

extension VocabularyLoader {
    /// Parts that name fields of the root.
    mutating func readRootParts() {
        if let node = single("identity") {
            vocabulary.identity = (reader.items(node) ?? []).compactMap { field($0, .text, of: vocabulary.root) }
        }
        for (key, value) in checkNames(of: "dimensions") {
            if let path = path(value, .texts) { vocabulary.dimensions.append((reader.forest.keyName(key), path)) }
        }
        if let node = single("lawTime"), let name = reader.string(node) {
            vocabulary.lawTime = vocabulary.event(name)
            if vocabulary.lawTime == nil { unknown(name, node, vocabulary.events.map(\.id)) }
        }
    }

    mutating func readDocuments() {
        for (id, _, entry) in entries("documents", keys: ["zh", "en", "required", "single", "supersedes", "plans", "at", "superior"]) {
            guard let label = entry.localized else { continue }
            var kind = DocumentKind(id: id, label: label)
            kind.isRequired = entry.boolean("required") ?? false
            kind.isSingle = entry.boolean("single") ?? false
            kind.supersedes = entry.boolean("supersedes") ?? false
            kind.isSuperior = entry.boolean("superior") ?? false
            kind.plans = entry.boolean("plans") ?? false
            kind.field = entry["at"].flatMap { field($0, .record, of: vocabulary.root) }
            vocabulary.documentKinds.append(kind)
        }
    }

    mutating func readPhases() {
        for (id, _, entry) in entries("phases", keys: ["zh", "en", "window", "otherwise"]) {
            guard let label = entry.localized else { continue }
            vocabulary.phases.append(
                Phase(
                    id: id, label: label, window: entry["window"].flatMap { path($0, .days) },
                    otherwise: entry["otherwise"].map(events) ?? []))
        }
    }

    /// The events that a node names: one, or several.
    private func events(_ node: YAMLNodeID) -> [EventDefinition] {
        let isList = reader.forest[reader.forest.resolve(node)].kind == .sequence
        return (isList ? reader.items(node) ?? [] : [node]).compactMap { item in
            guard let name = reader.string(item) else { return nil }
            if let event = vocabulary.event(name) { return event }
            unknown(name, item, vocabulary.events.map(\.id))
            return nil
        }
    }

    mutating func readEvents() {
        for (id, _, entry) in entries("events", keys: ["zh", "en", "at"]) {
            guard let label = entry.localized, let path = entry.required("at").flatMap({ path($0, .days) }) else { continue }
            vocabulary.events.append(EventDefinition(id: id, label: label, path: path))
        }
    }
}
