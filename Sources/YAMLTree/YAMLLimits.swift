/// How large a file may be. What goes beyond is refused with a clear error, before memory or time run out.
package struct YAMLLimits: Sendable {
    /// Bytes of a file.
    package var fileSize = 512 << 20
    /// Collections within collections.
    package var depth = 100
    /// Nodes of a file: keys, values, collections, aliases.
    package var nodes = 50_000_000
    /// Aliases of a file.
    package var aliases = 10_000
    /// Bytes of one scalar.
    package var scalarLength = 1 << 20

    package init() {}
}
