/// The number of a node in its forest. Nodes stand in preorder, so a node's first child is the next one.
package struct YAMLNodeID: Hashable, Comparable, Sendable {
    @usableFromInline package let index: UInt32

    @inlinable package init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
    @inlinable package static func < (a: Self, b: Self) -> Bool { a.index < b.index }
    @inlinable package var next: YAMLNodeID { YAMLNodeID(Int(index) + 1) }
}

/// A node of the tree, in 24 bytes: everything else is looked up when it is asked for.
package struct YAMLNode: Sendable {
    package enum Kind: UInt8, Sendable {
        case scalar, sequence, mapping, alias
    }

    package enum Style: UInt8, Sendable {
        case plain, quoted, literal, folded, block, flow
    }

    /// The core tags of YAML 1.2, section 10.3; other tags are an error.
    package enum Tag: UInt8, Sendable {
        case none, string, integer, float, boolean, null, map, sequence
    }

    package var kind: Kind
    package var style: Style
    package var tag: Tag
    /// Where the node begins and ends in its file, in Unicode scalars.
    package var start: UInt32
    package var end: UInt32
    /// A scalar's text, as a range of the forest's bytes.
    @usableFromInline var textStart: UInt32
    @usableFromInline var textLength: UInt32
    /// Of a collection: the node after it and all it holds. Of an alias: its target. Of a key: its number in the interner.
    package var link: UInt32

    @inlinable package var textRange: Range<Int> { Int(textStart)..<Int(textStart) + Int(textLength) }
    /// Keys of a mapping, or items of a sequence.
    @inlinable package var count: Int { Int(textLength) }
    @inlinable package var isPlain: Bool { style == .plain && tag == .none }
}
