package import FEEL
import Quantities
import SourceText
import YAMLTree

/// `over: LIST, where: FEEL`: how many records of a list answer to a condition, as a part of all of them. It is taken from the roster, from
/// published numbers and shares, or from all of them, which then narrow each other.
package struct CountMeasure: Measure {
    /// The list field of the holder.
    package let list: Int
    package let condition: CompiledExpression
    let published: FieldPath?
    let publishedWhole: FieldPath?
    /// A published percentage, with the precision to which it was printed.
    let publishedShare: FieldPath?
    /// How many of the whole the published count and share cover, where that is not all of it.
    let covers: FieldPath?
    let rounding: PrintedShare.Rounding

    package static let key = "where"
    package static let keys = ["over", "count", "whole", "share", "covers", "rounding"]

    package let hasWhole = true
    package var expressions: [CompiledExpression] { [condition] }

    package static func read(_ reading: MeasureReading, in holder: RecordDefinition) -> CountMeasure? {
        guard let (slot, element) = reading.list(in: holder), let count = reading.path("count", in: holder, as: .integer),
            let whole = reading.path("whole", in: holder, as: .integer), let share = reading.path("share", in: holder, as: .share),
            let covers = reading.path("covers", in: holder, as: .integer), let condition = reading.condition("where", in: element)
        else { return nil }
        return CountMeasure(
            list: slot, condition: condition, published: count.path, publishedWhole: whole.path, publishedShare: share.path,
            covers: covers.path, rounding: reading.rounding)
    }

    package func source(in holder: Int, of facts: FactStore) -> FieldRead {
        if facts.fact(list, of: holder).state != .known, let published {
            let (record, slot, _) = facts.fact(at: published, from: holder)
            return FieldRead(record: record, slot: slot)
        }
        return FieldRead(record: holder, slot: list)
    }

    package func take(in holder: Int, of facts: FactStore, _ run: inout Evaluation) -> Measured {
        var counting = Counting(measure: self, holder: holder, facts: facts)
        return counting.result(&run)
    }
}

/// What narrows a count, one source after the other.
private struct Counting {
    let measure: CountMeasure
    let holder: Int
    let facts: FactStore
    var count = Interval(from: 0, to: nil as Int?)
    var whole = Interval(from: 0, to: nil as Int?)
    var printed: PrintedShare?
    var missing: [FieldRead] = []

    init(measure: CountMeasure, holder: Int, facts: FactStore) {
        (self.measure, self.holder, self.facts) = (measure, holder, facts)
    }

    mutating func result(_ run: inout Evaluation) -> Measured {
        let conflict = narrow(&run)
        if conflict == nil {
            if count.isExact, whole.isExact { missing = [] } else { missing += unpublished }
        }
        return Measured(amount: .part(count: count, whole: whole, printed: printed), missing: missing, conflict: conflict)
    }

    /// Numbers that could be published and are not.
    private var unpublished: [FieldRead] {
        let isRosterKnown = facts.records(measure.list, of: holder) != nil
        return [measure.published, isRosterKnown ? nil : measure.publishedWhole].compactMap { path in
            path.flatMap { facts.published($0, in: holder) == nil ? facts.read($0, in: holder) : nil }
        }
    }

    /// Takes one source after the other; what cannot be true beside those before it comes back.
    private mutating func narrow(_ run: inout Evaluation) -> Measured.Conflict? {
        let total = facts.published(measure.publishedWhole, in: holder)
        let number = facts.published(measure.published, in: holder)
        let covered = facts.published(measure.covers, in: holder)
        for published in [number, total, covered].compactMap({ $0 }) where published.number < 0 { return conflict(published, count) }
        let roster = facts.records(measure.list, of: holder)
        if let roster {
            whole = Interval(roster.count)
            count(roster, &run)
        }
        if let total {
            if let roster, total.number < roster.count { return conflict(total, whole) }
            if total.number > 0, facts.isStatedEmpty(measure.list, of: holder) {
                whole = Interval(0...total.number)
                return conflict(total, Interval(0))
            }
            whole = Interval(total.number)
            // Those who are of the whole and not on the roster may be anybody.
            let others = Interval(0...total.number - (roster?.count ?? 0))
            count = roster == nil ? others : count + others
        }
        if roster.map({ $0.count < whole.lower ?? 0 }) ?? true { missing.append(FieldRead(record: holder, slot: measure.list)) }

        // What is published may cover a part of the whole only: of the others nothing is known.
        if let covered, let most = whole.upper, covered.number > most { return conflict(covered, Interval(from: 0, to: most)) }
        let cover = covered?.number ?? whole.exact
        let others = covered.map { covered in Interval(from: 0, to: whole.upper.map { $0 - covered.number }) } ?? Interval(0)
        if let number {
            if let cover, number.number > cover { return conflict(number, Interval(from: 0, to: cover)) }
            guard let narrowed = count.intersection(Interval(number.number) + others) else { return conflict(number, count) }
            count = narrowed
            whole = whole.intersection(Interval(from: number.number, to: nil)) ?? whole
        }
        guard let (share, fact) = publishedShare else { return nil }
        guard let cover else {
            if covered == nil { printed = share }
            return nil
        }
        guard let numbers = share.numbers(of: cover) else { return .init(published: fact, text: share.text, whole: cover) }
        guard let narrowed = count.intersection(numbers + others) else {
            return .init(published: fact, text: share.text, expected: count)
        }
        count = narrowed
        return nil
    }

    private mutating func count(_ roster: [Int], _ run: inout Evaluation) {
        var (certain, open) = (0, 0)
        for record in roster {
            run.set(0, .record(Record(source: facts, index: record)))
            switch measure.condition.evaluate(&run) {
            case .boolean(true): certain += 1
            case .boolean(false): break
            default:
                open += 1
                missing += run.missing
            }
        }
        count = Interval(certain...certain + open)
    }

    private func conflict(_ published: FactStore.PublishedNumber, _ expected: Interval<Int>) -> Measured.Conflict {
        .init(published: published.fact, text: String(published.number), expected: expected)
    }

    private var publishedShare: (PrintedShare, FieldRead)? {
        guard let path = measure.publishedShare else { return nil }
        let (record, slot, fact) = facts.fact(at: path, from: holder)
        guard fact.state == .known,
            let share = PrintedShare(facts.forest.string(facts.forest.resolve(fact.node)), rounding: measure.rounding)
        else { return nil }
        return (share, FieldRead(record: record, slot: slot))
    }
}
