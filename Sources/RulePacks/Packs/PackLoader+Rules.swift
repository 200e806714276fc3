import FEEL
import Facts
import Findings
import SourceText
import YAMLTree

extension PackLoader {
    private static let formKeys = ["require", "measure", "event", "unique", "sum", "sequence", "attest"]
    private static let keys =
        formKeys + [
            "id", "title", "basis", "force", "phase", "forEach", "when", "exceptWhen", "due", "remedy", "readings", "examples",
            "as", "atLeast", "atMost", "above", "below", "about", "tolerance", "noLaterThan", "noEarlierThan", "on", "within", "equals",
            "contiguous", "by",
        ]

    /// The keys that belong to one form and mean nothing beside another.
    private static let keysOfForm: [String: Set<String>] = [
        "require": ["forEach"], "measure": ["as", "atLeast", "atMost", "above", "below", "about", "tolerance"],
        "event": ["forEach", "noLaterThan", "noEarlierThan", "on", "within"], "unique": ["forEach"],
        "sum": ["forEach", "equals", "atLeast", "atMost"], "sequence": ["contiguous"], "attest": ["by"],
    ]

    /// A key of another form would be passed over in silence, and what it demands with it.
    private func checkKeys(of form: String, _ object: DefinitionObject) {
        let own = Self.keysOfForm[form] ?? []
        let others = Self.keysOfForm.values.reduce(Set()) { $0.union($1) }.subtracting(own)
        for (key, _) in object.entries where others.contains(object.name(key)) {
            reader.report(
                "pack.form", at: key, "“\(object.name(key))”与 \(form) 不能同用", "“\(object.name(key))” does not go with `\(form)`",
                help: own.isEmpty
                    ? nil
                    : Localized(zh: "可用：\(own.sorted().joined(separator: "、"))", en: "there are: \(own.sorted().joined(separator: ", "))"))
        }
    }

    mutating func rule(_ node: YAMLNodeID) -> Rule? {
        guard let object = reader.object(node, keys: Self.keys), let idNode = object.required("id"), let id = reader.string(idNode) else {
            return nil
        }
        let place = reader.forest.place(of: idNode)
        if let first = ruleIDs[id] {
            reader.report(
                Diagnostic(
                    code: "pack.duplicate-id", place: place, message: Localized(zh: "规则“\(id)”重复", en: "rule “\(id)” is defined twice"),
                    related: [.init(place: first, message: Localized(zh: "先定义在这里", en: "first defined here"))]))
            return nil
        }
        ruleIDs[id] = place

        let title = object.required("title").flatMap(reader.localized)
        let bases = object.required("basis").map { self.bases($0) } ?? []
        let force = force(object)
        let phase = phase(object)
        var scope = scope
        var forEach: (slot: Int, list: CompiledExpression)?
        if let node = object["forEach"] {
            guard let binding = iteration(node, &scope) else { return nil }
            forEach = binding
        }
        let written = Self.formKeys.filter { object[$0] != nil }
        guard written.count == 1, let formKey = written.first else {
            reader.report(
                "pack.form", at: idNode, written.isEmpty ? "规则没有写明要求" : "一条规则只能有一种要求，这里有 \(written.joined(separator: "、"))",
                written.isEmpty ? "the rule demands nothing" : "a rule has one form; this one has \(written.joined(separator: ", "))",
                help: Localized(zh: "应为 \(Self.formKeys.joined(separator: "、")) 之一", en: "one of \(Self.formKeys.joined(separator: ", "))"))
            return nil
        }
        checkKeys(of: formKey, object)
        guard let title, let force, !bases.isEmpty, let form = form(formKey, object, scope) else { return nil }
        let description = RuleDescription(
            id: id, title: title, pack: packID, packTitle: packTitle, force: force, phase: phase?.label, basis: bases.map(\.basis),
            remedy: object.localized("remedy"), readings: readings(object), statement: statement(object), place: place)
        return Rule(
            description: description, phase: phase, forEach: forEach, when: object["when"].flatMap { condition($0, in: scope) },
            exceptWhen: object["exceptWhen"].flatMap { condition($0, in: scope) },
            due: object["due"].flatMap { day($0, in: scope)?.expression },
            form: form, examples: examples(object), basisPlaces: bases.map(\.place))
    }

    // MARK: Parts that every rule has

    private func force(_ object: DefinitionObject) -> Force? {
        guard let node = object.required("force"), let text = reader.string(node) else { return nil }
        if let force = Force(rawValue: text) { return force }
        unknown(text, node, Force.allCases.map(\.rawValue))
        return nil
    }

    private func phase(_ object: DefinitionObject) -> Phase? {
        guard let node = object["phase"], let text = reader.string(node) else { return nil }
        if let phase = vocabulary.phase(text) { return phase }
        unknown(text, node, vocabulary.phases.map(\.id))
        return nil
    }

    /// `VARIABLE in LIST`.
    private func iteration(_ node: YAMLNodeID, _ scope: inout Scope) -> (slot: Int, list: CompiledExpression)? {
        guard let text = reader.string(node) else { return nil }
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[1] == "in" else {
            reader.report("pack.forEach", at: node, "应写作“变量 in 列表”", "write `VARIABLE in LIST`")
            return nil
        }
        guard let list = compile(parts[2], node, in: scope) else { return nil }
        guard case .list(let element) = list.type else {
            reader.report("feel.type", at: node, "此处应为列表，而不是 \(list.type)", "expected a list, not \(list.type)")
            return nil
        }
        return (scope.bind(parts[0], element), list)
    }

    private func readings(_ object: DefinitionObject) -> [RuleDescription.Reading] {
        guard let node = object["readings"], let items = reader.items(node) else { return [] }
        let readings: [RuleDescription.Reading] = items.compactMap { item in
            guard let entry = reader.object(item, keys: ["zh", "en", "inForce"]), let text = entry.localized else { return nil }
            return RuleDescription.Reading(text: text, isInForce: entry.boolean("inForce") ?? false)
        }
        if !readings.isEmpty, readings.filter(\.isInForce).count != 1 {
            reader.report("pack.readings", at: node, "须恰有一种理解标明 inForce: true", "exactly one reading must be marked `inForce: true`")
        }
        return readings
    }

    /// The lines of the rule that say what it demands, as they stand in the pack.
    private func statement(_ object: DefinitionObject) -> [(key: String, text: Localized)] {
        let other: Set = ["id", "title", "basis", "force", "phase", "remedy", "readings", "examples"]
        return object.entries.compactMap { key, value in
            let name = object.name(key)
            guard !other.contains(name) else { return nil }
            let node = reader.forest.resolve(value)
            switch reader.forest[node].kind {
            case .scalar: return (name, Localized(same: reader.forest.string(node)))
            case .sequence:
                return (name, Localized(same: reader.forest.items(of: node).map { reader.forest.string($0) }.joined(separator: " → ")))
            case .mapping:
                let texts = reader.forest.entries(of: node).map { reader.forest.string($0.value) }
                guard let first = texts.first, let last = texts.last else { return nil }
                // A text in two languages, Chinese first.
                return (name, Localized(zh: first, en: last))
            case .alias: return nil
            }
        }
    }

    private func examples(_ object: DefinitionObject) -> [Example] {
        guard let node = object["examples"], let items = reader.items(node) else { return [] }
        return items.compactMap { item in
            guard let entry = reader.object(item, keys: ["verdict", "given", "asOf", "name"]), let verdictNode = entry.required("verdict"),
                let text = reader.string(verdictNode), let given = entry.required("given")
            else { return nil }
            guard let verdict = Verdict(rawValue: text) else {
                unknown(text, verdictNode, Verdict.allCases.map(\.rawValue))
                return nil
            }
            return Example(verdict: verdict, given: given, asOf: entry["asOf"].flatMap(reader.date), place: reader.forest.place(of: item))
        }
    }
}
