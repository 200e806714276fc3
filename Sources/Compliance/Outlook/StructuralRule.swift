import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// A rule over a measure of the winners, as bounds on a whole number once it is known how many there are.
struct StructuralRule {
    let rule: Rule
    /// The rule as documents state it.
    let description: RuleDescription
    let measure: MeasureDefinition
    /// How it is taken in the root.
    let counted: CountMeasure
    /// The position of the measure among those that are asked for.
    let position: Int
    let required: [Requirement]
    let missing: [FieldRead]
    /// The numbers with which the rule holds for certain, and those with which it may hold: they differ where the bound is not known exactly.
    let certain: Interval<Int>?
    let possible: Interval<Int>?

    /// The bounds with which the rule may hold, and those with which it holds for certain; ends that bound nothing are the extremes of `Int`.
    var bounds: (lower: Int, upper: Int) { Self.ends(possible) }
    var certainBounds: (lower: Int, upper: Int) { Self.ends(certain) }

    private static func ends(_ numbers: Interval<Int>?) -> (lower: Int, upper: Int) {
        guard let numbers else { return (1, 0) }
        return (numbers.lower.flatMap { $0 <= 0 ? nil : $0 } ?? Int.min, numbers.upper ?? Int.max)
    }
}

extension Examination {
    /// The measure rules over a list of the root that apply to this dossier, for so many winners.
    mutating func structuralRules(over list: Int, whole: Int) -> [StructuralRule] {
        var result: [StructuralRule] = []
        var positions: [String: Int] = [:]
        for pack in book.packs {
            guard case .yes = applicability(of: pack) else { continue }
            bind(pack)
            for rule in rules(of: pack) where isSelected(rule.outline) {
                for part in structuralParts(of: rule) {
                    guard let counted = part.form.taken as? CountMeasure, counted.list == list, case .yes = concern(of: rule) else {
                        continue
                    }
                    let position = positions[part.form.measure.id] ?? positions.count
                    positions[part.form.measure.id] = position
                    if let structural = structuralRule(rule, part, counted, position, whole: part.form.counted ? 1 : whole) {
                        result.append(structural)
                    }
                }
            }
        }
        return result
    }

    /// What a rule demands of one measure; of targets each is a demand of its own.
    private struct StructuralPart {
        var description: RuleDescription
        var form: MeasureForm
        /// Facts without which the demand is not whole.
        var missing: [FieldRead] = []
    }

    private mutating func structuralParts(of rule: Rule) -> [StructuralPart] {
        switch rule.demand {
        case .ofDossier(let form as MeasureForm): return [StructuralPart(description: rule.description, form: form)]
        case .ofTopics(let form as TargetForm) where !form.judgesTargets:
            let (structures, missing) = structures(form, rule)
            return structures.compactMap { structure in
                guard !structure.demands.isEmpty else { return nil }
                return StructuralPart(
                    description: description(of: structure, form, rule), form: structure.form(structure.binding.map(\.bound)),
                    missing: missing + structure.missing)
            }
        case .ofDossier, .ofEach, .ofAll, .ofTopics: return []
        }
    }

    private mutating func structuralRule(
        _ rule: Rule, _ part: StructuralPart, _ counted: CountMeasure, _ position: Int, whole: Int
    ) -> StructuralRule? {
        let form = part.form
        var required: [Requirement] = []
        var missing = part.missing
        let anyNumber = Interval(from: 0, to: nil as Int?)
        var (certain, possible): (Interval<Int>?, Interval<Int>?) = (missing.isEmpty ? anyNumber : nil, anyNumber)
        for bound in form.bounds {
            guard let limit = limit(bound.limit, of: form) else { return nil }
            missing += limit.missing
            if limit.isShown { required.append(Requirement(bound.relation, limit.quantity, origin: limit.origin)) }
            guard !limit.hasConflict, let demand = bound.demand(limit.value)?.map({ $0.multiplied(by: Fraction(whole)) }) else {
                certain = nil
                continue
            }
            let numbers = demand.wholeNumbers
            certain = certain.flatMap { own in numbers.certain.flatMap(own.intersection) }
            possible = possible.flatMap { own in numbers.possible.flatMap(own.intersection) }
        }
        return StructuralRule(
            rule: rule, description: part.description, measure: form.measure, counted: counted, position: position, required: required,
            missing: missing, certain: certain,
            possible: possible)
    }
}
