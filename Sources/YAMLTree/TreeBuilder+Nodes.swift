import SourceText

extension TreeBuilder {
    mutating func scalar(_ style: YAMLNode.Style, _ text: Span<UInt8>, _ event: Event) -> Bool {
        guard text.count <= limits.scalarLength else { return stop(.scalarTooLong(limit: limits.scalarLength), at: event) }
        var node = node(.scalar, style, event)
        lines.note(event.span.end)
        if isAtKey {
            node.link = forest.keys.intern(text)
            if style == .plain, text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") {
                report(.mergeKey, at: event.span)
            }
        } else {
            node.textStart = UInt32(forest.text.count)
            node.size = UInt32(text.count)
            forest.text.append(copying: text)
        }
        name(event)
        return append(node)
    }

    mutating func begin(_ kind: YAMLNode.Kind, _ style: YAMLNode.Style, _ event: Event) -> Bool {
        if isAtKey { return stop(.keyNotScalar, at: event) }
        guard open.count < limits.depth else { return stop(.tooDeep(limit: limits.depth), at: event) }
        let id = forest.nodes.count
        name(event)
        let node = node(kind, style, event)
        guard append(node) else { return false }
        open.append(OpenCollection(node: id, isMapping: kind == .mapping, lastEnd: node.start))
        return true
    }

    mutating func end(at position: SourcePosition) {
        guard let closed = open.popLast() else { return }
        forest.nodes[closed.node].link = UInt32(forest.nodes.count)
        forest.nodes[closed.node].size = UInt32(closed.isMapping ? closed.children / 2 : closed.children)
        // A block collection has no end of its own: it ends where its last child does.
        if forest.nodes[closed.node].style == .flow {
            lines.note(position)
            forest.nodes[closed.node].end = UInt32(truncatingIfNeeded: position.offset)
        } else {
            forest.nodes[closed.node].end = closed.lastEnd
        }
        if !open.isEmpty { open[open.count - 1].lastEnd = forest.nodes[closed.node].end }
        if closed.isMapping { checkKeys(of: closed.node) }
    }

    mutating func alias(_ event: Event) -> Bool {
        let name = event.anchor ?? ""
        aliases += 1
        guard aliases <= limits.aliases else { return stop(.tooManyAliases(limit: limits.aliases), at: event) }
        if isAtKey { return stop(.keyNotScalar, at: event) }
        guard let target = anchors[name] else { return stop(.unknownAnchor(name), at: event) }
        guard !open.contains(where: { $0.node == target }) else { return stop(.recursiveAlias(name), at: event) }
        var node = node(.alias, .plain, event)
        node.link = UInt32(target)
        return append(node)
    }

    private mutating func node(_ kind: YAMLNode.Kind, _ style: YAMLNode.Style, _ event: Event) -> YAMLNode {
        lines.note(event.span.start)
        return YAMLNode(
            kind: kind, style: style, tag: tag(event),
            start: UInt32(truncatingIfNeeded: event.span.start.offset), end: UInt32(truncatingIfNeeded: event.span.end.offset),
            textStart: 0, size: 0, link: 0)
    }

    private mutating func tag(_ event: Event) -> YAMLNode.Tag {
        guard let name = event.tag else { return .none }
        if let tag = YAMLNode.Tag(name: name) { return tag }
        report(.unsupportedTag(name), at: event.span)
        return .none
    }

    /// Keeps the anchor of the node that comes next.
    private mutating func name(_ event: Event) {
        if let anchor = event.anchor { anchors[anchor] = forest.nodes.count }
    }

    private var isAtKey: Bool {
        guard let last = open.last else { return false }
        return last.isMapping && last.children % 2 == 0
    }
}
