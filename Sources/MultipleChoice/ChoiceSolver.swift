/// Branch and bound over the options of single groups. The bound of a part is Lagrange's: each broken row costs its price, and then every
/// group chooses for itself.
struct ChoiceSolver {
    /// A row that asks for at least so much; an upper bound is one with its sign turned.
    struct Row {
        var index: Int
        var sign: Int
        var least: Int
    }

    /// The options of a group that are left, as the problem numbers them.
    typealias Part = [[Int]]

    let problem: ChoiceProblem
    let rows: [Row]
    /// `amounts[group][option][row]`, with the rows' signs.
    let amounts: [[[Int]]]
    private var best: (choice: [Int], cost: Int)?

    init(_ problem: ChoiceProblem) {
        self.problem = problem
        var rows: [Row] = []
        for (index, bound) in problem.bounds.enumerated() {
            if bound.lower != Int.min { rows.append(Row(index: index, sign: 1, least: bound.lower)) }
            if bound.upper != Int.max { rows.append(Row(index: index, sign: -1, least: -bound.upper)) }
        }
        self.rows = rows
        amounts = problem.groups.map { options in options.map { option in rows.map { $0.sign * option.amounts[$0.index] } } }
    }

    mutating func solve(limit: Int) -> ChoiceProblem.Outcome {
        var open: [Part] = [amounts.indices.map(undominated)]
        var steps = 0
        while let part = open.popLast() {
            steps += 1
            guard steps <= limit else { return best.map { .unproven($0.choice, cost: $0.cost) } ?? .undecided }
            let relaxation = Relaxation(self, part, most: best.map { $0.cost - 1 })
            if relaxation.isProvenEmpty { continue }
            if let (choice, cost) = round(relaxation, part), cost < best?.cost ?? Int.max {
                best = (choice, cost)
                if cost <= relaxation.leastCost { continue }
            }
            open += branches(of: part, relaxation)
        }
        return best.map { .solution($0.choice, cost: $0.cost) } ?? .infeasible
    }

    /// The options of a group without those that another one beats in every row, at no more cost.
    private func undominated(_ group: Int) -> [Int] {
        let options = problem.groups[group]
        func beats(_ a: Int, _ b: Int) -> Bool {
            guard options[a].cost <= options[b].cost, rows.indices.allSatisfy({ amounts[group][a][$0] >= amounts[group][b][$0] }) else {
                return false
            }
            // Of two that are equal the first stays.
            return a < b || options[a].cost < options[b].cost || amounts[group][a] != amounts[group][b]
        }
        return options.indices.filter { option in !options.indices.contains { $0 != option && beats($0, option) } }
    }

    // MARK: Branching

    /// Splits the part at the group that the relaxation is least sure of; the likeliest option is looked into first.
    private func branches(of part: Part, _ relaxation: Relaxation) -> [Part] {
        var chosen: (group: Int, doubt: Double)?
        for (group, options) in part.enumerated() where options.count > 1 {
            let doubt = 1 - (relaxation.weights[group].values.max() ?? 0)
            if doubt > chosen?.doubt ?? -1 { chosen = (group, doubt) }
        }
        guard let group = chosen?.group else { return [] }
        let weights = relaxation.weights[group]
        let order = part[group].sorted { (weights[$0] ?? 0, $1) < (weights[$1] ?? 0, $0) }
        return order.map { option in
            var branch = part
            branch[group] = [option]
            return branch
        }
    }

    // MARK: Rounding

    /// Makes a whole choice of the relaxation's weights: groups one after the other keep the sums near those of the relaxation, then single
    /// changes mend what is still short, and cheaper options take the place of dearer ones. Nil where that does not keep all bounds.
    private func round(_ relaxation: Relaxation, _ part: Part) -> (choice: [Int], cost: Int)? {
        var choice: [Int] = []
        var drift = Array(repeating: 0.0, count: rows.count)
        for (group, options) in part.enumerated() {
            let weights = relaxation.weights[group]
            let likely = options.filter { (weights[$0] ?? 0) > 1e-9 }
            let target = rows.indices.map { row in
                drift[row] + likely.reduce(0.0) { $0 + (weights[$1] ?? 0) * Double(amounts[group][$1][row]) }
            }
            func distance(_ option: Int) -> Double {
                rows.indices.reduce(0.0) { sum, row in
                    let left = target[row] - Double(amounts[group][option][row])
                    return sum + left * left
                }
            }
            let option = (likely.isEmpty ? options : likely).min { distance($0) < distance($1) } ?? options[0]
            choice.append(option)
            for row in rows.indices { drift[row] = target[row] - Double(amounts[group][option][row]) }
        }
        var slack = rows.indices.map { row in
            choice.enumerated().reduce(0) { $0 + amounts[$1.offset][$1.element][row] } - rows[row].least
        }
        func shortage(_ slack: [Int]) -> Int { slack.reduce(0) { $0 - min(0, $1) } }
        func change(_ group: Int, _ option: Int) -> [Int] {
            rows.indices.map { slack[$0] + amounts[group][option][$0] - amounts[group][choice[group]][$0] }
        }
        for _ in 0..<4 * part.count + 8 {
            let short = shortage(slack)
            var step: (group: Int, option: Int, shortage: Int, cost: Int)?
            for (group, options) in part.enumerated() where options.count > 1 {
                for option in options where option != choice[group] {
                    let after = shortage(change(group, option))
                    let cost = problem.groups[group][option].cost - problem.groups[group][choice[group]].cost
                    guard after < short || (after == 0 && short == 0 && cost < 0) else { continue }
                    if let step, (step.shortage, step.cost) <= (after, cost) { continue }
                    step = (group, option, after, cost)
                }
            }
            guard let step else { break }
            slack = change(step.group, step.option)
            choice[step.group] = step.option
        }
        return shortage(slack) == 0 ? (choice, problem.cost(choice)) : nil
    }
}
