import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    /// The type of a field that names a measure.
    static let measureType = "measure"
    private static let targetKeys = [
        "list", "superior", "first", "measure", "relation", "share", "reference", "tolerance", "force", "clause", "words",
    ]

    /// The values of the type `measure`: the measures by identifier, label and other names.
    mutating func readMeasureNames() {
        let items = objects.compactMap { $0["measures"].flatMap(reader.anyObject) }.flatMap { section -> [EnumerationDefinition.Item] in
            checkWords(of: section)
            // What is wrong with an entry is said when the measure is read.
            return section.entries.compactMap { key, value in
                guard let zh = scalar("zh", of: value), let en = scalar("en", of: value) else { return nil }
                let label = Localized(
                    zh: reader.forest.string(reader.forest.resolve(zh)), en: reader.forest.string(reader.forest.resolve(en)))
                return .init(id: section.name(key), label: label, aliases: names(key, value).dropFirst(2).map(\.name))
            }
        }
        measureNames = EnumerationDefinition(id: Self.measureType, label: Localized(zh: "量", en: "measure"), items: items)
    }

    /// The list in which documents state targets: `{list: …, superior: …, first: …, measure: …, …}`. A part of a target that is not named
    /// has its own name.
    mutating func readTargets() {
        guard let node = single("targets"), let object = reader.object(node, keys: Self.targetKeys),
            let list = object.required("list").flatMap({ field($0, .records, of: vocabulary.root) }),
            let record = vocabulary.root.fields[list].type.listedRecord
        else { return }

        func part(_ key: String, _ wanted: WantedField) -> Int? {
            if let node = object[key] { return field(node, wanted, of: record) }
            if let slot = record.slot(named: key) { return check(record.fields[slot], key, wanted, of: record, node) ? slot : nil }
            report(.missingField(key, of: record.label, expected: wanted.expectation), node)
            return nil
        }
        guard let measure = part("measure", .textOrValue), let relation = part("relation", .textOrValue),
            let share = part("share", .number),
            let reference = part("reference", .textOrValue), let tolerance = part("tolerance", .number),
            let force = part("force", .textOrValue), let clause = part("clause", .text), let words = part("words", .text)
        else { return }
        let holders = vocabulary.root.fields.filter { $0.type.record != nil }.map(\.id)
        check(measure, of: record, vocabulary.measures.map(\.id), node)
        check(relation, of: record, TargetDefinition.relations.map(\.rawValue), node)
        check(reference, of: record, holders, node)
        check(force, of: record, ["mandatory", "principle", "advisory"], node)
        vocabulary.targets = TargetDefinition(
            list: list, record: record, superior: object["superior"].flatMap { superior($0, record) },
            isFirst: object["first"].flatMap { field($0, .boolean, of: vocabulary.root) }, measure: measure, relation: relation,
            share: share,
            reference: reference, tolerance: tolerance, force: force, clause: clause, words: words)
    }

    /// A field of the root whose record has a list of such targets.
    private func superior(_ node: YAMLNodeID, _ target: RecordDefinition) -> (field: Int, list: Int)? {
        guard let slot = field(node, .record, of: vocabulary.root), let holder = vocabulary.root.fields[slot].type.record else {
            return nil
        }
        if let list = holder.fields.firstIndex(where: { $0.type.listedRecord === target }) { return (slot, list) }
        report(.missingField(target.id, of: holder.label, expected: WantedField.records.expectation), node)
        return nil
    }

    /// The values of a part must be ones that have a meaning here.
    private func check(_ slot: Int, of record: RecordDefinition, _ known: [String], _ node: YAMLNodeID) {
        guard case .enumeration(let definition) = record.fields[slot].type else { return }
        for item in definition.items where !known.contains(item.id) { unknown(item.id, node, known) }
    }
}
