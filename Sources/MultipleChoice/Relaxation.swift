/// What is known of a part of the search when fractions of options may be taken: a lower bound of the cost that holds for certain, and
/// the weights of the options in the best mixture.
///
/// The mixture is one of few whole choices (Dantzig and Wolfe's decomposition): its linear program has a row for each bound and one more, so
/// it is solved again for each choice that is added. Its prices make the next choice, group by group.
struct Relaxation {
    /// No choice of this part keeps all bounds at a cost that is still of interest.
    private(set) var isProvenEmpty = false
    /// Every choice of this part that keeps the bounds costs at least this much.
    private(set) var leastCost = 0
    /// For each group, the share that each option has in the mixture.
    private(set) var weights: [[Int: Double]]

    private static let scale = 1 << 12
    private static let roundLimit = 400

    /// - Parameter most: what a choice may cost to be of interest.
    init(_ solver: ChoiceSolver, _ part: ChoiceSolver.Part, most: Int?) {
        let rows = solver.rows
        let dearest = part.enumerated().reduce(0) { sum, group in
            sum + (group.element.map { solver.problem.groups[group.offset][$0].cost }.max() ?? 0)
        }
        let ceiling = min(most ?? dearest, dearest)
        weights = Array(repeating: [:], count: part.count)
        // A unit that a row is short of costs far more than any choice.
        let penalty = Double(1_000 * (dearest + 1))
        var master = Master(least: rows.map { Double($0.least) }, penalty: penalty)
        var choices: [[Int]] = []

        func add(_ choice: [Int]) {
            var sums = Array(repeating: 0, count: rows.count)
            var cost = 0
            for (group, option) in choice.enumerated() {
                cost += solver.problem.groups[group][option].cost
                for row in rows.indices { sums[row] += solver.amounts[group][option][row] }
            }
            choices.append(choice)
            master.add(sums.map(Double.init), cost: Double(cost))
        }
        add(part.map { $0[0] })

        for _ in 0..<Self.roundLimit {
            let (prices, value) = master.solve()
            // Each group's best option at these prices, and the bound that follows, in whole numbers.
            let whole = prices.map { Int(($0 * Double(Self.scale)).rounded()) }
            var bound = zip(whole, rows).reduce(0) { $0 + $1.0 * $1.1.least }
            var choice: [Int] = []
            choice.reserveCapacity(part.count)
            for (group, options) in part.enumerated() {
                var best: (option: Int, worth: Int)?
                for option in options {
                    var worth = solver.problem.groups[group][option].cost * Self.scale
                    let amounts = solver.amounts[group][option]
                    for row in whole.indices { worth -= whole[row] * amounts[row] }
                    if best.map({ worth < $0.worth }) ?? true { best = (option, worth) }
                }
                guard let best else { continue }
                choice.append(best.option)
                bound += best.worth
            }
            let atLeast = bound > 0 ? (bound + Self.scale - 1) / Self.scale : 0
            leastCost = max(leastCost, atLeast)
            if leastCost > ceiling {
                isProvenEmpty = true
                return
            }
            // The bound has come up to the mixture: no further choice improves it.
            if Double(bound) / Double(Self.scale) >= value - 1e-6 * max(1, abs(value)) - 1e-3 || choices.contains(choice) { break }
            add(choice)
        }
        for (weight, choice) in zip(master.mixture(), choices) where weight > 1e-9 {
            for (group, option) in choice.enumerated() { weights[group][option, default: 0] += weight }
        }
    }
}

/// The linear program of the mixture, by the simplex method with a basis that is inverted anew each time: it has a dozen rows.
private struct Master {
    /// A column: what it adds to each row, to the row of the weights, and to the cost.
    private struct Column {
        var entries: [Double]
        var cost: Double
    }

    private let size: Int
    private let right: [Double]
    private var columns: [Column] = []
    private var basis: [Int]
    private let firstChoice: Int
    private var values: [Double] = []

    init(least: [Double], penalty: Double) {
        let count = least.count
        size = count + 1
        right = least + [1]
        func unit(_ row: Int, _ entry: Double, cost: Double) -> Column {
            var entries = Array(repeating: 0.0, count: count + 1)
            entries[row] = entry
            return Column(entries: entries, cost: cost)
        }
        // What a row is short of, and what it has to spare.
        for row in 0..<count { columns.append(unit(row, 1, cost: penalty)) }
        for row in 0..<count { columns.append(unit(row, -1, cost: 0)) }
        firstChoice = columns.count
        basis = []
    }

    mutating func add(_ sums: [Double], cost: Double) {
        columns.append(Column(entries: sums + [1], cost: cost))
        guard basis.isEmpty else { return }
        basis = (0..<size - 1).map { row in right[row] - sums[row] >= 0 ? row : row + size - 1 } + [firstChoice]
    }

    /// The prices of the rows, and the cost of the best mixture.
    mutating func solve() -> (prices: [Double], value: Double) {
        var duals = Array(repeating: 0.0, count: size)
        for round in 0..<2_000 {
            let inverse = Self.inverse(basis.map { columns[$0].entries })
            values = (0..<size).map { i in (0..<size).reduce(0.0) { $0 + inverse[i][$1] * right[$1] } }
            duals = (0..<size).map { j in (0..<size).reduce(0.0) { $0 + columns[basis[$1]].cost * inverse[$1][j] } }
            // The column that gains most; late in the day the first that gains at all, so that it ends.
            var entering: (column: Int, gain: Double)?
            for (index, column) in columns.enumerated() where !basis.contains(index) {
                var gain = column.cost
                for row in 0..<size { gain -= duals[row] * column.entries[row] }
                if gain < -1e-7, gain < entering?.gain ?? 0 {
                    entering = (index, gain)
                    if round > 200 { break }
                }
            }
            guard let entering else { break }
            let direction = (0..<size).map { i in
                (0..<size).reduce(0.0) { $0 + inverse[i][$1] * columns[entering.column].entries[$1] }
            }
            var leaving: (row: Int, ratio: Double)?
            for row in 0..<size where direction[row] > 1e-9 {
                let ratio = max(0, values[row]) / direction[row]
                if ratio < (leaving?.ratio ?? .infinity) - 1e-12 { leaving = (row, ratio) }
            }
            guard let leaving else { break }
            basis[leaving.row] = entering.column
        }
        let value = zip(basis, values).reduce(0.0) { $0 + columns[$1.0].cost * $1.1 }
        return (duals.dropLast().map { max(0, $0) }, value)
    }

    /// The weight of each choice, in the order in which they were added.
    func mixture() -> [Double] {
        var weights = Array(repeating: 0.0, count: columns.count - firstChoice)
        for (column, value) in zip(basis, values) where column >= firstChoice { weights[column - firstChoice] = max(0, value) }
        return weights
    }

    /// The inverse of a matrix that is given by its columns.
    private static func inverse(_ columns: [[Double]]) -> [[Double]] {
        let size = columns.count
        var left = (0..<size).map { row in columns.map { $0[row] } }
        var right = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0.0 } }
        for column in 0..<size {
            let pivot = (column..<size).max { abs(left[$0][column]) < abs(left[$1][column]) } ?? column
            left.swapAt(column, pivot)
            right.swapAt(column, pivot)
            let divisor = left[column][column]
            guard abs(divisor) > 1e-12 else { continue }
            for j in 0..<size {
                left[column][j] /= divisor
                right[column][j] /= divisor
            }
            for row in 0..<size where row != column && left[row][column] != 0 {
                let factor = left[row][column]
                for j in 0..<size {
                    left[row][j] -= factor * left[column][j]
                    right[row][j] -= factor * right[column][j]
                }
            }
        }
        return right
    }
}
