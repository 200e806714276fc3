import FEEL
package import Facts
import Findings
import Quantities
package import SourceText
package import YAMLTree

/// Reads packs. Everything in them is checked here, before any data is judged: names, types, units, ids, sources and articles; each error
/// stands at its place in the pack's own file.
package struct PackLoader {
    let reader: DefinitionReader
    let vocabulary: Vocabulary
    let sources: [LegalSource]
    var ruleIDs: [String: SourcePlace] = [:]
    /// The pack that is being read.
    var parameters: [Parameter] = []
    var packTitle = Localized(same: "")
    var packID = ""
    var scope = Scope()

    package static func load(
        _ forest: YAMLForest, vocabulary: Vocabulary, sources: [LegalSource]
    ) -> (packs: [RulePack], diagnostics: [Diagnostic]) {
        let reader = DefinitionReader(forest)
        var loader = PackLoader(reader: reader, vocabulary: vocabulary, sources: sources)
        let packs = forest.documents.compactMap { loader.pack($0.root) }
        return (packs, reader.diagnostics)
    }

    private init(reader: DefinitionReader, vocabulary: Vocabulary, sources: [LegalSource]) {
        self.reader = reader
        self.vocabulary = vocabulary
        self.sources = sources
    }

    private mutating func pack(_ node: YAMLNodeID) -> RulePack? {
        let dimensionNames = vocabulary.dimensions.map(\.name)
        let keys = ["pack", "title", "period", "parameters", "slate", "calendar", "rules"] + dimensionNames
        guard let object = reader.object(node, keys: keys), let idNode = object.required("pack"), let id = reader.string(idNode),
            let title = object.required("title").flatMap(reader.localized), let list = object.required("rules").flatMap(reader.items)
        else { return nil }
        packID = id
        packTitle = title
        let period = object["period"].flatMap { reader.object($0, keys: ["from", "to"]) }
        parameters = object["parameters"].flatMap(reader.anyObject).map(readParameters) ?? []

        scope = Scope()
        _ = scope.open(vocabulary.root.type)
        let slots = parameters.map { scope.bind($0.id, .number(unit: nil)) }
        let dimensions = vocabulary.dimensions.compactMap { name, path in
            object[name].map { (name: name, path: path, values: dimensionValues($0, object.strings(name), path)) }
        }
        return RulePack(
            id: id, title: title, from: period?["from"].flatMap(reader.date), to: period?["to"].flatMap(reader.date),
            dimensions: dimensions,
            parameters: parameters, parameterSlots: slots, rules: list.compactMap { rule($0) },
            slate: object["slate"].flatMap(slateBounds), calendar: object["calendar"].map(calendar) ?? [],
            place: reader.forest.place(of: idNode))
    }

    /// Values of a dimension; of an enumeration they must be its own.
    private func dimensionValues(_ node: YAMLNodeID, _ values: [String], _ path: FieldPath) -> [String] {
        guard case .enumeration(let definition) = path.field(from: vocabulary.root).type else { return values }
        return values.map { value in
            guard let item = definition.items.first(where: { $0.id == value || $0.label.zh == value }) else {
                unknown(value, node, definition.items.map(\.id))
                return value
            }
            return item.id
        }
    }

    private func readParameters(_ section: DefinitionObject) -> [Parameter] {
        section.entries.compactMap { key, value in
            guard let entry = reader.object(value, keys: ["zh", "en", "values", "basis"]), let label = entry.localized,
                let values = entry.required("values").flatMap(reader.anyObject)
            else { return nil }
            let basis = entry.required("basis").map { bases($0) } ?? []
            var parameter = Parameter(id: section.name(key), label: label, values: [], basis: basis)
            for (key, value) in values.entries {
                guard let text = reader.string(value) else { continue }
                guard let from = CalendarDate(values.name(key)) else {
                    reader.report("definition.date", at: key, "此处应为日期", "expected a date")
                    continue
                }
                guard let fraction = Fraction(text) else {
                    reader.report("pack.number", at: value, "“\(text)”不是数或比例", "“\(text)” is neither a number nor a ratio")
                    continue
                }
                parameter.values.append((from, fraction, text))
            }
            if values.entries.isEmpty { reader.report("pack.number", at: values.node, "参数没有值", "the parameter has no value") }
            parameter.values.sort { $0.from < $1.from }
            return parameter
        }
    }

    // MARK: Sources

    /// The bases of a rule: one, or a list of which the first leads. Each must name a registered source and an article that it has.
    func bases(_ node: YAMLNodeID) -> [(basis: LegalBasis, place: SourcePlace)] {
        let isList = reader.forest[reader.forest.resolve(node)].kind == .sequence
        let nodes = isList ? reader.items(node) ?? [] : [node]
        return nodes.compactMap { item in
            guard let entry = reader.object(item, keys: ["source", "article", "paragraph", "words"]),
                let sourceNode = entry.required("source"), let sourceID = reader.string(sourceNode),
                let articleNode = entry.required("article"), let number = reader.string(articleNode),
                let wordsNode = entry.required("words"), let words = reader.string(wordsNode)
            else { return nil }
            guard let source = sources.first(where: { $0.id == sourceID }) else {
                let nearest = nearestName(to: sourceID, among: sources.map(\.id).sorted())
                reader.report(
                    "pack.source", at: sourceNode, "法源“\(sourceID)”没有登记", "source “\(sourceID)” is not registered",
                    help: .didYouMean(nearest)
                        ?? Localized(zh: "请在 sources/ 登记", en: "register it under sources/"))
                return nil
            }
            guard let article = source.article(number) else {
                reader.report(
                    "pack.article", at: articleNode, "《\(source.short.zh)》没有登记“\(number)”", "\(source.short.en) has no article “\(number)”",
                    help: Localized(zh: "已登记 \(source.articles.count) 条", en: "\(source.articles.count) articles are registered"))
                return nil
            }
            let paragraph = entry.integer("paragraph")
            if let paragraph, paragraph < 1 || paragraph > article.paragraphs {
                reader.report(
                    "pack.paragraph", at: entry["paragraph"] ?? item, "该条只有 \(article.paragraphs) 款",
                    "the article has \(article.paragraphs) paragraphs")
            }
            let basis = LegalBasis(
                source: source.id, title: source.title, short: source.short, article: number, hasArticles: source.hasNumberedArticles,
                paragraph: paragraph, words: words)
            return (basis, reader.forest.place(of: wordsNode))
        }
    }

    // MARK: Errors

    func unknown(_ name: String, _ node: YAMLNodeID, _ names: [String]) {
        let nearest = nearestName(to: name, among: names.sorted())
        reader.report(
            "pack.unknown-name", at: node, "没有“\(name)”", "there is no “\(name)”",
            help: .didYouMean(nearest)
                ?? (names.isEmpty
                    ? nil : Localized(zh: "可用：\(names.joined(separator: "、"))", en: "there are: \(names.joined(separator: ", "))")))
    }

    /// Compiles an expression of the pack in a scope; problems are reported at their place in the file.
    func compile(_ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        guard let text = reader.string(node) else { return nil }
        return compile(text, node, in: scope)
    }

    func compile(_ text: String, _ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        accepted(Compiler.compile(text, scope: scope), node)
    }

    /// An expression without problems; those that it has are reported at their place in the file.
    func accepted(_ result: Result<CompiledExpression, Compiler.Problems>, _ node: YAMLNodeID) -> CompiledExpression? {
        switch result {
        case .success(let compiled): return compiled
        case .failure(let problems):
            for problem in problems.all { reader.report(problem.diagnostic(in: reader.forest.resolve(node), of: reader.forest)) }
            return nil
        }
    }

    /// An expression that must be a boolean.
    func condition(_ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        guard let compiled = compile(node, in: scope) else { return nil }
        switch compiled.type {
        case .boolean, .any: return compiled
        default:
            reader.report("feel.type", at: node, "此处应为条件，而不是 \(compiled.type)", "expected a condition, not \(compiled.type)")
            return nil
        }
    }
}
