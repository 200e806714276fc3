import SourceText
import YAMLTree

extension VocabularyLoader {
    /// The list in which people attest, and what its records say: `{list: …, rule: …, by: …, office: …, date: …, holds: …}`. A part that is
    /// not named has its own name; the list alone stands for all of them.
    mutating func readAttestations() {
        guard let node = single("attestations") else { return }
        let isMapping = reader.forest[reader.forest.resolve(node)].kind == .mapping
        let object = isMapping ? reader.object(node, keys: ["list", "rule", "by", "office", "date", "holds", "subject", "note"]) : nil
        guard !isMapping || object != nil, let listNode = object.map({ $0.required("list") }) ?? node,
            let list = field(listNode, .records, of: vocabulary.root), let record = vocabulary.root.fields[list].type.listedRecord
        else { return }

        func part(_ key: String, _ wanted: WantedField, isOptional: Bool = false) -> Int? {
            if let node = object?[key] { return field(node, wanted, of: record) }
            if let slot = record.slot(named: key) { return check(record.fields[slot], key, wanted, of: record, node) ? slot : nil }
            if !isOptional { report(.missingField(key, of: record.label, expected: wanted.expectation), node) }
            return nil
        }
        let office = part("office", .textOrValue, isOptional: true)
        guard let rule = part("rule", .text), let by = part("by", .textOrValue), let date = part("date", .date),
            let holds = part("holds", .boolean)
        else { return }
        vocabulary.attestations = AttestationDefinition(
            list: list, rule: rule, by: by, office: office, date: date, holds: holds,
            subject: part("subject", .textOrValue, isOptional: true),
            note: part("note", .textOrValue, isOptional: true))
    }
}
