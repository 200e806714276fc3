package import FEEL
package import Quantities
package import SourceText

/// A record type. Types refer to each other in circles, so fields come after all types exist; then nothing changes any more.
///
/// Unchecked, because the loader fills it in before the vocabulary is given out, on one thread; nobody can write it afterwards.
package final class RecordDefinition: @unchecked Sendable {
    package let id: String
    package let number: Int
    package let label: Localized
    /// The fields by slot.
    package fileprivate(set) var fields: [FieldDefinition] = []
    /// The slot of the field that tells the records of a list apart.
    package fileprivate(set) var keySlot: Int?
    /// The slot of the field printed as the name of the record.
    package fileprivate(set) var nameSlot: Int?
    package let type: RecordType
    /// Slots of references, and of fields that must be there.
    package private(set) var references: [Int] = []
    private(set) var required: [Int] = []
    /// Slots of lists of records that documents write.
    private(set) var recordLists: [Int] = []
    /// Slots of lists whose records can end.
    private(set) var endingLists: [Int] = []
    /// For each key of a document (by its number) the field's slot, or -1.
    fileprivate(set) var slotOfKey: [Int16] = []

    package init(id: String, number: Int, label: Localized) {
        self.id = id
        self.number = number
        self.label = label
        type = RecordType(name: id)
    }

    package func slot(named id: String) -> Int? { fields.firstIndex { $0.id == id } }

    func define(fields: [FieldDefinition], key: String?, name: String?) {
        self.fields = fields
        keySlot = key.flatMap(slot(named:))
        nameSlot = name.flatMap(slot(named:))
        references = fields.indices.filter { if case .reference = fields[$0].type { true } else { false } }
        recordLists = fields.indices.filter { fields[$0].type.listedRecord != nil }
        required = fields.indices.filter { fields[$0].isRequired || $0 == keySlot }
        type.setFields(
            fields.map { field in
                .init(
                    name: field.id, aliases: [field.label.zh] + field.aliases, type: field.type.expressionType(unit: field.unit),
                    bounds: field.bounds)
            })
    }

    /// Once it is known of all fields where records end.
    func noteEndingLists() { endingLists = recordLists.filter { fields[$0].ends != nil } }

    func setKeyTable(_ table: [Int16]) { slotOfKey = table }

    /// Names a person could have written, for “did you mean”.
    var writtenNames: [String] {
        fields.filter(\.isWritten).flatMap { [$0.id, $0.label.zh] + $0.aliases }
    }
}

/// A field of a record type. It is shared, never copied, because every fact that is read asks for it.
///
/// Unchecked, because its paths lead through record types and so come last; the loader sets them before the vocabulary is given out.
package final class FieldDefinition: @unchecked Sendable {
    package let id: String
    package let label: Localized
    package let aliases: [String]
    package let type: FieldType
    package internal(set) var unit: Unit?
    package internal(set) var minimum: Decimal?
    package internal(set) var maximum: Decimal?
    package internal(set) var isRequired = false
    /// Where this field is absent, the value of this path of the root holds.
    package internal(set) var otherwise: FieldPath?
    /// Where this field is absent, the last day of another field of the record holds, by its slot.
    package internal(set) var lastOf: Int?
    /// Where this field is absent, the latest day in a field of a list's records holds.
    package internal(set) var latest: Latest?
    /// Documents write this field as two days too, the first and the last, because another field holds the last of them.
    var hasLast = false
    /// Whether a plan states what is to be, beside what is; nil: it does not.
    package internal(set) var planning: Planning?
    /// The field holds the records of a list of the root whose reference points here.
    package internal(set) var inverse: Inverse?
    /// Whether documents write the field; if not, it follows from others.
    var isWritten: Bool { inverse == nil && latest == nil }
    /// A later list takes the place of an earlier one as a whole.
    package internal(set) var isReplaced = false
    package internal(set) var supplier: Localized?
    /// Of a list of records: where these say on which day they ended. Such a list holds the records of its day only.
    package internal(set) var ends: FieldPath?
    /// The day or window of the root whose state the list gives; nil: the day on which the dossier is looked at.
    package internal(set) var stateOn: FieldPath?

    init(id: String, label: Localized, aliases: [String], type: FieldType) {
        self.id = id
        self.label = label
        self.aliases = aliases
        self.type = type
    }

    /// What all numbers of the field lie between.
    fileprivate var bounds: Bounds? {
        guard minimum != nil || maximum != nil, case .number = type.expressionType(unit: nil) else { return nil }
        return Bounds(lower: minimum.map(Value.number) ?? .null, upper: maximum.map(Value.number) ?? .null)
    }

    package struct Inverse: Sendable {
        package var list: Int
        package var reference: Int
    }

    /// A list of the root, and a field of its records.
    package struct Latest: Sendable {
        package var list: Int
        package var field: Int
    }

    /// How far what is planned stands for what is.
    package enum Planning: Sendable {
        /// Until its day is past: then what happened is wanted.
        case untilItsDay
        /// For good, as a timetable: of which nobody reports that it was kept.
        case lasting
    }
}
