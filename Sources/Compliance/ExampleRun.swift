import FEEL
import Facts
public import Findings
import Quantities
import RulePacks
import SourceText
import YAMLTree

extension Checker {
    /// Applies every rule to the data of its examples, and looks for examples that are missing.
    public func runExamples() -> ExampleRun { ExampleRun(outcomes: checkExamples(), missing: missingExamples()) }

    /// Applies every rule to the data of its examples.
    ///
    /// - Returns: for every example of every rule, the verdict that it expects, the one that it gets, and problems of its data.
    func checkExamples() -> [ExampleOutcome] {
        let book = library.book
        let forest = book.exampleForest()
        let reader = ExampleReader(DefinitionReader(forest))
        return book.packs.flatMap { pack in
            pack.contents.rules.flatMap { rule in
                reader.examples(of: rule.outline).map { example in
                    let (facts, problems) = DossierLoader.load(example: example.given, of: forest, vocabulary: book.vocabulary)
                    var options = CheckOptions(asOf: example.asOf ?? CalendarDate(days: 2_932_896))
                    options.lawTime = pack.lawTimeForExamples
                    var examination = Examination(facts, book, options)
                    examination.judge(rule, of: pack)
                    let verdict = examination.results.filter { $0.rule.id == rule.id }.map(\.verdict).max { $0.rank < $1.rank }
                    return ExampleOutcome(
                        rule: rule.description, name: example.name, place: example.place, expected: example.verdict,
                        actual: verdict ?? .notApplicable, diagnostics: problems, results: examination.results)
                }
            }
        }
    }

    /// The rules whose examples do not show every verdict that they must show, with those that are missing.
    func missingExamples() -> [(rule: RuleDescription, verdicts: [Verdict])] {
        let reader = ExampleReader(DefinitionReader(library.book.forest))
        return library.book.packs.flatMap(\.outlines).compactMap { outline in
            let shown = Set(reader.examples(of: outline).map(\.verdict))
            let missing = outline.demandedVerdicts.filter { !shown.contains($0) }
            return missing.isEmpty ? nil : (outline.description, missing)
        }
    }
}

extension RulePack {
    /// A day on which the pack and all its parameters are in force.
    fileprivate var lawTimeForExamples: CalendarDate? {
        to ?? ([from] + parameters.flatMap { $0.values.map(\.from) }).compactMap { $0 }.max()
    }
}
