package import Findings
package import SourceText
import YAMLTree

/// The basis of a rule, a parameter or a day, and where its words are quoted.
package struct CitedBasis: Sendable {
    package let basis: LegalBasis
    /// The place of the quoted words.
    package let place: SourcePlace
}

extension PackReader {
    private static let basisKeys = ["source", "article", "paragraph", "words"]

    /// The bases at a node: one, or a list of which the first leads. Each must name a registered source and an article that it has.
    func bases(_ node: YAMLNodeID) -> [CitedBasis] {
        let isList = reader.forest[reader.forest.resolve(node)].kind == .sequence
        return isList ? (reader.items(node) ?? []).compactMap(basis) : [node].compactMap(basis)
    }

    private func basis(_ node: YAMLNodeID) -> CitedBasis? {
        guard let entry = reader.object(node, keys: Self.basisKeys),
            let sourceNode = entry.required("source"), let sourceID = reader.string(sourceNode),
            let articleNode = entry.required("article"), let number = reader.string(articleNode),
            let wordsNode = entry.required("words"), let words = reader.string(wordsNode)
        else { return nil }
        guard let source = sources.first(where: { $0.id == sourceID }) else {
            reader.report(.unregisteredSource(sourceID, among: sources.map(\.id)), at: sourceNode)
            return nil
        }
        guard let article = source.article(number) else {
            reader.report(.noArticle(number, of: source), at: articleNode)
            return nil
        }
        let paragraph = entry.integer("paragraph")
        if let paragraph, paragraph < 1 || paragraph > article.paragraphs {
            reader.report(.noParagraph(of: article.paragraphs), at: entry["paragraph"] ?? node)
        }
        let basis = LegalBasis(
            source: source.id, title: source.title, short: source.short, article: number, hasArticles: source.hasNumberedArticles,
            paragraph: paragraph, words: words)
        return CitedBasis(basis: basis, place: reader.forest.place(of: wordsNode))
    }
}
