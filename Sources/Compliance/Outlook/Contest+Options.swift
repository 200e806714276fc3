import Findings
import MultipleChoice

/// What can come of one contest, as options of a choice problem. Each also remembers how it comes about.
struct ContestOptions {
    /// How an option comes about.
    struct Way {
        /// Entrants who win, by position; nil: somebody who does not stand yet.
        var winners: [Int?] = []
        /// Who leaves (nil where nobody does), and the class that joins.
        var changes: [(leaving: Int?, joining: ClassSpace.Class)] = []
    }

    var options: [ChoiceProblem.Option] = []
    var ways: [Way] = []
}

extension Slate.Contest {
    /// The sums of a measure's counted among the winners that outcomes can have, for all measures together.
    ///
    /// - Parameters:
    ///   - joining: classes of entrants who may be added, each at the cost of one; empty where nobody is added.
    func outcomes(measures count: Int, anybody: [ClassSpace.Class], joining: [ClassSpace.Class] = []) -> ContestOptions {
        /// Sums so far, with how many places are filled and how many were added.
        struct State: Hashable {
            var sums: [Int]
            var filled: Int
            var added: Int
        }
        let most = joining.isEmpty ? 0 : max(0, (allowed?.upperBound ?? 2 * places) - entrants.count)
        var states: [State: ContestOptions.Way] = [State(sums: Array(repeating: 0, count: count), filled: 0, added: 0): .init()]
        func extend(_ person: Int?, _ classes: [ClassSpace.Class], adds: Bool) {
            var next = states
            for (state, way) in states where state.filled < places && (!adds || state.added < most) {
                for kind in classes {
                    var changed = state
                    changed.filled += 1
                    if adds { changed.added += 1 }
                    for measure in 0..<count where kind[measure] { changed.sums[measure] += 1 }
                    guard next[changed] == nil else { continue }
                    var way = way
                    way.winners.append(person)
                    if adds { way.changes.append((nil, kind)) }
                    next[changed] = way
                }
            }
            states = next
        }
        for (index, entrant) in entrants.enumerated() { extend(index, entrant.classes, adds: false) }
        for _ in 0..<vacancies { extend(nil, anybody, adds: false) }
        for _ in 0..<min(most, places) { extend(nil, joining, adds: true) }
        // Entrants whom the law wants, and who need not win.
        let wanted = joining.isEmpty ? 0 : max(0, (allowed?.lowerBound ?? 0) - entrants.count)
        var result = ContestOptions()
        for (state, way) in states.sorted(by: { ($0.key.added, $0.key.sums.description) < ($1.key.added, $1.key.sums.description) })
        where state.filled == places {
            var way = way
            for _ in 0..<max(0, wanted - state.added) { way.changes.append((nil, joining[0])) }
            result.options.append(.init(amounts: state.sums, cost: max(state.added, wanted)))
            result.ways.append(way)
        }
        return result
    }

    /// What a contest gives at worst, when some of its entrants are replaced: for rows that want much the least number of winners, for those
    /// that want little the greatest.
    ///
    func worstCases(_ bounds: StructuralBounds, anybody: [ClassSpace.Class], joining: [ClassSpace.Class]) -> ContestOptions {
        let rows = bounds.rows
        /// How many of those who stand each row counts.
        var states: [[Int]: (cost: Int, way: ContestOptions.Way)] = [Array(repeating: 0, count: rows.count): (0, .init())]
        func extend(_ kept: [ClassSpace.Class], leaving: Int?) {
            var next: [[Int]: (cost: Int, way: ContestOptions.Way)] = [:]
            func add(_ sums: [Int], _ part: [Int], cost: Int, _ way: ContestOptions.Way) {
                let total = zip(sums, part).map(+)
                if let other = next[total], other.cost <= cost { return }
                next[total] = (cost, way)
            }
            for (sums, state) in states {
                add(sums, bounds.amounts(kept), cost: state.cost, state.way)
                for kind in joining {
                    var way = state.way
                    way.changes.append((leaving, kind))
                    add(sums, bounds.amounts([kind]), cost: state.cost + 1, way)
                }
            }
            states = next
        }
        for (index, entrant) in entrants.enumerated() { extend(entrant.classes, leaving: index) }
        for _ in 0..<vacancies { extend(anybody, leaving: nil) }
        let standing = entrants.count + vacancies
        var best: [[Int]: (cost: Int, way: ContestOptions.Way)] = [:]
        for (sums, state) in states {
            let amounts = zip(sums, rows).map { sum, row in row.wantsMuch ? max(0, places - standing + sum) : min(places, sum) }
            if let other = best[amounts], other.cost <= state.cost { continue }
            best[amounts] = state
        }
        var result = ContestOptions()
        for (amounts, state) in best.sorted(by: { ($0.value.cost, $0.key.description) < ($1.value.cost, $1.key.description) }) {
            result.options.append(.init(amounts: amounts, cost: state.cost))
            result.ways.append(state.way)
        }
        return result
    }
}
