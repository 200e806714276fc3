import FEEL
import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    mutating func declareRecords(_ object: DefinitionObject) {
        for (id, entry) in entries(object, "records", keys: ["zh", "en", "key", "name", "extends", "fields"]) {
            guard let label = entry.localized else { continue }
            guard record(id) == nil, enumeration(id) == nil else {
                reader.report("vocabulary.duplicate", at: entry.node, "“\(id)”重复定义", "“\(id)” is defined twice")
                continue
            }
            let definition = RecordDefinition(id: id, number: vocabulary.records.count, label: label)
            vocabulary.records.append(definition)
            recordNodes.append((definition, entry))
        }
    }

    mutating func defineFields() {
        var defined: Set<Int> = []
        for index in recordNodes.indices { define(index, &defined) }
    }

    func define(_ index: Int, _ defined: inout Set<Int>) {
        guard defined.insert(index).inserted else { return }
        let (definition, object) = recordNodes[index]
        var fields: [FieldDefinition] = []
        if let parent = object["extends"], let name = reader.string(parent) {
            if let base = recordNodes.firstIndex(where: { $0.definition.id == name }) {
                define(base, &defined)
                fields = recordNodes[base].definition.fields
            } else {
                unknown(name, parent, vocabulary.records.map(\.id))
            }
        }
        if let node = object.required("fields"), let section = reader.anyObject(node) {
            for (key, value) in section.entries {
                guard let field = field(section.name(key), value) else { continue }
                if fields.contains(where: { $0.id == field.id }) {
                    reader.report("vocabulary.duplicate", at: key, "字段“\(field.id)”重复", "field “\(field.id)” is defined twice")
                } else {
                    fields.append(field)
                }
            }
        }
        definition.define(fields: fields, key: object.string("key"), name: object.string("name"))
        for part in ["key", "name"] {
            if let node = object[part], let name = reader.string(node), definition.slot(named: name) == nil {
                unknown(name, node, fields.map(\.id))
            }
        }
    }

    func field(_ id: String, _ node: YAMLNodeID) -> FieldDefinition? {
        let keys = ["zh", "en", "type", "unit", "min", "max", "required", "otherwise", "inverse", "merge", "from", "also"]
        guard let object = reader.object(node, keys: keys), let label = object.localized,
            let typeNode = object.required("type"), let text = reader.string(typeNode), let type = fieldType(text, typeNode)
        else { return nil }
        let field = FieldDefinition(id: id, label: label, aliases: object.strings("also"), type: type)
        if let unitNode = object["unit"], let unit = reader.string(unitNode) {
            field.unit = vocabulary.units[unit]
            if field.unit == nil { unknown(unit, unitNode, Array(vocabulary.units.keys)) }
        }
        field.minimum = object.string("min").flatMap(Decimal.init)
        field.maximum = object.string("max").flatMap(Decimal.init)
        field.isRequired = object.boolean("required") ?? false
        if let merge = object["merge"], let text = reader.string(merge), text != "replace" { unknown(text, merge, ["replace"]) }
        field.isReplaced = object["merge"] != nil
        field.supplier = object.localized("from")
        return field
    }

    func fieldType(_ text: String, _ node: YAMLNodeID) -> FieldType? {
        if let type = types.first(where: { $0.id == text }) { return .scalar(type) }
        if text.hasPrefix("list of reference") {
            reader.report("vocabulary.reference", at: node, "引用不能成列表", "there are no lists of references")
            return nil
        }
        if text.hasPrefix("list of ") { return fieldType(String(text.dropFirst(8)), node).map { .list($0) } }
        if text.hasPrefix("reference to ") {
            // The list is found once the root has its fields; its records' type is the element's.
            let list = String(text.dropFirst(13))
            guard let target = referenceTarget(list, node) else { return nil }
            return .reference(list: target.slot, target.record)
        }
        if let enumeration = enumeration(text) { return .enumeration(enumeration) }
        if let record = record(text) { return .record(record) }
        unknown(text, node, types.map(\.id) + vocabulary.records.map(\.id) + vocabulary.enumerations.map(\.id))
        return nil
    }

    /// The slot of a list of the root and the type of its records, read from the root's text because its fields may not be defined yet.
    func referenceTarget(_ list: String, _ node: YAMLNodeID) -> (slot: Int, record: RecordDefinition)? {
        for (_, object) in recordNodes where object.name(YAMLNodeID(Int(object.node.index) - 1)) == rootName {
            guard let fields = object["fields"].flatMap(reader.anyObject) else { continue }
            for (slot, entry) in fields.entries.enumerated() where fields.name(entry.key) == list {
                if let type = reader.anyObject(entry.value)?.string("type"), type.hasPrefix("list of "),
                    let record = record(String(type.dropFirst(8)))
                {
                    return (slot, record)
                }
            }
        }
        reader.report("vocabulary.reference", at: node, "根记录没有列表“\(list)”", "the root has no list “\(list)”")
        return nil
    }

    var rootName: String {
        for document in reader.forest.documents {
            if let name = reader.anyObject(document.root)?.string("root") { return name }
        }
        return ""
    }

    func rootDefinition(_ objects: [DefinitionObject]) -> RecordDefinition? {
        for object in objects {
            guard let node = object["root"], let name = reader.string(node) else { continue }
            if let root = record(name) { return root }
            unknown(name, node, vocabulary.records.map(\.id))
            return nil
        }
        if let first = objects.first { _ = first.required("root") }
        return nil
    }

    func record(_ id: String) -> RecordDefinition? { vocabulary.records.first { $0.id == id } }
    func enumeration(_ id: String) -> EnumerationDefinition? { vocabulary.enumerations.first { $0.id == id } }

    func unknown(_ name: String, _ node: YAMLNodeID, _ names: [String]) {
        let nearest = nearestName(to: name, among: names.sorted())
        reader.report(
            "vocabulary.unknown-name", at: node, "没有定义“\(name)”", "“\(name)” is not defined",
            help: .didYouMean(nearest))
    }

    // MARK: Paths

    /// `otherwise` and `inverse`, which name fields of the root.
    func resolvePaths() {
        for (definition, object) in recordNodes {
            guard let section = object["fields"].flatMap(reader.anyObject) else { continue }
            for (key, value) in section.entries {
                guard let slot = definition.slot(named: section.name(key)), let entry = reader.anyObject(value) else { continue }
                if let node = entry["otherwise"] { definition.fields[slot].otherwise = path(node) }
                if let node = entry["inverse"], let text = reader.string(node) { definition.fields[slot].inverse = inverse(text, node) }
            }
        }
    }

    func path(_ node: YAMLNodeID) -> FieldPath? {
        guard let text = reader.string(node) else { return nil }
        if let path = FieldPath(text, from: vocabulary.root) { return path }
        unknown(text, node, vocabulary.root.fields.map(\.id))
        return nil
    }

    func inverse(_ text: String, _ node: YAMLNodeID) -> FieldDefinition.Inverse? {
        let parts = text.split(separator: ".").map(String.init)
        if parts.count == 2, let list = vocabulary.root.slot(named: parts[0]),
            case .list(.record(let element)) = vocabulary.root.fields[list].type,
            let reference = element.slot(named: parts[1]), case .reference = element.fields[reference].type
        {
            return .init(list: list, reference: reference)
        }
        reader.report(
            "vocabulary.inverse", at: node, "“\(text)”不是“根列表.引用字段”", "“\(text)” is not a list of the root and a reference in its records")
        return nil
    }
}
