import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// `judge: targets`: whether the targets of a dossier's own documents are as strict as those above them and as the rule's own bounds,
/// before there is anything to measure.
extension Examination {
    mutating func targetsJudged(
        _ structures: [MeasuredTargets], _ form: TargetForm, _ rule: Rule, open missing: [FieldRead]
    ) -> [Judgement] {
        let judgements = structures.compactMap { structure -> Judgement? in
            let superior = Set(structure.targets.filter { $0.superior != nil }.map(\.record))
            // One that both set is as strict as itself.
            let own = structure.demands.filter { demand in demand.records.contains { !superior.contains($0) } }
            let above = structure.demands.filter { $0.isOfRule || $0.records.contains(where: superior.contains) }
            guard !own.isEmpty || !structure.missing.isEmpty, !above.isEmpty else { return nil }
            return judge(own, by: above, structure, form, rule, open: missing + structure.missing)
        }
        return judgements.isEmpty && !missing.isEmpty ? [open(rule, missing: missing, note: nil)] : judgements
    }

    private mutating func judge(
        _ own: [MeasuredTargets.Demand], by above: [MeasuredTargets.Demand], _ structure: MeasuredTargets, _ form: TargetForm, _ rule: Rule,
        open missing: [FieldRead]
    ) -> Judgement {
        var missing = missing
        var loose: [(demand: MeasuredTargets.Demand, limit: Limit)] = []
        var isOpen = !missing.isEmpty
        let measured = structure.form([])
        for demand in above {
            // What says nothing on the side that is bounded above is silent, not looser.
            let sameSide = own.filter { $0.bound.bounds(sideOf: demand.bound) }
            guard !sameSide.isEmpty, !sameSide.contains(where: { $0.bound.isNoLooser(than: demand.bound) }) else { continue }
            guard let limit = limit(demand.bound.limit, of: measured), let asked = demand.bound.demand(limit.value) else { continue }
            var outcomes: [Bool?] = []
            for candidate in sameSide {
                guard let stated = self.limit(candidate.bound.limit, of: measured), let given = candidate.bound.demand(stated.value) else {
                    continue
                }
                outcomes.append(given.implies(asked))
                missing += stated.missing
            }
            if outcomes.contains(true) { continue }
            if outcomes.allSatisfy({ $0 == false }) {
                loose.append((demand, limit))
            } else {
                isOpen = true
                missing += limit.missing
            }
        }
        let ownRecords = Set(own.flatMap(\.records))
        let lines = structure.targets.filter { $0.superior == nil && ownRecords.contains($0.record) }
        var judgement = Judgement(.pass)
        if !loose.isEmpty {
            judgement.verdict = .fail
            judgement.actual = .text(Localized(same: lines.map { limitText($0, form.definition) }.joined(separator: "；")))
            judgement.required = loose.map { Requirement($0.demand.bound.relation, $0.limit.quantity, origin: $0.limit.origin) }
        } else if isOpen {
            judgement = open(rule, missing: missing, note: nil)
        }
        judgement.place = lines.first.map { facts.place(of: $0.record) }
        let told = loose.isEmpty ? above : loose.map(\.demand)
        let toldRecords = Set(told.flatMap(\.records))
        let cited = structure.targets.filter { $0.superior != nil && toldRecords.contains($0.record) }
        judgement.rule = rule.description.stated(
            by: cited.map { basis($0, form.definition) },
            force: told.map(\.force).max { $0.severity < $1.severity } ?? rule.description.force,
            of: form.isOfOne ? nil : structure.measure.label)
        judgement.related = cited.map { target in
            let name = name(of: target, form.definition)
            return .init(
                place: facts.place(of: target.record), message: Localized(zh: "\(name.zh)的要求", en: "the target of the \(name.en)"))
        }
        if !form.isOfOne {
            judgement.topic = Subject(type: form.definition.record.id, key: structure.measure.id, label: structure.measure.label)
        }
        return judgement
    }

    /// What a target asks for, as it is written: “不少于 30%”.
    private func limitText(_ target: StatedTarget, _ definition: TargetDefinition) -> String {
        [definition.relation, definition.reference, definition.share].map { facts.written($0, of: target.record) }
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension MeasureForm.Bound {
    private var isLower: Bool { relation == .atLeast || relation == .above }
    private var isUpper: Bool { relation == .atMost || relation == .below }

    /// Whether the bound says anything on a side on which another does.
    fileprivate func bounds(sideOf other: MeasureForm.Bound) -> Bool {
        !(isLower && other.isUpper) && !(isUpper && other.isLower)
    }

    /// Whether the bound is as strict as another by what it says, whatever the facts: both of one limit.
    fileprivate func isNoLooser(than other: MeasureForm.Bound) -> Bool {
        if isSame(as: other) { return true }
        guard case .measured(let own, _) = limit, case .measured(let theirs, _) = other.limit, own == theirs else { return false }
        return relation == .above && other.relation == .atLeast || relation == .below && other.relation == .atMost
    }
}

extension Bound where Value == Fraction {
    /// Whether all that keeps this bound keeps another; nil where that depends on limits that are not known.
    fileprivate func implies(_ other: Bound) -> Bool? {
        // A share lies between nothing and all, on whatever side nothing is said.
        func share(_ values: Interval<Fraction>?) -> Interval<Fraction>? { values.flatMap { $0.intersection(.share) } }
        if let certain = other.certain, let possible = share(self.possible), certain.contains(possible) { return true }
        guard let possible = other.possible else { return false }
        guard let certain = share(self.certain) else { return nil }
        return possible.contains(certain) ? nil : false
    }
}
