import Crypto
import SourceText

/// The text of a source, where the user has it at hand, cut into its articles.
package struct LawText {
    private let articles: [String: [String]]

    /// Cuts a text by the source's numbering. Lines that begin with `#` are headings.
    package init(_ text: String, of source: LegalSource) {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
        var articles: [String: [String]] = [:]
        var current: String?
        for line in lines {
            var rest = line
            if source.hasNumberedArticles {
                if let (number, body) = Self.article(opening: line) {
                    // A law names other articles too, but only the next number opens one.
                    current = articles[String(number)] == nil ? String(number) : current
                    rest = current == String(number) ? body : line
                }
            } else if let article = source.articles.first(where: { $0.opening.map(line.hasPrefix) == true }) {
                current = article.number
            }
            if let current { articles[current, default: []].append(rest) }
        }
        self.articles = articles
    }

    /// The article's paragraphs; numbered items belong to the paragraph before them.
    package func paragraphs(of article: String) -> [String]? {
        articles[article]?.reduce(into: [String]()) { paragraphs, line in
            if line.hasPrefix("（"), let last = paragraphs.indices.last, line.dropFirst().first.map({ "一二三四五六七八九十".contains($0) }) == true {
                paragraphs[last] += "\n" + line
            } else if !line.isEmpty {
                paragraphs.append(line)
            }
        }
    }

    /// SHA-256 of the article's text in UTF-8 with all white space removed, in hexadecimal.
    package func digest(of article: String) -> String? {
        guard let lines = articles[article] else { return nil }
        let text = lines.joined().filter { !$0.isWhitespace }
        return SHA256.hash(data: Array(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whether words stand in an article, or in a paragraph of it, white space aside.
    package func contains(_ words: String, article: String, paragraph: Int?) -> Bool {
        guard let all = paragraphs(of: article) else { return false }
        let part = paragraph.map { $0 <= all.count ? [all[$0 - 1]] : [] } ?? all
        return part.joined().filter { !$0.isWhitespace }.contains(words.filter { !$0.isWhitespace })
    }

    /// `第…条` at the beginning of a line, and what follows it.
    private static func article(opening line: String) -> (number: Int, body: String)? {
        guard line.hasPrefix("第"), let end = line.firstIndex(of: "条") else { return nil }
        let numeral = line[line.index(after: line.startIndex)..<end]
        guard let number = ChineseNumeral.number(of: numeral) else { return nil }
        return (number, String(line[line.index(after: end)...]).trimmed)
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
