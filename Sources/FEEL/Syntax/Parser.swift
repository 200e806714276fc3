/// Parses FEEL by recursive descent, a level of the grammar a function (DMN 1.5, 10.3.1.2).
public struct Parser {
    var lexer: Lexer
    var token: Token
    private var depth = 0
    var typeDepth = 0
    /// Whether the end of a range is being read, which a bracket may close.
    var isReadingRangeEnd = false
    private static let depthLimit = 200
    static let typeDepthLimit = 100
    /// A tree that leans to one side is as deep as it is long.
    private static let treeDepthLimit = 1_000

    /// Parses an expression that is the whole text.
    ///
    /// - Parameter names: names in scope, those of built-ins among them, that hold spaces, operators or keywords.
    public static func parse(_ text: String, names: NameScope) throws(FEELError) -> Expression {
        var parser = try Parser(text, names: names)
        let result = try parser.expression()
        guard parser.token.kind == .end else { throw parser.unexpected(.operatorOrEnd) }
        return result
    }

    static func parseType(_ text: String) throws(FEELError) -> TypeName {
        var parser = try Parser(text, names: NameScope([]))
        let type = try parser.typeName().type
        guard parser.token.kind == .end else { throw parser.unexpected(.endOfType) }
        return type
    }

    init(_ text: String, names: NameScope) throws(FEELError) {
        lexer = Lexer(text, names: names)
        token = Token(kind: .end, range: 0..<0)
        token = try lexer.next()
    }

    // MARK: Tokens

    mutating func advance() throws(FEELError) { token = try lexer.next() }

    func isAt(_ symbol: String) -> Bool { token.kind == .symbol(symbol) }

    func isAt(keyword: String) -> Bool { token.kind == .keyword(keyword) }

    mutating func take(_ symbol: String) throws(FEELError) -> Bool {
        guard isAt(symbol) else { return false }
        try advance()
        return true
    }

    mutating func take(keyword: String) throws(FEELError) -> Bool {
        guard isAt(keyword: keyword) else { return false }
        try advance()
        return true
    }

    mutating func expect(_ symbol: String) throws(FEELError) {
        guard try take(symbol) else { throw unexpected(.sign(symbol)) }
    }

    mutating func expect(keyword: String) throws(FEELError) {
        guard try take(keyword: keyword) else { throw unexpected(.sign(keyword)) }
    }

    func unexpected(_ expected: Expectation) -> FEELError {
        switch token.kind {
        case .end: FEELError(.unexpectedEnd(expected: expected), token.range)
        case .symbol("'"), .symbol("’"): FEELError(.foreignQuote(token.text), token.range)
        default: FEELError(.expected(expected, found: token.text), token.range)
        }
    }

    /// Tries a reading of the text; where it fails, the parser is as if nothing had been read.
    mutating func attempt<Result>(_ reading: (inout Parser) throws(FEELError) -> Result?) -> Result? {
        var copy = self
        guard let result = try? reading(&copy) else { return nil }
        self = copy
        return result
    }

    // MARK: Logic and comparison

    mutating func expression() throws(FEELError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw FEELError(.tooDeep, token.range) }
        return try disjunction()
    }

    /// Refuses a tree that is too deep to be walked.
    func check(_ tree: Expression) throws(FEELError) {
        guard tree.depth < Self.treeDepthLimit else { throw FEELError(.tooDeep, token.range) }
    }

    private mutating func disjunction() throws(FEELError) -> Expression {
        var left = try conjunction()
        while try take(keyword: "or") {
            try check(left)
            let right = try conjunction()
            left = Expression(.or(left, right), left.range.lowerBound..<right.range.upperBound)
        }
        return left
    }

    private mutating func conjunction() throws(FEELError) -> Expression {
        var left = try comparison()
        while try take(keyword: "and") {
            try check(left)
            let right = try comparison()
            left = Expression(.and(left, right), left.range.lowerBound..<right.range.upperBound)
        }
        return left
    }

    private mutating func comparison() throws(FEELError) -> Expression {
        var left: Expression
        if let range = try comparisonAlone() { left = range } else { left = try additive() }
        while true {
            let start = left.range.lowerBound
            try check(left)
            if let comparison = comparisonOperator {
                try advance()
                let right = try additive()
                left = Expression(.comparison(comparison, left, right), start..<right.range.upperBound)
            } else if try take(keyword: "between") {
                let lower = try additive()
                try expect(keyword: "and")
                let upper = try additive()
                left = Expression(.between(left, lower: lower, upper: upper), start..<upper.range.upperBound)
            } else if try take(keyword: "in") {
                let (tests, end) = try membershipTests()
                left = Expression(.membership(left, tests: tests), start..<end)
            } else {
                return left
            }
        }
    }

    /// `< 10`, without a left side: all that are below (grammar rules 2.h and 7.a).
    private mutating func comparisonAlone() throws(FEELError) -> Expression? {
        guard let sign = comparisonOperator else { return nil }
        let start = token.range.lowerBound
        try advance()
        let end = try additive()
        return Expression(.comparisonRange(sign, end), start..<end.range.upperBound)
    }

    var comparisonOperator: ComparisonOperator? {
        if case .symbol(let text) = token.kind { ComparisonOperator(rawValue: text) } else { nil }
    }

    /// The right side of `in`: one test, or several in parentheses. What stands in parentheses is read once: it may turn out to be tests,
    /// a range, or the beginning of an expression.
    private mutating func membershipTests() throws(FEELError) -> (tests: [Expression.UnaryTest], end: Int) {
        guard isAt("(") else {
            let test = try unaryTest()
            return ([test], test.end)
        }
        let start = token.range.lowerBound
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw FEELError(.tooDeep, token.range) }
        try advance()
        var tests = [try parenthesizedTest()]
        if tests.count == 1, case .expression(let lower) = tests[0], try take("..") {
            let range = try closeRange(start, includesLower: false, lower)
            return ([.expression(range)], range.range.upperBound)
        }
        while try take(",") { tests.append(try parenthesizedTest()) }
        let end = token.range.upperBound
        try expect(")")
        guard tests.count == 1, continuesOperand else { return (tests, end) }
        // `x in (a)[1] + b`: the parentheses are part of an operand.
        let first: Expression =
            switch tests[0] {
            case .expression(let inner): Expression(inner.kind, start..<end)
            case .comparison(let sign, let bound): Expression(.comparisonRange(sign, bound), start..<end)
            }
        let whole = try additive(first)
        return ([.expression(whole)], whole.range.upperBound)
    }

    /// Whether what comes next goes on with an operand.
    private var continuesOperand: Bool {
        if case .symbol(let text) = token.kind { return ["[", "(", ".", "+", "-", "*", "/", "**"].contains(text) && !closesRange }
        return isAt(keyword: "instance")
    }

    private var closesRange: Bool { isAt("[") && isReadingRangeEnd && isEndOfOpenRange }

    mutating func parenthesizedTest() throws(FEELError) -> Expression.UnaryTest {
        guard let comparison = comparisonOperator else { return .expression(try expression()) }
        try advance()
        return .comparison(comparison, try additive())
    }

    private mutating func unaryTest() throws(FEELError) -> Expression.UnaryTest {
        if let comparison = comparisonOperator {
            try advance()
            return .comparison(comparison, try additive())
        }
        return .expression(try additive())
    }

    // MARK: Arithmetic

    /// - Parameter first: the first operand, where it has been read already.
    mutating func additive(_ first: Expression? = nil) throws(FEELError) -> Expression {
        var left = try multiplicative(first)
        while isAt("+") || isAt("-") {
            try check(left)
            let sign: ArithmeticOperator = isAt("+") ? .add : .subtract
            try advance()
            left = arithmetic(sign, left, try multiplicative())
        }
        return left
    }

    private mutating func multiplicative(_ first: Expression? = nil) throws(FEELError) -> Expression {
        var left = try exponentiation(first)
        while isAt("*") || isAt("/") {
            try check(left)
            let sign: ArithmeticOperator = isAt("*") ? .multiply : .divide
            try advance()
            left = arithmetic(sign, left, try exponentiation())
        }
        return left
    }

    private mutating func exponentiation(_ first: Expression? = nil) throws(FEELError) -> Expression {
        var left = try instanceOf(first)
        while try take("**") {
            try check(left)
            left = arithmetic(.power, left, try instanceOf())
        }
        return left
    }

    private func arithmetic(_ sign: ArithmeticOperator, _ left: Expression, _ right: Expression) -> Expression {
        Expression(.arithmetic(sign, left, right), left.range.lowerBound..<right.range.upperBound)
    }

    private mutating func negation(_ first: Expression?) throws(FEELError) -> Expression {
        let start = token.range.lowerBound
        guard first == nil, isAt("-") else { return try postfix(first) }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { throw FEELError(.tooDeep, token.range) }
        try advance()
        let operand = try negation(nil)
        return Expression(.negation(operand), start..<operand.range.upperBound)
    }

    /// The sign binds tighter: `-1 instance of number` asks about -1.
    private mutating func instanceOf(_ first: Expression? = nil) throws(FEELError) -> Expression {
        let left = try negation(first)
        guard try take(keyword: "instance") else { return left }
        try expect(keyword: "of")
        let (type, end) = try typeName()
        return Expression(.instanceOf(left, type), left.range.lowerBound..<end)
    }
}

extension Expression.UnaryTest {
    fileprivate var end: Int {
        switch self {
        case .expression(let expression), .comparison(_, let expression): expression.range.upperBound
        }
    }
}
