package import Quantities
package import SourceText
package import YAMLTree

/// A document of a dossier that is not used: it cannot be read, or it cannot be said to belong here. It could have stated anything that a
/// document of its kind can.
package struct LostDocument: Sendable {
    /// Nil where it may be of any kind.
    package var kind: DocumentKind?
    /// The day of which it is; nil where that is not known.
    package var day: CalendarDate?
    package var place: SourcePlace

    package init(kind: DocumentKind? = nil, day: CalendarDate? = nil, place: SourcePlace) {
        self.kind = kind
        self.day = day
        self.place = place
    }

    init(_ document: DocumentEntry) { self.init(kind: document.kind, day: document.asOf, place: document.place) }

    /// Of a document that could not be read to its end what stood at its beginning counts.
    package init(_ dropped: DroppedDocument, _ vocabulary: Vocabulary) {
        func text(_ word: Word) -> String? { dropped.entries.first { word.contains($0.key) }?.value }
        self.init(place: dropped.place)
        kind = text(vocabulary.words.kind).flatMap(vocabulary.documentKind)
        if let text = text(vocabulary.words.asOf), case .date(let date) = ScalarParsing.date(Array(text.utf8)[...]) { day = date }
    }

    /// The day from which it would count, where it supersedes others.
    var countsFrom: CalendarDate? { kind?.supersedes == true ? day : nil }
}

/// A piece of a dossier that could not be used, so that facts which it may state are not known.
package struct Loss: Sendable {
    package enum Piece: Sendable {
        /// A whole document; of which kind, where that is known.
        case document(DocumentKind?)
        /// What a document says of one field.
        case entry(FieldDefinition)
    }

    package var piece: Piece
    package var place: SourcePlace
}

/// What a document says of a field, and that could not be used.
struct Doubt: Sendable {
    var record: Int
    var slot: Int
    /// Whether it is said of what is planned.
    var isPlanned: Bool
    var node: YAMLNodeID
    var document: UInt16
}
