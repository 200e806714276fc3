public import Findings

extension RuleLibrary {
    /// The page that explains a rule; nil where there is no such rule.
    ///
    /// - Parameter lawText: gives the text of a source by its file's name, or nil where it is not at hand.
    public func page(ofRule id: String, lawText: (String) -> String? = { _ in nil }) -> RulePage? {
        guard let rule = rules.first(where: { $0.id == id }) else { return nil }
        return RulePage(
            rule, basis: rule.basis.map { .init($0, article: article(of: $0, text: lawText)) },
            examples: examples(of: id).map { .init(verdict: $0.verdict, text: $0.text) })
    }
}

extension Checker {
    /// Applies every rule to the data of its examples, and looks for rules that have none.
    public func runExamples() -> ExampleRun {
        let outcomes = checkExamples()
        let shown = Set(outcomes.map(\.rule.id))
        return ExampleRun(outcomes: outcomes, missing: library.rules.filter { !shown.contains($0.id) }.map { ($0, []) })
    }
}
