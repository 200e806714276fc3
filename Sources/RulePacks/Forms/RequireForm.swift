package import FEEL
package import Quantities

/// `require: FEEL`: a condition holds. A comparison also knows its two sides, so that it can say what was found, what is required, and by
/// how much.
package struct RequireForm: RecordForm {
    package let condition: CompiledExpression
    package let comparison: Comparison?

    package final class Comparison: Sendable {
        package let actual: CompiledExpression
        package let bounds: [(sign: ComparisonOperator, bound: CompiledExpression)]
        package let unit: Unit?

        init(actual: CompiledExpression, bounds: [(sign: ComparisonOperator, bound: CompiledExpression)], unit: Unit?) {
            self.actual = actual
            self.bounds = bounds
            self.unit = unit
        }
    }

    package static let key = "require"
    package static let keys: [String] = []
    package static let allowsIteration = true

    package var expressions: [CompiledExpression] { [condition] }

    package static func read(_ reading: FormReading) -> RequireForm? {
        guard let condition = reading.loader.condition(reading.node, in: reading.scope) else { return nil }
        let comparison = comparison(condition)
        if let comparison { reading.loader.checkRange(comparison, reading.node) }
        return RequireForm(condition: condition, comparison: comparison)
    }

    /// The two sides of a condition that compares numbers or days.
    private static func comparison(_ whole: CompiledExpression) -> Comparison? {
        let parts = whole.checked.parts
        let bounds: [(ComparisonOperator, CheckedExpression)]
        switch whole.checked.syntax.kind {
        case .comparison(let sign, _, _):
            bounds = [(sign, parts[1])]
        case .between:
            bounds = [(.greaterOrEqual, parts[1]), (.lessOrEqual, parts[2])]
        case .membership(_, let tests):
            guard tests.count == 1, case .expression = tests[0],
                case .range(_, let includesLower, _, let includesUpper) = parts[1].syntax.kind
            else { return nil }
            let (lower, upper) = (parts[1].parts[0], parts[1].parts[1])
            bounds = [(includesLower ? .greaterOrEqual : .greater, lower), (includesUpper ? .lessOrEqual : .less, upper)]
        default:
            return nil
        }
        let unit: Unit?
        switch parts[0].type {
        case .number(let number): unit = number
        case .date, .window: unit = .calendarDay
        default: return nil
        }
        return Comparison(actual: whole.part(parts[0]), bounds: bounds.map { (sign: $0, bound: whole.part($1)) }, unit: unit)
    }
}
