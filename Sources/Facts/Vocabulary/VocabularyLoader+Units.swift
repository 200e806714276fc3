import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    /// Two units may be counted with the same word.
    mutating func readUnits() {
        var counted: [String: (name: String, node: YAMLNodeID)] = [:]
        var units: [(id: String, zh: String, one: String, other: String)] = []
        for (id, _, entry) in entries("units", keys: ["zh", "en", "counts"], labelsDiffer: false) {
            guard let zh = entry.required("zh").flatMap(reader.string), let en = entry.required("en") else { continue }
            let forms = reader.forest[reader.forest.resolve(en)].kind == .mapping ? reader.object(en, keys: ["one", "other"]) : nil
            let other = forms?.string("other") ?? (forms == nil ? reader.string(en) : nil) ?? id
            units.append((id, zh, forms?.string("one") ?? other, other))
            if let node = entry["counts"], let name = reader.string(node) { counted[id] = (name, node) }
        }
        for unit in units {
            let dimension = dimension(of: unit.id, counted, units.map(\.id))
            vocabulary.units[unit.id] = Unit(id: unit.id, zh: unit.zh, one: unit.one, other: unit.other, dimension: dimension)
        }
    }

    /// What a unit counts in the end.
    private func dimension(of id: String, _ counted: [String: (name: String, node: YAMLNodeID)], _ units: [String]) -> String {
        var way = [id]
        while let (name, node) = counted[way[way.count - 1]] {
            if way.contains(name) {
                if name == id { report(.circle(way + [name]), counted[id]?.node ?? node) }
                return id
            }
            guard units.contains(name) else {
                if way.count == 1 { unknown(name, node, units) }
                return id
            }
            way.append(name)
        }
        return way[way.count - 1]
    }
}
