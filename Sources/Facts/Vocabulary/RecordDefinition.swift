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
    private(set) var references: [Int] = []
    private(set) var required: [Int] = []
    /// Slots of lists of records that documents write.
    private(set) var recordLists: [Int] = []
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
        recordLists = fields.indices.filter { if case .list(.record) = fields[$0].type { true } else { false } }
        required = fields.indices.filter { fields[$0].isRequired || $0 == keySlot }
        type.setFields(fields.map { .init(name: $0.id, aliases: [$0.label.zh] + $0.aliases, type: $0.type.expressionType(unit: $0.unit)) })
    }

    func setKeyTable(_ table: [Int16]) { slotOfKey = table }

    /// Names a person could have written, for “did you mean”.
    var writtenNames: [String] {
        fields.filter { $0.inverse == nil }.flatMap { [$0.id, $0.label.zh] + $0.aliases }
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
    /// The field holds the records of a list of the root whose reference points here.
    package internal(set) var inverse: Inverse?
    /// A later list takes the place of an earlier one as a whole.
    package internal(set) var isReplaced = false
    package internal(set) var supplier: Localized?

    init(id: String, label: Localized, aliases: [String], type: FieldType) {
        self.id = id
        self.label = label
        self.aliases = aliases
        self.type = type
    }

    package struct Inverse: Sendable {
        package var list: Int
        package var reference: Int
    }
}

package indirect enum FieldType: Sendable {
    case text
    case integer
    case decimal
    case ratio
    case boolean
    case date
    case window
    case duration
    case enumeration(EnumerationDefinition)
    case record(RecordDefinition)
    case list(FieldType)
    /// A record of a list of the root, written as its key.
    case reference(list: Int, RecordDefinition)

    func expressionType(unit: Unit?) -> FEELType {
        switch self {
        case .text: .string
        case .integer, .decimal, .ratio: .number(unit: unit)
        case .boolean: .boolean
        case .date: .date
        case .window: .window
        case .duration: .any
        case .enumeration(let definition): .enumeration(definition.type)
        case .record(let definition), .reference(_, let definition): .record(definition.type)
        case .list(let element): .list(element.expressionType(unit: unit))
        }
    }

    /// What a document should have here, for messages.
    var expectation: Localized {
        switch self {
        case .text: Localized(zh: "文字", en: "a text")
        case .integer: Localized(zh: "整数", en: "a whole number")
        case .decimal: Localized(zh: "数", en: "a number")
        case .ratio: Localized(zh: "比例，如 35% 或 1/3", en: "a ratio such as 35% or 1/3")
        case .boolean: Localized(zh: "是或否", en: "true or false")
        case .date: Localized(zh: "日期，如 2021-11-25", en: "a date such as 2021-11-25")
        case .window:
            Localized(
                zh: "日期，或起止日期（如 2021-11-10/2021-11-30）", en: "a date, or a window such as 2021-11-10/2021-11-30")
        case .duration: Localized(zh: "时长，如 P20D", en: "a duration such as P20D")
        case .enumeration(let definition):
            Localized(
                zh: "\(definition.label.zh)：\(definition.items.prefix(8).map(\.label.zh).joined(separator: "、"))"
                    + (definition.items.count > 8 ? "等" : ""),
                en: "\(definition.label.en): \(definition.items.prefix(8).map(\.id).joined(separator: ", "))"
                    + (definition.items.count > 8 ? ", …" : ""))
        case .record(let definition):
            Localized(zh: "\(definition.label.zh)的各项", en: "the fields of \(definition.label.en)")
        case .list: Localized(zh: "列表（每项以“- ”开头）", en: "a list")
        case .reference(_, let definition):
            Localized(zh: "\(definition.label.zh)的编号", en: "the key of \(definition.label.en)")
        }
    }
}

extension FieldPath {
    /// Resolves `a.b.c` from a record type; nil where a part does not exist or is no record on the way.
    package init?(_ text: String, from record: RecordDefinition) {
        var slots: [Int] = []
        var current: RecordDefinition? = record
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard let definition = current, let slot = definition.slot(named: String(part)) else { return nil }
            slots.append(slot)
            switch definition.fields[slot].type {
            case .record(let next), .reference(_, let next): current = next
            default: current = nil
            }
        }
        self.init(slots: slots, text: text)
    }

    /// The variable that holds the root record wherever its fields are names: it is opened first.
    package static let rootVariable = 0

    /// The path from the root, as expressions refer to it.
    package var reference: FieldReference.Path { .init(variable: Self.rootVariable, fields: slots) }

    /// The field at the end of the path.
    package func field(from record: RecordDefinition) -> FieldDefinition {
        var current = record
        for slot in slots.dropLast() {
            switch current.fields[slot].type {
            case .record(let next), .reference(_, let next): current = next
            default: break
            }
        }
        return current.fields[slots[slots.count - 1]]
    }
}

extension FieldType {
    /// The type in a word or two, for lists of fields.
    package var description: Localized {
        switch self {
        case .record(let definition): definition.label
        case .enumeration(let definition): definition.label
        case .list(let element): Localized(zh: "\(element.description.zh)的列表", en: "list of \(element.description.en)")
        default: expectation
        }
    }
}
