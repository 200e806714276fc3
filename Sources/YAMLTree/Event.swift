package import SourceText

/// One step of reading a tree from front to back, whatever it is read from. The bytes of a scalar come beside it (``EventReceiver``).
package struct Event: Sendable {
    package enum Kind: Equatable, Sendable {
        case documentStart, documentEnd
        /// A value without parts, or a key; its style is one of scalars.
        case scalar(YAMLNode.Style)
        /// Children follow, in a mapping keys and values by turns; the style is block or flow.
        case sequenceStart(YAMLNode.Style)
        case mappingStart(YAMLNode.Style)
        /// The end of the sequence or mapping that began last.
        case end
        /// What an anchor before it has named; the name is the event's anchor.
        case alias
    }

    /// What few nodes have, kept apart so that an event is cheap to hand on.
    private final class Names: Sendable {
        let tag: String?
        let anchor: String?

        init(_ tag: String?, _ anchor: String?) { (self.tag, self.anchor) = (tag, anchor) }
    }

    package let kind: Kind
    /// Where it stands. Offsets never go back.
    package let span: SourceSpan
    private let names: Names?

    /// The tag as it is meant, `tag:yaml.org,2002:int`.
    package var tag: String? { names?.tag }
    /// The name by which aliases refer to the node that begins, or by which this alias refers to one.
    package var anchor: String? { names?.anchor }

    package init(_ kind: Kind, tag: String? = nil, anchor: String? = nil, at span: SourceSpan) {
        self.kind = kind
        self.span = span
        names = tag == nil && anchor == nil ? nil : Names(tag, anchor)
    }
}
