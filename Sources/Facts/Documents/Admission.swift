import SourceText
import YAMLTree

/// Which documents belong to a dossier: those that name the same one as the documents before them, and one only of a kind of which there is one.
struct Admission {
    private let forest: YAMLForest
    private let vocabulary: Vocabulary
    private var kept: [DocumentEntry] = []
    /// What the first document said that names the dossier by a field of the root.
    private var identity: [Int: YAMLNodeID] = [:]
    private(set) var refused: [(document: DocumentEntry, problem: Diagnostic)] = []

    init(_ forest: YAMLForest, _ vocabulary: Vocabulary) {
        self.forest = forest
        self.vocabulary = vocabulary
    }

    /// - Parameter document: the next in the order in which documents are read.
    mutating func admit(_ document: DocumentEntry) -> Bool {
        if document.kind.isSingle, let first = kept.first(where: { $0.kind.id == document.kind.id }) {
            let problem = FactProblem.secondDocument(document.kind.label, first: first.place)
            refused.append((document, problem.diagnostic(at: document.place)))
            return false
        }
        let stated = identity(of: document)
        for (slot, node) in stated {
            guard let first = identity[slot], forest.string(first) != forest.string(node) else { continue }
            let problem = FactProblem.otherDossier(field: vocabulary.root.fields[slot].label, first: forest.place(of: first))
            refused.append((document, problem.diagnostic(at: forest.place(of: node))))
            return false
        }
        identity.merge(stated) { first, _ in first }
        kept.append(document)
        return true
    }

    /// What a document says of the fields that tell one dossier from another. A word that is also a field of the document's own record means
    /// that one.
    private func identity(of document: DocumentEntry) -> [(slot: Int, node: YAMLNodeID)] {
        let own = document.kind.field.flatMap { vocabulary.root.fields[$0].type.record }?.writtenNames ?? []
        return forest.entries(of: document.root).compactMap { key, value in
            let (number, node) = (Int(forest[key].link), forest.resolve(value))
            guard vocabulary.root.slotOfKey.indices.contains(number), case let slot = Int(vocabulary.root.slotOfKey[number]),
                vocabulary.identity.contains(slot), !own.contains(forest.keyName(key)), forest[node].kind == .scalar,
                !forest.isNull(node)
            else { return nil }
            return (slot, node)
        }
    }
}
