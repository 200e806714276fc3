package import FEEL
package import Facts
package import Findings
package import Quantities
package import SourceText
package import YAMLTree

/// A rule of a pack: compiled, checked, and ready to be applied. It is shared, never copied.
package final class Rule {
    package let description: RuleDescription
    package let phase: Phase?
    /// The records that are judged one by one, and the slot of the variable that holds each.
    package let forEach: (slot: Int, list: CompiledExpression)?
    package let when: CompiledExpression?
    package let exceptWhen: CompiledExpression?
    /// The day after which missing facts no longer excuse; nil: the end of the phase.
    package let due: CompiledExpression?
    package let form: RuleForm
    package let examples: [Example]
    package let basisPlaces: [SourcePlace]

    package var id: String { description.id }

    init(
        description: RuleDescription, phase: Phase?, forEach: (slot: Int, list: CompiledExpression)?, when: CompiledExpression?,
        exceptWhen: CompiledExpression?, due: CompiledExpression?, form: RuleForm, examples: [Example], basisPlaces: [SourcePlace]
    ) {
        self.description = description
        self.phase = phase
        self.forEach = forEach
        self.when = when
        self.exceptWhen = exceptWhen
        self.due = due
        self.form = form
        self.examples = examples
        self.basisPlaces = basisPlaces
    }
}

/// What a rule demands. Each form has a meaning that the engine understands well enough to explain and to measure.
package enum RuleForm {
    case require(Condition)
    case measure(MeasureDefinition, counted: Bool, [MeasureBound])
    case event(TimePoint, [TimeBound])
    case unique(CompiledExpression)
    case sum(CompiledExpression, [SumBound])
    case sequence([CompiledExpression], contiguous: Bool)
    case attest(Localized, by: Localized?)
}

/// A condition; a comparison also knows its two sides, so that it can say what was found, what is required, and by how much.
package final class Condition {
    package let whole: CompiledExpression
    package let comparison: Comparison?

    init(whole: CompiledExpression, comparison: Comparison?) {
        self.whole = whole
        self.comparison = comparison
    }

    package final class Comparison {
        package let actual: CompiledExpression
        package let bounds: [(sign: ComparisonOperator, bound: CompiledExpression)]
        package let unit: Unit?

        init(actual: CompiledExpression, bounds: [(sign: ComparisonOperator, bound: CompiledExpression)], unit: Unit?) {
            self.actual = actual
            self.bounds = bounds
            self.unit = unit
        }
    }
}

package struct MeasureBound {
    package enum Limit {
        case fraction(Fraction, text: String, origin: Localized?)
        case parameter(Parameter)
        /// The same measure, taken in the record of a field of the root.
        case measured(field: Int, MeasureDefinition.Taken)
    }

    package var relation: Relation
    package var limit: Limit
    package var tolerance: Fraction?
}

/// A day or a window, from an event of the vocabulary or a path.
package struct TimePoint {
    package var expression: CompiledExpression
    /// The event of the vocabulary that has this day, whatever name or path the rule calls it by.
    package var event: EventDefinition?
    package var label: Localized
}

package struct TimeBound {
    package var relation: Relation
    /// The day of the bound, with its duration already added or taken off.
    package var day: CompiledExpression
    /// How the bound reads: “选举日之前 20 天”.
    package var origin: Localized
}

package struct SumBound {
    package var relation: Relation
    package var bound: CompiledExpression
    package var unit: Unit?
}

/// A number of the law with a value for each period.
package struct Parameter {
    package var id: String
    package var label: Localized
    /// By the first day on which each holds, in ascending order.
    package var values: [(from: CalendarDate, value: Fraction, text: String)]
    package var basis: [(basis: LegalBasis, place: SourcePlace)]

    /// The value on a day; nil before the first.
    package func value(on day: CalendarDate) -> (value: Fraction, text: String)? {
        values.last { $0.from <= day }.map { ($0.value, $0.text) }
    }
}

/// An example of a rule, which is also its test.
package struct Example {
    package var verdict: Verdict
    package var given: YAMLNodeID
    package var asOf: CalendarDate?
    package var place: SourcePlace
}
