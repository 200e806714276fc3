import FEEL
import Facts
import Findings
import Quantities
import SourceText
import YAMLTree

/// What a form can say that is well typed and cannot be meant.
extension PackLoader {
    /// A verdict does not depend on the moment at which it is given.
    func checkClock(_ compiled: CompiledExpression, _ node: YAMLNodeID) {
        var clock: String?
        compiled.checked.visit { part in
            if case .builtin(let builtin) = part.reference, builtin.name == "today" || builtin.name == "now" { clock = builtin.name }
        }
        if let clock { reader.report(.clock(clock), at: node) }
    }

    func checkTolerance(_ tolerance: Fraction, _ node: YAMLNodeID) {
        if tolerance < 0 { reader.report(.negativeTolerance, at: node) }
    }

    /// The bound of a share, which is a part of a whole: `35` is surely 35%.
    func checkShare(_ limit: MeasureForm.Limit, counted: Bool, _ node: YAMLNodeID) {
        guard !counted else { return }
        let values: [(value: Fraction, text: String)] =
            switch limit {
            case .fraction(let fraction, let text): [(fraction, text)]
            case .parameter(let parameter): parameter.values.map { ($0.value, $0.text) }
            case .measured, .other: []
            }
        for (value, text) in values where !Interval.share.contains(value) { reader.report(.shareOutOfRange(text), at: node) }
    }

    /// A constant that a field is compared with and that none of its values reaches: of a share, `35` is surely `35%`.
    func checkRange(_ comparison: RequireForm.Comparison, _ node: YAMLNodeID) {
        guard let field = comparison.actual.field.flatMap({ vocabulary.field($0.slot, of: $0.record) }), let least = field.minimum,
            let greatest = field.maximum
        else { return }
        var run = Evaluation()
        for (_, bound) in comparison.bounds where !bound.checked.contains(where: { $0.reference != nil }) {
            guard case .number(let number) = bound.evaluate(&run), number < least || number > greatest else { continue }
            reader.report(.boundOutOfRange(bound.text, field.label, "\(least)", "\(greatest)"), at: node)
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
        guard let own = point.expression.field?.path else { return }
        for bound in bounds where bound.day.reads(where: { $0.path == own }) {
            reader.report(.boundByItself, at: object[bound.relation.nameOfDays] ?? object.node)
        }
    }
}
