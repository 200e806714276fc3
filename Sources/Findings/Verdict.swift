public import SourceText

/// What is known of a rule for a dossier, or for one of its records (after XCCDF's rule results).
public enum Verdict: String, CaseIterable, Sendable {
    /// No completion of the missing facts violates the rule.
    case pass
    /// Every completion of the missing facts violates the rule.
    case fail
    /// It depends on facts that nobody has stated, and it is due.
    case unknown
    /// It depends on facts that nobody has stated, and it is not due yet.
    case pending
    /// Only a person can say, and nobody has.
    case review
    /// The rule does not concern this dossier.
    case notApplicable
    /// The rule itself could not be evaluated. This is a defect of the pack and says nothing about the data.
    case error
}

/// How the law binds.
public enum Force: String, CaseIterable, Sendable {
    /// 应当, 必须, 不得.
    case mandatory
    /// 原则上.
    case principle
    /// 适当, 统筹.
    case advisory

    public var severity: Diagnostic.Severity {
        switch self {
        case .mandatory: .error
        case .principle: .warning
        case .advisory: .note
        }
    }
}

/// A statement of a law, a regulation or a plan on which a rule rests.
public struct LegalBasis: Sendable {
    /// The source's id in the register.
    public let source: String
    public let title: Localized
    public let short: Localized
    /// As the register writes it: `25`, or `二(三)4` for a document without articles.
    public let article: String
    public let hasArticles: Bool
    public let paragraph: Int?
    /// The words that bind, verbatim.
    public let words: String
    /// The citation, made once: it stands in every result of its rule.
    private let cited: Localized

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
        cited = Self.cite(short, article, hasArticles: hasArticles, paragraph)
    }

    /// 《选举法》第二十五条第二款.
    public func citation(in language: Language) -> String { cited(in: language) }

    private static func cite(_ short: Localized, _ article: String, hasArticles: Bool, _ paragraph: Int?) -> Localized {
        let zhParagraph = paragraph.map { "第\(ChineseNumeral.text($0))款" } ?? ""
        let zhArticle = hasArticles ? Int(article).map { "第\(ChineseNumeral.text($0))条" } ?? article : article
        let enParagraph = paragraph.map { ", para. \($0)" } ?? ""
        return Localized(
            zh: "《\(short.zh)》\(zhArticle)\(zhParagraph)", en: "\(short.en), \(hasArticles ? "art. " : "")\(article)\(enParagraph)")
    }
}
