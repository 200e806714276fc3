public import SourceText

/// A statement of a law, a regulation or a plan on which a rule rests.
public struct LegalBasis: Sendable {
    /// The source's id in the register.
    public let source: String
    /// The source's full title.
    public let title: Localized
    /// What the source is called in citations: 《选举法》 without its marks.
    public let short: Localized
    /// The article as the register writes it: `25`, or `二(三)4` for a document without articles.
    public let article: String
    /// Whether the source is divided into numbered articles.
    public let hasArticles: Bool
    /// Counted from one; nil where the whole article is meant.
    public let paragraph: Int?
    /// The words that bind, verbatim.
    public let words: String
    /// 《章程》第二十五条第二款. It is made once, because it stands in every result of its rule.
    public let citation: Localized

    /// - Parameters: `short` without 《》; `paragraph` from one.
    public init(
        source: String, title: Localized, short: Localized, article: String, hasArticles: Bool, paragraph: Int?, words: String
    ) {
        self.source = source
        self.title = title
        self.short = short
        self.article = article
        self.hasArticles = hasArticles
        self.paragraph = paragraph
        self.words = words
        citation = Self.cite(short, article, hasArticles: hasArticles, paragraph)
    }

    private static func cite(_ short: Localized, _ article: String, hasArticles: Bool, _ paragraph: Int?) -> Localized {
        let zhParagraph = paragraph.map { "第\(ChineseNumeral.text($0))款" } ?? ""
        let zhArticle = hasArticles ? Int(article).map { "第\(ChineseNumeral.text($0))条" } ?? article : article
        let enParagraph = paragraph.map { ", para. \($0)" } ?? ""
        return Localized(
            zh: "《\(short.zh)》\(zhArticle)\(zhParagraph)", en: "\(short.en), \(hasArticles ? "art. " : "")\(article)\(enParagraph)")
    }
}
