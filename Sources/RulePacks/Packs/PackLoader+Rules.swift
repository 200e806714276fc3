import FEEL
import Facts
import SourceText
import YAMLTree

extension PackLoader {
    static let formKeys = ["require", "measure", "event", "unique", "sum", "sequence", "attest"]

    /// The keys that belong to one form and mean nothing beside another.
    private static let keysOfForm: [String: Set<String>] = [
        "require": ["forEach"], "measure": ["as", "atLeast", "atMost", "above", "below", "about", "tolerance"],
        "event": ["forEach", "noLaterThan", "noEarlierThan", "on", "within"], "unique": ["forEach"],
        "sum": ["forEach", "equals", "atLeast", "atMost"], "sequence": ["contiguous"], "attest": ["by"],
    ]
    private static let formSpecificKeys = keysOfForm.values.reduce(Set()) { $0.union($1) }

    func rule(_ outline: RuleOutline) -> Rule? {
        guard let object = reader.anyObject(outline.node) else { return nil }
        var scope = scope
        var forEach: (slot: Int, list: CompiledExpression)?
        if let node = object["forEach"] {
            guard let binding = iteration(node, &scope) else { return nil }
            forEach = binding
        }
        let written = Self.formKeys.filter { object[$0] != nil }
        guard written.count == 1, let formKey = written.first else {
            let place = object["id"] ?? outline.node
            reader.report(
                written.isEmpty ? .noForm(among: Self.formKeys) : .severalForms(written, among: Self.formKeys), at: place)
            return nil
        }
        checkKeys(of: formKey, object)
        guard let form = form(formKey, object, scope) else { return nil }
        return Rule(
            outline, forEach: forEach, when: object["when"].flatMap { condition($0, in: scope) },
            exceptWhen: object["exceptWhen"].flatMap { condition($0, in: scope) },
            due: object["due"].flatMap { day($0, in: scope)?.expression }, form: form)
    }

    /// A key of another form would be passed over in silence, and what it demands with it.
    private func checkKeys(of form: String, _ object: DefinitionObject) {
        let own = Self.keysOfForm[form] ?? []
        for (key, _) in object.entries {
            let name = object.name(key)
            guard Self.formSpecificKeys.contains(name), !own.contains(name) else { continue }
            reader.report(.strayKey(name, form: form, known: own.sorted()), at: key)
        }
    }

    /// `VARIABLE in LIST`.
    private func iteration(_ node: YAMLNodeID, _ scope: inout Scope) -> (slot: Int, list: CompiledExpression)? {
        guard let text = reader.string(node) else { return nil }
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[1] == "in" else {
            reader.report(.badIteration, at: node)
            return nil
        }
        guard let list = compile(parts[2], node, in: scope) else { return nil }
        guard case .list(let element) = list.type else {
            reader.report(.wrongType(list.type, expected: Localized(zh: "列表", en: "a list")), at: node)
            return nil
        }
        return (scope.bind(parts[0], element), list)
    }
}
