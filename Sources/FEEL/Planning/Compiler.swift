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
        let syntax = try Parser.parse(text, names: scope.names)
        var checker = TypeChecker(scope: scope)
        let checked = checker.check(syntax)
        return (CompiledExpression(text: text, checked, localCount: checker.scope.localCount), checker.problems)
    }
}
