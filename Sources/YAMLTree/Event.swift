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
        /// What an anchor before it has named.
        case alias(String)
    }

    package var kind: Kind
    /// The tag as it is meant, `tag:yaml.org,2002:int`.
    package var tag: String?
    /// The name by which aliases refer to the node that begins.
    package var anchor: String?
    /// Where it stands. Offsets never go back.
    package var span: SourceSpan

    package init(_ kind: Kind, tag: String? = nil, anchor: String? = nil, at span: SourceSpan) {
        self.kind = kind
        self.tag = tag
        self.anchor = anchor
        self.span = span
    }
}
