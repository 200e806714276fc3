import Dispatch
import Facts
import Findings
package import SourceText
import Synchronization
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
        let (words, texts) = read(layers)
        guard let vocabulary = words.vocabulary else { return (nil, words.diagnostics) }
        var diagnostics = texts.diagnostics
        let reader = DefinitionReader(texts.packs)
        let packs = PackReader(reader: reader, vocabulary: vocabulary, sources: texts.sources).packs(layers)
        let overrides = Overrides(packs, reader)
        for outline in packs.flatMap(\.outlines) {
            guard let check = vocabulary.checks.first(where: { $0.id == outline.id }) else { continue }
            let related = Diagnostic.Related(place: check.place, message: Localized(zh: "数据核对已用此标识", en: "a check of the data has this id"))
            reader.report(PackProblem.duplicateRule(outline.id).diagnostic(at: outline.description.place, related: [related]))
        }
        let book = RuleBook(vocabulary: vocabulary, sources: texts.sources, packs: packs, overrides: overrides, forest: texts.packs)
        diagnostics += reader.diagnostics
        // Where something is wrong already, all the rest is looked at as well, so that everything is said at once.
        if scrutiny == .everything || !diagnostics.isEmpty { diagnostics += book.problems() }
        return diagnostics.isEmpty ? (book, []) : (nil, diagnostics.inOrder(of: texts.packs))
    }

    /// The vocabulary; nil where it has problems.
    private struct Words {
        var vocabulary: Vocabulary?
        var diagnostics: [Diagnostic] = []

        init() {}

        init(_ layers: [RuleLayer]) {
            var forest = YAMLForest()
            diagnostics = layers.flatMap(\.vocabulary).flatMap { forest.read($0) }
            guard diagnostics.isEmpty else { return }
            (vocabulary, diagnostics) = VocabularyLoader.load(forest)
        }
    }

    /// The register of sources, and the files of the packs as trees.
    private struct Texts {
        var sources: [LegalSource] = []
        var packs = YAMLForest()
        var diagnostics: [Diagnostic] = []

        init() {}

        init(_ layers: [RuleLayer]) {
            var forest = YAMLForest()
            diagnostics = layers.flatMap(\.sources).flatMap { forest.read($0) }
            let (sources, problems) = SourceLoader.load(forest)
            self.sources = sources
            diagnostics += problems
            diagnostics += layers.flatMap(\.packs).flatMap(\.files).flatMap { packs.read($0) }
        }
    }

    /// Reads both halves of the files at the same time; neither needs the other before packs are understood.
    private static func read(_ layers: [RuleLayer]) -> (Words, Texts) {
        let words = Mutex(Words())
        let texts = Mutex(Texts())
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            if half == 0 {
                words.withLock { $0 = Words(layers) }
            } else {
                texts.withLock { $0 = Texts(layers) }
            }
        }
        return (words.withLock { $0 }, texts.withLock { $0 })
    }
}
