/// What a loop computes once and not for every item.
extension CheckedExpression {
    /// Whether it takes longer to compute the node than to find its value again.
    var isWorthKeeping: Bool {
        switch syntax.kind {
        case .arithmetic, .filter, .quantified, .iteration: true
        case .call: if case .builtin = parts[0].reference { true } else { false }
        default: false
        }
    }

    /// Whether the node has one value for all items of a loop around it. It has where it names neither the loop's variable nor one that was
    /// brought in behind it, except those that it brings in itself: slots are given out in the order in which variables come up.
    ///
    /// - Parameter variable: the slot of the loop's variable.
    func isTheSameThroughout(loop variable: Int) -> Bool {
        var (named, own): (Set<Int>, Set<Int>) = ([], [])
        visit { node in
            named.formUnion((node.reference?.variables ?? []).filter { $0 >= variable })
            own.formUnion(node.slots)
            if case .iteration(_, let partial?) = node.detail { own.insert(partial) }
        }
        return named.isSubset(of: own)
    }
}

extension Reference {
    /// The slots of the variables that it needs.
    fileprivate var variables: [Int] {
        switch self {
        case .variable(_, let slot): [slot]
        case .field(let field): field.path.map { [$0.variable] } ?? []
        case .possibleEntry(_, let locals, let otherwise): locals + (otherwise?.variables ?? [])
        case .constant, .builtin, .entry: []
        }
    }
}
