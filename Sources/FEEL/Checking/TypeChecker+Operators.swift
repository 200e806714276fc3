import Quantities
import SourceText

/// Which operands go together.
extension TypeChecker {
    /// The node of an operation on two nodes; reports operands that cannot be combined.
    mutating func arithmetic(
        _ expression: Expression, _ sign: ArithmeticOperator, _ left: CheckedExpression, _ right: CheckedExpression
    ) -> CheckedExpression {
        let type = arithmeticType(sign, left.type, right.type, expression.range)
        return CheckedExpression(expression, type, [left, right])
    }

    private mutating func arithmeticType(_ sign: ArithmeticOperator, _ a: FEELType, _ b: FEELType, _ range: Range<Int>) -> FEELType {
        if a.isAny || b.isAny { return .any }
        if case .number(let x?) = a, case .number(let y?) = b, sign == .add || sign == .subtract, x.dimension != y.dimension {
            report(.unitMismatch(x, y), range)
        }
        guard let type = FEELType.arithmetic(sign, a, b) else {
            report(.operands(sign, a.kind, b.kind), range)
            return .any
        }
        return type
    }

    /// Reports a comparison that can never hold: of different kinds, of different units, or with a word that the enumeration does not have.
    mutating func checkComparison(_ left: CheckedExpression, _ right: CheckedExpression, _ range: Range<Int>) {
        checkComparison(left, right, as: right.type, range)
    }

    /// - Parameter type: what the left side is compared with, where that is not the right side itself; nil where it can be anything.
    mutating func checkComparison(_ left: CheckedExpression, _ right: CheckedExpression, as type: FEELType?, _ range: Range<Int>) {
        guard let type else { return }
        if case .number(let x?) = left.type, case .number(let y?) = type, x.dimension != y.dimension {
            return report(.unitMismatch(x, y), range)
        }
        guard left.type.isComparable(with: type) else {
            return report(.notComparable(left.type.kind, type.kind), range)
        }
        for (type, other) in [(left.type, right.syntax), (type, left.syntax)] {
            guard case .enumeration(let enumeration) = type else { continue }
            for (text, place) in other.stringLiterals where !enumeration.values.contains(text) {
                report(.noSuchValue(text, of: enumeration.name, nearest: nearest(to: text, among: enumeration.values)), place)
            }
        }
    }

    func nearest(to name: String, among names: some Sequence<String>) -> String? { nearestName(to: name, among: names.sorted()) }
}

extension Expression {
    /// The string literals that the expression is, or lists.
    fileprivate var stringLiterals: [(String, Range<Int>)] {
        switch kind {
        case .literal(.string(let text)): [(text, range)]
        case .list(let items): items.flatMap(\.stringLiterals)
        default: []
        }
    }
}
