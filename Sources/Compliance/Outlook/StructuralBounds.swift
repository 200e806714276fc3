/// The bounds of several rules on one structure, one for each side: how much is wanted of a measure, or how little.
struct StructuralBounds {
    struct Row {
        var position: Int
        var wantsMuch: Bool
        var bound: Int
    }

    let rows: [Row]

    /// - Parameter bounds: those with which the rules hold for certain, or those with which they may hold.
    init(_ rules: [StructuralRule], _ bounds: (StructuralRule) -> (lower: Int, upper: Int) = \.certainBounds) {
        rows = rules.flatMap { rule -> [Row] in
            let (lower, upper) = bounds(rule)
            return (lower != Int.min ? [Row(position: rule.position, wantsMuch: true, bound: lower)] : [])
                + (upper != Int.max ? [Row(position: rule.position, wantsMuch: false, bound: upper)] : [])
        }
    }

    /// For the sums of a choice problem.
    var limits: [(lower: Int, upper: Int)] { rows.map { $0.wantsMuch ? ($0.bound, Int.max) : (Int.min, $0.bound) } }

    /// What a person of these classes gives to each row; what is not known counts against it.
    func amounts(_ classes: PersonClasses) -> [Int] {
        rows.map { row in (row.wantsMuch ? classes.certain : classes.possible)[row.position] ? 1 : 0 }
    }

    /// The amounts of a person whose class is known.
    func amounts(_ kind: ClassSpace.Class) -> [Int] { rows.map { kind[$0.position] ? 1 : 0 } }

    /// The amounts with the sign of what is wanted: more is better.
    func worth(_ classes: PersonClasses) -> [Int] { zip(amounts(classes), rows).map { $1.wantsMuch ? $0 : -$0 } }
    func worth(_ kind: ClassSpace.Class) -> [Int] { zip(amounts(kind), rows).map { $1.wantsMuch ? $0 : -$0 } }

    /// More classes that no other beats are not gone through.
    private static let mostKinds = 256

    /// Classes that no other beats: as good for every row. Parts do not touch each other's rows, so each has its own. Nil where there are too
    /// many.
    func favourable(_ classes: PersonClasses) -> [ClassSpace.Class]? {
        var result: [ClassSpace.Class] = [Array(repeating: false, count: classes.certain.count)]
        for part in classes.parts {
            let best = favourable(part)
            guard result.count * best.count <= Self.mostKinds else { return nil }
            result = result.flatMap { base in
                best.map { outcome in
                    var kind = base
                    for (measure, flag) in zip(part.measures, outcome) { kind[measure] = flag }
                    return kind
                }
            }
        }
        return result
    }

    private func favourable(_ part: PersonClasses.Part) -> [[Bool]] {
        let own = rows.compactMap { row in
            part.measures.firstIndex(of: row.position).map { (index: $0, wantsMuch: row.wantsMuch) }
        }
        var best: [(outcome: [Bool], worth: [Bool])] = []
        func isAsGood(_ a: [Bool], _ b: [Bool]) -> Bool { zip(a, b).allSatisfy { $0 || !$1 } }
        for outcome in part.outcomes {
            let worth = own.map { outcome[$0.index] == $0.wantsMuch }
            if best.contains(where: { isAsGood($0.worth, worth) }) { continue }
            best.removeAll { isAsGood(worth, $0.worth) }
            best.append((outcome, worth))
        }
        return best.map(\.outcome)
    }
}
