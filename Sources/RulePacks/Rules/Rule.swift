package import FEEL
package import Facts
package import Findings
package import SourceText

/// A rule of a pack: compiled, checked, and ready to be applied. It is shared, never copied.
package final class Rule: Sendable {
    package let outline: RuleOutline
    /// The records that are judged one by one, and the slot of the variable that holds each.
    package let forEach: (slot: Int, list: CompiledExpression)?
    package let when: CompiledExpression?
    package let exceptWhen: CompiledExpression?
    /// The day after which missing facts no longer excuse; nil: the end of the phase.
    package let due: CompiledExpression?
    package let form: RuleForm

    package var id: String { outline.id }
    package var description: RuleDescription { outline.description }
    package var phase: Phase? { outline.phase }

    init(
        _ outline: RuleOutline, forEach: (slot: Int, list: CompiledExpression)?, when: CompiledExpression?,
        exceptWhen: CompiledExpression?, due: CompiledExpression?, form: RuleForm
    ) {
        self.outline = outline
        self.forEach = forEach
        self.when = when
        self.exceptWhen = exceptWhen
        self.due = due
        self.form = form
    }
}

/// What a rule demands. Each form has a meaning that the engine understands well enough to explain and to measure.
package enum RuleForm: Sendable {
    case require(Condition)
    case measure(MeasureDefinition, counted: Bool, [MeasureBound])
    case event(TimePoint, [TimeBound])
    case unique(CompiledExpression)
    case sum(CompiledExpression, [SumBound])
    case sequence([CompiledExpression], contiguous: Bool)
    case attest(Localized, by: Localized?)
}

/// A condition; a comparison also knows its two sides, so that it can say what was found, what is required, and by how much.
package final class Condition: Sendable {
    package let whole: CompiledExpression
    package let comparison: Comparison?

    init(whole: CompiledExpression, comparison: Comparison?) {
        self.whole = whole
        self.comparison = comparison
    }

    package final class Comparison: Sendable {
        package let actual: CompiledExpression
        package let bounds: [(sign: ComparisonOperator, bound: CompiledExpression)]
        package let unit: UnitName?

        init(actual: CompiledExpression, bounds: [(sign: ComparisonOperator, bound: CompiledExpression)], unit: UnitName?) {
            self.actual = actual
            self.bounds = bounds
            self.unit = unit
        }
    }
}

package struct MeasureBound: Sendable {
    package enum Limit: Sendable {
        case fraction(Fraction, text: String, origin: Localized?)
        case parameter(Parameter)
        /// The same measure, taken in the record of a field of the root.
        case measured(field: Int, MeasureDefinition.Taken)
    }

    package var relation: Requirement.Relation
    package var limit: Limit
    package var tolerance: Fraction?
}

/// A day or a window, from an event of the vocabulary or a path.
package struct TimePoint: Sendable {
    package var expression: CompiledExpression
    package var label: Localized
}

package struct TimeBound: Sendable {
    package var relation: Requirement.Relation
    /// The day of the bound, with its duration already added or taken off.
    package var day: CompiledExpression
    /// How the bound reads: “选举日之前 20 天”.
    package var origin: Localized
}

package struct SumBound: Sendable {
    package var relation: Requirement.Relation
    package var bound: CompiledExpression
    package var unit: UnitName?
}

/// A number of the law with a value for each period.
package struct Parameter: Sendable {
    package var id: String
    package var label: Localized
    /// By the first day on which each holds, in ascending order.
    package var values: [(from: CalendarDate, value: Fraction, text: String)]
    package var basis: [CitedBasis]

    /// The value on a day; nil before the first.
    package func value(on day: CalendarDate) -> (value: Fraction, text: String)? {
        values.last { $0.from <= day }.map { ($0.value, $0.text) }
    }
}
