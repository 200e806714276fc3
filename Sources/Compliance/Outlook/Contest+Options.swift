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

    init(_ partials: [PartialOutcome], _ bounds: StructuralBounds) {
        options = partials.map { partial in
            .init(amounts: zip(partial.worth, bounds.rows).map { $1.wantsMuch ? $0 : -$0 }, cost: partial.cost)
        }
        ways = partials.map(\.way)
    }
}

/// The sums of a part of a contest's people.
struct PartialOutcome {
    /// Of each row, with its sign: more is better.
    var worth: [Int]
    var filled = 0
    var cost = 0
    var way = ContestOptions.Way()

    /// Leaves out what another beats in every row at no more cost, for as many places filled. Nil where too much is left.
    static func pruned(_ all: [PartialOutcome]) -> [PartialOutcome]? {
        let limit = 500
        var kept: [Int: [PartialOutcome]] = [:]
        for one in all.sorted(by: { ($0.cost, $1.worth.reduce(0, +)) < ($1.cost, $0.worth.reduce(0, +)) }) {
            let others = kept[one.filled] ?? []
            if others.contains(where: { zip($0.worth, one.worth).allSatisfy { $0 >= $1 } }) { continue }
            guard others.count < limit else { return nil }
            kept[one.filled] = others + [one]
        }
        return kept.keys.sorted().flatMap { kept[$0] ?? [] }
    }
}

extension Slate.Contest {
    /// Places beyond which outcomes are not worked out.
    static let mostPlaces = 60

    /// The outcomes that no other beats. Nil where there are too many to be worked out.
    ///
    /// - Parameters:
    ///   - kinds: what an entrant can give to the rows; several where it is not known and the best counts. Nil where there are too many.
    ///   - anybody: classes of those who may take a place for which nobody stands; nil where that is not known.
    ///   - joining: classes of those who may be added, each at the cost of one; empty where nobody is.
    func outcomes(
        _ bounds: StructuralBounds, kinds: (Slate.Entrant) -> [[Int]]?, anybody: [ClassSpace.Class]?, joining: [ClassSpace.Class] = []
    ) -> ContestOptions? {
        guard places <= Self.mostPlaces, vacancies == 0 || anybody != nil else { return nil }
        let most = joining.isEmpty ? 0 : max(0, (allowed?.upperBound ?? 2 * places) - entrants.count)
        var states = [PartialOutcome(worth: Array(repeating: 0, count: bounds.rows.count))]
        func extend(_ person: Int?, _ kinds: [(worth: [Int], joins: ClassSpace.Class?)]) -> Bool {
            var next = states
            for state in states where state.filled < places {
                for kind in kinds {
                    var changed = state
                    changed.filled += 1
                    changed.worth = zip(state.worth, kind.worth).map(+)
                    changed.way.winners.append(person)
                    if let joins = kind.joins {
                        guard state.cost < most else { continue }
                        changed.cost += 1
                        changed.way.changes.append((nil, joins))
                    }
                    next.append(changed)
                }
            }
            guard let pruned = PartialOutcome.pruned(next) else { return false }
            states = pruned
            return true
        }
        let free = (anybody ?? []).map { (worth: bounds.worth($0), joins: nil as ClassSpace.Class?) }
        let added = joining.map { (worth: bounds.worth($0), joins: $0 as ClassSpace.Class?) }
        for (index, entrant) in entrants.enumerated() {
            guard let kinds = kinds(entrant), extend(index, kinds.map { ($0, nil) }) else { return nil }
        }
        for _ in 0..<vacancies where !extend(nil, free) { return nil }
        for _ in 0..<min(most, places) where !extend(nil, added) { return nil }
        // Entrants whom the law wants, and who need not win.
        let wanted = joining.isEmpty ? 0 : max(0, (allowed?.lowerBound ?? 0) - entrants.count)
        let whole = states.filter { $0.filled == places }.map { state in
            var state = state
            for _ in 0..<max(0, wanted - state.cost) { state.way.changes.append((nil, joining[0])) }
            state.cost = max(state.cost, wanted)
            return state
        }
        return ContestOptions(whole, bounds)
    }

    /// What a contest gives at worst, when some of its entrants are replaced: for rows that want much the least number of winners, for those
    /// that want little the greatest. Nil where there is too much to be worked out.
    func worstCases(_ bounds: StructuralBounds, anybody: PersonClasses, joining: [ClassSpace.Class]) -> ContestOptions? {
        guard places <= Self.mostPlaces else { return nil }
        var states = [PartialOutcome(worth: Array(repeating: 0, count: bounds.rows.count))]
        func extend(_ kept: PersonClasses, leaving: Int?) -> Bool {
            let next = states.flatMap { state -> [PartialOutcome] in
                var stays = state
                stays.worth = zip(state.worth, bounds.worth(kept)).map(+)
                return [stays]
                    + joining.map { kind in
                        var changed = state
                        changed.worth = zip(state.worth, bounds.worth(kind)).map(+)
                        changed.cost += 1
                        changed.way.changes.append((leaving, kind))
                        return changed
                    }
            }
            guard let pruned = PartialOutcome.pruned(next) else { return false }
            states = pruned
            return true
        }
        for (index, entrant) in entrants.enumerated() where !extend(entrant.classes, leaving: index) { return nil }
        for _ in 0..<vacancies where !extend(anybody, leaving: nil) { return nil }
        let standing = entrants.count + vacancies
        let worst = states.map { state in
            var state = state
            // So many win at least of those who count, and of those who count against a row at most.
            state.worth = zip(state.worth, bounds.rows).map { worth, row in
                row.wantsMuch ? max(0, places - standing + worth) : -min(places, -worth)
            }
            return state
        }
        return PartialOutcome.pruned(worst).map { ContestOptions($0, bounds) }
    }

    /// The least and the greatest number of winners that a measure counts, over all outcomes and all that is not known, and who wins then.
    func reach(of position: Int) -> (count: ClosedRange<Int>, least: [Int?], greatest: [Int?]) {
        let sure = entrants.indices.filter { entrants[$0].classes.certain[position] }
        let never = entrants.indices.filter { !entrants[$0].classes.possible[position] }
        let open = entrants.indices.filter { !sure.contains($0) && !never.contains($0) }
        let nobody = Array(repeating: nil as Int?, count: min(vacancies, Self.mostPlaces))
        let standing = entrants.count + vacancies
        func first(_ order: [Int?]) -> [Int?] { order.prefix(places).sorted { ($0 ?? .max) < ($1 ?? .max) } }
        return (
            max(0, places - standing + sure.count)...max(0, min(places, standing - never.count)),
            first(never.map { $0 } + open + nobody + sure), first(sure.map { $0 } + open + nobody + never)
        )
    }
}
