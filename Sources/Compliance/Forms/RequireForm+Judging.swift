import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// A record passes, and this is how far from its bound it is.
struct PlainPass {
    var margin: Int?
}

extension RequireForm: JudgedRecordForm {
    func judge(_ rule: Rule, by examination: inout Examination) -> Judgement { examination.judge(self, rule) }
}

extension Examination {
    fileprivate mutating func judge(_ form: RequireForm, _ rule: Rule) -> Judgement {
        if let settlement = form.settlement, let comparison = form.comparison,
            let judgement = judge(unsettled: settlement, comparison, rule)
        {
            return judgement
        }
        if let comparison = form.comparison, let judgement = judge(comparison) {
            return judgement.verdict == .fail && !isSketching ? explained(judgement, form) : judgement
        }
        let value = form.condition.evaluate(&run)
        // A part that has no value (a division by zero) is a defect of the rule, even where the whole came out as something.
        if !run.problems.isEmpty { return failure() }
        switch value {
        case .boolean(true): return Judgement(.pass)
        case .boolean(false): return isSketching ? Judgement(.fail) : explained(Judgement(.fail), form)
        case .unknown, .between: break
        // No value, although nothing is missing: the rule itself does not make sense of the data.
        default: if run.missing.isEmpty { return failure() }
        }
        var judgement = open(rule, missing: run.missing, note: nil)
        if !isSketching, let first = judgement.missing.first { judgement.place = facts.place(first.slot, of: first.record) }
        return judgement
    }

    /// The margin of a record that plainly passes, which most do; nil where more has to be asked.
    mutating func plainPass(_ form: RequireForm) -> PlainPass? {
        guard form.settlement == nil else { return nil }
        guard let comparison = form.comparison else {
            guard case .boolean(true) = form.condition.evaluate(&run), run.problems.isEmpty else { return nil }
            return PlainPass(margin: nil)
        }
        let actual = comparison.actual.evaluate(&run)
        guard actual.isKnown, !actual.isNull else { return nil }
        var least: Int?
        for (sign, side) in comparison.bounds {
            let bound = side.evaluate(&run)
            guard bound.isKnown, !bound.isNull, sign.holds(actual, bound) == true else { return nil }
            if let margin = slack(sign, actual, bound, isKept: true)?.value { least = min(least ?? margin, margin) }
        }
        return PlainPass(margin: least)
    }

    private mutating func explained(_ judgement: Judgement, _ form: RequireForm) -> Judgement {
        var judgement = judgement
        _ = form.condition.evaluate(&run, tracing: true)
        judgement.evidence = evidence(for: form.condition)
        judgement.place = placeOfEvidence(in: form)
        return judgement
    }

    // MARK: The two sides of a comparison

    /// Judges a comparison by its two sides, which also give its margin; nil where one of them is not known.
    private mutating func judge(_ comparison: RequireForm.Comparison) -> Judgement? {
        let actual = comparison.actual.evaluate(&run)
        guard actual.isKnown, !actual.isNull else { return nil }
        var judgement = Judgement(.pass)
        for (sign, side) in comparison.bounds {
            let bound = side.evaluate(&run)
            guard bound.isKnown, !bound.isNull, let holds = sign.holds(actual, bound) else { return nil }
            if !holds { judgement.verdict = .fail }
            if let slack = slack(sign, actual, bound, isKept: holds), slack.value < judgement.margin?.value ?? Int.max {
                judgement.margin = Margin(slack, unit: comparison.unit)
            }
            if !isSketching, let (relation, limit) = wholeBound(sign, actual, bound), let required = quantity(limit, comparison.unit) {
                judgement.required.append(Requirement(relation, required))
            }
        }
        if !isSketching { judgement.actual = quantity(actual, comparison.unit) }
        return judgement
    }

    /// A bound as it is shown: for whole numbers, the whole number that it comes to (at least 8/3 is at least 3).
    private func wholeBound(_ sign: ComparisonOperator, _ actual: Value, _ bound: Value) -> (Relation, Value)? {
        guard case .number(let number) = bound, case .number(let found) = actual, !number.isInteger, found.isInteger,
            let numbers = Bound(sign.relation, Interval(number)).wholeNumbers.certain
        else { return (sign.relation, bound) }
        switch (numbers.lower, numbers.upper) {
        case (let least?, nil): return (.atLeast, .integer(least))
        case (nil, let most?): return (.atMost, .integer(most))
        default: return (sign.relation, bound)
        }
    }

    private func quantity(_ value: Value, _ unit: Unit?) -> Quantity? {
        switch value {
        case .number(let number): .number(Interval(number), unit: unit)
        case .date(let date): .days(Interval(date))
        default: nil
        }
    }

    /// How many whole units lie between what was found and the last value that keeps the bound.
    private func slack(_ sign: ComparisonOperator, _ actual: Value, _ bound: Value, isKept: Bool) -> Slack? {
        switch (actual, bound) {
        case (.number(let found), .number(let limit)):
            found.integer.flatMap { Bound(sign.relation, Interval(limit)).slack(of: Interval($0), isKept: isKept) }
        case (.date(let found), .date(let limit)):
            Bound(sign.relation, Interval(limit)).slack(of: Interval(found.days), isKept: isKept)
        default: nil
        }
    }

    // MARK: Evidence

    /// The values of the names, paths and calls of a condition, as they were when it was evaluated last.
    private func evidence(for compiled: CompiledExpression) -> [Evidence] {
        var parts: [Range<Int>: Bool] = [:]
        compiled.checked.visit { part in
            switch part.syntax.kind {
            case .name, .path, .call: parts[part.syntax.range] = true
            default: break
            }
        }
        var seen: Set<Range<Int>> = []
        var result: [Evidence] = []
        for entry in run.trace where parts[entry.range] == true && result.count < 8 {
            guard let value = facts.show(entry.value), seen.insert(entry.range).inserted else { continue }
            result.append(Evidence(expression: compiled.spelling(of: entry.range), value: value))
        }
        return result
    }

    /// Where the reader should look: the last field that the left side read, or the first of the condition.
    private mutating func placeOfEvidence(in form: RequireForm) -> SourcePlace? {
        if let comparison = form.comparison { _ = comparison.actual.evaluate(&run, tracing: true) }
        let reads = run.reads.filter { read in
            facts.definition(of: read.record).fields[read.slot].inverse == nil
        }
        guard let read = form.comparison == nil ? reads.first(where: isLeaf) ?? reads.first : reads.last else { return nil }
        return facts.place(read.slot, of: read.record)
    }

    private func isLeaf(_ read: FieldRead) -> Bool {
        switch facts.definition(of: read.record).fields[read.slot].type {
        case .record, .list, .reference: false
        default: true
        }
    }
}

extension ComparisonOperator {
    fileprivate var relation: Relation {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .below
        case .lessOrEqual: .atMost
        case .greater: .above
        case .greaterOrEqual: .atLeast
        }
    }
}
