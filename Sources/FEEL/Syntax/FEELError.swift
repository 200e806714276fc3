/// A problem of the text, thrown by lexer and parser. Evaluation never throws.
public struct FEELError: Error, Sendable {
    /// What is wrong, and where.
    public let problem: FEELProblem

    init(_ kind: FEELProblem.Kind, _ range: Range<Int>) { problem = FEELProblem(kind, at: range) }
}
