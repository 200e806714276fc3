import Findings
package import SourceText

/// Checks registered digests, and the words that rules quote, against the texts of the sources.
package enum LawVerification {
    package struct Outcome: Sendable {
        package var diagnostics: [Diagnostic] = []
        package var verifiedArticles = 0
        package var verifiedQuotations = 0
        /// Sources whose text is not in the folder.
        package var absentSources: [String] = []
    }

    /// - Parameter text: gives the text of a file by its name, or nil where it is not at hand.
    package static func verify(_ packs: [RulePack], _ sources: [LegalSource], text: (String) -> String?) -> Outcome {
        var outcome = Outcome()
        var texts: [String: LawText] = [:]
        for source in sources {
            guard let file = source.textFile, let content = text(file) else {
                outcome.absentSources.append(source.id)
                continue
            }
            let law = LawText(content, of: source)
            texts[source.id] = law
            for article in source.articles { verify(article, of: source, law, &outcome) }
        }
        for pack in packs {
            for citation in pack.citations {
                let basis = citation.basis
                guard let law = texts[basis.source] else { continue }
                if law.contains(basis.words, article: basis.article, paragraph: basis.paragraph) {
                    outcome.verifiedQuotations += 1
                } else {
                    outcome.diagnostics.append(
                        Diagnostic(
                            code: "law.quotation", place: citation.place,
                            message: Localized(
                                zh: "\(basis.citation(in: .zh))中没有“\(basis.words)”这句话",
                                en: "\(basis.citation(in: .en)) does not say “\(basis.words)”"),
                            help: Localized(zh: "请与法律原文核对引文", en: "compare the quotation with the text of the law")))
                }
            }
        }
        return outcome
    }

    private static func verify(_ article: LegalSource.Article, of source: LegalSource, _ law: LawText, _ outcome: inout Outcome) {
        guard let digest = law.digest(of: article.number) else {
            outcome.diagnostics.append(
                Diagnostic(
                    code: "law.article", place: article.place,
                    message: Localized(
                        zh: "原文中没有\(source.short.zh)的“\(article.number)”", en: "the text of \(source.short.en) has no “\(article.number)”"))
            )
            return
        }
        guard digest == article.digest else {
            outcome.diagnostics.append(
                Diagnostic(
                    code: "law.digest", place: article.place,
                    message: Localized(
                        zh: "\(source.short.zh)“\(article.number)”的原文与登记的摘要不符",
                        en: "the text of \(source.short.en) “\(article.number)” differs from its registered digest"),
                    help: Localized(zh: "原文摘要为 \(digest)", en: "the digest of the text is \(digest)")))
            return
        }
        if let count = law.paragraphs(of: article.number)?.count, count != article.paragraphs {
            outcome.diagnostics.append(
                Diagnostic(
                    code: "law.paragraphs", place: article.place,
                    message: Localized(
                        zh: "\(source.short.zh)“\(article.number)”有 \(count) 款，登记为 \(article.paragraphs) 款",
                        en: "\(source.short.en) “\(article.number)” has \(count) paragraphs, registered are \(article.paragraphs)")))
            return
        }
        outcome.verifiedArticles += 1
    }
}
