import Facts
package import SourceText
import YAMLTree

/// Loads a folder of rules: vocabulary, register of sources, packs, in this order, because each is checked against the one before.
extension RuleBook {
    package struct Files: Sendable {
        package var vocabulary: [SourceFile]
        package var sources: [SourceFile]
        package var packs: [SourceFile]

        package init(vocabulary: [SourceFile], sources: [SourceFile], packs: [SourceFile]) {
            self.vocabulary = vocabulary
            self.sources = sources
            self.packs = packs
        }
    }

    /// The book is nil where anything is wrong: no data is judged by rules that do not hold together.
    package static func load(_ files: Files) -> (book: RuleBook?, diagnostics: [Diagnostic]) {
        var forest = YAMLForest()
        var diagnostics = files.vocabulary.flatMap { forest.read($0) }
        guard diagnostics.isEmpty else { return (nil, diagnostics) }
        let (vocabulary, vocabularyProblems) = VocabularyLoader.load(forest)
        guard let vocabulary else { return (nil, vocabularyProblems) }

        forest = YAMLForest()
        diagnostics += files.sources.flatMap { forest.read($0) }
        let (sources, sourceProblems) = SourceLoader.load(forest)
        diagnostics += sourceProblems

        // Examples inside packs are read as documents, so the keys of the vocabulary are numbered first here too.
        forest = YAMLForest(keys: vocabulary.keys)
        diagnostics += files.packs.flatMap { forest.read($0) }
        let (packs, packProblems) = PackLoader.load(forest, vocabulary: vocabulary, sources: sources)
        diagnostics += packProblems
        guard diagnostics.isEmpty else { return (nil, diagnostics) }
        return (RuleBook(vocabulary: vocabulary, sources: sources, packs: packs, forest: forest), [])
    }
}
