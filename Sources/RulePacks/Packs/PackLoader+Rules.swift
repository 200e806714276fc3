import FEEL
import Facts
import SourceText
import YAMLTree

extension PackLoader {
    func rule(_ outline: RuleOutline) -> Rule? {
        guard let object = reader.anyObject(outline.node) else { return nil }
        var alternatives: [String: Rule] = [:]
        for reading in object["readings"].flatMap(reader.items) ?? [] {
            guard let entry = reader.anyObject(reading), let id = entry.string("id"), entry.boolean("inForce") != true else { continue }
            alternatives[id] = rule(outline.read(as: id), object.overlaid(by: entry), [:], entry)
        }
        guard let reading = reader.readingInForce(of: object) else { return rule(outline, object, alternatives, nil) }
        return rule(outline, object.overlaid(by: reading), alternatives, reading)
    }

    /// - Parameters:
    ///   - object: the rule, with the keys of a reading before its own.
    ///   - reading: these keys alone.
    private func rule(
        _ outline: RuleOutline, _ object: DefinitionObject, _ alternatives: [String: Rule], _ reading: DefinitionObject?
    ) -> Rule? {
        var scope = scope
        var iteration: Iteration?
        if let node = object[Iteration.key] { iteration = self.iteration(node, &scope) }
        let written = RuleFormType.all.filter { object[$0.key] != nil }
        guard written.count == 1, let form = written.first, let node = object[form.key] else {
            let place = object["id"] ?? outline.node
            reader.report(
                written.isEmpty
                    ? .noForm(among: RuleFormType.formKeys) : .severalForms(written.map(\.key), among: RuleFormType.formKeys), at: place)
            return nil
        }
        checkKeys(of: form, object)
        if let reading { checkKeys(of: form, reading) }
        // Without its variable an expression would be refused for the wrong reason.
        if object[Iteration.key] != nil, iteration == nil { return nil }
        let reading = FormReading(loader: self, object: object, node: node, scope: scope)
        guard let demand = demand(form, iteration, reading) else { return nil }
        return Rule(
            outline, when: object["when"].flatMap { condition($0, in: scope) },
            exceptWhen: object["exceptWhen"].flatMap { condition($0, in: scope) },
            due: object["due"].flatMap { day($0, in: scope)?.expression }, demand: demand, alternatives: alternatives)
    }

    private func demand(_ form: RuleFormType, _ iteration: Iteration?, _ reading: FormReading) -> Demand? {
        switch (form, iteration) {
        case (.ofLists(let form), let iteration?): return form.read(reading).map { .ofAll(iteration, $0) }
        case (.ofLists, nil):
            reader.report(.needsIteration, at: reading.node)
            return nil
        case (.ofRecords(let form), let iteration?): return form.read(reading).map { .ofEach(iteration, $0) }
        case (.ofRecords(let form), nil): return form.read(reading).map { .ofDossier($0) }
        case (.ofTopics(let form), _): return form.read(reading).map { .ofTopics($0) }
        }
    }

    /// A key of another form would be passed over in silence, and what it demands with it.
    private func checkKeys(of form: RuleFormType, _ object: DefinitionObject) {
        let own = form.keys
        for (key, _) in object.entries {
            let name = object.name(key)
            guard RuleFormType.keysOfForms.contains(name), !own.contains(name) else { continue }
            reader.report(.strayKey(name, form: form.key, known: own.sorted()), at: key)
        }
    }

    /// `VARIABLE in LIST`.
    func iteration(_ node: YAMLNodeID, _ scope: inout Scope) -> Iteration? {
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
        return Iteration(slot: scope.bind(parts[0], element), list: list)
    }
}

extension DefinitionReader {
    /// The reading of a rule that is in force, with the keys that it has of its own; nil where the rule has no readings.
    func readingInForce(of rule: DefinitionObject) -> DefinitionObject? {
        guard let node = rule["readings"], forest[forest.resolve(node)].kind == .sequence else { return nil }
        return forest.items(of: forest.resolve(node)).lazy.filter { self.forest[self.forest.resolve($0)].kind == .mapping }
            .compactMap(anyObject).first { entry in entry["inForce"].map { self.forest.string(self.forest.resolve($0)) } == "true" }
    }
}
