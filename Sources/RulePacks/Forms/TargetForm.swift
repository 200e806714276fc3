package import FEEL
package import Facts
package import Quantities
import YAMLTree

/// `targets: MEASURE`: the targets that documents state for a measure are kept, and bounds that the rule states beside them.
/// `targets: others` with `except: [MEASURE, …]`: those of every other measure, each by itself.
package struct TargetForm: TopicForm {
    package let definition: TargetDefinition
    /// The measures whose targets are judged, and how each is taken in the root.
    package let measures: [(measure: MeasureDefinition, taken: any Measure)]
    /// Whether the rule is on one measure, and has a verdict where no document has a target for it.
    package let isOfOne: Bool
    /// What “about” asks for: `about`, within the tolerance of the target, or `atLeast`, the limit as a floor.
    package let nearly: Relation
    /// Bounds of the rule's own, which hold with any target and without one.
    package let bounds: [MeasureForm.Bound]
    /// Whether the dossier's targets themselves are judged, by the superior ones and the rule's bounds, and not the facts by the targets.
    package let judgesTargets: Bool

    package static let key = "targets"
    package static let keys = MeasureForm.keys.filter { $0 != "as" } + ["except", "nearly", "judge"]
    private static let others = "others"

    package var expressions: [CompiledExpression] { measures.flatMap(\.taken.expressions) }

    package static func read(_ reading: FormReading) -> TargetForm? {
        let vocabulary = reading.loader.vocabulary
        guard let definition = vocabulary.targets else {
            reading.report(.noTargets, at: reading.node)
            return nil
        }
        guard let name = reading.loader.reader.string(reading.node) else { return nil }
        let measured = vocabulary.measures.compactMap { measure in measure.taken(in: vocabulary.root).map { (measure: measure, taken: $0) }
        }
        checkKeys(name == others, reading)
        let except = excepted(reading, measured.map(\.measure.id))
        let nearly = nearly(reading)
        let judgesTargets = judgesTargets(reading)
        if name == others {
            return TargetForm(
                definition: definition, measures: measured.filter { !except.contains($0.measure.id) }, isOfOne: false, nearly: nearly,
                bounds: [], judgesTargets: judgesTargets)
        }
        guard let own = measured.first(where: { $0.measure.id == name }) else {
            reading.report(.unknownName(name, among: [others] + measured.map(\.measure.id)), at: reading.node)
            return nil
        }
        return TargetForm(
            definition: definition, measures: [own], isOfOne: true, nearly: nearly,
            bounds: MeasureForm.bounds(on: own.measure, counted: !own.taken.hasWhole, reading), judgesTargets: judgesTargets)
    }

    /// A measure's bounds as the form that judges measures takes them.
    package func form(of measure: MeasureDefinition, _ taken: any Measure, _ bounds: [MeasureForm.Bound]) -> MeasureForm {
        MeasureForm(measure: measure, taken: taken, counted: !taken.hasWhole, bounds: bounds)
    }

    /// A bound is of one measure, and only a rule on all leaves some out.
    private static func checkKeys(_ isOfAll: Bool, _ reading: FormReading) {
        let stray = isOfAll ? keys.filter { !["except", "nearly", "judge"].contains($0) } : ["except"]
        for key in stray where reading.object[key] != nil {
            let name = isOfAll ? "\(self.key): \(others)" : self.key
            reading.report(
                .strayKey(key, form: name, known: keys.filter { !stray.contains($0) }), at: reading.object.key(key) ?? reading.node)
        }
    }

    private static func excepted(_ reading: FormReading, _ known: [String]) -> [String] {
        let names = reading.object.strings("except")
        if let node = reading.object["except"] {
            for name in names where !known.contains(name) { reading.report(.unknownName(name, among: known), at: node) }
        }
        return names
    }

    /// `judge: facts`, or `judge: targets`.
    private static func judgesTargets(_ reading: FormReading) -> Bool {
        guard let node = reading.object["judge"], let text = reading.loader.reader.string(node) else { return false }
        let known = ["facts", "targets"]
        if !known.contains(text) { reading.report(.unknownName(text, among: known), at: node) }
        return text == "targets"
    }

    private static func nearly(_ reading: FormReading) -> Relation {
        guard let node = reading.object["nearly"], let text = reading.loader.reader.string(node) else { return .about }
        let known: [Relation] = [.about, .atLeast]
        if let relation = known.first(where: { $0.rawValue == text }) { return relation }
        reading.report(.unknownName(text, among: known.map(\.rawValue)), at: node)
        return .about
    }
}

extension StatedTarget {
    /// The bound that the target sets for a measure; nil where the target does not say enough, or nothing is measured there.
    ///
    /// - Parameter nearly: what “about” asks for.
    package func bound(on measure: MeasureDefinition, nearly: Relation, in vocabulary: Vocabulary) -> MeasureForm.Bound? {
        guard let relation, let limit = self.limit.flatMap({ MeasureForm.Limit($0, measure, vocabulary) }) else { return nil }
        guard relation == .about else { return .init(relation: relation, limit: limit, tolerance: nil) }
        guard nearly == .about else { return .init(relation: nearly, limit: limit, tolerance: nil) }
        return tolerance.map { .init(relation: .about, limit: limit, tolerance: $0) }
    }
}

extension MeasureForm.Limit {
    /// Nil where the field is no record in which the measure can be taken.
    fileprivate init?(_ limit: StatedTarget.Limit, _ measure: MeasureDefinition, _ vocabulary: Vocabulary) {
        switch limit {
        case .share(let share, let text): self = .fraction(share, text: text)
        case .reference(let field):
            guard case .record(let holder) = vocabulary.root.fields[field].type, let taken = measure.taken(in: holder) else { return nil }
            self = .measured(field: field, taken)
        }
    }
}
