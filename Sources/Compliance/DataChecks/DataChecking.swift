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
        for contradiction in stated.contradictions { report(contradiction) }
        for deviation in stated.deviations { report(deviation) }
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
        case .recorded(let test): findings(of: test)
        }
    }

    /// What is found in each record that a check looks at, with the record in its variable; in the dossier as a whole where it looks at none.
    mutating func forEach(_ records: CheckedRecords?, _ find: (inout DataChecking, _ record: Int?) -> [DataFinding]) -> [DataFinding] {
        guard let records else { return find(&self, nil) }
        guard case .list(let subjects) = records.list.evaluate(&run) else { return [] }
        var findings: [DataFinding] = []
        for case .record(let record) in subjects {
            run.set(records.slot, .record(record))
            findings += find(&self, Int(record.index))
        }
        return findings
    }

    private mutating func report(_ finding: DataFinding, of check: DataCheck) {
        if check.definition.force == .impossible { doubted += finding.doubted }
        add(result(finding, of: check))
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

    /// Adds a finding of a check that holds for every vocabulary.
    mutating func add(_ result: RuleResult) {
        let isImplausible = result.rule.severity < .error
        guard book.tells(result.rule.id, isImplausible: isImplausible, options) else { return }
        results.append(isImplausible ? explained(result) : result)
    }
}

extension RuleBook {
    /// Whether findings of a check of the data are told. What cannot be true is told with every rule, because it keeps facts from it, unless
    /// the check is skipped, or others are asked for by name. Checks belong to no phase, so phases leave none out.
    func tells(_ id: String, isImplausible: Bool = false, _ options: CheckOptions) -> Bool {
        if options.skippedRules.contains(id) { return false }
        if options.rules.isEmpty || options.rules.contains(id) { return true }
        return !isImplausible && !(DataRules.all.map(\.id) + checks.map(\.id)).contains(where: options.rules.contains)
    }
}
