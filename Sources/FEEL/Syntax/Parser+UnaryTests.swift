extension Parser {
    /// The name of what is tested.
    static let tested = "?"

    /// Parses unary tests that are the whole text (grammar rule 15): tests, `not(tests)`, or `-` for any value. The result is an expression
    /// over `?`.
    ///
    /// - Parameter names: names in scope, those of built-ins among them, that hold spaces, operators or keywords.
    public static func parseTests(_ text: String, names: NameScope) throws(FEELError) -> Expression {
        var parser = try Parser(text, names: names)
        if let any = parser.attempt({ (parser) throws(FEELError) in try parser.anyValue() }) { return any }
        if let negated = parser.attempt({ (parser) throws(FEELError) in try parser.negatedTests() }) { return negated }
        let result = try parser.positiveTests()
        guard parser.token.kind == .end else { throw parser.unexpected(.operatorOrEnd) }
        return result
    }

    private mutating func anyValue() throws(FEELError) -> Expression? {
        let range = token.range
        guard try take("-"), token.kind == .end else { return nil }
        return Expression(.literal(.boolean(true)), range)
    }

    private mutating func negatedTests() throws(FEELError) -> Expression? {
        let name = token
        guard name.kind == .name("not") else { return nil }
        try advance()
        guard try take("(") else { return nil }
        let tests = try positiveTests()
        let range = name.range.lowerBound..<token.range.upperBound
        guard try take(")"), token.kind == .end else { return nil }
        return Expression(.call(Expression(.name("not"), name.range), [Expression.Argument(name: nil, value: tests)]), range)
    }

    /// One test or several, of which one has to hold.
    private mutating func positiveTests() throws(FEELError) -> Expression {
        var result = try positiveTest()
        while try take(",") {
            try check(result)
            let next = try positiveTest()
            result = Expression(.or(result, next), result.range.lowerBound..<next.range.upperBound)
        }
        return result
    }

    private mutating func positiveTest() throws(FEELError) -> Expression {
        let start = token.range.lowerBound
        let subject = Expression(.name(Self.tested), start..<start)
        switch try parenthesizedTest() {
        case .comparison(let sign, let end): return Expression(.comparison(sign, subject, end), start..<end.range.upperBound)
        case .expression(let test):
            // What names the value is a condition itself; anything else is what the value is looked for in.
            return test.names(Self.tested) ? test : Expression(.membership(subject, tests: [.expression(test)]), test.range)
        }
    }
}

extension Expression {
    /// Whether a name stands anywhere within.
    fileprivate func names(_ name: String) -> Bool {
        if case .name(name) = kind { true } else { kind.parts.contains { $0.names(name) } }
    }
}
