package import Quantities
package import SourceText
package import YAMLTree

/// Reads the documents of one dossier as data of a vocabulary, and merges them fact by fact.
///
/// Whatever is wrong is reported at its place, and the rest is read all the same; a fact that makes no sense counts as unknown.
package struct DossierLoader {
    let vocabulary: Vocabulary
    let asOf: CalendarDate?
    var forest: YAMLForest
    var tables = FactTables()
    var documents: [DocumentEntry] = []
    var contradictions: [Contradiction] = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// Texts of keys and references, numbered, so that records are found without comparing text.
    var identifiers = KeyInterner()
    /// For each keyed list (by the slot index that holds it) its records by identifier.
    var keyed: [Int: [UInt32: Int]] = [:]
    var current: UInt16 = 0
    private var budget: Int

    /// - Parameters:
    ///   - forest: all files of the dossier, read.
    ///   - asOf: documents of a later day are left out, with a warning.
    package static func load(
        _ forest: consuming YAMLForest, vocabulary: Vocabulary, asOf: CalendarDate? = nil
    ) -> (facts: FactStore, diagnostics: [Diagnostic]) {
        var loader = DossierLoader(forest: forest, vocabulary: vocabulary, asOf: asOf)
        loader.run()
        let facts = FactStore(
            vocabulary: vocabulary, forest: loader.forest, tables: loader.tables, documents: loader.documents,
            contradictions: loader.contradictions)
        return (facts, loader.diagnostics)
    }

    /// Reads one mapping as the root record: the data of an example inside a rule.
    package static func load(
        example node: YAMLNodeID, of forest: YAMLForest, vocabulary: Vocabulary
    ) -> (facts: FactStore, diagnostics: [Diagnostic]) {
        var loader = DossierLoader(forest: forest, vocabulary: vocabulary, asOf: nil)
        _ = loader.tables.addRecord(vocabulary.root, node: node, document: 0)
        loader.read(node, as: vocabulary.root, into: FactStore.root)
        loader.link()
        let facts = FactStore(
            vocabulary: vocabulary, forest: loader.forest, tables: loader.tables, documents: [], contradictions: loader.contradictions)
        return (facts, loader.diagnostics)
    }

    private init(forest: YAMLForest, vocabulary: Vocabulary, asOf: CalendarDate?) {
        self.asOf = asOf
        self.forest = forest
        self.vocabulary = vocabulary
        budget = forest.nodes.count * 4 + 100_000
        tables.slots.reserveCapacity(forest.nodes.count)
        tables.elements.reserveCapacity(forest.nodes.count / 8)
    }

    mutating func report(_ problem: FactProblem, _ node: YAMLNodeID) { report(problem.diagnostic(at: forest.place(of: node))) }

    /// An alias is read as often as it is used, but what is wrong with it is said once.
    mutating func report(_ diagnostic: Diagnostic) {
        if let last = diagnostics.last, last.code == diagnostic.code, last.place == diagnostic.place { return }
        diagnostics.append(diagnostic)
    }

    /// Counts what is read, so that aliases of aliases cannot stand for more than memory holds.
    mutating func spend(_ node: YAMLNodeID) -> Bool {
        budget -= 1
        if budget == 0 { report(.tooLarge, node) }
        return budget > 0
    }

    // MARK: Documents

    private mutating func run() {
        for document in forest.documents { admit(document) }
        checkKinds()
        // Plans before snapshots, earlier snapshots before later ones; the order of files does not matter.
        documents.sort { a, b in
            if a.kind.supersedes != b.kind.supersedes { return !a.kind.supersedes }
            return (a.asOf?.days ?? 0, a.root) < (b.asOf?.days ?? 0, b.root)
        }
        // What is missing would be written in the plan, or at least in a document that is the root.
        let host = documents.first { $0.kind.isRequired } ?? documents.first { $0.kind.field == nil } ?? documents.first
        let first = host?.root ?? YAMLNodeID(0)
        _ = tables.addRecord(vocabulary.root, node: first, document: 0)
        for (number, document) in documents.enumerated() {
            current = UInt16(truncatingIfNeeded: number)
            readDocument(document)
        }
        link()
    }

    private mutating func admit(_ document: YAMLDocument) {
        let root = forest.resolve(document.root)
        let known = vocabulary.documentKinds.map { Localized(zh: $0.label.zh, en: $0.id) }
        guard forest[root].kind == .mapping else { return report(.notAMapping, root) }
        guard let node = entry(vocabulary.words.kind, of: root) else { return report(.noKind(known: known), root) }
        let name = forest[forest.resolve(node)].kind == .scalar ? forest.string(forest.resolve(node)) : ""
        guard let kind = vocabulary.documentKinds.first(where: { $0.id == name || $0.label.zh == name }) else {
            let names = vocabulary.documentKinds.flatMap { [$0.id, $0.label.zh] }
            return report(.unknownKind(name, nearest: nearestName(to: name, among: names), known: known), node)
        }
        var asOf: CalendarDate?
        if let node = entry(vocabulary.words.asOf, of: root), forest[forest.resolve(node)].kind == .scalar {
            let resolved = forest.resolve(node)
            switch ScalarParsing.date(forest.text[forest[resolved].textRange]) {
            case .date(let date):
                if let limit = self.asOf, date > limit, kind.supersedes {
                    var late = FactProblem.laterThanAsOf(kind.label, date.description, limit.description).diagnostic(
                        at: forest.place(of: resolved))
                    late.severity = .warning
                    return report(late)
                }
                asOf = date
            case .noSuchDay(let year, let month, let day): report(.noSuchDay(year, month, day), node)
            case .notADate: reportType(.date, resolved)
            }
        } else if kind.supersedes {
            report(.noDate(kind.label), root)
        }
        documents.append(DocumentEntry(kind: kind, asOf: asOf, root: root, place: forest.place(of: root)))
    }

    private func entry(_ words: [String], of mapping: YAMLNodeID) -> YAMLNodeID? {
        for (key, value) in forest.entries(of: mapping) where words.contains(forest.keyName(key)) { return value }
        return nil
    }

    private mutating func checkKinds() {
        guard !documents.isEmpty else { return }
        for kind in vocabulary.documentKinds {
            let found = documents.filter { $0.kind.id == kind.id }
            if kind.isRequired, found.isEmpty { report(.missingDocument(kind.label), documents[0].root) }
            if kind.isSingle, found.count > 1 {
                for second in found.dropFirst() {
                    report(.secondDocument(kind.label, first: found[0].place), second.root)
                    documents.removeAll { $0.root == second.root }
                }
            }
        }
    }

    private mutating func readDocument(_ document: DocumentEntry) {
        let words = vocabulary.words
        let header = words.kind + words.asOf + words.remark
        guard let field = document.kind.field, case .record(let definition) = vocabulary.root.fields[field].type else {
            read(document.root, as: vocabulary.root, into: FactStore.root, skipping: header)
            return
        }
        // The document is the record of a field; it may also say to which dossier it belongs.
        let index = tables.index(field, of: FactStore.root)
        if tables.slots[index].state != .known {
            let record = tables.addRecord(definition, node: document.root, document: current, owner: FactStore.root, slot: field)
            tables.slots[index] = Slot(state: .known, document: current, node: document.root, payload: record)
        }
        let identity = vocabulary.identity.flatMap { slot -> [String] in
            let field = vocabulary.root.fields[slot]
            return [field.id, field.label.zh] + field.aliases
        }
        let own = Set(definition.writtenNames)
        let foreign = identity.filter { !own.contains($0) }
        readIdentity(document.root, foreign)
        read(document.root, as: definition, into: tables.slots[index].payload, skipping: header + foreign)
    }

    private mutating func readIdentity(_ mapping: YAMLNodeID, _ names: [String]) {
        for (key, value) in forest.entries(of: mapping) where names.contains(forest.keyName(key)) {
            let slot = Int(vocabulary.root.slotOfKey[Int(forest[key].link)])
            readField(slot, of: vocabulary.root, record: FactStore.root, value)
        }
    }
}
