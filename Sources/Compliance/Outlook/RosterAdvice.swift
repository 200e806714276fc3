import FEEL
import Facts
import Findings
import MultipleChoice
import Quantities
import RulePacks
import SourceText

extension Examination {
    /// The fewest of a roster who would have to be others, so that the rules on its structure hold whose bounds are known. Nil where none of these rules is
    /// broken, or where the roster is not complete.
    mutating func rosterAdvice() -> Advice? {
        guard let slate = book.vocabulary.slate,
            case .list(.record(let definition)) = book.vocabulary.root.fields[slate.winners].type,
            let roster = facts.records(slate.winners, of: FactStore.root), !roster.isEmpty
        else { return nil }
        let broken = Set(results.filter { $0.verdict == .fail }.map(\.rule.id))
        let rules = structuralRules(over: slate.winners, whole: roster.count)
        guard rules.contains(where: { broken.contains($0.rule.id) }) else { return nil }
        let taken = rules.reduce(into: [Int: CountMeasure]()) { $0[$1.position] = $1.counted }.sorted { $0.key < $1.key }.map(\.value)
        // Numbers that are published for more than the roster leave open who the others are.
        var scratch = run
        for measure in taken {
            guard case .part(_, let whole, _) = measure.take(in: FactStore.root, of: facts, &scratch).amount, whole.exact == roster.count
            else {
                return nil
            }
        }
        var space = ClassSpace(taken.map(\.condition), definition)
        let persons = roster.map { space.classes(of: $0, in: facts) }
        let served = rules.filter { $0.isServable(among: roster.count) }
        var advice =
            served.contains { broken.contains($0.rule.id) }
            ? RosterChange(rules: served, persons: persons, all: space.all).advice() : Advice(outcome: .unservable, rules: [])
        advice.leftOut = rules.filter { !$0.isServable(among: roster.count) }.map(\.rule.description)
        return advice
    }
}

extension StructuralRule {
    /// Whether so many persons can be such that it holds for certain; of a bound that is known exactly that is asked of the search.
    fileprivate func isServable(among count: Int) -> Bool {
        certain.map { $0 == possible || $0.intersection(Interval(0...count)) != nil } ?? false
    }
}

/// Who of a roster is to be replaced by whom, by classes.
private struct RosterChange {
    let rules: [StructuralRule]
    let persons: [[ClassSpace.Class]]
    let all: [ClassSpace.Class]

    func advice() -> Advice {
        let bounds = StructuralBounds(rules)
        let joining = bounds.favourable(all)
        let replacements = joining.map { ChoiceProblem.Option(amounts: bounds.amounts([$0]), cost: 1) }
        let groups = persons.map { [ChoiceProblem.Option(amounts: bounds.amounts($0))] + replacements }
        let descriptions = rules.map(\.description)
        switch ChoiceProblem(bounds: bounds.limits, groups: groups).solve() {
        case .infeasible: return Advice(outcome: .none, rules: descriptions)
        case .undecided: return Advice(outcome: .undecided, rules: descriptions)
        case .solution(let choice, _): return Advice(outcome: .changes(changes(choice, joining), isLeast: true), rules: descriptions)
        case .unproven(let choice, _): return Advice(outcome: .changes(changes(choice, joining), isLeast: false), rules: descriptions)
        }
    }

    private func changes(_ choice: [Int], _ joining: [ClassSpace.Class]) -> [Advice.Change] {
        var result: [Advice.Change] = []
        for (person, option) in choice.enumerated() where option > 0 {
            let common = all[0].indices.map { position in persons[person].allSatisfy { $0[position] } }
            let change = Advice.Change(
                contest: nil, count: 1, unit: rules.first?.measure.unit, from: labels(common), to: labels(joining[option - 1]))
            if let same = result.firstIndex(where: { $0.from == change.from && $0.to == change.to }) {
                result[same].count += 1
            } else {
                result.append(change)
            }
        }
        return result
    }

    private func labels(_ kind: ClassSpace.Class) -> [Localized] {
        var seen: Set<Int> = []
        return rules.filter { kind[$0.position] && seen.insert($0.position).inserted }.map(\.measure.label)
    }
}
