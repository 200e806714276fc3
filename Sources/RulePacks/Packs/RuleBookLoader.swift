import Facts
package import SourceText
import YAMLTree

/// Loads layers of rules: vocabulary, register of sources, heads and outlines of packs, in this order, because each is checked against the
/// one before.
extension RuleBook {
    /// How much is checked before a book is given out.
    package enum Scrutiny: Sendable {
        /// Heads and outlines; expressions when they are first needed, see ``RulePack/contents``.
        case outlines
        /// Every expression and every example too.
        case everything
    }

    /// The book is nil where anything is wrong: no data is judged by rules that do not hold together.
    package static func load(_ layers: [RuleLayer], _ scrutiny: Scrutiny = .everything) -> (book: RuleBook?, diagnostics: [Diagnostic]) {
        var forest = YAMLForest()
        var diagnostics = layers.flatMap(\.vocabulary).flatMap { forest.read($0) }
        guard diagnostics.isEmpty else { return (nil, diagnostics) }
        let (vocabulary, vocabularyProblems) = VocabularyLoader.load(forest)
        guard let vocabulary else { return (nil, vocabularyProblems) }

        forest = YAMLForest()
        diagnostics += layers.flatMap(\.sources).flatMap { forest.read($0) }
        let (sources, sourceProblems) = SourceLoader.load(forest)
        diagnostics += sourceProblems

        // Examples inside packs are read as documents, so the keys of the vocabulary are numbered first here too.
        forest = YAMLForest(keys: vocabulary.keys)
        diagnostics += layers.flatMap(\.packs).flatMap(\.files).flatMap { forest.read($0) }
        let reader = DefinitionReader(forest)
        let packReader = PackReader(reader: reader, vocabulary: vocabulary, sources: sources)
        let packs = packReader.packs(layers)
        let overrides = Overrides(packs, reader)
        let book = RuleBook(vocabulary: vocabulary, sources: sources, packs: packs, overrides: overrides, forest: forest)
        diagnostics += reader.diagnostics
        // Where something is wrong already, all the rest is looked at as well, so that everything is said at once.
        if scrutiny == .everything || !diagnostics.isEmpty { diagnostics += book.problems() }
        return diagnostics.isEmpty ? (book, []) : (nil, diagnostics.inOrder(of: forest))
    }
}
