package import SourceText

/// Reads mappings whose keys are fixed (vocabularies, sources, packs, configuration) and collects everything that is wrong with them.
///
/// Document contents are read by the stage `Facts` instead, from the types of a vocabulary.
package final class DefinitionReader {
    package let forest: YAMLForest
    package private(set) var diagnostics: [Diagnostic]

    package init(_ forest: YAMLForest, diagnostics: [Diagnostic] = []) {
        self.forest = forest
        self.diagnostics = diagnostics
    }

    /// Takes in a problem at a node.
    package func report(_ problem: some Diagnosable, at node: YAMLNodeID) { report(problem.diagnostic(at: forest.place(of: node))) }

    package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The mapping at a node; reports another kind of node, and keys that are not among `keys`.
    package func object(_ node: YAMLNodeID, keys: [String]) -> DefinitionObject? {
        guard let object = anyObject(node) else { return nil }
        for (key, _) in object.entries where !keys.contains(object.name(key)) {
            unknownKey(key, among: keys)
        }
        return object
    }

    /// The mapping at a node, whatever its keys are.
    package func anyObject(_ node: YAMLNodeID) -> DefinitionObject? {
        let target = forest.resolve(node)
        guard forest[target].kind == .mapping else {
            report(DefinitionProblem.notMapping, at: node)
            return nil
        }
        return DefinitionObject(reader: self, node: target)
    }

    /// Reports a key that is not among `keys`, with the one that was meant, or with all of them.
    package func unknownKey(_ key: YAMLNodeID, among keys: [String]) {
        report(DefinitionProblem.unknownKey(forest.keyName(key), among: keys), at: key)
    }

    /// The text of a scalar; reports another kind of node.
    package func string(_ node: YAMLNodeID) -> String? {
        let target = forest.resolve(node)
        guard forest[target].kind == .scalar else {
            report(DefinitionProblem.notText, at: node)
            return nil
        }
        return forest.string(target)
    }

    /// The items of a sequence; reports another kind of node.
    package func items(_ node: YAMLNodeID) -> [YAMLNodeID]? {
        let target = forest.resolve(node)
        guard forest[target].kind == .sequence else {
            report(DefinitionProblem.notList, at: node)
            return nil
        }
        return forest.items(of: target)
    }

    /// `{zh: …, en: …}`.
    package func localized(_ node: YAMLNodeID) -> Localized? { object(node, keys: ["zh", "en"])?.localized }

    /// A whole number in decimal digits; reports anything else.
    package func integer(_ node: YAMLNodeID) -> Int? {
        guard let text = string(node) else { return nil }
        guard let number = Int(text) else {
            report(DefinitionProblem.notWholeNumber(text), at: node)
            return nil
        }
        return number
    }

    /// `true` or `false`; reports anything else.
    package func boolean(_ node: YAMLNodeID) -> Bool? {
        guard let text = string(node) else { return nil }
        guard text == "true" || text == "false" else {
            report(DefinitionProblem.notBoolean, at: node)
            return nil
        }
        return text == "true"
    }
}
