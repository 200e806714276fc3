import FEEL
import Facts
import Findings
import RulePacks
import SourceText

/// A rule over a measure of the winners, as bounds on a whole number once it is known how many there are.
struct StructuralRule {
    let rule: Rule
    let measure: MeasureDefinition
    /// The position of the measure among those that are asked for.
    let position: Int
    let required: [Requirement]
    let missing: [MissingFact]
    /// The numbers with which the rule holds for certain, and those with which it may hold: they differ where the bound is not known exactly.
    let certain: ClosedRange<Int>?
    let possible: ClosedRange<Int>?

    /// Whether more is better, less, or both have bounds.
    var bounds: (lower: Int, upper: Int) {
        guard let possible else { return (1, 0) }
        return (possible.lowerBound == 0 ? Int.min : possible.lowerBound, possible.upperBound == Int.max ? Int.max : possible.upperBound)
    }

    var certainBounds: (lower: Int, upper: Int) {
        guard let certain else { return (1, 0) }
        return (certain.lowerBound == 0 ? Int.min : certain.lowerBound, certain.upperBound == Int.max ? Int.max : certain.upperBound)
    }
}

extension Examination {
    /// The measure rules over a list of the root that apply to this dossier, for so many winners.
    mutating func structuralRules(over list: Int, whole: Int) -> [StructuralRule] {
        var result: [StructuralRule] = []
        var positions: [String: Int] = [:]
        for pack in book.packs {
            guard case .yes = applicability(of: pack) else { continue }
            bind(pack)
            for rule in rules(of: pack) where isSelected(rule.outline) {
                guard rule.forEach == nil, case .measure(let measure, let counted, let bounds) = rule.form,
                    let taken = measure.takenIn.first(where: { $0.holder === book.vocabulary.root }), taken.list == list,
                    case .yes = concern(of: rule)
                else { continue }
                let position = positions[measure.id] ?? positions.count
                positions[measure.id] = position
                if let structural = structuralRule(rule, measure, position, bounds, whole: counted ? nil : whole) {
                    result.append(structural)
                }
            }
        }
        return result
    }

    private mutating func structuralRule(
        _ rule: Rule, _ measure: MeasureDefinition, _ position: Int, _ bounds: [MeasureBound], whole: Int?
    ) -> StructuralRule? {
        var required: [Requirement] = []
        var missing: [MissingFact] = []
        var (certain, possible): (ClosedRange<Int>?, ClosedRange<Int>?) = (0...Int.max, 0...Int.max)
        for bound in bounds {
            guard let limit = limit(bound.limit) else { return nil }
            missing += limit.missing
            if limit.isShown { required.append(Requirement(bound.relation, limit.quantity, origin: limit.origin)) }
            let ends = [limit.share.low, limit.share.high].map { end in
                end.flatMap { bound.relation.numbers($0, whole: whole ?? 1, tolerance: bound.tolerance) }
            }
            // Of a bound that lies between two the stricter end makes it certain, the other possible.
            guard let low = ends[0], !limit.hasConflict else {
                certain = nil
                continue
            }
            guard let high = ends[1] else {
                certain = nil
                if bound.relation == .atLeast || bound.relation == .above { possible = possible?.intersection(low) }
                continue
            }
            certain = certain?.intersection(low)?.intersection(high)
            possible = possible?.intersection(low.union(high))
        }
        return StructuralRule(
            rule: rule, measure: measure, position: position, required: required, missing: missing, certain: certain, possible: possible)
    }
}

extension Requirement.Relation {
    /// The whole numbers that keep a bound, as a part of so many; nil where the relation bounds no numbers or none keeps it.
    fileprivate func numbers(_ limit: Fraction, whole: Int, tolerance: Fraction?) -> ClosedRange<Int>? {
        func scaled(_ fraction: Fraction) -> (floor: Int, isWhole: Bool)? {
            let product = Int128(fraction.numerator) * Int128(whole)
            guard fraction.denominator > 0, let floor = Int(exactly: product / Int128(fraction.denominator)) else { return nil }
            return (floor, product % Int128(fraction.denominator) == 0)
        }
        guard let (floor, isWhole) = scaled(limit) else { return nil }
        switch self {
        case .atLeast: return (isWhole ? floor : floor + 1)...Int.max
        case .above: return (floor + 1)...Int.max
        case .atMost: return 0...floor
        case .below: return (isWhole ? floor - 1 : floor) < 0 ? nil : 0...(isWhole ? floor - 1 : floor)
        case .about:
            guard let tolerance, let least = limit.minus(tolerance), let most = limit.plus(tolerance), let low = scaled(least),
                let high = scaled(most)
            else { return nil }
            let from = max(0, low.isWhole ? low.floor : low.floor + 1)
            return from <= high.floor ? from...high.floor : nil
        default: return nil
        }
    }
}

extension Fraction {
    fileprivate func plus(_ other: Fraction) -> Fraction? {
        let (a, firstOverflow) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (b, secondOverflow) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (sum, sumOverflow) = a.addingReportingOverflow(b)
        let (product, productOverflow) = denominator.multipliedReportingOverflow(by: other.denominator)
        return firstOverflow || secondOverflow || sumOverflow || productOverflow ? nil : Fraction(sum, product)
    }

    fileprivate func minus(_ other: Fraction) -> Fraction? {
        guard let difference = plus(Fraction(-other.numerator, other.denominator)) else { return nil }
        return difference.numerator < 0 ? Fraction(0, 1) : difference
    }
}

extension ClosedRange<Int> {
    func intersection(_ other: ClosedRange<Int>) -> ClosedRange<Int>? {
        let (low, high) = (Swift.max(lowerBound, other.lowerBound), Swift.min(upperBound, other.upperBound))
        return low <= high ? low...high : nil
    }

    func union(_ other: ClosedRange<Int>) -> ClosedRange<Int> {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
