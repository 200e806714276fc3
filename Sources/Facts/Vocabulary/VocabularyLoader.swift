package import SourceText
package import YAMLTree

/// Reads the vocabulary from its files. Everything that is wrong is reported at its place; a vocabulary with errors is not used.
package struct VocabularyLoader {
    let reader: DefinitionReader
    /// The files, one mapping each.
    let objects: [DefinitionObject]
    var vocabulary = Vocabulary(root: RecordDefinition(id: "", number: -1, label: Localized(same: "")))
    var types: [any ScalarType] = []
    /// The type `measure`, whose values are the measures.
    var measureNames: EnumerationDefinition?
    var drafts: [RecordDraft] = []
    /// Where each field is defined, by the field.
    var fieldDrafts: [ObjectIdentifier: FieldDraft] = [:]

    private static let sections = [
        "vocabulary", "root", "identity", "lawTime", "attestations", "dimensions", "words", "documents", "phases", "units", "enumerations",
        "records", "rosters", "measures", "events", "slate", "targets", "checks",
    ]

    /// - Parameters:
    ///   - forest: the files of the vocabulary, one document each.
    ///   - types: the types that fields can have.
    package static func load(
        _ forest: YAMLForest, types: (Words) -> [any ScalarType] = FieldTypes.all
    ) -> (vocabulary: Vocabulary?, diagnostics: [Diagnostic]) {
        let reader = DefinitionReader(forest)
        let objects = forest.documents.compactMap { reader.object($0.root, keys: sections) }
        var loader = VocabularyLoader(reader: reader, objects: objects)
        loader.checkTexts()
        loader.readWords()
        loader.types = types(loader.vocabulary.words)
        loader.read()
        return (reader.diagnostics.isEmpty ? loader.vocabulary : nil, reader.diagnostics)
    }

    private mutating func read() {
        if let node = single("vocabulary"), let title = reader.localized(node) { vocabulary.title = title }
        readUnits()
        readEnumerations()
        readMeasureNames()
        declareRecords()
        guard readRoot() else { return }
        defineFields()
        resolveLinks()
        readDocuments()
        readEvents()
        resolveEndings()
        readPhases()
        readRootParts()
        readAttestations()
        readRosters()
        checkNames(of: "measures")
        readMeasures(objects)
        if let node = single("slate") { readSlate(node, measures: objects) }
        readTargets()
        readChecks()
        numberKeys()
    }

    // MARK: Sections

    /// The entries of a section in all files, each a mapping with fixed keys.
    func entries(_ section: String, keys: [String], labelsDiffer: Bool = true) -> [(id: String, key: YAMLNodeID, entry: DefinitionObject)] {
        checkNames(of: section, labelsDiffer: labelsDiffer).compactMap { key, value in
            reader.object(value, keys: keys).map { (reader.forest.keyName(key), key, $0) }
        }
    }

    /// The entries of a section in all files. Of two with one identifier the second is reported, and not given; of two with one label too.
    @discardableResult
    func checkNames(of section: String, labelsDiffer: Bool = true) -> [(key: YAMLNodeID, value: YAMLNodeID)] {
        var (ids, zh, en): ([String: YAMLNodeID], [String: YAMLNodeID], [String: YAMLNodeID]) = ([:], [:], [:])
        return objects.compactMap { $0[section].flatMap(reader.anyObject) }.flatMap(\.entries).filter { key, value in
            let id = reader.forest.keyName(key)
            if let first = ids.updateValue(key, forKey: id) {
                report(.duplicate(id, first: reader.forest.place(of: first)), key)
                return false
            }
            if labelsDiffer {
                checkLabel("zh", of: value, among: &zh)
                checkLabel("en", of: value, among: &en)
            }
            return true
        }
    }

    private func checkLabel(_ language: String, of value: YAMLNodeID, among labels: inout [String: YAMLNodeID]) {
        guard let node = scalar(language, of: value), case let label = reader.forest.string(reader.forest.resolve(node)) else { return }
        guard let first = labels.updateValue(node, forKey: label) else { return }
        report(.equalLabels(label, first: reader.forest.place(of: first)), node)
    }

    /// The scalar under a key, where there is one; nothing is reported.
    func scalar(_ key: String, of node: YAMLNodeID) -> YAMLNodeID? {
        let target = reader.forest.resolve(node)
        guard reader.forest[target].kind == .mapping, let value = reader.anyObject(target)?[key],
            reader.forest[reader.forest.resolve(value)].kind == .scalar
        else { return nil }
        return value
    }

    /// A part of which there is one; where several files have it, they say the same.
    func single(_ key: String) -> YAMLNodeID? {
        let nodes = objects.compactMap { $0[key] }
        for other in nodes.dropFirst() where !reader.forest.isSame(nodes[0], other) {
            report(.differs(first: reader.forest.place(of: nodes[0])), other)
        }
        return nodes.first
    }

    // MARK: Problems

    func report(_ problem: VocabularyProblem, _ node: YAMLNodeID) { reader.report(problem, at: node) }

    /// - Parameters:
    ///   - names: what could have been meant.
    ///   - listing: what to list where none of these is near; nil: the names.
    func unknown(_ name: String, _ node: YAMLNodeID, _ names: [String], listing: [String]? = nil) {
        report(.unknownName(name, nearest: nearestName(to: name, among: names.sorted()), among: listing ?? names), node)
    }

    /// Identifiers and labels are not empty, and labels stand in one line.
    private func checkTexts() { for object in objects { checkTexts(in: object.node, isText: false) } }

    private func checkTexts(in node: YAMLNodeID, isText: Bool) {
        let forest = reader.forest
        switch forest[node].kind {
        case .alias: break
        case .scalar:
            guard isText else { return }
            let text = forest.string(node)
            if text.allSatisfy(\.isWhitespace) { return report(.empty, node) }
            if text.unicodeScalars.contains(where: Self.isLineBreak) { report(.lineBreak, node) }
        case .sequence: for item in forest.items(of: node) { checkTexts(in: item, isText: isText) }
        case .mapping:
            for (key, value) in forest.entries(of: node) {
                let name = forest.keyName(key)
                if name.allSatisfy(\.isWhitespace) { report(.empty, key) }
                checkTexts(in: value, isText: Self.isText(name))
            }
        }
    }

    /// Whether people read what stands under a key.
    private static func isText(_ key: String) -> Bool {
        switch key {
        case "zh", "en", "also", "one", "other": true
        default: false
        }
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension YAMLForest {
    /// Whether two nodes say the same.
    fileprivate func isSame(_ a: YAMLNodeID, _ b: YAMLNodeID) -> Bool {
        let (a, b) = (resolve(a), resolve(b))
        guard self[a].kind == self[b].kind, self[a].count == self[b].count || self[a].kind == .scalar else { return false }
        switch self[a].kind {
        case .scalar: return text[self[a].textRange].elementsEqual(text[self[b].textRange])
        case .sequence: return zip(items(of: a), items(of: b)).allSatisfy { isSame($0, $1) }
        case .mapping:
            return zip(entries(of: a), entries(of: b)).allSatisfy { self[$0.key].link == self[$1.key].link && isSame($0.value, $1.value) }
        case .alias: return false
        }
    }
}
