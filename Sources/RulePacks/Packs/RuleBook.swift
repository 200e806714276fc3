package import Facts
package import SourceText
package import YAMLTree

/// Everything under the folders of rules. It never changes, and all workers share it.
package struct RuleBook: Sendable {
    package let vocabulary: Vocabulary
    package let sources: [LegalSource]
    /// By layers; within a layer by the packs' `order`, then by the names of their files.
    package let packs: [RulePack]
    /// The checks of the data that the vocabulary defines.
    package let checks: [DataCheck]
    /// For a rule that others replace, the packs of those others; by the identity of its outline.
    private let replacing: [ObjectIdentifier: [RulePack]]
    /// The rule that a rule replaces; by the identity of the new one's outline.
    private let replaced: [ObjectIdentifier: RuleOutline]
    /// The files of the packs.
    package let forest: YAMLForest

    init(vocabulary: Vocabulary, sources: [LegalSource], packs: [RulePack], overrides: Overrides, forest: YAMLForest) {
        self.vocabulary = vocabulary
        self.sources = sources
        self.packs = packs
        replacing = overrides.replacing
        replaced = overrides.replaced
        self.forest = forest
        checks = vocabulary.checks.map(DataCheck.init)
    }

    /// The packs whose rules take a rule's place where they apply.
    package func packs(replacing rule: RuleOutline) -> [RulePack] { replacing.isEmpty ? [] : replacing[ObjectIdentifier(rule)] ?? [] }

    /// The rule whose place a rule takes.
    package func rule(replacedBy rule: RuleOutline) -> RuleOutline? { replaced[ObjectIdentifier(rule)] }

    /// The rule of an id, and of several that replace each other the one that is left.
    package func rule(_ id: String) -> (outline: RuleOutline, pack: RulePack)? {
        let named = packs.flatMap { pack in pack.outlines.filter { $0.id == id }.map { (outline: $0, pack: pack) } }
        return named.first { packs(replacing: $0.outline).isEmpty } ?? named.last
    }

    /// The files of the packs once more, with the keys of the vocabulary numbered first, as the data of examples is read. Its nodes have the
    /// numbers that they have in ``forest``.
    package func exampleForest() -> YAMLForest {
        var examples = YAMLForest(keys: vocabulary.keys)
        for entry in forest.files { _ = examples.read(entry.file) }
        return examples
    }

    /// What is wrong with the packs that were compiled so far. A pack with problems judges nothing.
    package var foundProblems: [Diagnostic] { packs.flatMap(\.foundProblems) }

    /// Compiles every pack and reads every example with its data; what is wrong with them.
    package func problems() -> [Diagnostic] {
        let examples = exampleForest()
        let reader = DefinitionReader(examples)
        for outline in packs.flatMap(\.outlines) {
            for example in ExampleReader(reader).examples(of: outline) {
                for problem in DossierLoader.load(example: example.given, of: examples, vocabulary: vocabulary).diagnostics {
                    reader.report(problem)
                }
            }
        }
        return (packs.flatMap(\.contents.problems) + reader.diagnostics).inOrder(of: forest)
    }
}

extension [Diagnostic] {
    /// By the files of a forest, and within a file by place; those of other files come first.
    func inOrder(of forest: YAMLForest) -> [Diagnostic] {
        var numbers: [ObjectIdentifier: Int] = [:]
        for (number, entry) in forest.files.enumerated() { numbers[ObjectIdentifier(entry.file)] = number }
        let keyed = enumerated().map { number, diagnostic in
            (file: numbers[ObjectIdentifier(diagnostic.place.file)] ?? -1, number: number, diagnostic: diagnostic)
        }
        return keyed.sorted { a, b in
            // What lies in no file of the forest keeps its order.
            let (first, second) = (
                a.file < 0 ? 0 : a.diagnostic.place.span.start.offset, b.file < 0 ? 0 : b.diagnostic.place.span.start.offset
            )
            return (a.file, first, a.number) < (b.file, second, b.number)
        }.map(\.diagnostic)
    }
}
