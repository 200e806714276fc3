import CLibYAML
package import SourceText

extension YAMLForest {
    /// Reads a file's documents into the forest and returns what was wrong with it.
    ///
    /// Documents that were complete before an error stay; the one with the error is dropped. A duplicate key keeps its first value.
    package mutating func read(_ file: SourceFile, limits: YAMLLimits = YAMLLimits()) -> [Diagnostic] {
        guard file.bytes.count <= limits.fileSize else {
            return [YAMLProblem.fileTooLarge(limit: limits.fileSize).diagnostic(at: SourcePlace(file: file))]
        }
        files.append(FileEntry(file: file, firstNode: nodes.count, lines: []))
        var reader = YAMLReader(file: file, limits: limits, firstNode: nodes.count)
        let before = documents.count
        unsafe file.bytes.withUnsafeBufferPointer { bytes in
            let body = unsafe UnsafeBufferPointer(rebasing: bytes[file.byteOrderMarkLength...])
            unsafe reader.run(EventSource(body), into: &self)
        }
        files[files.count - 1].lines = reader.lines
        if documents.count == before, reader.diagnostics.isEmpty {
            return [YAMLProblem.noDocument.diagnostic(at: SourcePlace(file: file))]
        }
        return reader.diagnostics
    }
}

/// Builds the nodes of one file from the events of libyaml.
private struct YAMLReader {
    let file: SourceFile
    let limits: YAMLLimits
    let firstNode: Int
    var lines: [YAMLForest.LineStart] = []
    var diagnostics: [Diagnostic] = []

    private struct Open {
        var node: Int
        /// Children so far; in a mapping, keys and values.
        var children: Int
        var isMapping: Bool
        /// Where its last child so far ends.
        var lastEnd: UInt32
    }

    private var open: [Open] = []
    private var anchors: [(name: String, node: Int)] = []
    private var aliases = 0
    private var documentStart = 0
    /// For each key, the mapping in which it was last seen and where.
    private var seen: [(mapping: Int, node: Int)] = []

    init(file: SourceFile, limits: YAMLLimits, firstNode: Int) {
        self.file = file
        self.limits = limits
        self.firstNode = firstNode
        lines.append(.init(line: 0, start: 0))
    }

    mutating func run(_ source: consuming EventSource, into forest: inout YAMLForest) {
        var event = unsafe yaml_event_t()
        while true {
            guard unsafe source.next(&event) else {
                fail(source.failure, in: &forest)
                return
            }
            let type = unsafe event.type
            let goesOn = unsafe take(&event, into: &forest)
            unsafe yaml_event_delete(&event)
            if !goesOn || type == YAML_STREAM_END_EVENT { return }
        }
    }

    /// Takes one event in. False: a limit was reached, and reading ends.
    private mutating func take(_ event: inout yaml_event_t, into forest: inout YAMLForest) -> Bool {
        switch unsafe event.type {
        case YAML_SCALAR_EVENT:
            return unsafe scalar(event, &forest)
        case YAML_MAPPING_START_EVENT:
            let mapping = unsafe event.data.mapping_start
            return unsafe begin(
                .mapping, flow: mapping.style == YAML_FLOW_MAPPING_STYLE, tag: mapping.tag, anchor: mapping.anchor, event, &forest)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = unsafe event.data.sequence_start
            return unsafe begin(
                .sequence, flow: sequence.style == YAML_FLOW_SEQUENCE_STYLE, tag: sequence.tag, anchor: sequence.anchor, event,
                &forest)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            unsafe end(event.end_mark, &forest)
        case YAML_ALIAS_EVENT:
            return unsafe alias(event, &forest)
        case YAML_DOCUMENT_START_EVENT:
            documentStart = forest.nodes.count
            anchors.removeAll(keepingCapacity: true)
        case YAML_DOCUMENT_END_EVENT:
            forest.documents.append(YAMLDocument(root: YAMLNodeID(documentStart), file: forest.files.count - 1))
        default:
            break
        }
        return true
    }

    // MARK: Nodes

    private mutating func scalar(_ event: yaml_event_t, _ forest: inout YAMLForest) -> Bool {
        let scalar = unsafe event.data.scalar
        let length = unsafe scalar.length
        let id = forest.nodes.count
        guard length <= limits.scalarLength else {
            return stop(.scalarTooLong(limit: limits.scalarLength), unsafe event.start_mark, &forest)
        }
        let style: YAMLNode.Style =
            switch unsafe scalar.style {
            case YAML_PLAIN_SCALAR_STYLE: .plain
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .quoted
            }
        var node = unsafe node(.scalar, style, scalar.tag, event)
        let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: length)
        if isKey {
            node.link = unsafe forest.keys.intern(bytes)
            if style == .plain, length == 2, unsafe bytes[0] == UInt8(ascii: "<"), unsafe bytes[1] == UInt8(ascii: "<") {
                report(.mergeKey, unsafe event.start_mark, unsafe event.end_mark)
            }
        } else {
            node.textStart = UInt32(forest.text.count)
            node.textLength = UInt32(length)
            unsafe forest.text.append(contentsOf: bytes)
        }
        unsafe name(scalar.anchor, id)
        return append(node, &forest)
    }

    private mutating func begin(
        _ kind: YAMLNode.Kind, flow: Bool, tag: UnsafeMutablePointer<yaml_char_t>?,
        anchor: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t, _ forest: inout YAMLForest
    ) -> Bool {
        if isKey { return stop(.keyNotScalar, unsafe event.start_mark, &forest) }
        guard open.count < limits.depth else {
            return stop(.tooDeep(limit: limits.depth), unsafe event.start_mark, &forest)
        }
        let id = forest.nodes.count
        unsafe name(anchor, id)
        guard append(unsafe node(kind, flow ? .flow : .block, tag, event), &forest) else { return false }
        open.append(Open(node: id, children: 0, isMapping: kind == .mapping, lastEnd: forest.nodes[id].start))
        return true
    }

    private mutating func end(_ mark: yaml_mark_t, _ forest: inout YAMLForest) {
        let closed = open.removeLast()
        forest.nodes[closed.node].link = UInt32(forest.nodes.count)
        forest.nodes[closed.node].textLength = UInt32(closed.isMapping ? closed.children / 2 : closed.children)
        // A block collection has no end of its own in libyaml: it ends where its last child does.
        if forest.nodes[closed.node].style == .flow {
            noteLine(mark)
            forest.nodes[closed.node].end = UInt32(truncatingIfNeeded: mark.index)
        } else {
            forest.nodes[closed.node].end = closed.lastEnd
        }
        if !open.isEmpty { open[open.count - 1].lastEnd = forest.nodes[closed.node].end }
        if closed.isMapping { checkKeys(of: closed.node, &forest) }
    }

    private mutating func alias(_ event: yaml_event_t, _ forest: inout YAMLForest) -> Bool {
        aliases += 1
        guard aliases <= limits.aliases else {
            return stop(.tooManyAliases(limit: limits.aliases), unsafe event.start_mark, &forest)
        }
        let name = unsafe String(cString: event.data.alias.anchor)
        if isKey { return stop(.keyNotScalar, unsafe event.start_mark, &forest) }
        guard let target = anchors.last(where: { $0.name == name })?.node else {
            return stop(.unknownAnchor(name), unsafe event.start_mark, &forest)
        }
        guard !open.contains(where: { $0.node == target }) else {
            return stop(.recursiveAlias(name), unsafe event.start_mark, &forest)
        }
        var node = unsafe node(.alias, .plain, nil, event)
        node.link = UInt32(target)
        return append(node, &forest)
    }

    private mutating func node(
        _ kind: YAMLNode.Kind, _ style: YAMLNode.Style, _ tag: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t
    ) -> YAMLNode {
        unsafe noteLine(event.start_mark)
        if kind == .scalar { unsafe noteLine(event.end_mark) }
        return unsafe YAMLNode(
            kind: kind, style: style, tag: tag == nil ? .none : self.tag(tag, event),
            start: UInt32(truncatingIfNeeded: event.start_mark.index), end: UInt32(truncatingIfNeeded: event.end_mark.index),
            textStart: 0, textLength: 0, link: 0)
    }

    private mutating func append(_ node: YAMLNode, _ forest: inout YAMLForest) -> Bool {
        if !open.isEmpty {
            open[open.count - 1].children += 1
            open[open.count - 1].lastEnd = node.end
        }
        forest.nodes.append(node)
        guard forest.nodes.count - firstNode <= limits.nodes else {
            diagnostics.append(
                YAMLProblem.tooManyNodes(limit: limits.nodes).diagnostic(at: SourcePlace(file: file)))
            forest.nodes.removeLast(forest.nodes.count - documentStart)
            return false
        }
        return true
    }

    private var isKey: Bool {
        guard let last = open.last else { return false }
        return last.isMapping && last.children % 2 == 0
    }

    // MARK: Tags, anchors, keys

    private mutating func tag(_ tag: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t) -> YAMLNode.Tag {
        guard let tag = unsafe tag else { return .none }
        let text = unsafe String(cString: tag)
        switch text {
        case "!": return .string
        case "tag:yaml.org,2002:str": return .string
        case "tag:yaml.org,2002:int": return .integer
        case "tag:yaml.org,2002:float": return .float
        case "tag:yaml.org,2002:bool": return .boolean
        case "tag:yaml.org,2002:null": return .null
        case "tag:yaml.org,2002:map": return .map
        case "tag:yaml.org,2002:seq": return .sequence
        default:
            report(.unsupportedTag(text), unsafe event.start_mark, unsafe event.end_mark)
            return .none
        }
    }

    private mutating func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?, _ node: Int) {
        if let anchor = unsafe anchor { anchors.append((unsafe String(cString: anchor), node)) }
    }

    private mutating func checkKeys(of mapping: Int, _ forest: inout YAMLForest) {
        let end = Int(forest.nodes[mapping].link)
        var key = mapping + 1
        while key < end {
            let node = forest.nodes[key]
            if node.kind == .scalar {
                let number = Int(node.link)
                while seen.count <= number { seen.append((-1, 0)) }
                if seen[number].mapping == mapping {
                    let first = forest.place(of: YAMLNodeID(seen[number].node), lines: lines)
                    diagnostics.append(
                        YAMLProblem.duplicateKey(forest.keys.name(of: node.link), first: first)
                            .diagnostic(at: forest.place(of: YAMLNodeID(key), lines: lines)))
                } else {
                    seen[number] = (mapping, key)
                }
            }
            key = Int(forest.after(YAMLNodeID(key + 1)).index)
        }
    }

    // MARK: Places and problems

    private mutating func noteLine(_ mark: yaml_mark_t) {
        let line = UInt32(truncatingIfNeeded: mark.line)
        if lines[lines.count - 1].line < line {
            lines.append(.init(line: line, start: UInt32(truncatingIfNeeded: mark.index - mark.column)))
        }
    }

    private func position(_ mark: yaml_mark_t) -> SourcePosition {
        SourcePosition(line: mark.line + 1, column: mark.column + 1, offset: mark.index)
    }

    private mutating func report(_ problem: YAMLProblem, _ start: yaml_mark_t, _ end: yaml_mark_t) {
        let span = SourceSpan(start: position(start), end: position(end))
        diagnostics.append(problem.diagnostic(at: SourcePlace(file: file, span: span)))
    }

    /// Reports what makes reading end, and drops the document that is not complete.
    private mutating func stop(_ problem: YAMLProblem, _ mark: yaml_mark_t, _ forest: inout YAMLForest) -> Bool {
        report(problem, mark, mark)
        forest.nodes.removeLast(forest.nodes.count - documentStart)
        return false
    }

    private mutating func fail(_ failure: (problem: YAMLProblem, byte: Int?, mark: yaml_mark_t), in forest: inout YAMLForest) {
        let dropped = forest.nodes.count - max(documentStart, firstNode)
        if dropped > 0, forest.documents.last.map({ Int($0.root.index) }) != documentStart { forest.nodes.removeLast(dropped) }
        guard let byte = failure.byte else {
            let start = position(failure.mark)
            let place = SourcePlace(file: file, span: SourceSpan(start: start, end: start))
            var problem = failure.problem
            if problem == .syntax("found character that cannot start any token"), place.byte == UInt8(ascii: "\t") {
                problem = .tabIndentation
            }
            // Whatever the parser still expected: the text ends before it.
            if case .syntax = problem, place.byte == nil { problem = .syntax("found unexpected end of stream") }
            diagnostics.append(problem.diagnostic(at: place))
            return
        }
        let start = file.position(ofByte: byte + file.byteOrderMarkLength)
        diagnostics.append(failure.problem.diagnostic(at: SourcePlace(file: file, span: SourceSpan(start: start, end: start))))
    }
}

extension YAMLForest {
    /// The place of a node of the file that is being read, whose lines are not in the forest yet.
    fileprivate func place(of id: YAMLNodeID, lines: [LineStart]) -> SourcePlace {
        var entry = files[files.count - 1]
        entry.lines = lines
        let node = self[id]
        return SourcePlace(
            file: entry.file, span: SourceSpan(start: entry.position(of: node.start), end: entry.position(of: node.end)))
    }
}

extension SourcePlace {
    fileprivate var byte: UInt8? {
        let start = byteRange.lowerBound
        return start < file.bytes.count ? file.bytes[start] : nil
    }
}
