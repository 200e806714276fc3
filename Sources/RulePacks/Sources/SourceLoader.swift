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
                let related = Diagnostic.Related(place: first.place, message: Localized(zh: "先登记在这里", en: "first registered here"))
                reader.report(PackProblem.duplicateSource(source.id).diagnostic(at: source.place, related: [related]))
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
        if numbering != "articles", numbering != "openings" { reader.report(.unknownNumbering, at: object["numbering"] ?? node) }
        if id.isBlank { reader.report(.empty("source"), at: idNode) }
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
        let force = force(object)
        return LegalSource(
            id: id, title: title, short: short, issuer: issuer, firstDay: force.first, lastDay: force.last, textFile: object.string("text"),
            hasNumberedArticles: numbering == "articles",
            articles: articles, place: reader.forest.place(of: idNode))
    }

    /// When a source is in force: from `effective`, or else from its adoption, to the day before `repealed`.
    private static func force(_ object: DefinitionObject) -> (first: LegalSource.Day?, last: LegalSource.Day?) {
        func day(_ key: String) -> LegalSource.Day? {
            guard let node = object[key], let date = object.reader.date(node) else { return nil }
            return LegalSource.Day(date: date, place: object.reader.forest.place(of: node))
        }
        let adopted = day("adopted")
        let first = day("effective") ?? adopted
        guard let repealed = day("repealed") else { return (first, nil) }
        if let first, repealed.date <= first.date {
            let related = Diagnostic.Related(place: first.place, message: Localized(zh: "生效之日在这里", en: "it takes effect here"))
            object.reader.report(PackProblem.repealedBeforeEffect.diagnostic(at: repealed.place, related: [related]))
        }
        return (first, LegalSource.Day(date: CalendarDate(days: repealed.date.days - 1), place: repealed.place))
    }
}

extension DefinitionReader {
    /// A date, reported where it is none.
    func date(_ node: YAMLNodeID) -> CalendarDate? {
        guard let text = string(node) else { return nil }
        if let date = CalendarDate(text) { return date }
        report(.noDate(text), at: node)
        return nil
    }
}
