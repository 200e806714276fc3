package import FEEL
package import Facts
package import Quantities
import YAMLTree

/// `measure: NAME` with bounds: a measure of the vocabulary, taken in the root, keeps them.
package struct MeasureForm: RecordForm {
    package let measure: MeasureDefinition
    /// How it is taken in the root.
    package let taken: any Measure
    /// Whether the number itself is bound, and not its share of the whole.
    package let counted: Bool
    package let bounds: [Bound]

    package struct Bound: Sendable {
        package let relation: Relation
        package let limit: Limit
        /// For `about`: how far from the limit, on either side.
        package let tolerance: Fraction?
    }

    package enum Limit: Sendable {
        case fraction(Fraction, text: String)
        case parameter(Parameter)
        /// The same measure, taken in the record of a field of the root.
        case measured(field: Int, any Measure)
        /// Another measure of the root.
        case other(MeasureDefinition, any Measure)
    }

    static let relations: [(key: String, relation: Relation)] = [
        ("atLeast", .atLeast), ("atMost", .atMost), ("above", .above), ("below", .below), ("about", .about),
    ]

    package static let key = "measure"
    package static let keys = relations.map(\.key) + ["as", "tolerance"]
    package static let allowsIteration = false
    package static let evaluatesInScope = false

    package var expressions: [CompiledExpression] {
        taken.expressions
            + bounds.flatMap { bound -> [CompiledExpression] in
                switch bound.limit {
                case .measured(_, let other), .other(_, let other): other.expressions
                case .fraction, .parameter: []
                }
            }
    }

    package static func read(_ reading: FormReading) -> MeasureForm? {
        let (loader, object) = (reading.loader, reading.object)
        let vocabulary = loader.vocabulary
        guard let name = loader.reader.string(reading.node) else { return nil }
        guard let measure = vocabulary.measure(name) else {
            reading.report(.unknownName(name, among: vocabulary.measures.map(\.id)), at: reading.node)
            return nil
        }
        guard let taken = measure.taken(in: vocabulary.root) else {
            reading.report(.notMeasuredInRoot(name), at: reading.node)
            return nil
        }
        if let node = object["as"], let text = loader.reader.string(node), text != "count", text != "share" {
            reading.report(.unknownName(text, among: ["count", "share"]), at: node)
        }
        let counted = object.string("as") == "count" || !taken.hasWhole
        return reading.requiring(bounds(on: measure, counted: counted, reading), of: relations).map {
            MeasureForm(measure: measure, taken: taken, counted: counted, bounds: $0)
        }
    }

    /// The bounds on a measure that a rule writes.
    static func bounds(on measure: MeasureDefinition, counted: Bool, _ reading: FormReading) -> [Bound] {
        relations.compactMap { key, relation -> Bound? in
            guard let node = reading.object[key], let limit = limit(node, measure, reading) else { return nil }
            reading.loader.checkShare(limit, counted: counted, node)
            guard relation == .about else { return Bound(relation: relation, limit: limit, tolerance: nil) }
            return tolerance(reading).map { Bound(relation: relation, limit: limit, tolerance: $0) }
        }
    }

    private static func tolerance(_ reading: FormReading) -> Fraction? {
        guard let node = reading.object.required("tolerance"), let text = reading.loader.reader.string(node) else { return nil }
        guard let tolerance = Fraction(text) else {
            reading.report(.noNumber(text), at: node)
            return nil
        }
        reading.loader.checkTolerance(tolerance, node)
        return tolerance
    }

    /// `35%`, `1/3`, a parameter, a field in whose record the same measure is taken, or another measure.
    private static func limit(_ node: YAMLNodeID, _ measure: MeasureDefinition, _ reading: FormReading) -> Limit? {
        let vocabulary = reading.loader.vocabulary
        guard let text = reading.loader.reader.string(node) else { return nil }
        if let fraction = Fraction(text) { return .fraction(fraction, text: text) }
        if let parameter = reading.loader.parameters.first(where: { $0.id == text }) { return .parameter(parameter) }
        if let field = vocabulary.root.type.slot(named: text), case .record(let holder) = vocabulary.root.fields[field].type {
            if let taken = measure.taken(in: holder) { return .measured(field: field, taken) }
            reading.report(.notMeasuredThere(measure.id, text), at: node)
            return nil
        }
        if let other = vocabulary.measure(text), other.id != measure.id, let taken = other.taken(in: vocabulary.root) {
            return .other(other, taken)
        }
        let holders = measure.takenIn.flatMap { taken in
            vocabulary.root.fields.filter { if case .record(let record) = $0.type { record === taken.holder } else { false } }.map(\.id)
        }
        let known = reading.loader.parameters.map(\.id) + holders + vocabulary.measures.map(\.id).filter { $0 != measure.id }
        reading.report(.unknownName(text, among: known), at: node)
        return nil
    }
}
