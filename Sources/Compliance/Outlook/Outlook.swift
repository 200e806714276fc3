import FEEL
import Facts
public import Findings
import MultipleChoice
import RulePacks
import SourceText

/// What can still come of a slate of entrants, for the rules on the structure of the winners.
struct Outlook {
    let slate: Slate
    let rules: [StructuralRule]
    let space: ClassSpace

    private var measureCount: Int { space.conditions.count }

    /// The options of each contest, as things stand.
    private let present: [ContestOptions]

    init(_ slate: Slate, _ rules: [StructuralRule], _ space: ClassSpace) {
        (self.slate, self.rules, self.space) = (slate, rules, space)
        present = slate.contests.map { $0.outcomes(measures: space.conditions.count, anybody: space.all) }
    }

    // MARK: One rule

    /// The least and the greatest number of a measure's counted among the winners, each with an outcome.
    func reach(of position: Int) -> (count: ClosedRange<Int>, least: [Int], greatest: [Int]) {
        var (least, greatest): ([Int], [Int]) = ([], [])
        var (low, high) = (0, 0)
        for contest in present {
            let amounts = contest.options.map { $0.amounts[position] }
            guard let fewest = amounts.min(), let most = amounts.max() else { continue }
            low += fewest
            high += most
            least.append(amounts.firstIndex(of: fewest) ?? 0)
            greatest.append(amounts.firstIndex(of: most) ?? 0)
        }
        return (low...max(low, high), least, greatest)
    }

    func prospect(of rule: StructuralRule, _ count: ClosedRange<Int>) -> SlateOutlook.Prospect {
        if let certain = rule.certain, certain.contains(count.lowerBound), certain.contains(count.upperBound) { return .certain }
        guard let possible = rule.possible?.intersection(count) else { return .impossible }
        // Only where the bound is known is it said that an outcome keeps it.
        guard rule.certain != nil || rule.missing.isEmpty else { return .unknown }
        if rule.certain?.intersection(count) == nil { return .unknown }
        // An outcome with a number between the least and the greatest need not exist where a contest gives several at a time.
        let problem = problem(of: [rule], present, bounds: \.certainBounds)
        switch problem.solve() {
        case .solution, .unproven: return .possible
        case .infeasible: return possible == rule.certain?.intersection(count) ? .impossible : .unknown
        case .undecided: return .unknown
        }
    }

    // MARK: All rules

    /// Rules that can be held against an outcome at all.
    var decidable: [StructuralRule] { rules.filter { $0.certain != nil || $0.missing.isEmpty } }

    func together() -> (together: SlateOutlook.Together, choice: [Int]?) {
        let rules = decidable
        guard !rules.isEmpty, rules.count == self.rules.count, !slate.contests.isEmpty, slate.missing.isEmpty else {
            return (.unknown, nil)
        }
        if rules.allSatisfy({ prospect(of: $0, reach(of: $0.position).count) == .certain }) { return (.certain, nil) }
        switch problem(of: rules, present, bounds: \.certainBounds).solve() {
        case .solution(let choice, _), .unproven(let choice, _): return (.possible(winners(choice)), choice)
        case .undecided: return (.undecided, nil)
        case .infeasible: return (conflict(rules), nil)
        }
    }

    /// A set of rules that cannot hold together, of which none can be left out.
    private func conflict(_ rules: [StructuralRule]) -> SlateOutlook.Together {
        var core = rules
        for rule in rules {
            let rest = core.filter { $0.rule.id != rule.rule.id }
            guard !rest.isEmpty else { continue }
            switch problem(of: rest, present, bounds: \.certainBounds).solve() {
            case .infeasible: core = rest
            case .undecided: return .undecided
            case .solution, .unproven: break
            }
        }
        return .impossible(conflict: core.map(\.rule.description))
    }

    private func problem(
        of rules: [StructuralRule], _ contests: [ContestOptions], bounds: (StructuralRule) -> (lower: Int, upper: Int)
    ) -> ChoiceProblem {
        ChoiceProblem(
            bounds: rules.map(bounds),
            groups: contests.map { contest in
                contest.options.map { option in .init(amounts: rules.map { option.amounts[$0.position] }, cost: option.cost) }
            })
    }

    func winners(_ choice: [Int]) -> [SlateOutlook.Winners] {
        zip(zip(slate.contests, present), choice).map { pair, option in
            let names = pair.1.ways[option].winners.map { $0.map { pair.0.entrants[$0].name } ?? "?" }
            return SlateOutlook.Winners(contest: pair.0.name, names: names)
        }
    }

    // MARK: Changes

    /// The fewest entrants more with which all rules can hold.
    func additions() -> Advice {
        let joining = StructuralBounds(decidable).favourable(space.all)
        let contests = slate.contests.map { $0.outcomes(measures: measureCount, anybody: space.all, joining: joining) }
        return advice(problem(of: decidable, contests, bounds: \.certainBounds).solve(), contests)
    }

    /// The fewest entrants replaced with which all rules hold in every outcome.
    func replacements() -> Advice {
        let bounds = StructuralBounds(decidable)
        let joining = bounds.favourable(space.all)
        let contests = slate.contests.map { $0.worstCases(bounds, anybody: space.all, joining: joining) }
        return advice(ChoiceProblem(bounds: bounds.limits, groups: contests.map(\.options)).solve(), contests)
    }

    private func advice(_ outcome: ChoiceProblem.Outcome, _ contests: [ContestOptions]) -> Advice {
        let descriptions = decidable.map(\.rule.description)
        switch outcome {
        case .infeasible: return Advice(outcome: .none, rules: descriptions)
        case .undecided: return Advice(outcome: .undecided, rules: descriptions)
        case .solution(let choice, _): return Advice(outcome: .changes(changes(choice, contests), isLeast: true), rules: descriptions)
        case .unproven(let choice, _): return Advice(outcome: .changes(changes(choice, contests), isLeast: false), rules: descriptions)
        }
    }

    private func changes(_ choice: [Int], _ contests: [ContestOptions]) -> [Advice.Change] {
        var result: [Advice.Change] = []
        for (index, option) in choice.enumerated() {
            let contest = slate.contests[index]
            for change in contests[index].ways[option].changes {
                let leaving = change.leaving.map { labels(common(contest.entrants[$0].classes)) }
                let added = Advice.Change(contest: contest.name, count: 1, from: leaving, to: labels(change.joining))
                if let same = result.lastIndex(where: { $0.contest == contest.name && $0.from == added.from && $0.to == added.to }) {
                    result[same].count += 1
                } else {
                    result.append(added)
                }
            }
        }
        return result
    }

    /// What all classes that somebody can have share.
    private func common(_ classes: [ClassSpace.Class]) -> ClassSpace.Class {
        (0..<measureCount).map { measure in classes.allSatisfy { $0[measure] } }
    }

    private func labels(_ kind: ClassSpace.Class) -> [Localized] {
        var seen: Set<Int> = []
        return rules.filter { kind[$0.position] && seen.insert($0.position).inserted }.map(\.measure.label)
    }
}

extension Checker {
    /// What can come of those who stand, for the rules on the structure of those who are elected.
    public func outlook(_ dossier: DossierInput, _ options: CheckOptions) -> SlateOutlook {
        let (facts, diagnostics) = load(dossier, options)
        var result = SlateOutlook(head(dossier, facts, options, diagnostics))
        guard let definition = facts.vocabulary.slate else {
            result.notes.append(Localized(zh: "词汇表没有说明当选者如何产生（slate）", en: "the vocabulary does not say how winners come about (slate)"))
            return result
        }
        guard !facts.documents.isEmpty else { return result }
        var examination = Examination(facts, library.book, options)
        result.head.lawTime = examination.lawTime.description
        // How many win decides what the rules ask for, so the contests are counted first, with no measures.
        var nothing = ClassSpace([], definition.entrant)
        let whole = examination.slate(definition, &nothing).places
        let rules = examination.structuralRules(over: definition.winners, whole: whole)
        let measures = rules.reduce(into: [Int: String]()) { $0[$1.position] = $1.measure.id }
        let conditions = measures.sorted { $0.key < $1.key }.compactMap { definition.conditions[$0.value] }
        var space = ClassSpace(conditions, definition.entrant)
        let slate = examination.slate(definition, &space)
        result.contests = slate.contests.count
        result.places = slate.places
        result.entrants = slate.contests.reduce(0) { $0 + $1.entrants.count }
        result.notes = slate.notes
        result.missing = facts.describe(examination.unique(slate.missing))
        result.head.diagnostics += examination.diagnostics
        guard !slate.contests.isEmpty, conditions.count == measures.count else { return result }

        let outlook = Outlook(slate, rules, space)
        for rule in rules {
            let (count, least, greatest) = outlook.reach(of: rule.position)
            let isKnown = slate.missing.isEmpty
            result.rules.append(
                .init(
                    rule: rule.rule.description, prospect: isKnown ? outlook.prospect(of: rule, count) : .unknown, count: count,
                    whole: whole,
                    unit: rule.measure.unit.map(UnitName.init), required: rule.required, least: outlook.winners(least),
                    greatest: outlook.winners(greatest), missing: facts.describe(examination.unique(rule.missing))))
        }
        result.together = outlook.together().together
        switch result.together {
        case .impossible:
            result.additions = outlook.additions()
            result.replacements = outlook.replacements()
        case .possible, .undecided: result.replacements = outlook.replacements()
        case .certain, .unknown: break
        }
        return result
    }
}
