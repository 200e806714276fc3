/// The names that are known at a place of an expression and that a lexer could not find by itself: those with spaces or operators in
/// them. Simple names need no scope.
///
/// A name is a sequence of tokens, so white space inside of it does not count (DMN 1.5, 10.3.1.4): `a-b` and `a - b` are one name.
public struct NameScope: Sendable {
    /// Variables, and fields of open records.
    private var names = NameTree()
    /// Names that stand behind a point, and in filters: fields and entries at any depth.
    private var properties = NameTree()
    /// Whether the place is within a filter's condition, in which entries of the items are names.
    private var isInsideFilter = false
    /// What the names of inner scopes have replaced, the latest last.
    private var replaced: [NameTree.Replacement] = []

    /// The properties of times and ranges whose names hold spaces (DMN 1.5, table 65).
    static let ownProperties = NameScope(["time offset", "start included", "end included"])

    init(_ names: some Sequence<String>) {
        for name in names { insert(name) }
    }

    /// Adds the name of a variable, or of a field that is open.
    public mutating func insert(_ name: String) {
        if let old = names.insert(name) { replaced.append(old) }
    }

    /// Adds a name that stands behind a point or in a filter only.
    public mutating func insertProperty(_ name: String) { _ = properties.insert(name) }

    // MARK: Inner scopes

    /// A place to come back to.
    struct Mark {
        fileprivate let count: Int
        fileprivate let isInsideFilter: Bool
    }

    var mark: Mark { Mark(count: replaced.count, isInsideFilter: isInsideFilter) }

    mutating func enterFilter() { isInsideFilter = true }

    /// Forgets the variables since a mark; what may stand behind a point stays known.
    mutating func leave(to mark: Mark) {
        while replaced.count > mark.count, let last = replaced.popLast() { names.undo(last) }
        isInsideFilter = mark.isInsideFilter
    }

    // MARK: Finding

    /// The longest known name at a position of a text, as it was made known, and where it ends; nil where none stands there.
    func longestMatch(in text: [Unicode.Scalar], at start: Int) -> NameTree.Match? {
        isInsideFilter ? longestProperty(in: text, at: start) : names.longestMatch(in: text, at: start)
    }

    /// The same behind a point.
    func longestProperty(in text: [Unicode.Scalar], at start: Int) -> NameTree.Match? {
        NameTree.Match.longer(names.longestMatch(in: text, at: start), properties.longestMatch(in: text, at: start))
    }
}
