package import FEEL

/// How many records of a whole a measure counts, as far as is known: both between a least and a greatest number.
package struct Measured: Sendable {
    package var count: ClosedRange<Int>
    /// The upper bound is `Int.max` where nobody has said how many there are.
    package var whole: ClosedRange<Int>
    /// The facts that would make it exact.
    package var missing: [MissingFact] = []
    /// The published numbers and the roster exclude each other; the first is what the roster says.
    package var conflict: Conflict?

    package struct Conflict: Sendable {
        package var published: MissingFact
        package var publishedNumber: Int
        package var roster: ClosedRange<Int>
    }
}

extension FactStore {
    /// Takes a measure in a record: from the roster, from published numbers, or from both, which then narrow each other.
    package func measure(_ taken: MeasureDefinition.Taken, in holder: Int, _ run: inout Evaluation) -> Measured {
        let total = published(taken.publishedWhole, in: holder)
        let number = published(taken.published, in: holder)
        for published in [number, total].compactMap({ $0 }) where published.number < 0 {
            var result = Measured(count: 0...Int.max, whole: 0...Int.max)
            result.conflict = .init(published: published.fact, publishedNumber: published.number, roster: 0...Int.max)
            return result
        }
        guard let roster = records(taken.list, of: holder) else { return fromTotals(taken, number, total, holder) }

        var certain = 0
        var open: [MissingFact] = []
        var openCount = 0
        for record in roster {
            run.set(0, .record(Record(source: self, index: record)))
            switch taken.condition.evaluate(&run) {
            case .boolean(true): certain += 1
            case .boolean(false): break
            default:
                openCount += 1
                open += run.missing
            }
        }
        var result = Measured(count: certain...(certain + openCount), whole: roster.count...roster.count, missing: open)
        if let total {
            guard total.number >= roster.count else {
                result.conflict = .init(published: total.fact, publishedNumber: total.number, roster: roster.count...roster.count)
                return result
            }
            // Those who are not on the roster may be anybody.
            let others = total.number - roster.count
            result.count = certain...(certain + openCount + others)
            result.whole = total.number...total.number
            if others > 0 { result.missing.append(MissingFact(record: Int32(holder), slot: Int32(taken.list))) }
        }
        if let number {
            guard result.count.contains(number.number) else {
                result.conflict = .init(published: number.fact, publishedNumber: number.number, roster: result.count)
                return result
            }
            result.count = number.number...number.number
            result.missing = []
        }
        return result
    }

    private func fromTotals(
        _ taken: MeasureDefinition.Taken, _ number: (number: Int, fact: MissingFact)?, _ total: (number: Int, fact: MissingFact)?,
        _ holder: Int
    ) -> Measured {
        let roster = MissingFact(record: Int32(holder), slot: Int32(taken.list))
        switch (number, total) {
        case (let number?, let total?):
            guard number.number <= total.number else {
                var result = Measured(count: 0...total.number, whole: total.number...total.number)
                result.conflict = .init(published: number.fact, publishedNumber: number.number, roster: 0...total.number)
                return result
            }
            return Measured(count: number.number...number.number, whole: total.number...total.number)
        case (let number?, nil):
            return Measured(
                count: number.number...number.number, whole: number.number...Int.max,
                missing: [roster] + missing(taken.publishedWhole, holder))
        case (nil, let total?):
            return Measured(
                count: 0...total.number, whole: total.number...total.number, missing: [roster] + missing(taken.published, holder))
        case (nil, nil):
            return Measured(count: 0...Int.max, whole: 0...Int.max, missing: [roster])
        }
    }

    private func published(_ path: FieldPath?, in holder: Int) -> (number: Int, fact: MissingFact)? {
        guard let path else { return nil }
        let (record, slot, fact) = fact(at: path, from: holder)
        guard fact.state == .known, case .number(let number) = value(at: path, from: holder), let whole = number.integer else { return nil }
        return (whole, MissingFact(record: Int32(record), slot: Int32(slot)))
    }

    private func missing(_ path: FieldPath?, _ holder: Int) -> [MissingFact] {
        guard let path else { return [] }
        let (record, slot, _) = fact(at: path, from: holder)
        return [MissingFact(record: Int32(record), slot: Int32(slot))]
    }
}
