import FEEL
import SourceText
import YAMLTree

extension VocabularyLoader {
    private static let measureKeys = ["zh", "en", "unit"]

    /// What can be wrong with a measure.
    enum MeasureProblem {
        case wrongMeasureField(String)
        case wrongMeasureExpression(String)
        case takenNowhere
        case unknownKind
    }

    func report(_ problem: MeasureProblem, at node: YAMLNodeID) {
        switch problem {
        case .wrongMeasureField(let path):
            reader.report("vocabulary.measure", at: node, "“\(path)”不是这里所需的数", "“\(path)” is no number such as is wanted here")
        case .wrongMeasureExpression(let type):
            reader.report("vocabulary.measure", at: node, "此处不应为 \(type)", "\(type) is not wanted here")
        case .takenNowhere:
            reader.report("vocabulary.measure", at: node, "没有记录同时具有该量所列的字段", "no record has the fields that the measure names")
        case .unknownKind:
            let kinds = Measures.all.map { $0.key }
            reader.report(
                "vocabulary.measure", at: node, "没有写明如何计量", "nothing says how it is measured",
                help: Localized(zh: "应有 \(kinds.joined(separator: "、")) 之一", en: "one of \(kinds.joined(separator: ", "))"))
        }
    }

    /// Measures of other measures are read last.
    mutating func readMeasures(_ objects: [DefinitionObject]) {
        var entries: [(id: String, node: YAMLNodeID, kind: any Measure.Type)] = []
        for section in objects.compactMap({ $0["measures"].flatMap(reader.anyObject) }) {
            for (key, value) in section.entries {
                guard let object = reader.anyObject(value) else { continue }
                guard let kind = Measures.all.first(where: { object[$0.key] != nil }) else {
                    report(.unknownKind, at: value)
                    continue
                }
                entries.append((section.name(key), value, kind))
            }
        }
        for entry in entries where !(entry.kind is RatioMeasure.Type) { readMeasure(entry.id, entry.node, entry.kind) }
        for entry in entries where entry.kind is RatioMeasure.Type { readMeasure(entry.id, entry.node, entry.kind) }
        let order = entries.enumerated().reduce(into: [String: Int]()) { $0[$1.element.id] = $1.offset }
        vocabulary.measures.sort { order[$0.id, default: 0] < order[$1.id, default: 0] }
    }

    private mutating func readMeasure(_ id: String, _ node: YAMLNodeID, _ kind: any Measure.Type) {
        guard let entry = reader.object(node, keys: Self.measureKeys + [kind.key] + kind.keys), let label = entry.localized else { return }
        let before = reader.diagnostics.count
        let reading = MeasureReading(loader: self, entry: entry)
        let takenIn = vocabulary.records.compactMap { holder in kind.read(reading, in: holder).map { (holder: holder, measure: $0) } }
        if takenIn.isEmpty, reader.diagnostics.count == before { report(.takenNowhere, at: entry.node) }
        let unit = entry.string("unit").flatMap { vocabulary.units[$0] }
        if let node = entry["unit"], let name = reader.string(node), unit == nil { unknown(name, node, vocabulary.units.keys.sorted()) }
        vocabulary.measures.append(MeasureDefinition(id: id, label: label, unit: unit, takenIn: takenIn))
    }
}
