import Facts
public import Findings
public import RulePacks
public import SourceText
import YAMLTree

/// Layers of rules, loaded and checked: a vocabulary, a register of sources, and packs. It never changes, and all workers share it.
public final class RuleLibrary: Sendable {
    package let book: RuleBook

    /// Loads layers of rules and checks everything in them, expressions and examples too.
    ///
    /// - Returns: the library, or what is wrong with the files, each problem at its place.
    public static func load(_ layers: [RuleLayer]) -> (library: RuleLibrary?, diagnostics: [Diagnostic]) {
        let (book, diagnostics) = RuleBook.load(layers, .everything)
        return (book.map(RuleLibrary.init), diagnostics)
    }

    /// Loads layers of rules and checks heads, ids and sources. The expressions of a pack are compiled when it first applies to a dossier;
    /// what is wrong with them is in ``problems`` afterwards.
    public static func open(_ layers: [RuleLayer]) -> (library: RuleLibrary?, diagnostics: [Diagnostic]) {
        let (book, diagnostics) = RuleBook.load(layers, .outlines)
        return (book.map(RuleLibrary.init), diagnostics)
    }

    /// Loads one layer whose packs are single files, and checks everything.
    ///
    /// - Parameters: the YAML files of the three folders, in the order of their names.
    public static func load(
        vocabulary: [SourceFile], sources: [SourceFile], packs: [SourceFile]
    ) -> (library: RuleLibrary?, diagnostics: [Diagnostic]) {
        load([RuleLayer(vocabulary: vocabulary, sources: sources, packs: packs.map { RuleLayer.Pack($0) })])
    }

    private init(_ book: RuleBook) { self.book = book }

    /// What is wrong with the packs that have been applied so far. Such a pack judges nothing: its rules have the verdict `error`.
    public var problems: [Diagnostic] { book.foundProblems }

    /// The rules of all packs, in the order of the packs.
    public var rules: [RuleDescription] { book.packs.flatMap { $0.outlines.map(\.description) } }

    /// The checks of the data itself: those of every vocabulary, then its own. They are selected, skipped and explained like rules.
    public var checks: [RuleDescription] { DataRules.all + book.checks.map(\.description) }

    /// The rule of an id, and of several that replace each other the one that is left; or the check of the data.
    public func rule(_ id: String) -> RuleDescription? {
        book.rule(id)?.outline.description ?? checks.first { $0.id == id }
    }

    /// The rule whose place the rule of an id takes.
    public func rule(replacedBy id: String) -> RuleDescription? {
        book.rule(id).flatMap { book.rule(replacedBy: $0.outline) }?.description
    }

    /// Identifiers and labels of the phases, in their order.
    public var phases: [(id: String, label: Localized)] { book.vocabulary.phases.map { ($0.id, $0.label) } }

    /// Compares registered digests and quoted words with the texts of the sources.
    ///
    /// - Parameter text: gives a file's text by its name, or nil where it is not at hand.
    public func verifyLaw(text: (String) -> String?) -> LawVerificationReport {
        let outcome = LawVerification.verify(book.packs, book.sources, text: text)
        return LawVerificationReport(
            diagnostics: outcome.diagnostics, verifiedArticles: outcome.verifiedArticles, verifiedQuotations: outcome.verifiedQuotations,
            absentSources: outcome.absentSources)
    }
}

extension RuleLibrary {
    /// The whole article that a basis names, by paragraphs, where its text is at hand.
    public func article(of basis: LegalBasis, text: (String) -> String?) -> [String]? {
        guard let source = book.sources.first(where: { $0.id == basis.source }), let file = source.textFile, let content = text(file) else {
            return nil
        }
        return LawText(content, of: source).paragraphs(of: basis.article)
    }

    /// The examples of a rule: the verdict, what it shows where its pack says so, and the data as its pack writes it.
    public func examples(of id: String) -> [(verdict: Verdict, name: String?, text: String)] {
        guard let rule = book.rule(id) else { return [] }
        return ExampleReader(DefinitionReader(book.forest)).examples(of: rule.outline).map { example in
            (example.verdict, example.name, book.forest.place(of: example.given).text ?? "")
        }
    }
}

extension RuleLibrary {
    /// Whether there are documents that hold for all dossiers below them.
    public var hasSuperiorDocuments: Bool { book.vocabulary.documentKinds.contains(where: \.isSuperior) }

    /// Whether a file holds such documents and nothing else.
    public func isSuperior(_ file: SourceFile) -> Bool {
        var forest = YAMLForest(keys: book.vocabulary.keys)
        _ = forest.read(file)
        // One that cannot be read to its end is one by what stands at its beginning, so that what it may ask for is not forgotten.
        let kinds =
            forest.documents.map { DocumentHead($0, of: forest, book.vocabulary).document?.kind }
            + forest.dropped.map { LostDocument($0, book.vocabulary).kind }
        return !kinds.isEmpty && kinds.allSatisfy { $0?.isSuperior == true }
    }
}
