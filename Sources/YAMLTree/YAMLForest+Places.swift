package import SourceText

extension YAMLForest {
    /// The number of the file in which a node stands.
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

    /// Where a part of a scalar's text stands, given as a range of the Unicode scalars of the text as it was read: without quotes, escapes and
    /// indentation, with lines folded. An empty range is the place before the scalar at its bound, or where the text ends.
    ///
    /// The whole node where its source is no text, and for a key or a collection. Of an alias, what it stands for.
    package func place(of range: Range<Int>, in id: YAMLNodeID) -> SourcePlace {
        let scalar = resolve(id)
        let whole = place(of: scalar)
        guard self[scalar].kind == .scalar, let source = whole.text,
            let origins = ScalarOrigins(of: string(scalar), written: source, as: self[scalar].style)
        else { return whole }
        let part = origins.origin(of: range)
        let start = whole.span.start.offset
        guard let span = whole.file.span(ofScalars: start + part.lowerBound..<start + part.upperBound) else { return whole }
        return SourcePlace(file: whole.file, span: span)
    }
}
