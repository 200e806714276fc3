public import SourceText

/// A record of a dossier: what a result is about. It is found again by its type and its key, wherever it stands; words stand beside, and two
/// records of one name are two subjects.
public struct Subject: Sendable {
    /// The record type's id in the vocabulary.
    public let type: String
    /// What tells the record from others of its type; nil for the dossier's root record.
    public let key: String?
    /// What a reader calls it: “第三组”.
    public let label: Localized

    /// - Parameter key: unique among the records of the type in its dossier; nil for the root only.
    public init(type: String, key: String?, label: Localized) {
        self.type = type
        self.key = key
        self.label = label
    }
}

extension Subject: Hashable {
    /// By type and key; the label does not count.
    public static func == (a: Subject, b: Subject) -> Bool { a.type == b.type && a.key == b.key }

    /// As equality: by type and key.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(key)
    }
}
