package import Quantities
package import SourceText

/// A law, a regulation or a plan in the register. The register knows its articles by number, paragraphs and digest; the text itself is
/// not part of the project.
package struct LegalSource: Sendable {
    package struct Article: Sendable {
        package var number: String
        package var paragraphs: Int
        package var digest: String
        /// The words with which it begins, in a document without numbered articles.
        package var opening: String?
        package var place: SourcePlace
    }

    package struct Day: Sendable {
        package var date: CalendarDate
        package var place: SourcePlace
    }

    package var id: String
    package var title: Localized
    package var short: Localized
    package var issuer: Localized
    /// The first and the last day on which it is in force, with the places that say so; nil: open.
    package var firstDay: Day?
    package var lastDay: Day?
    /// The name of its file in a folder of law texts.
    package var textFile: String?
    package var hasNumberedArticles: Bool
    package var articles: [Article]
    package var place: SourcePlace

    package func article(_ number: String) -> Article? { articles.first { $0.number == number } }
}
