package import SourceText

/// A document of a stream: its root node, and the file it stands in.
package struct YAMLDocument: Sendable {
    package var root: YAMLNodeID
    package var file: Int
}

/// A document that could not be read to its end, and so is not in the forest; or a file with none that could.
package struct DroppedDocument: Sendable {
    /// Where reading ended.
    package var place: SourcePlace
    /// The scalars that stood at its top level before that, with their keys. Empty where further documents may have followed, of which
    /// nothing is known either.
    package var entries: [(key: String, value: String)] = []
}

/// The trees of several files, in three flat arrays: nodes, bytes of scalars, keys.
///
/// One forest holds everything that is looked at together (all documents of a dossier), so a node's number is enough to find its
/// file, line and column.
package struct YAMLForest: Sendable {
    /// A file whose documents stand in the forest.
    package struct FileEntry: Sendable {
        package var file: SourceFile
        /// The node numbers of this file begin here.
        package var firstNode: Int
        /// Where its lines begin.
        var lines: LineMarks
    }

    package internal(set) var nodes: [YAMLNode] = []
    package internal(set) var text: [UInt8] = []
    package internal(set) var files: [FileEntry] = []
    package internal(set) var documents: [YAMLDocument] = []
    /// What had to be left out.
    package internal(set) var dropped: [DroppedDocument] = []
    package var keys: KeyInterner

    package init(keys: KeyInterner = KeyInterner()) { self.keys = keys }

    @inlinable package subscript(_ id: YAMLNodeID) -> YAMLNode { nodes[Int(id.index)] }

    /// The node itself, or what an alias stands for.
    @inlinable package func resolve(_ id: YAMLNodeID) -> YAMLNodeID {
        let node = self[id]
        return node.kind == .alias ? YAMLNodeID(Int(node.link)) : id
    }

    /// The node after this one and everything it holds.
    @inlinable package func after(_ id: YAMLNodeID) -> YAMLNodeID {
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

    /// What a key of a mapping is called.
    package func keyName(_ key: YAMLNodeID) -> String { keys.name(of: self[key].link) }
}
