package import SourceText

/// A document of a stream: its root node, and the file it stands in.
package struct YAMLDocument: Sendable {
    package var root: YAMLNodeID
    package var file: Int
}

/// The trees of several files, in three flat arrays: nodes, bytes of scalars, keys.
///
/// One forest holds everything that is looked at together (all documents of a dossier), so a node's number is enough to find its
/// file, line and column. It is emptied and used again for the next dossier.
package struct YAMLForest: Sendable {
    package struct FileEntry: Sendable {
        package var file: SourceFile
        /// The node numbers of this file begin here.
        package var firstNode: Int
        /// Where lines begin, in scalars, for each line on which something begins or ends.
        var lines: [LineStart]
    }

    struct LineStart: Sendable {
        var line: UInt32
        var start: UInt32
    }

    package internal(set) var nodes: [YAMLNode] = []
    package internal(set) var text: [UInt8] = []
    package internal(set) var files: [FileEntry] = []
    package internal(set) var documents: [YAMLDocument] = []
    package var keys: KeyInterner
    private let knownKeys: Int

    package init(keys: KeyInterner = KeyInterner()) {
        self.keys = keys
        self.knownKeys = keys.count
    }

    /// Empties the forest and keeps its memory.
    package mutating func clear() {
        nodes.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        files.removeAll(keepingCapacity: true)
        documents.removeAll(keepingCapacity: true)
        keys.forget(after: knownKeys)
    }

    @inlinable package subscript(_ id: YAMLNodeID) -> YAMLNode { nodes[Int(id.index)] }

    /// The node itself, or what an alias stands for.
    package func resolve(_ id: YAMLNodeID) -> YAMLNodeID {
        let node = self[id]
        return node.kind == .alias ? YAMLNodeID(Int(node.link)) : id
    }

    /// The node after this one and everything it holds.
    package func after(_ id: YAMLNodeID) -> YAMLNodeID {
        let node = self[id]
        return node.kind == .sequence || node.kind == .mapping ? YAMLNodeID(Int(node.link)) : id.next
    }

    /// The text of a scalar.
    package func string(_ id: YAMLNodeID) -> String { String(decoding: text[self[id].textRange], as: UTF8.self) }

    /// The items of a sequence.
    package func items(of id: YAMLNodeID) -> [YAMLNodeID] {
        var result: [YAMLNodeID] = []
        var child = id.next
        let end = YAMLNodeID(Int(self[id].link))
        while child < end {
            result.append(child)
            child = after(child)
        }
        return result
    }

    /// The entries of a mapping, in the order of the file.
    package func entries(of id: YAMLNodeID) -> [(key: YAMLNodeID, value: YAMLNodeID)] {
        var result: [(key: YAMLNodeID, value: YAMLNodeID)] = []
        var key = id.next
        let end = YAMLNodeID(Int(self[id].link))
        while key < end {
            result.append((key, key.next))
            key = after(key.next)
        }
        return result
    }

    package func keyName(_ key: YAMLNodeID) -> String { keys.name(of: self[key].link) }
}

extension YAMLForest {
    package func fileIndex(of id: YAMLNodeID) -> Int {
        var low = 0
        var high = files.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if files[middle].firstNode <= Int(id.index) { low = middle } else { high = middle }
        }
        return low
    }

    /// Where a node stands. For a collection: from its first to its last child.
    package func place(of id: YAMLNodeID) -> SourcePlace {
        let entry = files[fileIndex(of: id)]
        let node = self[id]
        return SourcePlace(
            file: entry.file, span: SourceSpan(start: entry.position(of: node.start), end: entry.position(of: node.end)))
    }

    /// Only where a node begins: line and column, without the cost of the rest.
    package func start(of id: YAMLNodeID) -> SourcePosition { files[fileIndex(of: id)].position(of: self[id].start) }
}

extension YAMLForest.FileEntry {
    func position(of offset: UInt32) -> SourcePosition {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        guard low < lines.count, lines[low].start <= offset else {
            return SourcePosition(line: 1, column: Int(offset) + 1, offset: Int(offset))
        }
        return SourcePosition(
            line: Int(lines[low].line) + 1, column: Int(offset - lines[low].start) + 1, offset: Int(offset))
    }
}
