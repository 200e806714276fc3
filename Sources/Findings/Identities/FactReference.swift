public import SourceText

/// A fact: a field of a record, and where it stands or would be written.
public struct FactReference: Sendable {
    /// The record with a key, or the root, in which the path begins.
    public let record: Subject
    /// The ids of the fields from the record to the fact, joined by points: `seats`, `notices.voterRoll.date`.
    public let path: String
    /// What a reader calls it: “第三组的人数”; of the root only the field.
    public let label: Localized
    /// The last field's label without its owner: “人数”.
    public let field: Localized
    /// Where it stands or would be written.
    public let place: SourcePlace

    /// - Parameters: `path` begins in `record`; labels and place do not tell one fact from another.
    public init(record: Subject, path: String, label: Localized, field: Localized, place: SourcePlace) {
        self.record = record
        self.path = path
        self.label = label
        self.field = field
        self.place = place
    }
}

extension FactReference: Hashable {
    /// By record and path; words and places do not count.
    public static func == (a: FactReference, b: FactReference) -> Bool { a.record == b.record && a.path == b.path }

    /// As equality: by record and path.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(record)
        hasher.combine(path)
    }
}

extension FactReference {
    /// An order that does not depend on where facts stand in files: by record type, key and path.
    public func precedes(_ other: FactReference) -> Bool {
        if record.type != other.record.type { return record.type < other.record.type }
        let (key, otherKey) = (record.key ?? "", other.record.key ?? "")
        if key != otherKey { return naturallyPrecedes(key, otherKey) }
        return path < other.path
    }
}

/// A fact that would decide a rule and that nobody has stated.
public struct MissingFact: Sendable {
    /// Which fact it is.
    public let fact: FactReference
    /// Who supplies it.
    public let supplier: Localized?
    /// Why it is not known.
    public let state: State

    /// Why it is not known.
    public enum State: String, Sendable {
        /// Nobody has said anything.
        case absent
        /// Somebody has said that it is not known.
        case openlyUnknown
        /// What was written makes no sense, or documents contradict each other.
        case unusable
        /// A piece of the dossier that may state it could not be used.
        case unread
        /// Only what was planned is known, and not what happened.
        case planned
    }

    /// - Parameter supplier: nil where the vocabulary names nobody.
    public init(_ fact: FactReference, supplier: Localized?, state: State = .absent) {
        self.fact = fact
        self.supplier = supplier
        self.state = state
    }
}
