package import FEEL
import YAMLTree

/// How many records of a whole a measure counts, as far as is known: both between a least and a greatest number.
package struct Measured: Sendable {
    package var count: ClosedRange<Int>
    /// The upper bound is `Int.max` where nobody has said how many there are.
    package var whole: ClosedRange<Int>
    /// A share that was published, where nothing says of how many.
    package var share: PrintedShare?
    /// The facts that would make it exact.
    package var missing: [FieldRead] = []
    /// What is published and the roster exclude each other; the first is what the roster, or the rest, says.
    package var conflict: Conflict?

    package static let anything = Measured(count: 0...Int.max, whole: 0...Int.max)

    package struct Conflict: Sendable {
        package var published: FieldRead
        /// As it was written.
        package var text: String
        /// What the rest leaves for it; nil for a share that no whole number gives.
        package var expected: ClosedRange<Int>?
        /// Of how many the share is.
        package var whole: Int?
    }
}

extension FactStore {
    /// Takes a measure in a record: from the roster, from published numbers and shares, or from all of them, which then narrow each other.
    package func measure(_ taken: MeasureDefinition.Taken, in holder: Int, _ run: inout Evaluation) -> Measured {
        let total = published(taken.publishedWhole, in: holder)
        let number = published(taken.published, in: holder)
        let covered = published(taken.covers, in: holder)
        for published in [number, total, covered].compactMap({ $0 }) where published.number < 0 {
            return conflicting(published, 0...Int.max, in: .anything)
        }
        let roster = records(taken.list, of: holder)
        var result = Measured.anything
        if let roster { result.whole = roster.count...roster.count }
        if let total {
            if let roster, total.number < roster.count { return conflicting(total, result.whole, in: counted(roster, taken, result, &run)) }
            result.whole = total.number...total.number
        }
        result.count = 0...result.whole.upperBound
        if let roster { result = counted(roster, taken, result, &run) }
        let list = FieldRead(record: holder, slot: taken.list)
        if roster.map({ $0.count < result.whole.lowerBound }) ?? true { result.missing.append(list) }

        // What is published may cover a part of the whole only: of the others nothing is known.
        if let covered, covered.number > result.whole.upperBound { return conflicting(covered, 0...result.whole.upperBound, in: result) }
        let cover = covered?.number ?? (result.whole.lowerBound == result.whole.upperBound ? result.whole.lowerBound : nil)
        let others = covered.map { result.whole.upperBound == Int.max ? Int.max : result.whole.upperBound - $0.number } ?? 0
        if let number {
            if let cover, number.number > cover { return conflicting(number, 0...cover, in: result) }
            let most = others == Int.max ? Int.max : number.number + others
            guard let narrowed = result.count.narrowed(to: number.number...most) else {
                return conflicting(number, result.count, in: result)
            }
            result.count = narrowed
            if result.whole.lowerBound < number.number { result.whole = number.number...result.whole.upperBound }
        }
        if let (share, fact) = publishedShare(taken, in: holder) {
            if let cover {
                guard let numbers = share.numbers(of: cover) else {
                    result.conflict = .init(published: fact, text: share.text, whole: cover)
                    return result
                }
                let most = others == Int.max ? Int.max : numbers.upperBound + others
                guard let narrowed = result.count.narrowed(to: numbers.lowerBound...most) else {
                    return conflicting((0, fact, share.text), result.count, in: result)
                }
                result.count = narrowed
            } else if covered == nil {
                result.share = share
            }
        }
        if result.count.lowerBound == result.count.upperBound, result.whole.lowerBound == result.whole.upperBound {
            result.missing = []
        } else {
            if number == nil { result.missing += missing(taken.published, holder) }
            if total == nil, roster == nil { result.missing += missing(taken.publishedWhole, holder) }
        }
        return result
    }

    /// Counts the roster; those who are of the whole and not on it may be anybody.
    private func counted(_ roster: [Int], _ taken: MeasureDefinition.Taken, _ result: Measured, _ run: inout Evaluation) -> Measured {
        var result = result
        var certain = 0
        var open = 0
        for record in roster {
            run.set(0, .record(Record(source: self, index: record)))
            switch taken.condition.evaluate(&run) {
            case .boolean(true): certain += 1
            case .boolean(false): break
            default:
                open += 1
                result.missing += run.missing
            }
        }
        result.count = certain...(certain + open + max(0, result.whole.upperBound - roster.count))
        return result
    }

    private typealias Published = (number: Int, fact: FieldRead, text: String)

    private func conflicting(_ published: Published, _ expected: ClosedRange<Int>, in measured: Measured) -> Measured {
        var result = measured
        result.conflict = .init(published: published.fact, text: published.text, expected: expected)
        return result
    }

    private func published(_ path: FieldPath?, in holder: Int) -> Published? {
        guard let path else { return nil }
        let (record, slot, fact) = fact(at: path, from: holder)
        guard fact.state == .known, case .number(let number) = value(at: path, from: holder), let whole = number.integer else { return nil }
        return (whole, FieldRead(record: record, slot: slot), String(whole))
    }

    private func publishedShare(_ taken: MeasureDefinition.Taken, in holder: Int) -> (PrintedShare, FieldRead)? {
        guard let path = taken.publishedShare else { return nil }
        let (record, slot, fact) = fact(at: path, from: holder)
        guard fact.state == .known, let share = PrintedShare(forest.string(forest.resolve(fact.node)), rounding: taken.rounding) else {
            return nil
        }
        return (share, FieldRead(record: record, slot: slot))
    }

    private func missing(_ path: FieldPath?, _ holder: Int) -> [FieldRead] {
        guard let path else { return [] }
        let (record, slot, _) = fact(at: path, from: holder)
        return [FieldRead(record: record, slot: slot)]
    }
}

extension ClosedRange<Int> {
    fileprivate func narrowed(to other: ClosedRange<Int>) -> ClosedRange<Int>? {
        let (low, high) = (Swift.max(lowerBound, other.lowerBound), Swift.min(upperBound, other.upperBound))
        return low <= high ? low...high : nil
    }
}
