import FEEL
import SourceText
import YAMLTree

extension VocabularyLoader {
    mutating func readSlate(_ node: YAMLNodeID, measures objects: [DefinitionObject]) {
        guard let object = reader.object(node, keys: ["contests", "places", "entrants", "standing", "winners"]),
            let (contests, contest) = recordList("contests", of: vocabulary.root, object),
            let (entrants, entrant) = recordList("entrants", of: contest, object),
            let (winners, _) = recordList("winners", of: vocabulary.root, object), let places = field("places", of: contest, object)
        else { return }
        vocabulary.slate = SlateDefinition(
            contests: contests, contest: contest, places: places, entrants: entrants, entrant: entrant,
            standing: object["standing"] == nil ? nil : field("standing", of: entrant, object), winners: winners,
            conditions: conditions(for: entrant, over: winners, objects))
    }

    private func field(_ key: String, of record: RecordDefinition, _ object: DefinitionObject) -> Int? {
        guard let node = object.required(key), let name = reader.string(node) else { return nil }
        if let slot = record.slot(named: name) { return slot }
        unknown(name, node, record.fields.map(\.id))
        return nil
    }

    private func recordList(_ key: String, of record: RecordDefinition, _ object: DefinitionObject) -> (Int, RecordDefinition)? {
        guard let slot = field(key, of: record, object) else { return nil }
        if case .list(.record(let element)) = record.fields[slot].type { return (slot, element) }
        if let node = object[key] { reader.report("vocabulary.slate", at: node, "此处应为记录的列表", "expected a list of records") }
        return nil
    }

    /// The measures over the winners, compiled for entrants, who must have the fields that are counted.
    private func conditions(for entrant: RecordDefinition, over winners: Int, _ objects: [DefinitionObject]) -> [String: CompiledExpression]
    {
        var result: [String: CompiledExpression] = [:]
        for section in objects.compactMap({ $0["measures"].flatMap(reader.anyObject) }) {
            for (key, value) in section.entries {
                let id = section.name(key)
                guard let counted = vocabulary.measure(id)?.taken(in: vocabulary.root) as? CountMeasure, counted.list == winners,
                    let entry = reader.anyObject(value)
                else { continue }
                let reading = MeasureReading(loader: self, entry: entry)
                if let condition = reading.condition(CountMeasure.key, in: entrant) { result[id] = condition }
            }
        }
        return result
    }
}
