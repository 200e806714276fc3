import FEEL
import Quantities
package import SourceText
package import YAMLTree

/// Reads the vocabulary from its files. Everything that is wrong is reported at its place; a vocabulary with errors is not used.
package struct VocabularyLoader {
    let reader: DefinitionReader
    var vocabulary: Vocabulary
    var types: [any ScalarType] = []
    var recordNodes: [(definition: RecordDefinition, object: DefinitionObject)] = []

    private static let sections = [
        "vocabulary", "root", "identity", "lawTime", "attestations", "dimensions", "words", "documents", "phases", "units", "enumerations",
        "records", "measures", "events", "slate",
    ]

    /// - Parameters:
    ///   - forest: the files of the vocabulary, one document each.
    ///   - types: the types that fields can have.
    package static func load(
        _ forest: YAMLForest, types: (Words) -> [any ScalarType] = FieldTypes.all
    ) -> (vocabulary: Vocabulary?, diagnostics: [Diagnostic]) {
        let reader = DefinitionReader(forest)
        let objects = forest.documents.compactMap { reader.object($0.root, keys: sections) }
        var loader = VocabularyLoader(
            reader: reader, vocabulary: Vocabulary(root: RecordDefinition(id: "", number: -1, label: Localized(same: ""))))
        for object in objects { loader.readWords(object) }
        loader.types = types(loader.vocabulary.words)
        loader.read(objects)
        return (reader.diagnostics.isEmpty ? loader.vocabulary : nil, reader.diagnostics)
    }

    mutating func read(_ objects: [DefinitionObject]) {
        for object in objects { readSimple(object) }
        for object in objects { declareRecords(object) }
        defineFields()
        guard let root = rootDefinition(objects) else { return }
        vocabulary.root = root
        resolvePaths()
        for object in objects { readRootParts(object) }
        readMeasures(objects)
        for object in objects { if let node = object["slate"] { readSlate(node, measures: objects) } }
        numberKeys()
    }

    // MARK: Units, enumerations, words

    mutating func readSimple(_ object: DefinitionObject) {
        if let title = object.localized("vocabulary") { vocabulary.title = title }
        for (id, entry) in entries(object, "units", keys: ["zh", "en", "counts"]) {
            guard let zh = entry.required("zh").flatMap(reader.string), let en = entry.required("en") else { continue }
            let forms = reader.forest[en].kind == .mapping ? reader.object(en, keys: ["one", "other"]) : nil
            let other = forms?.string("other") ?? (forms == nil ? reader.string(en) : nil) ?? id
            vocabulary.units[id] = Unit(
                id: id, zh: zh, one: forms?.string("one") ?? other, other: other, dimension: entry.string("counts") ?? id)
        }
        for (id, entry) in entries(object, "enumerations", keys: ["zh", "en", "values"]) {
            guard let label = entry.localized, let values = entry.required("values").flatMap(reader.anyObject) else { continue }
            var items: [EnumerationDefinition.Item] = []
            for (key, value) in values.entries {
                guard let item = reader.object(value, keys: ["zh", "en", "also"]), let label = item.localized else { continue }
                items.append(.init(id: values.name(key), label: label, aliases: item.strings("also")))
            }
            var words: Set<String> = []
            for (item, (key, _)) in zip(items, values.entries) {
                for word in Set([item.id, item.label.zh] + item.aliases) where !words.insert(word).inserted {
                    reader.report("vocabulary.ambiguous", at: key, "两个值都叫“\(word)”", "two values are called “\(word)”")
                }
            }
            vocabulary.enumerations.append(EnumerationDefinition(id: id, label: label, items: items))
        }
    }

    /// The entries of a section, each a mapping with fixed keys.
    func entries(_ object: DefinitionObject, _ section: String, keys: [String]) -> [(id: String, entry: DefinitionObject)] {
        guard let section = object[section].flatMap(reader.anyObject) else { return [] }
        return section.entries.compactMap { key, value in
            reader.object(value, keys: keys).map { (section.name(key), $0) }
        }
    }
}
