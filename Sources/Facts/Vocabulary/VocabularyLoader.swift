import FEEL
package import SourceText
package import YAMLTree

/// Reads the vocabulary from its files. Everything that is wrong is reported at its place; a vocabulary with errors is not used.
package struct VocabularyLoader {
    private let reader: DefinitionReader
    private var vocabulary: Vocabulary
    private var recordNodes: [(definition: RecordDefinition, object: DefinitionObject)] = []

    private static let sections = [
        "vocabulary", "root", "identity", "lawTime", "attestations", "dimensions", "words", "documents", "phases", "units", "enumerations",
        "records", "measures", "events",
    ]

    /// - Parameter forest: the files of the vocabulary, one document each.
    package static func load(_ forest: YAMLForest) -> (vocabulary: Vocabulary?, diagnostics: [Diagnostic]) {
        let reader = DefinitionReader(forest)
        let objects = forest.documents.compactMap { reader.object($0.root, keys: sections) }
        var loader = VocabularyLoader(
            reader: reader, vocabulary: Vocabulary(root: RecordDefinition(id: "", number: -1, label: Localized(same: ""))))
        loader.read(objects)
        return (reader.diagnostics.isEmpty ? loader.vocabulary : nil, reader.diagnostics)
    }

    private mutating func read(_ objects: [DefinitionObject]) {
        for object in objects { readSimple(object) }
        for object in objects { declareRecords(object) }
        defineFields()
        guard let root = rootDefinition(objects) else { return }
        vocabulary.root = root
        resolvePaths()
        for object in objects { readRootParts(object) }
        for object in objects { readMeasures(object) }
        numberKeys()
    }

    // MARK: Units, enumerations, words

    private mutating func readSimple(_ object: DefinitionObject) {
        if let title = object.localized("vocabulary") { vocabulary.title = title }
        for (id, entry) in entries(object, "units", keys: ["zh", "en", "counts"]) {
            guard let zh = entry.required("zh").flatMap(reader.string), let en = entry.required("en") else { continue }
            let forms = reader.forest[en].kind == .mapping ? reader.object(en, keys: ["one", "other"]) : nil
            let other = forms?.string("other") ?? (forms == nil ? reader.string(en) : nil) ?? id
            vocabulary.units[id] = Unit(
                id: id, zh: zh, one: forms?.string("one") ?? other, other: other, dimension: entry.string("counts") ?? id)
        }
        for (id, entry) in entries(object, "enumerations", keys: ["zh", "en", "values"]) {
            guard let label = entry.localized, let values = entry.required("values").flatMap(reader.anyObject) else { continue }
            var items: [EnumerationDefinition.Item] = []
            for (key, value) in values.entries {
                guard let item = reader.object(value, keys: ["zh", "en", "also"]), let label = item.localized else { continue }
                items.append(.init(id: values.name(key), label: label, aliases: item.strings("also")))
            }
            var words: Set<String> = []
            for (item, (key, _)) in zip(items, values.entries) {
                for word in Set([item.id, item.label.zh] + item.aliases) where !words.insert(word).inserted {
                    reader.report("vocabulary.ambiguous", at: key, "两个值都叫“\(word)”", "two values are called “\(word)”")
                }
            }
            vocabulary.enumerations.append(EnumerationDefinition(id: id, label: label, items: items))
        }
        guard let words = object["words"].flatMap({ reader.object($0, keys: ["kind", "asOf", "remark", "from", "to", "true", "false"]) })
        else { return }
        func add(_ name: String, to list: inout [String]) {
            if let value = words[name], let entry = reader.object(value, keys: ["zh"]), let zh = entry.string("zh") { list.append(zh) }
        }
        add("kind", to: &vocabulary.words.kind)
        add("asOf", to: &vocabulary.words.asOf)
        add("remark", to: &vocabulary.words.remark)
        add("from", to: &vocabulary.words.from)
        add("to", to: &vocabulary.words.to)
        add("true", to: &vocabulary.words.yes)
        add("false", to: &vocabulary.words.no)
    }

    /// The entries of a section, each a mapping with fixed keys.
    private func entries(_ object: DefinitionObject, _ section: String, keys: [String]) -> [(id: String, entry: DefinitionObject)] {
        guard let section = object[section].flatMap(reader.anyObject) else { return [] }
        return section.entries.compactMap { key, value in
            reader.object(value, keys: keys).map { (section.name(key), $0) }
        }
    }

    // MARK: Records

    private mutating func declareRecords(_ object: DefinitionObject) {
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

    private mutating func defineFields() {
        var defined: Set<Int> = []
        for index in recordNodes.indices { define(index, &defined) }
    }

    private func define(_ index: Int, _ defined: inout Set<Int>) {
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

    private func field(_ id: String, _ node: YAMLNodeID) -> FieldDefinition? {
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
        field.isReplaced = object.string("merge") == "replace"
        field.supplier = object.localized("from")
        return field
    }

    private func fieldType(_ text: String, _ node: YAMLNodeID) -> FieldType? {
        switch text {
        case "text": return .text
        case "integer": return .integer
        case "decimal": return .decimal
        case "ratio": return .ratio
        case "boolean": return .boolean
        case "date": return .date
        case "window": return .window
        case "duration": return .duration
        default: break
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
        unknown(text, node, vocabulary.records.map(\.id) + vocabulary.enumerations.map(\.id))
        return nil
    }

    /// The slot of a list of the root and the type of its records, read from the root's text because its fields may not be defined yet.
    private func referenceTarget(_ list: String, _ node: YAMLNodeID) -> (slot: Int, record: RecordDefinition)? {
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

    private var rootName: String {
        for document in reader.forest.documents {
            if let name = reader.anyObject(document.root)?.string("root") { return name }
        }
        return ""
    }

    private func rootDefinition(_ objects: [DefinitionObject]) -> RecordDefinition? {
        for object in objects {
            guard let node = object["root"], let name = reader.string(node) else { continue }
            if let root = record(name) { return root }
            unknown(name, node, vocabulary.records.map(\.id))
            return nil
        }
        if let first = objects.first { _ = first.required("root") }
        return nil
    }

    private func record(_ id: String) -> RecordDefinition? { vocabulary.records.first { $0.id == id } }
    private func enumeration(_ id: String) -> EnumerationDefinition? { vocabulary.enumerations.first { $0.id == id } }

    private func unknown(_ name: String, _ node: YAMLNodeID, _ names: [String]) {
        let nearest = nearestName(to: name, among: names.sorted())
        reader.report(
            "vocabulary.unknown-name", at: node, "没有定义“\(name)”", "“\(name)” is not defined",
            help: nearest.map { Localized(zh: "是否指“\($0)”？", en: "did you mean “\($0)”?") })
    }

    // MARK: Paths

    /// `otherwise` and `inverse`, which name fields of the root.
    private func resolvePaths() {
        for (definition, object) in recordNodes {
            guard let section = object["fields"].flatMap(reader.anyObject) else { continue }
            for (key, value) in section.entries {
                guard let slot = definition.slot(named: section.name(key)), let entry = reader.anyObject(value) else { continue }
                if let node = entry["otherwise"] { definition.fields[slot].otherwise = path(node) }
                if let node = entry["inverse"], let text = reader.string(node) { definition.fields[slot].inverse = inverse(text, node) }
            }
        }
    }

    private func path(_ node: YAMLNodeID) -> FieldPath? {
        guard let text = reader.string(node) else { return nil }
        if let path = FieldPath(text, from: vocabulary.root) { return path }
        unknown(text, node, vocabulary.root.fields.map(\.id))
        return nil
    }

    private func inverse(_ text: String, _ node: YAMLNodeID) -> FieldDefinition.Inverse? {
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

    // MARK: Parts that name fields of the root

    private mutating func readRootParts(_ object: DefinitionObject) {
        if let node = object["identity"] {
            for item in reader.items(node) ?? [] { if let path = path(item) { vocabulary.identity += path.slots.prefix(1) } }
        }
        if let node = object["attestations"] { vocabulary.attestations = path(node)?.slots.first }
        if let section = object["dimensions"].flatMap(reader.anyObject) {
            for (key, value) in section.entries { if let path = path(value) { vocabulary.dimensions.append((section.name(key), path)) } }
        }
        for (id, entry) in entries(object, "documents", keys: ["zh", "en", "required", "single", "supersedes", "at"]) {
            guard let label = entry.localized else { continue }
            var kind = DocumentKind(id: id, label: label)
            kind.isRequired = entry.boolean("required") ?? false
            kind.isSingle = entry.boolean("single") ?? false
            kind.supersedes = entry.boolean("supersedes") ?? false
            kind.field = entry["at"].flatMap(path)?.slots.first
            vocabulary.documentKinds.append(kind)
        }
        for (id, entry) in entries(object, "phases", keys: ["zh", "en", "window"]) {
            guard let label = entry.localized else { continue }
            vocabulary.phases.append(Phase(id: id, label: label, window: entry["window"].flatMap(path)))
        }
        for (id, entry) in entries(object, "events", keys: ["zh", "en", "at"]) {
            guard let label = entry.localized, let node = entry.required("at"), let path = path(node) else { continue }
            switch path.field(from: vocabulary.root).type {
            case .date, .window: vocabulary.events.append(EventDefinition(id: id, label: label, path: path))
            default: reader.report("vocabulary.event", at: node, "事件须是日期", "an event must be a date or a window")
            }
        }
        if let node = object["lawTime"], let name = reader.string(node) {
            // Events may stand in a later file.
            let sections = reader.forest.documents.compactMap { reader.anyObject($0.root)?["events"] }.compactMap(reader.anyObject)
            let event = sections.lazy.compactMap { $0[name] }.first.flatMap(reader.anyObject)
            let at = event.flatMap { $0["at"] }.flatMap(path)
            vocabulary.lawTime = at.map { EventDefinition(id: name, label: Localized(same: name), path: $0) }
            if at == nil { unknown(name, node, []) }
        }
    }

    private mutating func readMeasures(_ object: DefinitionObject) {
        let keys = ["zh", "en", "unit", "over", "where", "count", "whole"]
        for (id, entry) in entries(object, "measures", keys: keys) {
            guard let label = entry.localized, let list = entry.required("over").flatMap(reader.string),
                let whereNode = entry.required("where"), let condition = reader.string(whereNode)
            else { continue }
            var measure = MeasureDefinition(id: id, label: label, unit: entry.string("unit").flatMap { vocabulary.units[$0] }, takenIn: [])
            for holder in vocabulary.records {
                guard let slot = holder.slot(named: list), holder.fields[slot].inverse == nil,
                    case .list(.record(let element)) = holder.fields[slot].type
                else { continue }
                let count = entry.string("count").map { FieldPath($0, from: holder) }
                let whole = entry.string("whole").map { FieldPath($0, from: holder) }
                // A path that was named and does not exist here: the measure is not for this record.
                if case .some(nil) = count { continue }
                if case .some(nil) = whole { continue }
                var scope = Scope()
                _ = scope.open(element.type)
                switch Compiler.compile(condition, scope: scope) {
                case .success(let compiled):
                    measure.takenIn.append(
                        .init(
                            holder: holder, list: slot, condition: compiled, published: count ?? nil,
                            publishedWhole: whole ?? nil))
                case .failure(let problems):
                    for problem in problems.all { reader.report(problem.diagnostic(in: whereNode, of: reader.forest)) }
                }
            }
            if measure.takenIn.isEmpty, reader.diagnostics.isEmpty {
                reader.report(
                    "vocabulary.measure", at: entry.node, "没有记录同时具有该量所列的字段", "no record has the fields that the measure names")
            }
            vocabulary.measures.append(measure)
        }
    }

    // MARK: Keys

    private mutating func numberKeys() {
        var keys = KeyInterner()
        var slots: [[UInt32: Int16]] = Array(repeating: [:], count: vocabulary.records.count)
        for definition in vocabulary.records {
            for (slot, field) in definition.fields.enumerated() where field.inverse == nil {
                for name in [field.id, field.label.zh] + field.aliases {
                    let key = keys.intern(name)
                    if let other = slots[definition.number][key], other != slot {
                        reader.report(
                            "vocabulary.ambiguous", at: recordNodes[definition.number].object.node,
                            "\(definition.label.zh)的两个字段都叫“\(name)”", "two fields of \(definition.id) are called “\(name)”")
                    }
                    slots[definition.number][key] = Int16(slot)
                }
            }
        }
        for list in [vocabulary.words.kind, vocabulary.words.asOf, vocabulary.words.remark, vocabulary.words.from, vocabulary.words.to] {
            for word in list { _ = keys.intern(word) }
        }
        let header = vocabulary.words.kind + vocabulary.words.asOf + vocabulary.words.remark
        for field in vocabulary.root.fields {
            for name in [field.id, field.label.zh] + field.aliases where header.contains(name) {
                reader.report(
                    "vocabulary.reserved", at: recordNodes[vocabulary.root.number].object.node, "“\(name)”是文书开头所用的词，根记录的字段不能用",
                    "“\(name)” is a word of every document's head; no field of the root can have it")
            }
        }
        for definition in vocabulary.records {
            definition.setKeyTable((0..<keys.count).map { slots[definition.number][UInt32($0)] ?? -1 })
        }
        vocabulary.keys = keys
    }
}
