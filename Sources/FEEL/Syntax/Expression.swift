/// A node of FEEL's syntax tree with the scalars of the text that it covers (grammar: DMN 1.5, 10.3.1.2).
public struct Expression: Sendable {
    public indirect enum Kind: Sendable {
        case literal(Value)
        case name(String)
        case negation(Expression)
        case arithmetic(ArithmeticOperator, Expression, Expression)
        case comparison(ComparisonOperator, Expression, Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        case between(Expression, lower: Expression, upper: Expression)
        /// `x in tests`: each test is an expression, a range, or a comparison whose left side is `x`.
        case membership(Expression, tests: [UnaryTest])
        case instanceOf(Expression, TypeName)
        case conditional(condition: Expression, then: Expression, otherwise: Expression)
        case iteration([Iterator], result: Expression)
        case quantified(Quantifier, [Iterator], condition: Expression)
        case filter(Expression, condition: Expression)
        case path(Expression, String)
        case call(Expression, [Argument])
        case function(parameters: [Parameter], body: Expression)
        case list([Expression])
        case context([Entry])
        /// `(<= 10)`
        case comparisonRange(ComparisonOperator, Expression)
        case range(lower: Expression, includesLower: Bool, upper: Expression, includesUpper: Bool)
    }

    public let kind: Kind
    public let range: Range<Int>
    /// The longest way from here to a part without parts.
    let depth: Int

    public init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
        depth = 1 + (kind.parts.map(\.depth).max() ?? 0)
    }
}

public enum ArithmeticOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "**"
}

public enum ComparisonOperator: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

public enum Quantifier: String, Sendable {
    case some, every
}

extension Expression {
    /// A test of the right side of `in` (DMN 1.5, grammar rules 7 to 17).
    public enum UnaryTest: Sendable {
        case expression(Expression)
        case comparison(ComparisonOperator, Expression)
    }

    /// `variable in source`, or `variable in first..last`.
    public struct Iterator: Sendable {
        public let variable: String
        public let source: Expression
        public let last: Expression?
    }

    public struct Argument: Sendable {
        public let name: String?
        public let value: Expression
    }

    public struct Parameter: Sendable {
        public let name: String
        public let type: TypeName?
    }

    public struct Entry: Sendable {
        public let name: String
        public let value: Expression
    }
}

/// A type as written after `instance of` or a parameter's name.
public indirect enum TypeName: Sendable, Equatable {
    case named(String)
    case list(TypeName)
    case range(TypeName)
    case context([String: TypeName])
    case function([TypeName], TypeName)
}
