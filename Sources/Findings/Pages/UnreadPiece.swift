public import SourceText

/// A piece of a dossier that could not be used; what it may state is not known. What is wrong with it is said by a diagnostic.
public struct UnreadPiece: Sendable {
    /// How much could not be used.
    public enum Extent: String, Sendable {
        /// A whole document.
        case document
        /// What a document says of one field.
        case entry
    }

    /// How much it is.
    public var extent: Extent
    /// The kind of the document, or the field; nil where the kind is not known.
    public var label: Localized?
    /// Where reading failed.
    public var place: SourcePlace

    /// - Parameter label: what a reader calls the kind of document or the field.
    public init(_ extent: Extent, label: Localized?, place: SourcePlace) {
        self.extent = extent
        self.label = label
        self.place = place
    }
}
