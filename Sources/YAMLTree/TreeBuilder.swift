import SourceText

/// Builds the nodes of one file from events. It owns the forest meanwhile.
struct TreeBuilder: EventReceiver {
    let file: SourceFile
    let limits: YAMLLimits
    var forest: YAMLForest
    var lines = LineMarks()
    var diagnostics: [Diagnostic] = []
    var open: [OpenCollection] = []
    /// The node that an anchor of this document named last.
    var anchors: [String: Int] = [:]
    var aliases = 0
    /// The first node of the document that is being read.
    var documentStart: Int
    var duplicates = DuplicateKeys()
    private let firstNode: Int

    /// A sequence or mapping whose end is still to come.
    struct OpenCollection {
        var node: Int
        /// Children so far; in a mapping, keys and values.
        var children = 0
        var isMapping: Bool
        /// Where its last child so far ends.
        var lastEnd: UInt32
    }

    init(_ forest: consuming YAMLForest, file: SourceFile, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
        firstNode = forest.nodes.count
        documentStart = firstNode
        forest.files.append(YAMLForest.FileEntry(file: file, firstNode: firstNode, lines: lines))
        self.forest = forest
    }

    consuming func finish() -> YAMLForest {
        forest.files[forest.files.count - 1].lines = lines
        return forest
    }

    mutating func receive(_ event: Event, text: Span<UInt8>) -> Bool {
        switch event.kind {
        case .scalar(let style):
            return scalar(style, text, event)
        case .mappingStart(let style):
            return begin(.mapping, style, event)
        case .sequenceStart(let style):
            return begin(.sequence, style, event)
        case .end:
            end(at: event.span.end)
        case .alias:
            return alias(event)
        case .documentStart:
            anchors.removeAll(keepingCapacity: true)
        case .documentEnd:
            forest.documents.append(YAMLDocument(root: YAMLNodeID(documentStart), file: forest.files.count - 1))
            documentStart = forest.nodes.count
        }
        return true
    }

    /// Adds a node, as a child of the collection that is open. False: there are too many.
    mutating func append(_ node: YAMLNode) -> Bool {
        if !open.isEmpty {
            open[open.count - 1].children += 1
            open[open.count - 1].lastEnd = node.end
        }
        forest.nodes.append(node)
        guard forest.nodes.count - firstNode <= limits.nodes else {
            let place = SourcePlace(file: file)
            diagnostics.append(YAMLProblem.tooManyNodes(limit: limits.nodes).diagnostic(at: place))
            dropDocument(place)
            return false
        }
        return true
    }
}

// MARK: Problems

extension TreeBuilder {
    mutating func report(_ problem: YAMLProblem, at span: SourceSpan) {
        diagnostics.append(problem.diagnostic(at: SourcePlace(file: file, span: span)))
    }

    /// Reports what makes reading end, and drops the document that is not complete.
    mutating func stop(_ problem: YAMLProblem, at event: Event) -> Bool {
        drop(problem, at: event.span.start)
        return false
    }

    mutating func fail(_ failure: EventFailure) { drop(failure.problem, at: failure.position) }

    private mutating func drop(_ problem: YAMLProblem, at position: SourcePosition) {
        let span = SourceSpan(start: position, end: position)
        report(problem, at: span)
        dropDocument(SourcePlace(file: file, span: span))
    }

    private mutating func dropDocument(_ place: SourcePlace) {
        forest.dropped.append(DroppedDocument(place: place, entries: mayBeFollowed(place) ? [] : topLevelScalars))
        forest.nodes.removeLast(forest.nodes.count - documentStart)
    }

    /// Whether a further document may begin behind a place; nothing tells that of a source that is no text.
    private func mayBeFollowed(_ place: SourcePlace) -> Bool {
        guard let end = place.byteRange?.lowerBound else { return true }
        // The separator itself may be what could not be read.
        let start = max(0, end - 1)
        let separator = Array("\n---".utf8)
        return file.bytes[start...].indices.contains { file.bytes[$0...].starts(with: separator) }
    }

    /// What the document that is being read says of itself so far.
    private var topLevelScalars: [(key: String, value: String)] {
        guard forest.nodes.indices.contains(documentStart), forest.nodes[documentStart].kind == .mapping else { return [] }
        let unfinished = open.count > 1 ? open[1].node : forest.nodes.count
        var entries: [(key: String, value: String)] = []
        var key = documentStart + 1
        while key + 1 < unfinished {
            let value = YAMLNodeID(key + 1)
            if forest[value].kind == .scalar { entries.append((forest.keyName(YAMLNodeID(key)), forest.string(value))) }
            key = Int(forest.after(value).index)
        }
        return entries
    }
}
