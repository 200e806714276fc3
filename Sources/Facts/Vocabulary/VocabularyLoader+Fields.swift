import FEEL
import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    static let listPrefix = "list of "
    private static let referencePrefix = "reference to "
    private static let fieldKeys = [
        "zh", "en", "type", "unit", "min", "max", "required", "otherwise", "lastOf", "latest", "planned", "inverse", "merge", "from",
        "also", "ends", "asOf",
    ]

    /// Defines a field, but for the paths in it, which are resolved when all fields are defined.
    func field(_ draft: FieldDraft, _ lists: [String: RootList]) -> FieldDefinition? {
        guard let object = reader.object(draft.value, keys: Self.fieldKeys), let label = object.localized,
            let typeNode = object.required("type"), let text = reader.string(typeNode), let type = fieldType(text, typeNode, lists)
        else { return nil }
        let field = FieldDefinition(id: draft.id, label: label, aliases: object.strings("also"), type: type)
        readNumbers(of: field, object)
        field.isRequired = object.boolean("required") ?? false
        if let merge = object["merge"], let text = reader.string(merge), text != "replace" { unknown(text, merge, ["replace"]) }
        field.isReplaced = object["merge"] != nil
        field.supplier = object.localized("from")
        if let node = object["planned"] { field.planning = planning(node, field.type) }
        return field
    }

    /// What can be planned is a day or a number.
    private func planning(_ node: YAMLNodeID, _ type: FieldType) -> FieldDefinition.Planning? {
        guard let text = reader.string(node) else { return nil }
        switch text {
        case "true", "lasting":
            if !type.canBePlanned { report(.notPlannable(type.description), node) }
            return text == "true" ? .untilItsDay : .lasting
        case "false": return nil
        default:
            unknown(text, node, ["true", "false", "lasting"])
            return nil
        }
    }

    /// The unit and the bounds, which only numbers have.
    private func readNumbers(of field: FieldDefinition, _ object: DefinitionObject) {
        for key in ["unit", "min", "max"] {
            guard let node = object[key], !field.type.isNumber else { continue }
            report(.onlyForNumbers(field.type.description), node)
        }
        if let node = object["unit"], let name = reader.string(node) {
            field.unit = vocabulary.units[name]
            if field.unit == nil { unknown(name, node, Array(vocabulary.units.keys)) }
        }
        field.minimum = decimal("min", object)
        field.maximum = decimal("max", object)
        if let minimum = field.minimum, let maximum = field.maximum, minimum > maximum, let node = object["min"] {
            report(.boundsReversed(minimum: minimum.description, maximum: maximum.description), node)
        }
    }

    private func decimal(_ key: String, _ object: DefinitionObject) -> Decimal? {
        guard let node = object[key], let text = reader.string(node) else { return nil }
        if let number = Decimal(text) { return number }
        report(.notADecimal(text), node)
        return nil
    }

    private func fieldType(_ text: String, _ node: YAMLNodeID, _ lists: [String: RootList]) -> FieldType? {
        if text.hasPrefix(Self.listPrefix) {
            switch fieldType(String(text.dropFirst(Self.listPrefix.count)), node, lists) {
            case .list?, .reference?: report(.listOfLists, node)
            case let element?: return .list(element)
            case nil: break
            }
            return nil
        }
        if text.hasPrefix(Self.referencePrefix) {
            let name = String(text.dropFirst(Self.referencePrefix.count))
            guard let list = lists[name] else {
                report(.noList(name, nearest: nearestName(to: name, among: lists.keys.sorted())), node)
                return nil
            }
            if !list.hasKey { report(.noKey(list.record.label), node) }
            return .reference(list: list.slot, list.record)
        }
        if let type = types.first(where: { $0.id == text }) { return .scalar(type) }
        if text == Self.measureType, let measureNames { return .enumeration(measureNames) }
        if let enumeration = enumeration(text) { return .enumeration(enumeration) }
        if let record = record(text) { return .record(record) }
        unknown(text, node, types.map(\.id) + [Self.measureType] + vocabulary.enumerations.map(\.id) + vocabulary.records.map(\.id))
        return nil
    }
}

extension FieldType {
    fileprivate var canBePlanned: Bool {
        guard case .scalar(let type) = self else { return false }
        switch type.expressionType(unit: nil) {
        case .number, .date, .window: return true
        default: return false
        }
    }

    /// Its values, or those of a list, are numbers.
    fileprivate var isNumber: Bool {
        switch expressionType(unit: nil) {
        case .number, .list(.number): true
        default: false
        }
    }
}
