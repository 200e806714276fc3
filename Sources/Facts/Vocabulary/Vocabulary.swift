package import FEEL
package import Quantities
package import SourceText
package import YAMLTree

/// What there is: record types with their fields, enumerations, measures, events and phases, each with its labels. All of it is data;
/// see docs/rule-data.md.
package struct Vocabulary: Sendable {
    package var title = Localized(same: "")
    package var root: RecordDefinition
    /// Fields of the root that tell one dossier from another.
    package var identity: [Int] = []
    /// The event whose day selects the law.
    package var lawTime: EventDefinition?
    package var attestations: AttestationDefinition?
    package var dimensions: [(name: String, path: FieldPath)] = []
    package var documentKinds: [DocumentKind] = []
    package var phases: [Phase] = []
    package var units: [String: Unit] = [:]
    package var enumerations: [EnumerationDefinition] = []
    package var records: [RecordDefinition] = []
    /// What says how many belong to a list.
    var rosters: [RosterDefinition] = []
    package var measures: [MeasureDefinition] = []
    /// The measures that are taken in records of each type, by its number.
    package internal(set) var measuresTaken: [[any Measure]] = []
    package var events: [EventDefinition] = []
    package var slate: SlateDefinition?
    package var targets: TargetDefinition?
    package var checks: [CheckDefinition] = []
    package var words = Words()
    /// Every identifier and label that a key of a document can be, numbered first.
    package var keys = KeyInterner()

    package func phase(_ id: String) -> Phase? { phases.first { $0.id == id } }
    package func measure(_ id: String) -> MeasureDefinition? { measures.first { $0.id == id } }
    package func event(_ id: String) -> EventDefinition? { events.first { $0.id == id } }

    /// The kind that documents call by a name.
    func documentKind(_ name: String) -> DocumentKind? { documentKinds.first { $0.id == name || $0.label.zh == name } }

    /// The field that an expression refers to.
    package func field(_ slot: Int, of record: RecordType) -> FieldDefinition? {
        records.first { $0.type === record }?.fields[slot]
    }
}

/// Where people attest what only they can say, and what they say.
package struct AttestationDefinition: Sendable {
    /// The list of the root that holds what they have said.
    package let list: Int
    /// Fields of its records: which rule, who, in what capacity, when, and whether it is so.
    package let rule: Int
    package let by: Int
    package let office: Int?
    package let date: Int
    package let holds: Int
    /// Which record it is about, and what is said of it; for explanations of what a check finds.
    package let subject: Int?
    package let note: Int?
}

/// A kind of document.
package struct DocumentKind: Sendable {
    package var id: String
    package var label: Localized
    /// A dossier must have one.
    package var isRequired = false
    /// A dossier has at most one.
    package var isSingle = false
    /// A later one takes the place of an earlier one, fact by fact.
    package var supersedes = false
    /// It holds for all dossiers below it, and is never one itself.
    package var isSuperior = false
    /// What it states of fields that can be planned is what is to be, and contradicts nothing that is.
    package var plans = false
    /// The field of the root in which the document's record stands; nil: the document is the root.
    package var field: Int?
}

package struct Phase: Sendable {
    package var id: String
    package var label: Localized
    package var window: FieldPath?
    /// Events that stand for its last day where nobody has stated the window: the first whose day is known.
    package var otherwise: [EventDefinition] = []
}

package final class EnumerationDefinition: Sendable {
    package struct Item: Sendable {
        package var id: String
        package var label: Localized
        package var aliases: [String]
    }

    package let id: String
    package let label: Localized
    package let items: [Item]
    package let type: Enumeration
    /// The values as FEEL sees them, by number.
    package let values: [Value]
    /// All words for the values, numbered, and the value that each stands for.
    let words: KeyInterner
    let itemOfWord: [Int16]

    package init(id: String, label: Localized, items: [Item]) {
        self.id = id
        self.label = label
        self.items = items
        type = Enumeration(name: id, values: items.map(\.id))
        values = items.map { .string($0.id) }
        var words = KeyInterner()
        var itemOfWord: [Int16] = []
        for (number, item) in items.enumerated() {
            for word in [item.id, item.label.zh] + item.aliases where words.find(word) == nil {
                _ = words.intern(word)
                itemOfWord.append(Int16(number))
            }
        }
        self.words = words
        self.itemOfWord = itemOfWord
    }
}

package struct EventDefinition: Sendable {
    package var id: String
    package var label: Localized
    package var path: FieldPath
}

/// How the winners come about: each contest of a list gives so many places to its own entrants, and measures are taken of all winners.
package struct SlateDefinition: Sendable {
    /// The list of the root, and the type of its records.
    package var contests: Int
    package var contest: RecordDefinition
    /// Fields of a contest: how many it elects, and those who stand.
    package var places: Int
    package var entrants: Int
    package var entrant: RecordDefinition
    /// The field of a contest that says how many of its places stay vacant, where there is one.
    package var vacant: Int?
    /// The field of an entrant that says whether it stands; nil where all do.
    package var standing: Int?
    /// The list of the root that the winners form.
    package var winners: Int
    /// The conditions of the measures over the winners, for an entrant; by the measure's id.
    package var conditions: [String: CompiledExpression]
}
