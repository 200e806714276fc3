package import Facts
package import Findings
import SourceText
import YAMLTree

/// A rule as it is written: what a report says of it, without any expression compiled.
package final class RuleOutline: Sendable {
    package let description: RuleDescription
    package let phase: Phase?
    /// Whether a person says that it holds, and not the data.
    package let isAttested: Bool
    package let basis: [CitedBasis]
    /// The rule in its pack's file.
    let node: YAMLNodeID
    /// The id of the rule that it replaces, as it is written.
    let overrides: YAMLNodeID?
    /// The list of its examples.
    let examples: YAMLNodeID?

    package var id: String { description.id }

    init(
        description: RuleDescription, phase: Phase?, isAttested: Bool, basis: [CitedBasis], node: YAMLNodeID, overrides: YAMLNodeID?,
        examples: YAMLNodeID?
    ) {
        self.description = description
        self.phase = phase
        self.isAttested = isAttested
        self.basis = basis
        self.node = node
        self.overrides = overrides
        self.examples = examples
    }

    /// The same rule by another of its readings.
    func read(as reading: String) -> RuleOutline {
        RuleOutline(
            description: description.read(as: reading), phase: phase, isAttested: isAttested, basis: basis, node: node,
            overrides: overrides,
            examples: examples)
    }
}
