package import SourceText

/// A mapping that is being read by a ``DefinitionReader``.
package struct DefinitionObject {
    package let reader: DefinitionReader
    package let node: YAMLNodeID
    /// A mapping whose keys stand before those of this one.
    private var overlay: YAMLNodeID?

    package init(reader: DefinitionReader, node: YAMLNodeID) {
        self.reader = reader
        self.node = node
    }

    /// The same mapping, in which the keys of another stand instead of its own of the same name, and beside the others.
    package func overlaid(by other: DefinitionObject) -> DefinitionObject {
        var result = self
        result.overlay = other.node
        return result
    }

    /// Keys and values, in the order of the file.
    package var entries: [(key: YAMLNodeID, value: YAMLNodeID)] { reader.forest.entries(of: node) }

    /// What a key is called.
    package func name(_ key: YAMLNodeID) -> String { reader.forest.keyName(key) }

    /// The node of a key, where it is written.
    package func key(_ name: String) -> YAMLNodeID? {
        let forest = reader.forest
        guard let number = forest.keys.find(name) else { return nil }
        return overlay.flatMap { key(number, of: $0) } ?? key(number, of: node)
    }

    private func key(_ number: UInt32, of node: YAMLNodeID) -> YAMLNodeID? {
        let forest = reader.forest
        var key = node.next
        let end = YAMLNodeID(Int(forest[node].link))
        while key < end {
            if forest[key].link == number { return key }
            key = forest.after(key.next)
        }
        return nil
    }

    /// The value of a key, where it is written.
    package subscript(_ name: String) -> YAMLNodeID? { key(name)?.next }

    /// The value of a key that must be there.
    package func required(_ name: String) -> YAMLNodeID? {
        if let value = self[name] { return value }
        reader.report(DefinitionProblem.missingKey(name), at: node)
        return nil
    }

    /// The value of a key that may be missing; a value of the wrong kind is reported.
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

    /// `{zh: …, en: …}` under a key that may be missing.
    package func localized(_ name: String) -> Localized? { self[name].flatMap(reader.localized) }
}
