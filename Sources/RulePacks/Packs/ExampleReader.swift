package import Findings
package import Quantities
package import SourceText
package import YAMLTree

/// An example of a rule, which is also its test.
package struct Example: Sendable {
    package let verdict: Verdict
    /// What it shows, where its pack says so.
    package let name: String?
    package let given: YAMLNodeID
    package let asOf: CalendarDate?
    package let place: SourcePlace
}

/// Reads the examples of rules, which only their tests and their explanations need.
package struct ExampleReader {
    private let reader: DefinitionReader

    package init(_ reader: DefinitionReader) { self.reader = reader }

    package func examples(of outline: RuleOutline) -> [Example] {
        guard let node = outline.examples, let items = reader.items(node) else { return [] }
        return items.compactMap { item in
            guard let entry = reader.object(item, keys: ["verdict", "given", "asOf", "name"]), let verdictNode = entry.required("verdict"),
                let text = reader.string(verdictNode), let given = entry.required("given")
            else { return nil }
            guard let verdict = Verdict(rawValue: text) else {
                reader.report(.unknownName(text, among: Verdict.allCases.map(\.rawValue)), at: verdictNode)
                return nil
            }
            return Example(
                verdict: verdict, name: entry.string("name"), given: given, asOf: entry["asOf"].flatMap(reader.date),
                place: reader.forest.place(of: item))
        }
    }
}

extension RuleOutline {
    /// The verdicts that the rule's examples must show (docs/rule-data.md, Examples).
    package var demandedVerdicts: [Verdict] { isAttested ? [.review, .pass] : [.pass, .fail, .unknown] }
}
