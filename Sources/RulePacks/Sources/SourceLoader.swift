import FEEL
import Quantities
package import SourceText
package import YAMLTree

/// Reads the register of sources.
package enum SourceLoader {
    package static func load(_ forest: YAMLForest) -> (sources: [LegalSource], diagnostics: [Diagnostic]) {
        let reader = DefinitionReader(forest)
        var sources: [LegalSource] = []
        for document in forest.documents {
            guard let source = read(document.root, reader) else { continue }
            if let first = sources.first(where: { $0.id == source.id }) {
                reader.report(
                    Diagnostic(
                        code: "source.duplicate", place: source.place,
                        message: Localized(zh: "法源“\(source.id)”重复登记", en: "source “\(source.id)” is registered twice"),
                        related: [.init(place: first.place, message: Localized(zh: "先登记在这里", en: "first registered here"))]))
                continue
            }
            sources.append(source)
        }
        return (sources, reader.diagnostics)
    }

    private static let keys = ["source", "title", "short", "issuer", "adopted", "effective", "repealed", "text", "numbering", "articles"]

    private static func read(_ node: YAMLNodeID, _ reader: DefinitionReader) -> LegalSource? {
        guard let object = reader.object(node, keys: keys), let idNode = object.required("source"), let id = reader.string(idNode),
            let title = object.required("title").flatMap(reader.localized), let short = object.required("short").flatMap(reader.localized),
            let issuer = object.required("issuer").flatMap(reader.localized),
            let list = object.required("articles").flatMap(reader.anyObject)
        else { return nil }
        let numbering = object.string("numbering") ?? "articles"
        if numbering != "articles", numbering != "openings" {
            reader.report(
                "source.numbering", at: object["numbering"] ?? node, "编号方式应为 articles 或 openings", "numbering is `articles` or `openings`")
        }
        var articles: [LegalSource.Article] = []
        for (key, value) in list.entries {
            guard let entry = reader.object(value, keys: ["paragraphs", "sha256", "opens"]) else { continue }
            guard let digest = entry.required("sha256").flatMap(reader.string),
                let paragraphs = entry.required("paragraphs").flatMap(reader.integer)
            else { continue }
            if numbering == "openings" { _ = entry.required("opens") }
            articles.append(
                .init(
                    number: list.name(key), paragraphs: paragraphs, digest: digest, opening: entry.string("opens"),
                    place: reader.forest.place(of: key)))
        }
        return LegalSource(
            id: id, title: title, short: short, issuer: issuer, adopted: date("adopted", object), effective: date("effective", object),
            repealed: date("repealed", object), textFile: object.string("text"), hasNumberedArticles: numbering == "articles",
            articles: articles, place: reader.forest.place(of: idNode))
    }

    private static func date(_ key: String, _ object: DefinitionObject) -> CalendarDate? { object[key].flatMap { object.reader.date($0) } }
}

extension DefinitionReader {
    /// A date, reported where it is none.
    func date(_ node: YAMLNodeID) -> CalendarDate? {
        guard let text = string(node) else { return nil }
        if let date = CalendarDate(text) { return date }
        report("definition.date", at: node, "“\(text)”不是日期", "“\(text)” is not a date")
        return nil
    }
}
