package import SourceText

/// Reads mappings whose keys are fixed (vocabularies, sources, packs, configuration) and collects everything that is wrong with them.
///
/// Document contents are read by the stage `Facts` instead, from the types of a vocabulary.
package final class DefinitionReader {
    package let forest: YAMLForest
    package private(set) var diagnostics: [Diagnostic]

    package init(_ forest: YAMLForest, diagnostics: [Diagnostic] = []) {
        self.forest = forest
        self.diagnostics = diagnostics
    }

    package func report(_ code: String, at node: YAMLNodeID, _ zh: String, _ en: String, help: Localized? = nil) {
        report(Diagnostic(code: code, place: forest.place(of: node), message: Localized(zh: zh, en: en), help: help))
    }

    package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The mapping at a node; reports another kind of node, and keys that are not among `keys`.
    package func object(_ node: YAMLNodeID, keys: [String]) -> DefinitionObject? {
        guard let object = anyObject(node) else { return nil }
        for (key, _) in object.entries where !keys.contains(object.name(key)) {
            unknownKey(key, among: keys)
        }
        return object
    }

    /// The mapping at a node, whatever its keys are.
    package func anyObject(_ node: YAMLNodeID) -> DefinitionObject? {
        let target = forest.resolve(node)
        guard forest[target].kind == .mapping else {
            report("definition.type", at: node, "此处应为一组“键: 值”", "expected a mapping")
            return nil
        }
        return DefinitionObject(reader: self, node: target)
    }

    package func unknownKey(_ key: YAMLNodeID, among keys: [String]) {
        let name = forest.keyName(key)
        let nearest = nearestName(to: name, among: keys)
        report(
            "definition.unknown-key", at: key, "不认识的键“\(name)”", "unknown key “\(name)”",
            help: .didYouMean(nearest)
                ?? Localized(zh: "可用的键：\(keys.joined(separator: "、"))", en: "known keys: \(keys.joined(separator: ", "))"))
    }

    package func string(_ node: YAMLNodeID) -> String? {
        let target = forest.resolve(node)
        guard forest[target].kind == .scalar else {
            report("definition.type", at: node, "此处应为文字", "expected a text")
            return nil
        }
        return forest.string(target)
    }

    package func items(_ node: YAMLNodeID) -> [YAMLNodeID]? {
        let target = forest.resolve(node)
        guard forest[target].kind == .sequence else {
            report("definition.type", at: node, "此处应为列表", "expected a list")
            return nil
        }
        return forest.items(of: target)
    }

    /// `{zh: …, en: …}`.
    package func localized(_ node: YAMLNodeID) -> Localized? { object(node, keys: ["zh", "en"])?.localized }

    package func integer(_ node: YAMLNodeID) -> Int? {
        guard let text = string(node) else { return nil }
        guard let number = Int(text) else {
            report("definition.type", at: node, "此处应为整数，而不是“\(text)”", "expected a whole number, found “\(text)”")
            return nil
        }
        return number
    }

    package func boolean(_ node: YAMLNodeID) -> Bool? {
        guard let text = string(node) else { return nil }
        guard text == "true" || text == "false" else {
            report("definition.type", at: node, "此处应为 true 或 false", "expected true or false")
            return nil
        }
        return text == "true"
    }
}

/// A mapping that is being read by a ``DefinitionReader``.
package struct DefinitionObject {
    package let reader: DefinitionReader
    package let node: YAMLNodeID

    package var entries: [(key: YAMLNodeID, value: YAMLNodeID)] { reader.forest.entries(of: node) }

    package func name(_ key: YAMLNodeID) -> String { reader.forest.keyName(key) }

    package func key(_ name: String) -> YAMLNodeID? {
        let forest = reader.forest
        guard let number = forest.keys.find(name) else { return nil }
        var key = node.next
        let end = YAMLNodeID(Int(forest[node].link))
        while key < end {
            if forest[key].link == number { return key }
            key = forest.after(key.next)
        }
        return nil
    }

    package subscript(_ name: String) -> YAMLNodeID? { key(name)?.next }

    /// The value of a key that must be there.
    package func required(_ name: String) -> YAMLNodeID? {
        if let value = self[name] { return value }
        reader.report("definition.missing-key", at: node, "缺少键“\(name)”", "key “\(name)” is missing")
        return nil
    }

    package func string(_ name: String) -> String? { self[name].flatMap(reader.string) }
    package func integer(_ name: String) -> Int? { self[name].flatMap(reader.integer) }
    package func boolean(_ name: String) -> Bool? { self[name].flatMap(reader.boolean) }

    /// A list of texts; one text alone stands for a list of it.
    package func strings(_ name: String) -> [String] {
        guard let value = self[name] else { return [] }
        if reader.forest[reader.forest.resolve(value)].kind == .scalar { return reader.string(value).map { [$0] } ?? [] }
        return reader.items(value)?.compactMap(reader.string) ?? []
    }

    /// The keys `zh` and `en` of this mapping.
    package var localized: Localized? {
        guard let zh = required("zh").flatMap(reader.string), let en = required("en").flatMap(reader.string) else { return nil }
        return Localized(zh: zh, en: en)
    }

    package func localized(_ name: String) -> Localized? { self[name].flatMap(reader.localized) }
}
