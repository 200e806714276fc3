import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// The checks of a dossier's data, which come before all rules: what they find, and what can be used after them.
struct DataChecking {
    let stated: FactStore
    let book: RuleBook
    let options: CheckOptions
    var run = Evaluation()
    private(set) var results: [RuleResult] = []
    private var doubted: [FieldRead] = []

    init(_ stated: FactStore, _ book: RuleBook, _ options: CheckOptions) {
        self.stated = stated
        self.book = book
        self.options = options
        run.set(0, .record(stated.rootRecord))
        findLaterThanDocuments()
        for check in book.checks where !options.skippedRules.contains(check.id) { apply(check) }
    }

    /// What rules may use: facts that cannot be true decide nothing.
    var facts: FactStore { doubted.isEmpty ? stated : stated.doubting(doubted) }

    // MARK: Checks of the vocabulary

    private mutating func apply(_ check: DataCheck) {
        for parameter in check.definition.parameters { run.set(parameter.slot, .number(parameter.value)) }
        let findings = self.findings(of: check.definition.test)
        for finding in findings { report(finding, of: check) }
        // Who asks for a check wants to hear that nothing was found, too.
        if findings.isEmpty, options.rules.contains(check.id) {
            results.append(RuleResult(rule: check.description, verdict: .pass, place: stated.place(of: FactStore.root)))
        }
    }

    private mutating func findings(of test: CheckTest) -> [DataFinding] {
        switch test {
        case .condition(let test): findings(of: test)
        case .unique(let test): findings(of: test)
        case .agreement(let test): findings(of: test)
        case .identity(let test): findings(of: test)
        }
    }

    private mutating func report(_ finding: DataFinding, of check: DataCheck) {
        let isImplausible = check.definition.force == .implausible
        if !isImplausible { doubted += finding.doubted }
        guard options.selects(check: check.id) else { return }
        var result = result(finding, of: check)
        if isImplausible, let explanation = explanation(of: check.id, result) {
            result.verdict = .pass
            result.note = result.note.map { $0.followed(by: explanation) } ?? explanation
        }
        results.append(result)
    }

    private func result(_ finding: DataFinding, of check: DataCheck) -> RuleResult {
        let first = finding.facts.first
        let place = first.map { stated.place($0.slot, of: $0.record) } ?? stated.place(of: finding.record ?? FactStore.root)
        var result: RuleResult
        if finding.isAboutFact, let first {
            result = RuleResult(rule: check.description, verdict: .fail, about: stated.reference(to: first), place: place)
        } else {
            result = RuleResult(
                rule: check.description, verdict: .fail, subject: finding.record.map { stated.subject(of: $0) }, place: place)
        }
        var note = check.definition.finding ?? Localized(zh: "与核对要求不符", en: "the check does not hold")
        let values = finding.facts.prefix(8).map { stated.statement($0, of: finding.record) } + [finding.note].compactMap { $0 }
        if !values.isEmpty { note = note + Phrases.inBrackets(values.joined(separator: Phrases.comma)) }
        result.note = note
        result.related = finding.facts.dropFirst().prefix(7).map {
            .init(place: stated.place($0.slot, of: $0.record), message: stated.ownedLabel(of: $0))
        }
        if let other = finding.other {
            result.related.append(.init(place: stated.place(of: other), message: Localized(zh: "与此处相同", en: "the same as here")))
        }
        return result
    }

    /// Adds a result about a fact, which decides nothing from now on.
    mutating func add(_ result: RuleResult, doubting fact: FieldRead) {
        if !options.skippedRules.contains(result.rule.id) { doubted.append(fact) }
        if options.selects(check: result.rule.id) { results.append(result) }
    }
}

extension CheckOptions {
    /// Whether findings of a check of the data are told. Checks belong to no phase, so phases leave none out.
    func selects(check id: String) -> Bool { (rules.isEmpty || rules.contains(id)) && !skippedRules.contains(id) }
}
