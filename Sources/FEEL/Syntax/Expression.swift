/// A node of FEEL's syntax tree with the scalars of the text that it covers (grammar: DMN 1.5, 10.3.1.2).
public struct Expression: Sendable {
    /// What a node is. Its parts are nodes themselves; names mean nothing yet.
    public indirect enum Kind: Sendable {
        /// `12`, `"text"`, `true`, `null`, `@"2021-11-25"`
        case literal(Value)
        /// `seats`, or `number of seats` where the scope knows it: a variable, a field, an entry, or a built-in
        case name(String)
        /// `-x`
        case negation(Expression)
        /// `a + b`, `a ** b`
        case arithmetic(ArithmeticOperator, Expression, Expression)
        /// `a <= b`, `a != b`
        case comparison(ComparisonOperator, Expression, Expression)
        /// `a and b`
        case and(Expression, Expression)
        /// `a or b`
        case or(Expression, Expression)
        /// `x between 1 and 3`
        case between(Expression, lower: Expression, upper: Expression)
        /// `x in tests`: each test is an expression, a range, or a comparison whose left side is `x`; `x in ([1..3], > 10)`
        case membership(Expression, tests: [UnaryTest])
        /// `x instance of list<number>`
        case instanceOf(Expression, TypeName)
        /// `if a then b else c`
        case conditional(condition: Expression, then: Expression, otherwise: Expression)
        /// `for x in list, i in 1..3 return x * i`
        case iteration([Iterator], result: Expression)
        /// `some x in list satisfies x > 1`, `every x in list satisfies x > 1`
        case quantified(Quantifier, [Iterator], condition: Expression)
        /// `list[item > 1]`, `list[2]`: which of both the type of the condition says
        case filter(Expression, condition: Expression)
        /// `person.name`, `date.year`
        case path(Expression, String)
        /// `count(list)`, `substring(string: s, start position: 2)`
        case call(Expression, [Argument])
        /// `function(x: number, y) x + y`
        case function(parameters: [Parameter], body: Expression)
        /// `[1, 2, 3]`
        case list([Expression])
        /// `{a: 1, "b c": a + 1}`
        case context([Entry])
        /// `(<= 10)`
        case comparisonRange(ComparisonOperator, Expression)
        /// `[1..3]`, `(1..3)`, `]1..3[`
        case range(lower: Expression, includesLower: Bool, upper: Expression, includesUpper: Bool)
    }

    /// What the node is, with its parts.
    public let kind: Kind
    /// Scalars of the text that was parsed.
    public let range: Range<Int>
    /// The longest way from here to a part without parts.
    let depth: Int

    /// - Parameter range: scalars of the text that was parsed, counted from zero.
    public init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
        depth = 1 + (kind.parts.map(\.depth).max() ?? 0)
    }
}

/// `some` needs one value for which the condition holds, `every` all of them.
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
        /// The name that the loop gives to each item.
        public let variable: String
        /// What is looped over, or the first number of a span.
        public let source: Expression
        /// The last number of a span, inclusive; nil where `source` is looped over.
        public let last: Expression?
    }

    /// `value`, or `name: value`.
    public struct Argument: Sendable {
        /// Nil where arguments are given by position.
        public let name: String?
        /// The argument itself.
        public let value: Expression
    }

    /// `name`, or `name: type`.
    public struct Parameter: Sendable {
        /// The name that the body uses.
        public let name: String
        /// The declared type; nil: any.
        public let type: TypeName?
    }

    /// `name: value`.
    public struct Entry: Sendable {
        /// The entry's name, unquoted.
        public let name: String
        /// The expression of its value; it sees the entries before it.
        public let value: Expression
    }
}
