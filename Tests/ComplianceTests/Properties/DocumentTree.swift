import SourceText
import TestSupport
import Testing
import YAMLTree

/// A document as a tree that tests take apart and put together in other ways.
indirect enum DocumentTree {
    case mapping([(key: String, value: DocumentTree)])
    case list([DocumentTree])
    case text(String)
    /// A number, a truth value, or null.
    case plain(String)

    /// The documents of a file.
    static func documents(of file: SourceFile) -> [DocumentTree] {
        var forest = YAMLForest()
        #expect(forest.read(file).isEmpty, "\(file.name)")
        func tree(_ node: YAMLNodeID) -> DocumentTree {
            let id = forest.resolve(node)
            switch forest[id].kind {
            case .mapping: return .mapping(forest.entries(of: id).map { (forest.keyName($0.key), tree($0.value)) })
            case .sequence: return .list(forest.items(of: id).map(tree))
            case .scalar, .alias:
                let text = forest.string(id)
                let isPlain = forest[id].isPlain && (Int(text) != nil || ["true", "false", "null", "~", ""].contains(text))
                return isPlain ? .plain(text.isEmpty || text == "~" ? "null" : text) : .text(text)
            }
        }
        return forest.documents.map { tree($0.root) }
    }

    var json: String {
        switch self {
        case .mapping(let entries): "{\(entries.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ", "))}"
        case .list(let items): "[\(items.map(\.json).joined(separator: ", "))]"
        case .text(let text): Self.quoted(text)
        case .plain(let text): text
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
    }

    /// The value of a key, under any of its names.
    subscript(_ names: String...) -> DocumentTree? {
        guard case .mapping(let entries) = self else { return nil }
        return entries.first { names.contains($0.key) }?.value
    }

    /// Every value that stands under a path, replaced; parts that are missing are made.
    func setting(_ path: [String], _ value: DocumentTree) -> DocumentTree {
        guard let first = path.first else { return value }
        guard case .mapping(var entries) = self else { return self }
        let rest = Array(path.dropFirst())
        if let index = entries.firstIndex(where: { $0.key == first }) {
            entries[index].value = entries[index].value.setting(rest, value)
        } else {
            entries.append((first, DocumentTree.mapping([]).setting(rest, value)))
        }
        return .mapping(entries)
    }

    func removing(_ key: String) -> DocumentTree {
        guard case .mapping(let entries) = self else { return self }
        return .mapping(entries.filter { $0.key != key })
    }

    // MARK: Other ways to say the same

    /// Keys of mappings and records of lists in another order.
    func shuffled(_ random: inout SeededGenerator) -> DocumentTree {
        switch self {
        case .mapping(let entries):
            var changed = entries.map { (key: $0.key, value: $0.value.shuffled(&random)) }
            changed.shuffle(using: &random)
            return .mapping(changed)
        case .list(let items):
            var changed = items.map { $0.shuffled(&random) }
            if items.allSatisfy({ if case .mapping = $0 { true } else { false } }) { changed.shuffle(using: &random) }
            return .list(changed)
        case .text, .plain: return self
        }
    }

    /// Every value of some keys replaced.
    func replacing(_ keys: Set<String>, with other: (String) -> String) -> DocumentTree {
        switch self {
        case .mapping(let entries):
            return .mapping(
                entries.map { key, value in
                    if keys.contains(key), case .text(let text) = value { return (key, .text(other(text))) }
                    return (key, value.replacing(keys, with: other))
                })
        case .list(let items): return .list(items.map { $0.replacing(keys, with: other) })
        case .text, .plain: return self
        }
    }

    /// Keys without which there is another record or document, and not less knowledge of this one.
    static let heads: Set = ["kind", "文书", "asOf", "截至", "congress", "人民代表大会", "term", "届次", "id", "编号"]

    /// The same said by two documents, some of it by both.
    func split(_ random: inout SeededGenerator) -> (DocumentTree, DocumentTree) {
        guard case .mapping(let entries) = self else { return (self, self) }
        var (first, second): ([(key: String, value: DocumentTree)], [(key: String, value: DocumentTree)]) = ([], [])
        for (key, value) in entries {
            switch (Int.random(in: 0..<5, using: &random), value) {
            case (_, _) where Self.heads.contains(key):
                first.append((key, value))
                second.append((key, value))
            case (0, _): first.append((key, value))
            case (1, _): second.append((key, value))
            case (_, .mapping) where value["from", "to", "起", "止"] == nil:
                let (one, other) = value.split(&random)
                first.append((key, one))
                second.append((key, other))
            case (_, .list(let items)) where items.allSatisfy { $0["id", "编号"] != nil } && !items.isEmpty:
                let parts = items.map { item -> (DocumentTree?, DocumentTree?) in
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: (item, nil)
                    case 1: (nil, item)
                    default: item.split(&random)
                    }
                }
                for (side, list) in [parts.compactMap(\.0), parts.compactMap(\.1)].enumerated() where !list.isEmpty {
                    if side == 0 { first.append((key, .list(list))) } else { second.append((key, .list(list))) }
                }
            default:
                first.append((key, value))
                second.append((key, value))
            }
        }
        return (.mapping(first), .mapping(second))
    }

    /// Less: a share of what is stated is left out.
    func thinned(_ share: Double, _ random: inout SeededGenerator) -> DocumentTree {
        switch self {
        case .mapping(let entries):
            return .mapping(
                entries.compactMap { key, value in
                    let isList = if case .list = value { true } else { false }
                    // Without a list of targets less is demanded.
                    let kept =
                        Self.heads.contains(key)
                        || ["rule", "规则", "by", "确认人", "date", "日期", "from", "to", "起", "止", "结构要求", "structureTargets"].contains(key)
                    if !kept, Double.random(in: 0..<1, using: &random) < (isList ? share / 10 : share) { return nil }
                    return (key, value.thinned(share, &random))
                })
        case .list(let items): return .list(items.map { $0.thinned(share, &random) })
        case .text, .plain: return self
        }
    }
}
