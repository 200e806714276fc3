package import FEEL
package import Quantities
package import SourceText

/// The type of a field: one that stands by itself, or one made of other definitions.
package enum FieldType: Sendable {
    case scalar(any ScalarType)
    case enumeration(EnumerationDefinition)
    case record(RecordDefinition)
    indirect case list(FieldType)
    /// A record of a list of the root, written as its key.
    case reference(list: Int, RecordDefinition)

    /// The type of the values in expressions.
    /// - Parameter unit: the unit of the field, for numbers.
    package func expressionType(unit: Unit?) -> FEELType {
        switch self {
        case .scalar(let type): type.expressionType(unit: unit)
        case .enumeration(let definition): definition.expressionType(unit: unit)
        case .record(let definition), .reference(_, let definition): .record(definition.type)
        case .list(let element): .list(element.expressionType(unit: unit))
        }
    }

    /// All values that there are, where they are few.
    package var allValues: [Value]? {
        switch self {
        case .scalar(let type): type.allValues
        case .enumeration(let definition): definition.allValues
        case .record, .list, .reference: nil
        }
    }

    /// What a document should have here, for messages.
    package var expectation: Localized {
        switch self {
        case .scalar(let type): type.expectation
        case .enumeration(let definition): definition.expectation
        case .record(let definition): Localized(zh: "\(definition.label.zh)的各项", en: "the fields of \(definition.label.en)")
        case .list: Localized(zh: "列表（每项以“- ”开头）", en: "a list")
        case .reference(_, let definition): Localized(zh: "\(definition.label.zh)的编号", en: "the key of \(definition.label.en)")
        }
    }

    /// The type in a word or two, for lists of fields.
    package var description: Localized {
        switch self {
        case .record(let definition): definition.label
        case .enumeration(let definition): definition.label
        case .list(let element): Localized(zh: "\(element.description.zh)的列表", en: "list of \(element.description.en)")
        case .scalar, .reference: expectation
        }
    }

    /// The record type that paths lead through here.
    package var record: RecordDefinition? {
        switch self {
        case .record(let definition), .reference(_, let definition): definition
        case .scalar, .enumeration, .list: nil
        }
    }

    /// The type of the records, where this is a list of them.
    package var listedRecord: RecordDefinition? { if case .list(.record(let definition)) = self { definition } else { nil } }
}
