package import FEEL
package import Facts
package import Findings
package import Quantities
package import SourceText

/// A rule of a pack: compiled, checked, and ready to be applied. It is shared, never copied.
package final class Rule: Sendable {
    package let outline: RuleOutline
    package let when: CompiledExpression?
    package let exceptWhen: CompiledExpression?
    /// The day after which missing facts no longer excuse; nil: the end of the phase.
    package let due: CompiledExpression?
    package let demand: Demand
    /// The rule by those of its readings that are not in force and can be chosen, by their ids.
    package let alternatives: [String: Rule]
    /// The fields that the expressions of its form read, each once.
    package let readFields: [FieldReference]

    package var id: String { outline.id }
    package var description: RuleDescription { outline.description }
    package var phase: Phase? { outline.phase }
    package var form: any RuleForm { demand.form }

    init(
        _ outline: RuleOutline, when: CompiledExpression?, exceptWhen: CompiledExpression?, due: CompiledExpression?, demand: Demand,
        alternatives: [String: Rule] = [:]
    ) {
        self.outline = outline
        self.when = when
        self.exceptWhen = exceptWhen
        self.due = due
        self.demand = demand
        self.alternatives = alternatives
        var seen: Set<ReadField> = []
        readFields = demand.form.expressions.flatMap(\.fields).filter {
            seen.insert(ReadField(record: ObjectIdentifier($0.record), slot: $0.slot)).inserted
        }
    }

    private struct ReadField: Hashable {
        let record: ObjectIdentifier
        let slot: Int
    }

    /// Every expression on which the rule's verdict depends.
    package var expressions: [CompiledExpression] {
        [when, exceptWhen, demand.iteration?.list].compactMap { $0 } + demand.form.expressions
    }
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
