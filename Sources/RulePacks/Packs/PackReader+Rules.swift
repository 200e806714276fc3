import Facts
import Findings
import SourceText
import YAMLTree

extension PackReader {
    private static let keys =
        RuleFormType.formKeys + [
            "id", "title", "basis", "force", "phase", "when", "exceptWhen", "due", "remedy", "readings", "examples",
            "overrides", "ground",
        ] + RuleFormType.keysOfForms.sorted()

    private static let knownKeys = Set(keys)

    /// What is written of a rule besides its expressions. Where parts are missing, which has been reported, others stand in for them.
    func outline(_ node: YAMLNodeID, of head: PackHead) -> RuleOutline? {
        guard let object = ruleObject(node), let id = text("id", of: object), let idNode = object["id"] else {
            return nil
        }
        let title = localized("title", of: object) ?? Localized(same: id)
        let bases = object.required("basis").map(bases) ?? []
        let force = force(object) ?? .mandatory
        let phase = phase(object)
        let replaced = overrides(object)
        let description = RuleDescription(
            id: id, title: title, pack: head.id, packTitle: head.title, force: force, phase: phase?.label, basis: bases.map(\.basis),
            remedy: object.localized("remedy"), readings: readings(object), statement: statement(object), overrides: replaced,
            place: reader.forest.place(of: idNode))
        return RuleOutline(
            description: description, phase: phase, isAttested: object["attest"] != nil, basis: bases, node: node,
            overrides: object["overrides"], examples: object["examples"])
    }

    /// The mapping of a rule. There are many rules and many keys, so the keys are looked up, not searched.
    private func ruleObject(_ node: YAMLNodeID) -> DefinitionObject? {
        guard let object = reader.anyObject(node) else { return nil }
        for (key, _) in object.entries where !Self.knownKeys.contains(object.name(key)) { reader.unknownKey(key, among: Self.keys) }
        return object
    }

    private func force(_ object: DefinitionObject) -> Force? {
        guard let node = object.required("force"), let text = reader.string(node) else { return nil }
        if let force = Force(rawValue: text) { return force }
        reader.report(.unknownName(text, among: Force.allCases.map(\.rawValue)), at: node)
        return nil
    }

    private func phase(_ object: DefinitionObject) -> Phase? {
        guard let node = object["phase"], let text = reader.string(node) else { return nil }
        if let phase = vocabulary.phase(text) { return phase }
        reader.report(.unknownName(text, among: vocabulary.phases.map(\.id)), at: node)
        return nil
    }

    private func overrides(_ object: DefinitionObject) -> RuleDescription.Override? {
        switch (object.key("overrides"), object.key("ground")) {
        case (nil, nil): return nil
        case (nil, let ground?):
            reader.report(.groundAlone, at: ground)
            return nil
        case (let id?, nil):
            reader.report(.overrideAlone, at: id)
            return nil
        case (_?, _?):
            guard let id = text("overrides", of: object), let ground = localized("ground", of: object) else { return nil }
            return RuleDescription.Override(id: id, ground: ground)
        }
    }

    private func readings(_ object: DefinitionObject) -> [RuleDescription.Reading] {
        guard let node = object["readings"], let items = reader.items(node) else { return [] }
        var ids: [String: YAMLNodeID] = [:]
        let readings: [RuleDescription.Reading] = items.compactMap { item in
            guard let entry = reader.object(item, keys: ["id", "zh", "en", "inForce"] + Self.keysOfReadings), let text = entry.localized
            else { return nil }
            let (id, isInForce) = (entry.string("id"), entry.boolean("inForce") ?? false)
            if let id, let idNode = entry["id"], let first = ids.updateValue(idNode, forKey: id) {
                reader.report(.duplicateReading(id, first: reader.forest.place(of: first)), at: idNode)
            }
            let isWorkedOut = entry.entries.contains { Self.keysOfReadings.contains(entry.name($0.key)) }
            if isWorkedOut, id == nil { reader.report(.readingWithoutID, at: item) }
            if id != nil, !isWorkedOut, !isInForce { reader.report(.readingWithoutKeys, at: entry["id"] ?? item) }
            return RuleDescription.Reading(id: id, text: text, isInForce: isInForce)
        }
        if !readings.isEmpty, readings.filter(\.isInForce).count != 1 { reader.report(.readingInForce, at: node) }
        return readings
    }

    /// What a reading can say in its own way.
    private static let keysOfReadings = RuleFormType.formKeys + RuleFormType.keysOfForms.sorted()

    private static let unstated: Set = [
        "id", "title", "basis", "force", "phase", "remedy", "readings", "examples", "overrides", "ground",
    ]

    /// The lines of the rule that say what it demands, as they stand in the pack.
    private func statement(_ object: DefinitionObject) -> [(key: String, text: Localized)] {
        let own = object.entries.filter { !Self.unstated.contains(object.name($0.key)) }
        let read = reader.readingInForce(of: object).map { reading in
            reading.entries.filter { Self.keysOfReadings.contains(reading.name($0.key)) }
        }
        return (own + (read ?? [])).compactMap { key, value in
            let name = object.name(key)
            let node = reader.forest.resolve(value)
            switch reader.forest[node].kind {
            case .scalar: return (name, Localized(same: reader.forest.string(node)))
            case .sequence:
                return (name, Localized(same: reader.forest.items(of: node).map { reader.forest.string($0) }.joined(separator: " → ")))
            case .mapping:
                let texts = reader.forest.entries(of: node).map { ($0.key, reader.forest.string($0.value)) }
                guard let first = texts.first?.1 else { return nil }
                let english = texts.first { reader.forest.keyName($0.0) == "en" }?.1
                return (name, Localized(zh: first, en: english ?? first))
            case .alias: return nil
            }
        }
    }
}
