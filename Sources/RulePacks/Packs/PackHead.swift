import Facts
import Findings
import Quantities
import SourceText
import YAMLTree

/// What a pack says of itself before its rules.
struct PackHead {
    var id: String
    var title: Localized
    /// Where the pack stands among those of its layer.
    var order: Int
    /// The law-time that is stated, with the nodes that state it; nil where nothing is.
    var period: (node: YAMLNodeID, from: Day?, to: Day?)?
    var dimensions: [(name: String, path: FieldPath, values: [String])]
    var parameters: [Parameter]
    var slate: SlateOutline?
    var calendar: [CalendarOutline]
    /// The nodes of its rules, of all its files.
    var rules: [YAMLNodeID]
    var place: SourcePlace

    struct Day {
        var date: CalendarDate
        var node: YAMLNodeID
    }

    var citations: [CitedBasis] { parameters.flatMap(\.basis) + (slate?.basis ?? []) + calendar.flatMap(\.basis) }
}

/// The bounds of a slate as they are written.
struct SlateOutline: Sendable {
    let fewest: YAMLNodeID
    let most: YAMLNodeID
    let node: YAMLNodeID
    let basis: [CitedBasis]
}

/// A derived day as it is written.
struct CalendarOutline: Sendable {
    let id: String
    let title: Localized
    let basis: [CitedBasis]
    let node: YAMLNodeID

    static let relations = ["on", "noLaterThan", "noEarlierThan"]
}

extension PackReader {
    /// - Parameter parts: the rules of the files beside the head.
    func head(_ node: YAMLNodeID, parts: [YAMLNodeID]) -> PackHead? {
        let keys =
            ["pack", "title", "order", "period", "parameters", "slate", "calendar", "rules"] + vocabulary.dimensions.map(\.name)
        guard let object = reader.object(node, keys: keys), let id = text("pack", of: object), let idNode = object["pack"],
            let title = localized("title", of: object)
        else { return nil }
        let rules = object["rules"].flatMap(reader.items) ?? []
        if object["rules"] == nil, parts.isEmpty { reader.report(.noRules, at: idNode) }
        let dimensions = vocabulary.dimensions.compactMap { name, path in
            object[name].map { (name: name, path: path, values: dimensionValues($0, object.strings(name), path)) }
        }
        return PackHead(
            id: id, title: title, order: object.integer("order") ?? Int.max, period: object["period"].flatMap(period),
            dimensions: dimensions,
            parameters: object["parameters"].flatMap(reader.anyObject).map(parameters) ?? [],
            slate: object["slate"].flatMap(slate), calendar: object["calendar"].map(calendar) ?? [], rules: rules + parts,
            place: reader.forest.place(of: idNode))
    }

    private func period(_ node: YAMLNodeID) -> (node: YAMLNodeID, from: PackHead.Day?, to: PackHead.Day?)? {
        guard let object = reader.object(node, keys: ["from", "to"]) else { return nil }
        func day(_ key: String) -> PackHead.Day? {
            object[key].flatMap { node in reader.date(node).map { PackHead.Day(date: $0, node: node) } }
        }
        return (node, day("from"), day("to"))
    }

    /// Values of a dimension; of an enumeration they must be its own.
    private func dimensionValues(_ node: YAMLNodeID, _ values: [String], _ path: FieldPath) -> [String] {
        guard case .enumeration(let definition) = path.field(from: vocabulary.root).type else { return values }
        return values.map { value in
            guard let item = definition.items.first(where: { $0.id == value || $0.label.zh == value }) else {
                reader.report(.unknownName(value, among: definition.items.map(\.id)), at: node)
                return value
            }
            return item.id
        }
    }

    // MARK: Parameters

    private func parameters(_ section: DefinitionObject) -> [Parameter] {
        section.entries.compactMap { key, value in
            guard let entry = reader.object(value, keys: ["zh", "en", "values", "basis"]), let label = entry.localized,
                let values = entry.required("values").flatMap(reader.anyObject)
            else { return nil }
            let id = section.name(key)
            if id.isBlank { reader.report(.empty("parameters"), at: key) }
            if vocabulary.root.fields.contains(where: { ([$0.id, $0.label.zh] + $0.aliases).contains(id) }) {
                reader.report(.shadowsField(id), at: key)
            }
            if values.entries.isEmpty { reader.report(.noValues, at: values.node) }
            let dated = values.entries.compactMap { parameterValue($0.key, $0.value) }
            return Parameter(
                id: id, label: label, values: dated.sorted { $0.from < $1.from }, basis: entry.required("basis").map(bases) ?? [])
        }
    }

    private func parameterValue(_ key: YAMLNodeID, _ value: YAMLNodeID) -> (from: CalendarDate, value: Fraction, text: String)? {
        guard let text = reader.string(value) else { return nil }
        let day = reader.forest.keyName(key)
        guard let from = CalendarDate(day) else {
            reader.report(.noDate(day), at: key)
            return nil
        }
        guard let fraction = Fraction(text) else {
            reader.report(.noNumber(text), at: value)
            return nil
        }
        return (from, fraction, text)
    }

    // MARK: Slate and calendar

    private func slate(_ node: YAMLNodeID) -> SlateOutline? {
        guard let object = reader.object(node, keys: ["fewest", "most", "basis"]), let fewest = object.required("fewest"),
            let most = object.required("most"), let basis = object.required("basis")
        else { return nil }
        return SlateOutline(fewest: fewest, most: most, node: node, basis: bases(basis))
    }

    private func calendar(_ node: YAMLNodeID) -> [CalendarOutline] {
        (reader.items(node) ?? []).compactMap { item in
            guard let object = reader.object(item, keys: ["id", "title", "basis", Iteration.key] + CalendarOutline.relations),
                let id = text("id", of: object), let title = localized("title", of: object), let basis = object.required("basis")
            else { return nil }
            return CalendarOutline(id: id, title: title, basis: bases(basis), node: item)
        }
    }
}
