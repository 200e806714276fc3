import SourceText

/// Finds keys that a mapping has twice, in one step a key.
struct DuplicateKeys {
    /// For each key, the mapping in which it was last seen and where.
    private var seen: [(mapping: Int, node: Int)] = []

    /// The node at which the mapping has had the key before.
    mutating func first(_ key: UInt32, at node: Int, of mapping: Int) -> Int? {
        let key = Int(key)
        while seen.count <= key { seen.append((-1, 0)) }
        if seen[key].mapping == mapping { return seen[key].node }
        seen[key] = (mapping, node)
        return nil
    }
}

extension TreeBuilder {
    /// Reports the keys of a mapping that has ended which it had before.
    mutating func checkKeys(of mapping: Int) {
        let end = Int(forest.nodes[mapping].link)
        var key = mapping + 1
        while key < end {
            let node = forest.nodes[key]
            if let first = duplicates.first(node.link, at: key, of: mapping) {
                let place = SourcePlace(file: file, span: lines.span(of: forest.nodes[first]))
                report(.duplicateKey(forest.keys.name(of: node.link), first: place), at: lines.span(of: node))
            }
            key = Int(forest.after(YAMLNodeID(key + 1)).index)
        }
    }
}
