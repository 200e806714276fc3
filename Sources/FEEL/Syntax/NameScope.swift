/// The names that are known at a place of an expression and that a lexer could not find by itself: those with spaces, operators or
/// keywords in them. Simple names need no scope.
public struct NameScope: Sendable {
    /// By first scalar, longest first.
    private var names: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

    /// The names of the built-ins, which every expression knows.
    public static let builtins = NameScope(Builtin.all.map(\.name))

    /// The properties of times and ranges whose names hold spaces (DMN 1.5, table 65).
    static let properties = NameScope(["time offset", "start included", "end included"])

    init(_ names: some Sequence<String>) {
        for name in names { insert(name) }
    }

    public mutating func insert(_ name: String) {
        let scalars = Array(name.unicodeScalars)
        guard let first = scalars.first, !scalars.allSatisfy(isNamePart) || Keyword.all.contains(name) else { return }
        var list = names[first] ?? []
        guard !list.contains(scalars) else { return }
        list.append(scalars)
        list.sort { $0.count > $1.count }
        names[first] = list
    }

    /// How many scalars of the text the longest known name takes at a position; nil where none stands there.
    func longestMatch(in text: [Unicode.Scalar], at start: Int) -> Int? {
        guard !names.isEmpty, let candidates = names[text[start]] else { return nil }
        var best: Int?
        for name in candidates {
            if let length = match(name, in: text, at: start), length > best ?? 0 { best = length }
        }
        return best
    }

    private func match(_ name: [Unicode.Scalar], in text: [Unicode.Scalar], at start: Int) -> Int? {
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
