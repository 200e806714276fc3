extension Expression.Kind {
    /// The expressions directly within.
    var parts: [Expression] {
        switch self {
        case .literal, .name: []
        case .negation(let operand): [operand]
        case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .and(let a, let b), .or(let a, let b): [a, b]
        case .between(let a, let b, let c): [a, b, c]
        case .membership(let operand, let tests):
            [operand]
                + tests.map { test in
                    switch test {
                    case .expression(let expression), .comparison(_, let expression): expression
                    }
                }
        case .instanceOf(let operand, _), .comparisonRange(_, let operand): [operand]
        case .conditional(let a, let b, let c): [a, b, c]
        case .iteration(let iterators, let result): iterators.flatMap(\.parts) + [result]
        case .quantified(_, let iterators, let condition): iterators.flatMap(\.parts) + [condition]
        case .filter(let a, let b): [a, b]
        case .path(let base, _): [base]
        case .call(let function, let arguments): [function] + arguments.map(\.value)
        case .function(_, let body): [body]
        case .list(let items): items
        case .context(let entries): entries.map(\.value)
        case .range(let lower, _, let upper, _): [lower, upper]
        }
    }
}

extension Expression.Iterator {
    fileprivate var parts: [Expression] { [source] + (last.map { [$0] } ?? []) }
}
