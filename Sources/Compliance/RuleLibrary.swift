import Facts
public import Findings
package import RulePacks
public import SourceText
import YAMLTree

/// The rules of a folder, loaded and checked: a vocabulary, a register of sources, and packs.
///
/// It belongs to one thread; a second thread loads its own.
public final class RuleLibrary {
    package let book: RuleBook

    /// - Parameters: the YAML files of the three folders, in the order of their names.
    /// - Returns: the library, or what is wrong with the files, each problem at its place.
    public static func load(
        vocabulary: [SourceFile], sources: [SourceFile], packs: [SourceFile]
    ) -> (library: RuleLibrary?, diagnostics: [Diagnostic]) {
        let (book, diagnostics) = RuleBook.load(.init(vocabulary: vocabulary, sources: sources, packs: packs))
        return (book.map(RuleLibrary.init), diagnostics)
    }

    private init(_ book: RuleBook) { self.book = book }

    /// The rules of all packs, in the order of the files.
    public var rules: [RuleDescription] { book.packs.flatMap { $0.rules.map(\.description) } }

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

    /// The examples of a rule: the verdict, and the data as its pack writes it.
    public func examples(of id: String) -> [(verdict: Verdict, text: String)] {
        let rule = book.packs.lazy.flatMap(\.rules).first { $0.id == id }
        return rule?.examples.map { (verdict: $0.verdict, text: book.forest.place(of: $0.given).text ?? "") } ?? []
    }
}
