/// The names that are known at a place of an expression and that a lexer could not find by itself: those with spaces or operators in
/// them. Simple names need no scope.
public struct NameScope: Sendable {
    /// By first scalar, longest first.
    private typealias Names = [Unicode.Scalar: [[Unicode.Scalar]]]

    /// Variables, and fields of open records.
    private var names: Names = [:]
    /// Names that stand behind a point, and in filters: fields and entries at any depth.
    private var properties: Names = [:]

    /// The properties of times and ranges whose names hold spaces (DMN 1.5, table 65).
    static let ownProperties = NameScope(["time offset", "start included", "end included"])

    init(_ names: some Sequence<String>) {
        for name in names { insert(name) }
    }

    /// Adds the name of a variable, or of a field that is open; simple names are found without.
    public mutating func insert(_ name: String) { Self.insert(name, &names) }

    /// Adds a name that stands behind a point or in a filter only.
    public mutating func insertProperty(_ name: String) { Self.insert(name, &properties) }

    /// Forgets the variables since an outer scope; what may stand behind a point stays known.
    mutating func leave(to outer: NameScope) { names = outer.names }

    /// The scope of a filter's condition, in which entries of the items are names.
    var insideFilter: NameScope {
        guard !properties.isEmpty else { return self }
        var inner = self
        for list in properties.values { for name in list { Self.insert(name, &inner.names) } }
        return inner
    }

    private static func insert(_ name: String, _ names: inout Names) {
        // Nearly all names are simple.
        guard !name.unicodeScalars.allSatisfy(isNamePart) else { return }
        insert(Array(name.unicodeScalars), &names)
    }

    private static func insert(_ scalars: [Unicode.Scalar], _ names: inout Names) {
        // A name cannot begin with a keyword (10.3.1.2).
        let firstWord = String(String.UnicodeScalarView(scalars.prefix(while: isNamePart)))
        guard let first = scalars.first, !Keyword.all.contains(firstWord) else { return }
        var list = names[first] ?? []
        guard !list.contains(scalars) else { return }
        list.append(scalars)
        list.sort { $0.count > $1.count }
        names[first] = list
    }

    /// How many scalars of the text the longest known name takes at a position; nil where none stands there.
    func longestMatch(in text: [Unicode.Scalar], at start: Int) -> Int? { Self.longest(names, text, start) }

    /// The same behind a point.
    func longestProperty(in text: [Unicode.Scalar], at start: Int) -> Int? {
        [Self.longest(properties, text, start), Self.longest(names, text, start)].compactMap { $0 }.max()
    }

    private static func longest(_ names: Names, _ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard !names.isEmpty, start < text.count, let known = names[text[start]] else { return nil }
        return known.compactMap { match($0, in: text, at: start) }.max()
    }

    private static func match(_ name: [Unicode.Scalar], in text: [Unicode.Scalar], at start: Int) -> Int? {
        var position = start
        for scalar in name {
            if scalar == " " {
                guard position < text.count, isSpace(text[position]) else { return nil }
                while position < text.count, isSpace(text[position]) { position += 1 }
            } else {
                guard position < text.count, text[position] == scalar else { return nil }
                position += 1
            }
        }
        if let last = name.last, isNamePart(last), position < text.count, isNamePart(text[position]) { return nil }
        return position - start
    }
}
