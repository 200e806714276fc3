import FEEL
import Quantities
import SourceText
import YAMLTree

/// A rule whose form is being read: its keys, and what its expressions see.
package struct FormReading {
    let loader: PackLoader
    /// The rule.
    let object: DefinitionObject
    /// The value of the key that names the form.
    let node: YAMLNodeID
    /// The fields of the root, the parameters, and the variable of `forEach`.
    let scope: Scope

    func report(_ problem: PackProblem, at node: YAMLNodeID) { loader.reader.report(problem, at: node) }

    /// Compiles the value of the form's key, or of another.
    func expression(_ node: YAMLNodeID? = nil) -> CompiledExpression? { loader.compile(node ?? self.node, in: scope) }

    /// A number, with its unit.
    func number(_ node: YAMLNodeID) -> (expression: CompiledExpression, unit: Unit?)? {
        guard let compiled = expression(node) else { return nil }
        if case .number(let unit) = compiled.type { return (compiled, unit) }
        report(.wrongType(compiled.type, expected: Localized(zh: "数", en: "a number")), at: node)
        return nil
    }

    /// The bounds, of which there must be one.
    func requiring<Bound>(_ bounds: [Bound], of relations: [(key: String, relation: Relation)]) -> [Bound]? {
        if !bounds.isEmpty { return bounds }
        // A bound that is written and wrong has been reported.
        if relations.allSatisfy({ object[$0.key] == nil }) { report(.noBound(relations.map(\.key)), at: node) }
        return nil
    }
}
