public import Findings

extension RuleLibrary {
    /// The page that explains a rule; nil where there is no such rule.
    ///
    /// - Parameter lawText: gives the text of a source by its file's name, or nil where it is not at hand.
    public func page(ofRule id: String, lawText: (String) -> String? = { _ in nil }) -> RulePage? {
        guard let rule = rule(id) else { return nil }
        return RulePage(
            rule, replaces: rule.overrides.flatMap { _ in self.rule(replacedBy: id) },
            basis: rule.basis.map { .init($0, article: article(of: $0, text: lawText)) },
            examples: examples(of: id).map { .init(verdict: $0.verdict, name: $0.name, text: $0.text) })
    }
}
