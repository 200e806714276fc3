/// One option is taken of each group, so that sums stay within bounds, at the least cost: the multiple-choice multidimensional knapsack
/// problem, with bounds on both sides.
///
/// Amounts, bounds and costs are whole numbers, and so are all proofs: a solution is added up, and the claim that there is none, or no
/// cheaper one, rests on a bound computed in whole numbers. Floating point only suggests where to look.
package struct ChoiceProblem: Sendable {
    package struct Option: Hashable, Sendable {
        /// What the option adds to each sum.
        package var amounts: [Int]
        /// Zero or more.
        package var cost: Int

        package init(amounts: [Int], cost: Int = 0) {
            self.amounts = amounts
            self.cost = cost
        }
    }

    /// The bounds of each sum; `Int.min` and `Int.max` where there is none.
    package var bounds: [(lower: Int, upper: Int)]
    /// Each with at least one option.
    package var groups: [[Option]]

    package init(bounds: [(lower: Int, upper: Int)], groups: [[Option]]) {
        self.bounds = bounds
        self.groups = groups
    }

    package enum Outcome: Equatable, Sendable {
        /// The index of an option for each group, and what they cost together; no choice that keeps the bounds costs less.
        case solution([Int], cost: Int)
        /// A choice that keeps the bounds; whether one costs less was not found out within the limit of steps.
        case unproven([Int], cost: Int)
        /// Proven: no choice keeps the bounds.
        case infeasible
        /// The search was given up after its limit of steps.
        case undecided
    }

    /// The sums of a choice.
    package func sums(_ choice: [Int]) -> [Int] {
        var result = Array(repeating: 0, count: bounds.count)
        for (group, index) in choice.enumerated() {
            for (row, amount) in groups[group][index].amounts.enumerated() { result[row] += amount }
        }
        return result
    }

    package func cost(_ choice: [Int]) -> Int { choice.enumerated().reduce(0) { $0 + groups[$1.offset][$1.element].cost } }

    /// - Parameter limit: how many parts the search may look into.
    package func solve(limit: Int = 2_000) -> Outcome {
        var solver = ChoiceSolver(self)
        return solver.solve(limit: limit)
    }
}
