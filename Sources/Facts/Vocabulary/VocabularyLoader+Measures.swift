import FEEL
import SourceText
import YAMLTree

extension VocabularyLoader {
    private static let measureKeys = ["zh", "en", "unit", "also"]

    /// Measures of other measures are read last.
    mutating func readMeasures(_ objects: [DefinitionObject]) {
        var entries: [(id: String, node: YAMLNodeID, kind: any Measure.Type)] = []
        for section in objects.compactMap({ $0["measures"].flatMap(reader.anyObject) }) {
            for (key, value) in section.entries {
                guard let object = reader.anyObject(value) else { continue }
                guard let kind = Measures.all.first(where: { object[$0.key] != nil }) else {
                    report(.unknownMeasureKind(Measures.all.map { $0.key }), value)
                    continue
                }
                entries.append((section.name(key), value, kind))
            }
        }
        for entry in entries where !(entry.kind is RatioMeasure.Type) { readMeasure(entry.id, entry.node, entry.kind) }
        for entry in entries where entry.kind is RatioMeasure.Type { readMeasure(entry.id, entry.node, entry.kind) }
        let order = entries.enumerated().reduce(into: [String: Int]()) { $0[$1.element.id] = $1.offset }
        vocabulary.measures.sort { order[$0.id, default: 0] < order[$1.id, default: 0] }
        vocabulary.measuresTaken = vocabulary.records.map { record in vocabulary.measures.compactMap { $0.taken(in: record) } }
    }

    private mutating func readMeasure(_ id: String, _ node: YAMLNodeID, _ kind: any Measure.Type) {
        guard let entry = reader.object(node, keys: Self.measureKeys + [kind.key] + kind.keys), let label = entry.localized else { return }
        let before = reader.diagnostics.count
        let reading = MeasureReading(loader: self, entry: entry)
        let takenIn = vocabulary.records.compactMap { holder in kind.read(reading, in: holder).map { (holder: holder, measure: $0) } }
        if takenIn.isEmpty, reader.diagnostics.count == before { report(.takenNowhere, entry.node) }
        let unit = entry.string("unit").flatMap { vocabulary.units[$0] }
        if let node = entry["unit"], let name = reader.string(node), unit == nil { unknown(name, node, vocabulary.units.keys.sorted()) }
        vocabulary.measures.append(MeasureDefinition(id: id, label: label, unit: unit, takenIn: takenIn))
    }
}
