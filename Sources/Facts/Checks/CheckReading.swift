import FEEL
import SourceText
import YAMLTree

/// An entry of `checks` whose test is being read.
struct CheckReading {
    let loader: VocabularyLoader
    let entry: DefinitionObject
    /// The fields of the root, and the parameters of the check.
    var scope: Scope

    /// Each form of a test, and the keys that it may have besides.
    static let formKeys: [(form: String, keys: [String])] = [
        ("require", ["forEach", "facts", "unless", "doubts"]), ("unique", ["forEach"]), ("same", ["number", "name", "within", "agree"]),
        ("identity", ["over", "birth", "sex"]), ("recorded", ["forEach", "since"]),
    ]

    func test() -> CheckTest? {
        let written = Self.formKeys.filter { entry[$0.form] != nil }
        guard written.count == 1, let form = written.first else {
            loader.report(.checkForms(Self.formKeys.map(\.form)), entry.node)
            return nil
        }
        for (key, _) in entry.entries {
            let name = entry.name(key)
            let isOthers = Self.formKeys.contains { $0.form == name || $0.keys.contains(name) }
            if isOthers, name != form.form, !form.keys.contains(name) { loader.report(.strayCheckKey(name, form: form.form), key) }
        }
        switch form.form {
        case "require": return condition().map(CheckTest.condition)
        case "unique": return unique().map(CheckTest.unique)
        case "same": return agreement().map(CheckTest.agreement)
        case "identity": return identity().map(CheckTest.identity)
        default: return recorded().map(CheckTest.recorded)
        }
    }

    // MARK: Forms

    private func condition() -> ConditionTest? {
        var reading = self
        let records = reading.records()
        if entry["forEach"] != nil, records == nil { return nil }
        let facts = reading.compiledList("facts")
        var valueSlot: Int?
        if let first = facts.first { valueSlot = reading.scope.bind("value", first.type) }
        guard let condition = reading.boolean("require") else { return nil }
        return ConditionTest(
            records: records, facts: facts, valueSlot: valueSlot, exception: entry["unless"].flatMap { _ in reading.boolean("unless") },
            condition: condition, doubted: reading.compiledList("doubts"))
    }

    private func unique() -> UniqueTest? {
        var reading = self
        guard entry.required("forEach") != nil, let records = reading.records(), let node = entry["unique"],
            let value = reading.compile(node)
        else { return nil }
        return UniqueTest(records: records, value: value)
    }

    private func agreement() -> AgreementTest? {
        let sides = (entry["same"].flatMap(loader.reader.items) ?? []).compactMap { node -> AgreementTest.Side? in
            guard let (list, record) = recordList(node), let name = entry.required("name").flatMap({ loader.field($0, .name, of: record) })
            else { return nil }
            let fields = (entry.required("agree").flatMap(loader.reader.items) ?? []).compactMap { loader.field($0, .anything, of: record) }
            return .init(
                list: list, number: field("number", .identityNumber, of: record), name: name, place: field("within", .anything, of: record),
                fields: fields)
        }
        guard sides.count == 2 else {
            if let node = entry["same"], loader.reader.diagnostics.isEmpty { loader.report(.twoLists, node) }
            return nil
        }
        return AgreementTest(first: sides[0], second: sides[1])
    }

    private func identity() -> IdentityTest? {
        let sex = entry["sex"].flatMap { loader.reader.object($0, keys: ["field", "odd", "even"]) }
        let sides = (entry.required("over").flatMap(loader.reader.items) ?? []).compactMap { node -> IdentityTest.Side? in
            guard let (list, record) = recordList(node), let number = field("identity", .identityNumber, of: record) else { return nil }
            return .init(
                list: list, number: number, birth: field("birth", .date, of: record),
                sex: sex?["field"].flatMap { loader.field($0, .textOrValue, of: record) })
        }
        return sides.isEmpty ? nil : IdentityTest(sides: sides, odd: sex?.string("odd"), even: sex?.string("even"))
    }

    private func recorded() -> RecordedTest? {
        var reading = self
        let records = reading.records()
        if entry["forEach"] != nil, records == nil { return nil }
        let facts = reading.compiledList("recorded")
        return RecordedTest(records: records, facts: facts, since: entry["since"].flatMap(reading.compile))
    }

    // MARK: Parts

    private func recordList(_ node: YAMLNodeID) -> (Int, RecordDefinition)? {
        guard let slot = loader.field(node, .records, of: loader.vocabulary.root),
            let record = loader.vocabulary.root.fields[slot].type.listedRecord
        else { return nil }
        return (slot, record)
    }

    private func field(_ key: String, _ wanted: WantedField, of record: RecordDefinition) -> Int? {
        entry[key].flatMap { loader.field($0, wanted, of: record) }
    }

    /// `VARIABLE in LIST`.
    private mutating func records() -> CheckedRecords? {
        guard let node = entry["forEach"], let text = loader.reader.string(node) else { return nil }
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[1] == "in", let list = compile(parts[2], node), case .list(let element) = list.type else {
            loader.report(.badCheckList, node)
            return nil
        }
        return CheckedRecords(slot: scope.bind(parts[0], element), list: list)
    }

    private func compiledList(_ key: String) -> [CompiledExpression] {
        guard let node = entry[key] else { return [] }
        return (loader.reader.items(node) ?? []).compactMap(compile)
    }

    private func boolean(_ key: String) -> CompiledExpression? {
        guard let node = entry[key], let compiled = compile(node) else { return nil }
        switch compiled.type {
        case .boolean, .any: return compiled
        default:
            loader.report(.wrongMeasureExpression(compiled.type.kind.words), node)
            return nil
        }
    }

    private func compile(_ node: YAMLNodeID) -> CompiledExpression? { loader.reader.string(node).flatMap { compile($0, node) } }

    private func compile(_ text: String, _ node: YAMLNodeID) -> CompiledExpression? {
        switch Compiler.compile(text, scope: scope) {
        case .success(let compiled): return compiled
        case .failure(let problems):
            let scalar = loader.reader.forest.resolve(node)
            for problem in problems.all { loader.reader.report(problem.diagnostic(in: scalar, of: loader.reader.forest)) }
            return nil
        }
    }
}
