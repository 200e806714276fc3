package import FEEL
package import Quantities
import YAMLTree

/// `sum: FEEL` with bounds: the values of all records of a list add up.
package struct SumForm: ListForm {
    package let term: CompiledExpression
    package let bounds: [Bound]
    package let unit: Unit?

    package struct Bound: Sendable {
        package let relation: Relation
        package let limit: CompiledExpression
    }

    private static let relations: [(key: String, relation: Relation)] = [("equals", .equal), ("atLeast", .atLeast), ("atMost", .atMost)]

    package static let key = "sum"
    package static let keys = relations.map(\.key)

    package var expressions: [CompiledExpression] { [term] + bounds.map(\.limit) }

    package static func read(_ reading: FormReading) -> SumForm? {
        guard let (term, unit) = reading.number(reading.node) else { return nil }
        // A bound is one for all records, so it does not see the variable.
        let bounds = relations.compactMap { key, relation in
            reading.object[key].flatMap { reading.loader.compile($0, in: reading.loader.scope) }
                .map { Bound(relation: relation, limit: $0) }
        }
        return reading.requiring(bounds, of: relations).map { SumForm(term: term, bounds: $0, unit: unit) }
    }
}
