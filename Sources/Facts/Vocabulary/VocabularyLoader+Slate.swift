import FEEL
import SourceText
import YAMLTree

extension VocabularyLoader {
    mutating func readSlate(_ node: YAMLNodeID, measures objects: [DefinitionObject]) {
        guard let object = reader.object(node, keys: ["contests", "places", "vacant", "entrants", "standing", "winners"]),
            let (contests, contest) = recordList("contests", of: vocabulary.root, object),
            let (entrants, entrant) = recordList("entrants", of: contest, object),
            let (winners, _) = recordList("winners", of: vocabulary.root, object),
            let places = object.required("places").flatMap({ field($0, .wholeNumber, of: contest) })
        else { return }
        vocabulary.slate = SlateDefinition(
            contests: contests, contest: contest, places: places, entrants: entrants, entrant: entrant,
            vacant: object["vacant"].flatMap { field($0, .wholeNumber, of: contest) },
            standing: object["standing"].flatMap { field($0, .boolean, of: entrant) }, winners: winners,
            conditions: conditions(for: entrant, over: winners, objects))
    }

    private func recordList(_ key: String, of record: RecordDefinition, _ object: DefinitionObject) -> (Int, RecordDefinition)? {
        guard let slot = object.required(key).flatMap({ field($0, .records, of: record) }),
            let element = record.fields[slot].type.listedRecord
        else { return nil }
        return (slot, element)
    }

    /// The measures over the winners, compiled for entrants, who must have the fields that are counted.
    private func conditions(for entrant: RecordDefinition, over winners: Int, _ objects: [DefinitionObject]) -> [String: CompiledExpression]
    {
        var result: [String: CompiledExpression] = [:]
        for section in objects.compactMap({ $0["measures"].flatMap(reader.anyObject) }) {
            for (key, value) in section.entries {
                let id = section.name(key)
                guard let counted = vocabulary.measure(id)?.taken(in: vocabulary.root) as? CountMeasure, counted.roster.list == winners,
                    let entry = reader.anyObject(value)
                else { continue }
                let reading = MeasureReading(loader: self, entry: entry)
                if let condition = reading.condition(CountMeasure.key, in: entrant) { result[id] = condition }
            }
        }
        return result
    }
}
