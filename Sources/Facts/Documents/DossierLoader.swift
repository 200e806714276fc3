import Quantities
package import SourceText
package import YAMLTree

/// Reads documents as data of a vocabulary, one after the other, and merges them fact by fact.
///
/// Whatever is wrong is reported at its place, and the rest is read all the same; a fact that makes no sense counts as unknown. A copy is a
/// state that can be kept: reading on does not change it.
package struct DossierLoader {
    let vocabulary: Vocabulary
    /// All files of the dossier.
    package let forest: YAMLForest
    var tables = FactTables()
    /// The documents that have been read.
    private(set) var documents: [DocumentEntry] = []
    var contradictions: [Contradiction] = []
    /// What may stand for a value that is not known.
    let unknownWords: [String]
    private(set) var diagnostics: [Diagnostic] = []
    /// What documents say of fields and that could not be used.
    var doubts: [Doubt] = []
    /// Where reading ended because the aliases stand for too much.
    private(set) var end: YAMLNodeID?

    /// Texts of keys and references, numbered, so that records are found without comparing text.
    var identifiers = KeyInterner()
    /// For each keyed list (by the index of the fact that it is) its records by identifier.
    var keyed: [Int: [UInt32: Int]] = [:]
    private(set) var current: UInt16 = 0
    /// Whether what is read now is what is planned.
    var isPlanned = false
    private var budget: Int

    /// Reads one mapping as the root record: the data of an example inside a rule.
    package static func load(
        example node: YAMLNodeID, of forest: YAMLForest, vocabulary: Vocabulary
    ) -> (facts: FactStore, diagnostics: [Diagnostic]) {
        var loader = DossierLoader(forest, vocabulary: vocabulary)
        loader.tables.setNode(node, of: FactStore.root)
        loader.read(node, as: vocabulary.root, into: FactStore.root)
        return loader.finish()
    }

    /// - Parameter forest: all files of the dossier, read.
    init(_ forest: YAMLForest, vocabulary: Vocabulary) {
        self.forest = forest
        self.vocabulary = vocabulary
        unknownWords = vocabulary.words.unknown.others
        budget = forest.nodes.count * 4 + 100_000
        _ = tables.addRecord(vocabulary.root, node: YAMLNodeID(0), document: 0)
    }

    /// Makes room for all that there may be, in one piece.
    mutating func reserveCapacity() { tables.reserveCapacity(nodes: forest.nodes.count) }

    /// What is known once all documents that count are read. Nothing more can be read then.
    ///
    /// - Parameters:
    ///   - day: on which the dossier is looked at; nil: all that was read counts.
    ///   - lost: documents that are not used.
    mutating func finish(on day: CalendarDate? = nil, lost: [LostDocument] = []) -> (facts: FactStore, diagnostics: [Diagnostic]) {
        let lost = lost + (end.map { [LostDocument(place: forest.place(of: $0))] } ?? [])
        var losses = lost.map { Loss(piece: .document($0.kind), place: $0.place) }
        // Most dossiers have lost nothing, and then nothing is copied.
        var other = lost.isEmpty && doubts.isEmpty ? nil : self
        lose(lost)
        let noted = doubts.count
        losses += lose(doubts)
        tables.fillFromPlans()
        endRecords(on: day)
        link()
        other?.tables.fillFromPlans()
        other?.endRecords(on: day)
        other?.link()
        let readable = other?.store() ?? (doubts.count > noted ? store() : nil)
        // References to records that are not there are found only when all are linked.
        losses += lose(Array(doubts[noted...]))
        return (losses.isEmpty ? store() : store(losses: losses, readable: readable), diagnostics)
    }

    /// What is known so far.
    func store(losses: [Loss] = [], readable: FactStore? = nil) -> FactStore {
        FactStore(
            vocabulary: vocabulary, forest: forest, tables: tables, documents: documents, contradictions: contradictions, losses: losses,
            readable: readable)
    }

    package mutating func report(_ problem: FactProblem, _ node: YAMLNodeID) { report(problem.diagnostic(at: forest.place(of: node))) }

    /// An alias is read as often as it is used, but what is wrong with it is said once.
    private mutating func report(_ diagnostic: Diagnostic) {
        if let last = diagnostics.last, last.code == diagnostic.code, last.place == diagnostic.place { return }
        diagnostics.append(diagnostic)
    }

    /// Counts what is read, so that aliases of aliases cannot stand for more than memory holds.
    mutating func spend(_ node: YAMLNodeID) -> Bool {
        budget -= 1
        if budget == 0 {
            report(.tooLarge, node)
            end = node
        }
        return budget > 0
    }

    // MARK: Documents

    mutating func read(_ document: DocumentEntry) {
        current = UInt16(truncatingIfNeeded: documents.count)
        documents.append(document)
        let header = vocabulary.words.header
        guard let field = document.kind.field, case .record(let definition) = vocabulary.root.fields[field].type else {
            read(document.root, as: vocabulary.root, into: FactStore.root, skipping: header)
            return
        }
        // The document is the record of a field; it may also say to which dossier it belongs.
        let index = tables.index(field, of: FactStore.root)
        if tables.facts[index].state != .known {
            let record = tables.addRecord(definition, node: document.root, document: current, owner: FactStore.root, slot: field)
            tables.facts[index] = Fact(state: .known, document: current, node: document.root, payload: record)
        }
        let identity = vocabulary.identity.flatMap { slot -> [String] in
            let field = vocabulary.root.fields[slot]
            return [field.id, field.label.zh] + field.aliases
        }
        let own = Set(definition.writtenNames)
        let foreign = identity.filter { !own.contains($0) }
        readIdentity(document.root, foreign)
        read(document.root, as: definition, into: tables.facts[index].payload, skipping: header + foreign)
    }

    private mutating func readIdentity(_ mapping: YAMLNodeID, _ names: [String]) {
        for (key, value) in forest.entries(of: mapping) where names.contains(forest.keyName(key)) {
            let slot = Int(vocabulary.root.slotOfKey[Int(forest[key].link)])
            readField(slot, of: vocabulary.root, record: FactStore.root, value)
        }
    }
}
