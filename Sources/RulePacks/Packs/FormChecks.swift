import FEEL
import Facts
import Findings
import SourceText
import YAMLTree

/// What a form can say that is well typed and cannot be meant.
extension PackLoader {
    /// A verdict does not depend on the moment at which it is given.
    func checkClock(_ compiled: CompiledExpression, _ node: YAMLNodeID) {
        var clock: String?
        compiled.syntax.visit { part in
            if case .call(let function, _) = part.kind, case .name(let name) = function.kind, name == "today" || name == "now" {
                clock = name
            }
        }
        guard let clock else { return }
        let diagnostic = PackProblem.clock(clock).diagnostic(at: reader.forest.place(of: node))
        // The sides of a comparison are compiled again, by themselves.
        let isKnown = reader.diagnostics.contains { $0.code == diagnostic.code && $0.place == diagnostic.place }
        if !isKnown { reader.report(diagnostic) }
    }

    func checkTolerance(_ tolerance: Fraction?, _ node: YAMLNodeID) {
        if let tolerance, tolerance < Fraction(0, 1) { reader.report(.negativeTolerance, at: node) }
    }

    /// The bound of a share, which is a part of a whole: `35` is surely 35%.
    func checkShare(_ limit: MeasureBound.Limit, counted: Bool, _ node: YAMLNodeID) {
        guard !counted else { return }
        let values: [(value: Fraction, text: String)] =
            switch limit {
            case .fraction(let fraction, let text, _): [(fraction, text)]
            case .parameter(let parameter): parameter.values.map { ($0.value, $0.text) }
            case .measured: []
            }
        for (value, text) in values where value < Fraction(0, 1) || Fraction(1, 1) < value {
            reader.report(.shareOutOfRange(text), at: node)
        }
    }

    /// A day is bounded by days: hours of a duration would be lost.
    func checkWholeDays(_ duration: Value, _ node: YAMLNodeID) {
        if case .days(let duration) = duration, duration.seconds % 86_400 != 0 || duration.nanoseconds != 0 {
            reader.report(.partOfDay, at: node)
        }
    }

    /// A bound that is counted from the day that it bounds says nothing.
    func checkSelf(_ point: TimePoint, _ bounds: [TimeBound], _ object: DefinitionObject) {
        let own = reference(point.expression.syntax)
        for bound in bounds {
            var isOwn = false
            bound.day.syntax.visit { part in
                switch part.kind {
                case .name, .path: if own != nil, reference(part) == own { isOwn = true }
                default: break
                }
            }
            if isOwn { reader.report(.boundByItself, at: object[bound.relation.rawValue] ?? object.node) }
        }
    }

    /// What a path refers to: fields by their identifiers, whichever of their names is written; nil for anything but a path.
    private func reference(_ expression: Expression) -> [String]? {
        switch expression.kind {
        case .name(let name): return [vocabulary.root.type.slot(named: name).map { vocabulary.root.fields[$0].id } ?? name]
        case .path(let base, let name):
            guard let base = reference(base) else { return nil }
            let record = FieldPath(base.joined(separator: "."), from: vocabulary.root)?.field(from: vocabulary.root).type
            guard case .record(let holder) = record, let slot = holder.type.slot(named: name) else { return base + [name] }
            return base + [holder.fields[slot].id]
        default: return nil
        }
    }
}
