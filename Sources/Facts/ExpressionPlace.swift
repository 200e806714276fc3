package import FEEL
package import SourceText
package import YAMLTree

extension FEELProblem {
    /// The problem as a diagnostic at its place in the file that holds the expression.
    package func diagnostic(in scalar: YAMLNodeID, of forest: YAMLForest) -> Diagnostic {
        Diagnostic(code: code, place: forest.place(of: range, in: scalar), message: message)
    }
}
