/// Names as sequences of tokens, in a tree by their tokens, so that finding one takes as long as the name, however many there are.
struct NameTree: Sendable {
    struct Match {
        /// The name as it was made known.
        let name: String
        /// The scalar behind it.
        let end: Int

        static func longer(_ a: Match?, _ b: Match?) -> Match? {
            guard let a, let b else { return a ?? b }
            return b.end > a.end ? b : a
        }
    }

    /// What a name has replaced.
    struct Replacement: Sendable {
        fileprivate let node: Int
        fileprivate let name: String?
    }

    private struct Edge: Hashable {
        let node: Int
        let token: ArraySlice<Unicode.Scalar>
    }

    private var edges: [Edge: Int] = [:]
    /// For each node the name that ends there.
    private var ends: [String?] = [nil]

    /// Makes a name known, and gives what it replaced; nil where a lexer finds the name by itself, or where it is none.
    mutating func insert(_ name: String) -> Replacement? {
        // Nearly all names are simple.
        guard !name.unicodeScalars.allSatisfy(isNamePart) else { return nil }
        let scalars = Array(name.unicodeScalars)
        guard let first = NameTokens.next(in: scalars, from: 0), !isDigit(scalars[first.lowerBound]) else { return nil }
        // A name cannot begin with a keyword (10.3.1.2).
        guard !Keyword.all.contains(String(String.UnicodeScalarView(scalars[first]))) else { return nil }
        var (node, position) = (0, 0)
        while let token = NameTokens.next(in: scalars, from: position) {
            let edge = Edge(node: node, token: scalars[token])
            if let next = edges[edge] {
                node = next
            } else {
                node = ends.count
                ends.append(nil)
                edges[edge] = node
            }
            position = token.upperBound
        }
        defer { ends[node] = name }
        return Replacement(node: node, name: ends[node])
    }

    mutating func undo(_ replacement: Replacement) { ends[replacement.node] = replacement.name }

    func longestMatch(in text: [Unicode.Scalar], at start: Int) -> Match? {
        guard !edges.isEmpty else { return nil }
        var (node, position) = (0, start)
        var longest: Match?
        while let token = NameTokens.next(in: text, from: position), let next = edges[Edge(node: node, token: text[token])] {
            (node, position) = (next, token.upperBound)
            if let name = ends[node] { longest = Match(name: name, end: position) }
        }
        return longest
    }
}

/// The tokens of a name: words, and every other character by itself.
enum NameTokens {
    /// The first token from a position on, behind white space.
    static func next(in scalars: [Unicode.Scalar], from start: Int) -> Range<Int>? {
        var first = start
        while first < scalars.count, isSpace(scalars[first]) { first += 1 }
        guard first < scalars.count else { return nil }
        var end = first
        while end < scalars.count, isNamePart(scalars[end]) { end += 1 }
        return first..<max(end, first + 1)
    }

    /// The name with a space only where two words would become one without it: the same for all ways to write it.
    static func joined(_ name: String) -> String {
        let scalars = Array(name.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        while let token = next(in: scalars, from: position) {
            if let last = result.last, isNamePart(last), isNamePart(scalars[token.lowerBound]) { result.append(" ") }
            result.append(contentsOf: scalars[token])
            position = token.upperBound
        }
        return String(result)
    }

    /// Whether two names are one, although they may be written differently.
    static func areSame(_ a: String, _ b: String) -> Bool { isSameText(a, b) || isSameText(joined(a), joined(b)) }
}
