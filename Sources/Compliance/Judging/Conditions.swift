import FEEL
import Facts
import Findings
import RulePacks
import SourceText

/// A record passes, and this is how far from its bound it is.
struct PlainPass {
    var margin: Int?
}

extension Examination {
    mutating func judgeCondition(_ condition: Condition, _ rule: Rule) -> Judgement {
        if let comparison = condition.comparison, let judgement = judge(comparison) {
            return judgement.verdict == .fail && !isSketching ? explained(judgement, condition) : judgement
        }
        let value = condition.whole.evaluate(&run)
        // A part that has no value (a division by zero) is a defect of the rule, even where the whole came out as something.
        if !run.problems.isEmpty { return failure() }
        switch value {
        case .boolean(true): return Judgement(.pass)
        case .boolean(false): return isSketching ? Judgement(.fail) : explained(Judgement(.fail), condition)
        case .unknown, .between: break
        // No value, although nothing is missing: the rule itself does not make sense of the data.
        default: if run.missing.isEmpty { return failure() }
        }
        var judgement = open(rule, missing: run.missing, note: nil)
        if !isSketching, let first = judgement.missing.first { judgement.place = facts.place(first.slot, of: first.record) }
        return judgement
    }

    /// The margin of a record that plainly passes, which most do; nil where more has to be asked.
    mutating func plainPass(_ condition: Condition) -> PlainPass? {
        guard let comparison = condition.comparison else {
            guard case .boolean(true) = condition.whole.evaluate(&run), run.problems.isEmpty else { return nil }
            return PlainPass(margin: nil)
        }
        let actual = comparison.actual.evaluate(&run)
        guard actual.isKnown, !actual.isNull else { return nil }
        var least: Int?
        for (sign, side) in comparison.bounds {
            let bound = side.evaluate(&run)
            guard bound.isKnown, !bound.isNull, sign.holds(actual, bound) == true else { return nil }
            if let margin = margin(sign, actual, bound, nil)?.value { least = min(least ?? margin, margin) }
        }
        return PlainPass(margin: least)
    }

    private mutating func explained(_ judgement: Judgement, _ condition: Condition) -> Judgement {
        var judgement = judgement
        _ = condition.whole.evaluate(&run, tracing: true)
        judgement.evidence = evidence(for: condition.whole)
        judgement.place = placeOfEvidence(in: condition)
        return judgement
    }

    // MARK: The two sides of a comparison

    /// Judges a comparison by its two sides, which also give its margin; nil where one of them is not known.
    private mutating func judge(_ comparison: Condition.Comparison) -> Judgement? {
        let actual = comparison.actual.evaluate(&run)
        guard actual.isKnown, !actual.isNull else { return nil }
        var judgement = Judgement(.pass)
        for (sign, side) in comparison.bounds {
            let bound = side.evaluate(&run)
            guard bound.isKnown, !bound.isNull, let holds = sign.holds(actual, bound) else { return nil }
            if !holds { judgement.verdict = .fail }
            if let margin = margin(sign, actual, bound, comparison.unit), margin.value < judgement.margin?.value ?? Int.max {
                judgement.margin = margin
            }
            if !isSketching, let (relation, limit) = wholeBound(sign, actual, bound), let required = quantity(limit, comparison.unit) {
                judgement.required.append(Requirement(relation, required))
            }
        }
        if !isSketching { judgement.actual = quantity(actual, comparison.unit) }
        return judgement
    }

    /// A bound as it is shown: for whole numbers, the whole number that it comes to (at least 8/3 is at least 3).
    private func wholeBound(_ sign: ComparisonOperator, _ actual: Value, _ bound: Value) -> (Requirement.Relation, Value)? {
        let relation = sign.relation(ofDays: bound.isDay)
        guard case .number(let number) = bound, case .number(let found) = actual, !number.isInteger, found.isInteger else {
            return (relation, bound)
        }
        switch sign {
        case .greater, .greaterOrEqual: return (.atLeast, .number(number.rounded(places: 0, .ceiling)))
        case .less, .lessOrEqual: return (.atMost, .number(number.rounded(places: 0, .floor)))
        default: return (relation, bound)
        }
    }

    private func quantity(_ value: Value, _ unit: UnitName?) -> Quantity? {
        switch value {
        case .number(let number): .number(number.description, unit: unit)
        case .date(let date): .days(from: date.description, to: date.description)
        default: nil
        }
    }

    /// How many whole units lie between what was found and the last value that keeps the bound.
    private func margin(_ sign: ComparisonOperator, _ actual: Value, _ bound: Value, _ unit: UnitName?) -> Margin? {
        let found: Decimal
        let limit: Decimal
        switch (actual, bound) {
        case (.number(let a), .number(let b)): (found, limit) = (a, b)
        case (.date(let a), .date(let b)): (found, limit) = (Decimal(a.days), Decimal(b.days))
        default: return nil
        }
        guard let found = found.integer else { return nil }
        /// Whole units between a limit and what was found; nil where they do not fit a number.
        func units(_ limit: Int?, less: Int = 0, _ moreIsBetter: Bool) -> Margin? {
            guard let limit else { return nil }
            let (difference, overflow) =
                moreIsBetter ? found.subtractingReportingOverflow(limit) : limit.subtractingReportingOverflow(found)
            return overflow || difference.magnitude > 1 << 62 ? nil : Margin(difference - less, unit: unit, moreIsBetter: moreIsBetter)
        }
        switch sign {
        case .lessOrEqual: return units(limit.rounded(places: 0, .floor).integer, false)
        case .less: return units(limit.rounded(places: 0, .ceiling).integer, less: 1, false)
        case .greaterOrEqual: return units(limit.rounded(places: 0, .ceiling).integer, true)
        case .greater: return units(limit.rounded(places: 0, .floor).integer, less: 1, true)
        case .equal:
            guard let exact = limit.integer, let off = units(exact, found < exact) else { return nil }
            return Margin(-abs(off.value), unit: unit, moreIsBetter: found < exact)
        case .notEqual: return nil
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
    private mutating func placeOfEvidence(in condition: Condition) -> SourcePlace? {
        if let comparison = condition.comparison { _ = comparison.actual.evaluate(&run, tracing: true) }
        let reads = run.reads.filter { read in
            facts.definition(of: read.record).fields[read.slot].inverse == nil
        }
        guard let read = condition.comparison == nil ? reads.first(where: isLeaf) ?? reads.first : reads.last else { return nil }
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
    fileprivate func relation(ofDays isDay: Bool) -> Requirement.Relation {
        switch self {
        case .equal: isDay ? .on : .equal
        case .notEqual: .notEqual
        case .less: .below
        case .lessOrEqual: isDay ? .noLaterThan : .atMost
        case .greater: .above
        case .greaterOrEqual: isDay ? .noEarlierThan : .atLeast
        }
    }
}

extension Value {
    fileprivate var isDay: Bool { if case .date = self { true } else { false } }
}
