import FEEL
import Facts
public import Findings
import MultipleChoice
import Quantities
import RulePacks
import SourceText

/// What can still come of a slate of entrants, for the rules on the structure of the winners.
struct Outlook {
    let slate: Slate
    let rules: [StructuralRule]
    let space: ClassSpace
    /// Places that no contest gives, and that anybody may take.
    let others: Int

    /// More places of the kind are not worked out.
    private static let mostOthers = 200

    // MARK: One rule

    /// The least and the greatest number of a measure's members among the winners, each with an outcome.
    func reach(of position: Int) -> (count: Interval<Int>, least: [SlateOutlook.Winners], greatest: [SlateOutlook.Winners]) {
        let parts = slate.contests.map { $0.reach(of: position) }
        let (low, high) = parts.reduce((0, 0)) { ($0.0 + $1.count.lowerBound, $0.1 + $1.count.upperBound) }
        return (Interval(low...high + others), winners(parts.map(\.least)), winners(parts.map(\.greatest)))
    }

    func prospect(of rule: StructuralRule) -> SlateOutlook.Prospect {
        let count = reach(of: rule.position).count
        if rule.certain?.contains(count) == true { return .certain }
        if case .infeasible = solve([rule], isOptimistic: true).outcome { return .impossible }
        guard rule.certain != nil else { return .unknown }
        switch solve([rule], isOptimistic: false).outcome {
        case .solution, .unproven: return .possible
        case .infeasible, .undecided: return .unknown
        }
    }

    // MARK: All rules

    /// Rules whose bounds are known well enough to be kept for certain.
    private var decidable: [StructuralRule] { rules.filter { $0.certain != nil } }

    func together() -> SlateOutlook.Together {
        guard !rules.isEmpty, !slate.contests.isEmpty, slate.missing.isEmpty else { return .unknown }
        if rules.allSatisfy({ prospect(of: $0) == .certain }) { return .certain }
        let hopeful = solve(rules, isOptimistic: true)
        switch hopeful.outcome {
        case .infeasible: return conflict(rules)
        case .undecided: return .undecided
        case .solution, .unproven: break
        }
        guard decidable.count == rules.count else { return .unknown }
        let (outcome, contests) = solve(rules, isOptimistic: false)
        switch outcome {
        case .solution(let choice, _), .unproven(let choice, _):
            return .possible(winners(zip(contests, choice).map { $0.ways[$1].winners }))
        case .infeasible: return .unknown
        case .undecided: return .undecided
        }
    }

    /// Looks for an outcome that keeps rules: whatever is not known turns out well, or as badly as it can.
    private func solve(_ rules: [StructuralRule], isOptimistic: Bool) -> (outcome: ChoiceProblem.Outcome, contests: [ContestOptions]) {
        let bounds = StructuralBounds(rules, isOptimistic ? \.bounds : \.certainBounds)
        func kinds(_ entrant: Slate.Entrant) -> [[Int]]? {
            isOptimistic ? bounds.favourable(entrant.classes)?.map { bounds.worth($0) } : [bounds.worth(entrant.classes)]
        }
        // What nobody can be may be hoped for, to be proven wrong; an outcome that is claimed must be one.
        let anybody = isOptimistic || space.all.isExact ? bounds.favourable(space.all) : nil
        let contests = slate.contests.compactMap { $0.outcomes(bounds, kinds: kinds, anybody: anybody) }
        guard contests.count == slate.contests.count, let open = open(bounds, anybody) else { return (.undecided, []) }
        return (ChoiceProblem(bounds: bounds.limits, groups: (contests + open).map(\.options)).solve(), contests)
    }

    /// The options of the places that no contest gives; nil where they are not worked out.
    private func open(_ bounds: StructuralBounds, _ anybody: [ClassSpace.Class]?) -> [ContestOptions]? {
        if others == 0 { return [] }
        guard others <= Self.mostOthers, let anybody else { return nil }
        let options = ContestOptions(anybody.map { PartialOutcome(worth: bounds.worth($0)) }, bounds)
        return Array(repeating: options, count: others)
    }

    /// A set of rules that cannot hold together, of which none can be left out.
    private func conflict(_ rules: [StructuralRule]) -> SlateOutlook.Together {
        var core = rules
        for rule in rules {
            let rest = core.filter { $0.description !== rule.description }
            guard !rest.isEmpty else { continue }
            switch solve(rest, isOptimistic: true).outcome {
            case .infeasible: core = rest
            case .undecided: return .undecided
            case .solution, .unproven: break
            }
        }
        return .impossible(conflict: core.map(\.description))
    }

    private func winners(_ chosen: [[Int?]]) -> [SlateOutlook.Winners] {
        zip(slate.contests, chosen).map { contest, winners in
            SlateOutlook.Winners(contest: contest.subject, persons: winners.map { $0.map { contest.entrants[$0].subject } })
        }
    }

    // MARK: Changes

    /// The fewest entrants more with which all rules can hold.
    func additions() -> Advice {
        let bounds = StructuralBounds(decidable)
        guard space.all.isExact, let joining = bounds.favourable(space.all), let open = open(bounds, joining) else {
            return completed(undecided)
        }
        return completed(
            advice(
                bounds,
                slate.contests.map { $0.outcomes(bounds, kinds: { [bounds.worth($0.classes)] }, anybody: joining, joining: joining) } + open
            ))
    }

    /// The fewest entrants replaced with which all rules hold in every outcome.
    func replacements() -> Advice {
        let bounds = StructuralBounds(decidable)
        guard space.all.isExact, let joining = bounds.favourable(space.all), others <= Self.mostOthers else { return completed(undecided) }
        let unknown = PartialOutcome(worth: bounds.worth(space.all))
        let known = joining.map { kind in
            var outcome = PartialOutcome(worth: bounds.worth(kind), cost: 1)
            outcome.way.changes = [(nil, kind)]
            return outcome
        }
        let open = Array(repeating: ContestOptions([unknown] + known, bounds), count: others)
        return completed(
            advice(bounds, slate.contests.map { $0.worstCases(bounds, anybody: space.all, joining: joining) } + open))
    }

    /// Advice names the rules that it cannot serve; where it serves none, it is none.
    private func completed(_ advice: Advice) -> Advice {
        var advice = decidable.isEmpty ? Advice(outcome: .unservable, rules: []) : advice
        advice.leftOut = rules.filter { $0.certain == nil }.map(\.description)
        return advice
    }

    private var undecided: Advice { Advice(outcome: .undecided, rules: decidable.map(\.description)) }

    private func advice(_ bounds: StructuralBounds, _ options: [ContestOptions?]) -> Advice {
        let descriptions = decidable.map(\.description)
        let contests = options.compactMap(\.self)
        guard contests.count == options.count else { return undecided }
        switch ChoiceProblem(bounds: bounds.limits, groups: contests.map(\.options)).solve() {
        case .infeasible: return Advice(outcome: .none, rules: descriptions)
        case .undecided: return undecided
        case .solution(let choice, _): return Advice(outcome: .changes(changes(choice, contests), isLeast: true), rules: descriptions)
        case .unproven(let choice, _): return Advice(outcome: .changes(changes(choice, contests), isLeast: false), rules: descriptions)
        }
    }

    private func changes(_ choice: [Int], _ contests: [ContestOptions]) -> [Advice.Change] {
        var result: [Advice.Change] = []
        for (index, option) in choice.enumerated() {
            let contest = slate.contests.indices.contains(index) ? slate.contests[index] : nil
            for change in contests[index].ways[option].changes {
                let leaving = change.leaving.flatMap { person in contest.map { labels($0.entrants[person].classes.certain) } }
                let added = Advice.Change(
                    contest: contest?.subject, count: 1, unit: rules.first?.measure.unit, from: leaving, to: labels(change.joining))
                if let same = result.lastIndex(where: { $0.contest == contest?.subject && $0.from == added.from && $0.to == added.to }) {
                    result[same].count += 1
                } else {
                    result.append(added)
                }
            }
        }
        return result
    }

    private func labels(_ kind: ClassSpace.Class) -> [Localized] {
        var seen: Set<Int> = []
        return rules.filter { kind[$0.position] && seen.insert($0.position).inserted }.map(\.measure.label)
    }
}

extension Checker {
    /// What can come of those who stand, for the rules on the structure of the winners.
    public func outlook(_ dossier: DossierInput, _ options: CheckOptions) -> SlateOutlook {
        let (facts, diagnostics) = load(dossier, options)
        var result = SlateOutlook(head(dossier, facts, options, diagnostics))
        guard let definition = facts.vocabulary.slate else {
            result.notes.append(.noSlate)
            return result
        }
        guard !facts.documents.isEmpty else { return result }
        var examination = Examination(facts, library.book, options)
        result.words = definition.words(facts.vocabulary)
        let rules = examination.structuralRules(over: definition.winners)
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
        guard slate.places > 0, conditions.count == measures.count else { return result }

        let winners = slate.winners(rules)
        switch winners {
        case .unknown: result.notes.append(.unknownWhole)
        case .known(let others) where others > 0: result.notes.append(.others(places: others))
        case .known: break
        }
        let outlook = Outlook(slate: slate, rules: rules, space: space, others: winners.others)
        for rule in rules {
            let (count, least, greatest) = outlook.reach(of: rule.position)
            // Without a whole only so many at least are known to win.
            let isReached = rule.certain?.contains(Interval(from: count.lower, to: nil)) == true
            let prospect: SlateOutlook.Prospect =
                !slate.missing.isEmpty ? .unknown : winners.isKnown ? outlook.prospect(of: rule) : isReached ? .certain : .unknown
            let unclear = prospect == .unknown ? slate.unclear : []
            let open = unclear.flatMap { space.unknownAttributes(of: $0, for: rule.position, in: facts) }
            result.rules.append(
                .init(
                    rule: rule.description, prospect: prospect, count: count, whole: slate.places + winners.others,
                    unit: rule.measure.unit, required: rule.required, least: least, greatest: greatest,
                    missing: facts.describe(examination.unique(rule.missing + open))))
        }
        guard winners.isKnown else { return result }
        result.together = outlook.together()
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

extension SlateDefinition {
    fileprivate func words(_ vocabulary: Vocabulary) -> SlateOutlook.Words {
        SlateOutlook.Words(
            contests: vocabulary.root.fields[contests].label, entrants: contest.fields[entrants].label,
            places: contest.fields[places].label, winners: vocabulary.root.fields[winners].label, unit: contest.fields[places].unit)
    }
}
