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
            diagnostics.append(YAMLProblem.tooManyNodes(limit: limits.nodes).diagnostic(at: SourcePlace(file: file)))
            dropDocument()
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
        report(problem, at: SourceSpan(start: event.span.start, end: event.span.start))
        dropDocument()
        return false
    }

    mutating func fail(_ failure: EventFailure) {
        report(failure.problem, at: SourceSpan(start: failure.position, end: failure.position))
        dropDocument()
    }

    private mutating func dropDocument() { forest.nodes.removeLast(forest.nodes.count - documentStart) }
}
