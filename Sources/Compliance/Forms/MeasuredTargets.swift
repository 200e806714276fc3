import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// The targets for one measure, with the bounds of the rule's own beside them.
struct MeasuredTargets {
    /// A bound, how it binds, the records of the targets that set it, and whether the rule does.
    struct Demand {
        var bound: MeasureForm.Bound
        var force: Force
        var records: [Int]
        var isOfRule: Bool
    }

    let measure: MeasureDefinition
    let taken: any Measure
    let targets: [StatedTarget]
    private let form: TargetForm
    private(set) var demands: [Demand] = []
    /// What the targets leave open.
    private(set) var missing: [FieldRead] = []
    /// Whether a bound fell away because there is no earlier state.
    private var isFirst = false

    init(_ measure: MeasureDefinition, _ taken: any Measure, _ targets: [StatedTarget], of form: TargetForm) {
        (self.measure, self.taken, self.targets, self.form) = (measure, taken, targets, form)
    }

    mutating func add(_ target: StatedTarget, _ force: Force, isFirst: Bool, in vocabulary: Vocabulary) {
        if let bound = target.bound(on: measure, nearly: form.nearly, in: vocabulary) {
            add(bound, force, isFirst: isFirst, record: target.record)
        } else {
            missing.append(FieldRead(record: target.record, slot: target.openField(form.definition)))
        }
    }

    mutating func add(_ bound: MeasureForm.Bound, _ force: Force, isFirst: Bool, record: Int? = nil) {
        if isFirst, case .measured = bound.limit {
            self.isFirst = true
        } else if let same = demands.firstIndex(where: { $0.bound.isSame(as: bound) }) {
            if demands[same].force.severity < force.severity { demands[same].force = force }
            if let record { demands[same].records.append(record) } else { demands[same].isOfRule = true }
        } else {
            demands.append(Demand(bound: bound, force: force, records: record.map { [$0] } ?? [], isOfRule: record == nil))
        }
    }

    /// The measure's form with some of the bounds.
    func form(_ bounds: [MeasureForm.Bound]) -> MeasureForm { form.form(of: measure, taken, bounds) }

    /// The bounds without those that follow from a stricter one which binds as much.
    var binding: [Demand] {
        demands.filter { demand in
            !demands.contains { $0.force.severity >= demand.force.severity && $0.bound.isStricter(than: demand.bound) }
        }
    }

    /// Why there is nothing to judge.
    var reason: Localized {
        isFirst
            ? Localized(zh: "没有上一次可比", en: "there is no earlier one to compare with")
            : Localized(zh: "文书没有写明这一要求", en: "no document states such a target")
    }
}

extension MeasureForm.Bound {
    func isSame(as other: MeasureForm.Bound) -> Bool {
        guard relation == other.relation, tolerance == other.tolerance else { return false }
        switch (limit, other.limit) {
        case (.fraction(let a, _), .fraction(let b, _)): return a == b
        case (.measured(let a, _), .measured(let b, _)): return a == b
        default: return false
        }
    }

    /// Whether the bound leaves less than another of the same direction, whatever the facts.
    func isStricter(than other: MeasureForm.Bound) -> Bool {
        guard case .fraction(let own, _) = limit, case .fraction(let theirs, _) = other.limit, let a = demand(Interval(own))?.certain,
            let b = other.demand(Interval(theirs))?.certain
        else { return false }
        return b.contains(a) && a != b
    }
}

extension StatedTarget {
    /// The field without which the target says too little.
    fileprivate func openField(_ definition: TargetDefinition) -> Int {
        if relation == nil { return definition.relation }
        return limit != nil && relation == .about && tolerance == nil ? definition.tolerance : definition.share
    }
}

extension Examination {
    /// The targets for a measure and the bounds of the rule; nil where a rule on all measures has none for this one.
    mutating func structure(
        of measure: MeasureDefinition, _ taken: any Measure, _ form: TargetForm, _ targets: [StatedTarget], _ rule: Rule
    ) -> MeasuredTargets? {
        let own = targets.filter { $0.measure == measure.id }
        guard form.isOfOne || !own.isEmpty else { return nil }
        let isFirst = form.definition.isFirst.map { facts.value(slot: $0, of: FactStore.root) }
        let hasNoEarlier = if case .boolean(true)? = isFirst { true } else { false }
        var result = MeasuredTargets(measure, taken, own, of: form)
        for target in own {
            let force = target.force.flatMap { Force(rawValue: $0) } ?? rule.description.force
            result.add(target, force, isFirst: hasNoEarlier, in: facts.vocabulary)
        }
        for bound in form.bounds { result.add(bound, rule.description.force, isFirst: hasNoEarlier) }
        return result
    }
}
