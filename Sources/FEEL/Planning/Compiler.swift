/// From text to an expression that can be evaluated: parse → check → plan.
public enum Compiler {
    /// All that is wrong with an expression.
    public struct Problems: Error, Sendable {
        /// In the order in which they were found; at least one.
        public let all: [FEELProblem]
    }

    /// Parses, checks and plans an expression. All problems found are returned, not the first alone; an expression with one is refused.
    public static func compile(_ text: String, scope: Scope) -> Result<CompiledExpression, Problems> {
        do {
            let (expression, problems) = try analyze(text, scope: scope)
            return problems.isEmpty ? .success(expression) : .failure(Problems(all: problems))
        } catch {
            return .failure(Problems(all: [error.problem]))
        }
    }

    /// Compiles an expression although its names and types may not fit, as the standard wants it: what does not fit gives null when it is
    /// evaluated. Only what cannot be parsed is refused.
    public static func analyze(_ text: String, scope: Scope) throws(FEELError) -> (CompiledExpression, problems: [FEELProblem]) {
        try analyze(text, scope) { (text, names) throws(FEELError) in try Parser.parse(text, names: names) }
    }

    /// Compiles the unary tests of a decision table's cell or of an allowed value (DMN 1.5, 10.3.1.2, rule 15) in the same way. Its value is
    /// whether `?`, which the scope has to know, satisfies them.
    public static func analyze(tests text: String, scope: Scope) throws(FEELError) -> (CompiledExpression, problems: [FEELProblem]) {
        try analyze(text, scope) { (text, names) throws(FEELError) in try Parser.parseTests(text, names: names) }
    }

    private static func analyze(
        _ text: String, _ scope: Scope, by parse: (String, NameScope) throws(FEELError) -> Expression
    ) throws(FEELError) -> (CompiledExpression, problems: [FEELProblem]) {
        let syntax: Expression
        do {
            syntax = try parse(text, scope.names)
        } catch {
            throw SyntaxAdvice(text, scope: scope).improved(error)
        }
        var checker = TypeChecker(scope: scope)
        let checked = checker.check(syntax)
        return (CompiledExpression(text: text, checked, localCount: checker.scope.localCount), checker.problems)
    }
}
