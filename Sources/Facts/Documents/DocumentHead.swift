package import Quantities
package import SourceText
package import YAMLTree

/// A document of a dossier.
package struct DocumentEntry: Sendable {
    package var kind: DocumentKind
    package var asOf: CalendarDate?
    package var root: YAMLNodeID
    package var place: SourcePlace

    /// The day from which the document counts, where it supersedes others; nil: on any day.
    var countsFrom: CalendarDate? { kind.supersedes ? asOf : nil }
}

/// What a document says of itself: its kind and its day.
package struct DocumentHead {
    /// Nil where nothing of the document can be used: its kind is not known, or its day although it would supersede others of its kind.
    package private(set) var document: DocumentEntry?
    /// Where the day is written.
    private(set) var dayNode: YAMLNodeID?
    private(set) var diagnostics: [Diagnostic] = []
    /// What is lost with a document that cannot be used.
    private(set) var lost: LostDocument?

    package init(_ document: YAMLDocument, of forest: YAMLForest, _ vocabulary: Vocabulary) {
        self.document = read(document, forest, vocabulary)
    }

    private mutating func read(_ document: YAMLDocument, _ forest: YAMLForest, _ vocabulary: Vocabulary) -> DocumentEntry? {
        let (root, words, kinds) = (forest.resolve(document.root), vocabulary.words, vocabulary.documentKinds)
        guard forest[root].kind == .mapping else { return report(.notAMapping, root, forest) }
        guard let node = Self.entry(words.kind, of: root, forest) else { return report(.noKind(words.kind, known: kinds), root, forest) }
        let target = forest.resolve(node)
        let name = forest[target].kind == .scalar ? forest.string(target) : ""
        guard let kind = vocabulary.documentKind(name) else {
            let nearest = nearestName(to: name, among: kinds.flatMap { [$0.id, $0.label.zh] })
            return report(.unknownKind(name, words.kind, nearest: nearest, known: kinds), node, forest)
        }
        let day = day(kind, root, forest, words)
        if kind.supersedes, day == nil { return nil }
        lost = nil
        return DocumentEntry(kind: kind, asOf: day, root: root, place: forest.place(of: root))
    }

    private mutating func day(_ kind: DocumentKind, _ root: YAMLNodeID, _ forest: YAMLForest, _ words: Words) -> CalendarDate? {
        guard let node = Self.entry(words.asOf, of: root, forest).map(forest.resolve), forest[node].kind == .scalar else {
            if kind.supersedes { report(.noDate(kind.label, words.asOf), root, forest, kind) }
            return nil
        }
        dayNode = node
        switch ScalarParsing.date(forest.text[forest[node].textRange]) {
        case .date(let date): return date
        case .noSuchDay(let year, let month, let day): report(.noSuchDay(year, month, day), node, forest, kind)
        case .notADate:
            let text = forest.string(node)
            let found = Localized(zh: "文字“\(text)”", en: "the text “\(text)”")
            report(
                .wrongType(expected: DateType().expectation, found: found, suggestion: DateType.suggestion(for: text)), node, forest, kind)
        }
        return nil
    }

    @discardableResult
    private mutating func report(
        _ problem: FactProblem, _ node: YAMLNodeID, _ forest: YAMLForest, _ kind: DocumentKind? = nil
    ) -> DocumentEntry? {
        let place = forest.place(of: node)
        diagnostics.append(problem.diagnostic(at: place))
        lost = LostDocument(kind: kind, place: place)
        return nil
    }

    private static func entry(_ word: Word, of mapping: YAMLNodeID, _ forest: YAMLForest) -> YAMLNodeID? {
        forest.entries(of: mapping).first { word.contains(forest.keyName($0.key)) }?.value
    }
}
