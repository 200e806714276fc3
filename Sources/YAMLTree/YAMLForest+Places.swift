package import SourceText

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
        return SourcePlace(file: entry.file, span: entry.lines.span(of: self[id]))
    }

    /// Only where a node begins: line and column, without the cost of the rest.
    package func start(of id: YAMLNodeID) -> SourcePosition { files[fileIndex(of: id)].lines.position(of: self[id].start) }
}
