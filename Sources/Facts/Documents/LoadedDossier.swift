package import Quantities
package import SourceText
package import YAMLTree

/// All documents of one dossier, read and merged in their order: first those that supersede nothing, then the others by their days. What
/// counts is decided by the day on which it is looked at: everything up to some document of that order.
package struct LoadedDossier {
    private let vocabulary: Vocabulary
    private let forest: YAMLForest
    /// What came of each document's head, in the order of the files.
    private let heads: [DocumentHead]
    /// Documents that cannot stand beside the others, and what is wrong with each.
    private let unfit: [(document: DocumentEntry, problem: Diagnostic)]
    /// What is known from documents that supersede nothing, and then after each day of which documents are.
    private var states: [State]

    private struct State {
        /// Nil: it holds on any day.
        var day: CalendarDate?
        var loader: DossierLoader
    }

    /// Reads all documents, whatever their day.
    ///
    /// - Parameter forest: all files of the dossier, read.
    package init(_ forest: YAMLForest, vocabulary: Vocabulary) {
        self.forest = forest
        self.vocabulary = vocabulary
        heads = forest.documents.map { DocumentHead($0, of: forest, vocabulary) }
        // The order of files does not matter.
        let documents = heads.compactMap(\.document).sorted { a, b in
            if a.kind.supersedes != b.kind.supersedes { return !a.kind.supersedes }
            return (a.asOf?.days ?? .min, a.root) < (b.asOf?.days ?? .min, b.root)
        }
        var admission = Admission(forest, vocabulary)
        states = Self.states(of: documents.filter { admission.admit($0) }, DossierLoader(forest, vocabulary: vocabulary))
        unfit = admission.refused
    }

    private static func states(of documents: [DocumentEntry], _ loader: DossierLoader) -> [State] {
        var loader = loader
        var states: [State] = []
        var day: CalendarDate?
        // Room is made once, for the last state: those before share nothing with it that has grown.
        let lastDay = documents.last?.countsFrom
        if lastDay == day { loader.reserveCapacity() }
        for document in documents {
            if document.countsFrom != day {
                states.append(State(day: day, loader: loader))
                day = document.countsFrom
                if lastDay == day { loader.reserveCapacity() }
            }
            loader.read(document)
        }
        return states + [State(day: day, loader: loader)]
    }

    /// What is known on a day, and what is wrong with the documents that count then.
    ///
    /// - Parameters:
    ///   - day: documents that supersede others and are of a later day are left out, with a warning; nil: all count.
    ///   - unread: files of the dossier that could not be opened; why has been said.
    package consuming func facts(
        on day: CalendarDate? = nil, unread: [SourcePlace] = []
    ) -> (facts: FactStore, diagnostics: [Diagnostic]) {
        func counts(_ from: CalendarDate?) -> Bool { day.map { day in from.map { $0 <= day } ?? true } ?? true }
        var dossier = self
        // Of a dossier that nobody else keeps nothing is copied.
        dossier.states.removeAll { !counts($0.day) }
        var loader = dossier.states.removeLast().loader
        dossier.states = []
        var diagnostics: [Diagnostic] = []
        for head in dossier.heads {
            diagnostics += head.diagnostics
            if let document = head.document, let node = head.dayNode, let day, let date = document.countsFrom, date > day {
                let late = FactProblem.laterThanAsOf(document.kind.label, date, day)
                diagnostics.append(late.diagnostic(at: dossier.forest.place(of: node)))
            }
        }
        let unfit = dossier.unfit.filter { counts($0.document.countsFrom) }
        let (forest, vocabulary) = (dossier.forest, dossier.vocabulary)
        let lost =
            unread.map { LostDocument(place: $0) } + forest.dropped.map { LostDocument($0, vocabulary) } + dossier.heads.compactMap(\.lost)
            + unfit.map { LostDocument($0.document) }
        let counting = lost.filter { counts($0.countsFrom) }
        diagnostics += dossier.missingKinds(loader.documents, counting) + unfit.map(\.problem)
        if let host = Self.host(of: loader.documents) { loader.tables.setNode(host, of: FactStore.root) }
        let (facts, problems) = loader.finish(on: day, lost: counting)
        return (facts, diagnostics + problems)
    }

    /// Where the root would be written: in a document that must be there, or at least in one that is the root.
    private static func host(of documents: [DocumentEntry]) -> YAMLNodeID? {
        (documents.first { $0.kind.isRequired } ?? documents.first { $0.kind.field == nil } ?? documents.first)?.root
    }

    /// Documents that should be there, and are not even among those that could not be used.
    private func missingKinds(_ documents: [DocumentEntry], _ lost: [LostDocument]) -> [Diagnostic] {
        guard let first = documents.map(\.root).min() else { return [] }
        return vocabulary.documentKinds.filter { kind in
            kind.isRequired && !documents.contains { $0.kind.id == kind.id } && !lost.contains { ($0.kind?.id ?? kind.id) == kind.id }
        }.map { FactProblem.missingDocument($0.label).diagnostic(at: forest.place(of: first)) }
    }
}
