import SourceText
import YAMLTree

extension VocabularyLoader {
    mutating func readEnumerations() {
        for (id, key, entry) in entries("enumerations", keys: ["zh", "en", "values"]) {
            if isTypeName(id) { report(.nameOfType(id), key) }
            guard let label = entry.localized, let node = entry.required("values"), let values = reader.anyObject(node) else { continue }
            if values.entries.isEmpty { report(.noValues, node) }
            vocabulary.enumerations.append(EnumerationDefinition(id: id, label: label, items: values.entries.compactMap(item)))
            checkWords(of: values)
        }
    }

    /// Whether a name is that of a type that no vocabulary defines.
    func isTypeName(_ id: String) -> Bool { id == Self.measureType || types.contains { $0.id == id } }

    private func item(_ key: YAMLNodeID, _ value: YAMLNodeID) -> EnumerationDefinition.Item? {
        guard let item = reader.object(value, keys: ["zh", "en", "also"]), let label = item.localized else { return nil }
        return .init(id: reader.forest.keyName(key), label: label, aliases: item.strings("also"))
    }

    /// No word stands for two values.
    func checkWords(of values: DefinitionObject) {
        var seen: [String: (item: YAMLNodeID, node: YAMLNodeID)] = [:]
        for (key, value) in values.entries {
            for (word, node) in names(key, value) {
                if let first = seen[word], first.item != key {
                    report(.ambiguous(word, first: reader.forest.place(of: first.node)), node)
                } else {
                    seen[word] = (key, node)
                }
            }
        }
    }

    /// What documents may write for an entry: its identifier, its Chinese label, other names; each with its node.
    func names(_ key: YAMLNodeID, _ value: YAMLNodeID) -> [(name: String, node: YAMLNodeID)] {
        let forest = reader.forest
        var nodes = [scalar("zh", of: value)].compactMap { $0 }
        if forest[forest.resolve(value)].kind == .mapping, let also = reader.anyObject(value)?["also"] {
            let target = forest.resolve(also)
            nodes += forest[target].kind == .sequence ? forest.items(of: target) : [also]
        }
        return [(forest.keyName(key), key)] + nodes.map { (forest.string(forest.resolve($0)), $0) }
    }
}
