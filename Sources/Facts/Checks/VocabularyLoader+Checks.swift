import FEEL
import Quantities
import SourceText
import YAMLTree

extension VocabularyLoader {
    private static let checkKeys =
        ["zh", "en", "finding", "remedy", "force", "parameters"] + CheckReading.formKeys.map(\.form) + CheckReading.formKeys.flatMap(\.keys)

    /// The checks of the data, see ``CheckDefinition``.
    mutating func readChecks() {
        var known: Set<String> = []
        for (id, key, entry) in entries("checks", keys: Array(Set(Self.checkKeys)).sorted()) {
            guard let label = entry.localized, let force = force(of: entry), known.insert(id).inserted else { continue }
            var scope = Scope()
            _ = scope.open(vocabulary.root.type)
            let parameters = checkParameters(of: entry, &scope)
            guard let test = CheckReading(loader: self, entry: entry, scope: scope).test() else { continue }
            vocabulary.checks.append(
                CheckDefinition(
                    id: id, title: label, finding: entry.localized("finding"), remedy: entry.localized("remedy"), force: force,
                    parameters: parameters, test: test, statement: statement(of: entry), place: reader.forest.place(of: key)))
        }
    }

    private func force(of entry: DefinitionObject) -> CheckDefinition.Force? {
        guard let node = entry.required("force"), let text = reader.string(node) else { return nil }
        if let force = CheckDefinition.Force(rawValue: text) { return force }
        unknown(text, node, CheckDefinition.Force.allCases.map(\.rawValue))
        return nil
    }

    /// `{share: 3%, least: 10}`: names of numbers.
    private func checkParameters(of entry: DefinitionObject, _ scope: inout Scope) -> [CheckParameter] {
        guard let object = entry["parameters"].flatMap(reader.anyObject) else { return [] }
        return object.entries.compactMap { key, value in
            guard let text = reader.string(value) else { return nil }
            guard let number = Self.number(text) else {
                report(.notADecimal(text), value)
                return nil
            }
            return CheckParameter(slot: scope.bind(object.name(key), .number(unit: nil)), value: number)
        }
    }

    private static func number(_ text: String) -> Decimal? {
        text.hasSuffix("%") ? Decimal(String(text.dropLast())).flatMap { Decimal.divide($0, 100) } : Decimal(text)
    }

    /// What the check says besides its texts, as it is written.
    private func statement(of entry: DefinitionObject) -> [(key: String, text: String)] {
        entry.entries.compactMap { key, value in
            let name = entry.name(key)
            if ["zh", "en", "finding", "remedy", "force"].contains(name) { return nil }
            let node = reader.forest.resolve(value)
            let text =
                reader.forest[node].kind == .scalar
                ? reader.forest.string(node) : (reader.forest.place(of: node).text ?? "").split(separator: "\n").joined(separator: " ")
            return (name, text)
        }
    }
}
