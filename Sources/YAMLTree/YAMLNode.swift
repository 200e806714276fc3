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
    /// Where a scalar's text begins in the bytes of the forest.
    @usableFromInline var textStart: UInt32
    /// Bytes of a scalar's text, keys of a mapping, or items of a sequence.
    @usableFromInline var size: UInt32
    /// Of a collection: the node after it and all it holds. Of an alias: its target. Of a key: its number in the interner.
    package var link: UInt32

    /// A scalar's text, as a range of the forest's bytes; empty for a key, whose name the interner has.
    @inlinable package var textRange: Range<Int> { Int(textStart)..<Int(textStart) + Int(size) }
    /// Keys of a mapping, or items of a sequence.
    @inlinable package var count: Int { Int(size) }
    @inlinable package var isPlain: Bool { style == .plain && tag == .none }
}

extension YAMLNode.Tag {
    /// The core tag of a name; `!` says that a value is a text.
    init?(name: String) {
        switch name {
        case "!", "tag:yaml.org,2002:str": self = .string
        case "tag:yaml.org,2002:int": self = .integer
        case "tag:yaml.org,2002:float": self = .float
        case "tag:yaml.org,2002:bool": self = .boolean
        case "tag:yaml.org,2002:null": self = .null
        case "tag:yaml.org,2002:map": self = .map
        case "tag:yaml.org,2002:seq": self = .sequence
        default: return nil
        }
    }
}
