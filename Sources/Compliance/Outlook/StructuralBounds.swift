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

    /// What a person of one of these classes gives to each row; what is not known counts against it.
    func amounts(_ classes: [ClassSpace.Class]) -> [Int] {
        rows.map { row in
            let isMember: (ClassSpace.Class) -> Bool = { $0[row.position] }
            return (row.wantsMuch ? classes.allSatisfy(isMember) : classes.contains(where: isMember)) ? 1 : 0
        }
    }

    /// The amounts with the sign of what is wanted: more is better.
    func worth(_ classes: [ClassSpace.Class]) -> [Int] { zip(amounts(classes), rows).map { $1.wantsMuch ? $0 : -$0 } }

    /// Classes that no other beats: as good for every row.
    func favourable(_ classes: [ClassSpace.Class]) -> [ClassSpace.Class] {
        var best: [(kind: ClassSpace.Class, worth: [Int])] = []
        for kind in classes {
            let worth = worth([kind])
            if best.contains(where: { zip($0.worth, worth).allSatisfy { $0 >= $1 } }) { continue }
            best.removeAll { zip(worth, $0.worth).allSatisfy { $0 >= $1 } }
            best.append((kind, worth))
        }
        return best.map(\.kind)
    }
}
