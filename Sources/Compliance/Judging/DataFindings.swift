import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText
import YAMLTree

/// Findings on the data that come up while rules are judged; all others come before (``DataChecking``).
extension Examination {
    /// Published numbers and percentages that exclude each other, whether or not a rule asks for their measure.
    mutating func findConflicts() {
        let root = run.locals.first
        for record in facts.tables.records.indices {
            let measures = book.vocabulary.measuresTaken[facts.definition(of: record).number]
            // Of measures of one list for which nothing is published, the first finds all that there is.
            var lists: Set<Int> = []
            for measure in measures {
                let isFirst = (measure as? CountMeasure).map { lists.insert($0.roster.list).inserted } ?? true
                guard isFirst || measure.isPublished(in: record, of: facts),
                    let conflict = measure.take(in: record, of: facts, &run).conflict
                else { continue }
                report(conflict, roster: measure.source(in: record, of: facts))
            }
        }
        if let root { run.set(0, root) }
    }

    mutating func report(_ conflict: Measured.Conflict, roster: FieldRead) {
        guard reportedConflicts.insert(conflict.published).inserted else { return }
        var result = RuleResult(
            rule: DataRules.totals, verdict: .fail, about: facts.reference(to: conflict.published),
            place: facts.place(conflict.published.slot, of: conflict.published.record))
        result.actual = .text(Localized(same: conflict.text))
        if let expected = conflict.expected {
            let published = conflict.published
            let isRoster = facts.definition(of: published.record).fields[published.slot].type.listedRecord != nil
            let origin =
                isRoster
                ? Localized(zh: "应有人数减去空缺", en: "as many as are expected, less vacant places")
                : Localized(zh: "名册和其他数字", en: "the roster and the other numbers")
            result.required = [expected.requirement(origin)]
        } else if let whole = conflict.whole {
            result.note = Localized(zh: "\(whole) 的这个比例不是整数", en: "no whole number is that share of \(whole)")
        }
        if roster != conflict.published, facts.fact(roster.slot, of: roster.record).state == .known {
            result.related = [
                .init(place: facts.place(roster.slot, of: roster.record), message: Localized(zh: "名册在这里", en: "the roster"))
            ]
        }
        add(result)
    }

    /// Adds what a check of the data found, where the check is one of those that are asked for.
    private mutating func add(_ result: RuleResult) {
        if book.tells(result.rule.id, options) { results.append(result) }
    }

    /// An attestation of a rule that does not exist, or that is not attested, attests nothing.
    mutating func checkAttestations() {
        guard let attestations = book.vocabulary.attestations else { return }
        let rules = book.packs.flatMap(\.outlines)
        // What hardly can be is explained in the same place.
        let explained = [DataRules.deviation.id] + book.checks.filter { $0.definition.force == .implausible }.map(\.id)
        let attested = rules.filter(\.isAttested).map(\.id) + explained
        for record in facts.records(attestations.list, of: FactStore.root) ?? [] {
            guard case .string(let id) = facts.value(slot: attestations.rule, of: record), !attested.contains(id) else { continue }
            let exists = (rules.map(\.id) + book.checks.map(\.id) + DataRules.all.map(\.id)).contains(id)
            let nearest = exists ? nil : nearestName(to: id, among: attested.sorted())
            diagnostics.append(
                Diagnostic(
                    code: "data.attestation", severity: .error, place: facts.place(attestations.rule, of: record),
                    message: exists
                        ? Localized(zh: "规则“\(id)”由数据判断，不由人确认", en: "rule “\(id)” is judged by the data; nobody attests it")
                        : Localized(zh: "没有规则“\(id)”", en: "there is no rule “\(id)”"),
                    help: .didYouMean(nearest)))
        }
    }
}

extension Interval<Int> {
    /// What is left for a number, as a bound on it.
    fileprivate func requirement(_ origin: Localized) -> Requirement {
        switch (lower, upper) {
        case (let least?, nil): Requirement(.atLeast, .count(Interval(least), unit: nil), origin: origin)
        case (nil, let most?): Requirement(.atMost, .count(Interval(most), unit: nil), origin: origin)
        default: Requirement(.equal, .count(self, unit: nil), origin: origin)
        }
    }
}
