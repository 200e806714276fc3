package import FEEL
package import Quantities
package import SourceText

/// A number of the vocabulary that rules can bound: a count, a sum, a ratio, a published number.
package struct MeasureDefinition: Sendable {
    package let id: String
    package let label: Localized
    package let unit: Unit?
    /// The record types in which it can be taken.
    package let takenIn: [(holder: RecordDefinition, measure: any Measure)]

    /// How it is taken in records of a type; nil where they lack what it needs.
    package func taken(in holder: RecordDefinition) -> (any Measure)? { takenIn.first { $0.holder === holder }?.measure }
}

/// A kind of measure, as it is taken in the records of one type: anything that yields an interval. A kind has one file, with its keys, its
/// reading and its arithmetic.
package protocol Measure: Sendable {
    /// The key of a vocabulary's entry by which the kind is known.
    static var key: String { get }
    /// Its other keys.
    static var keys: [String] { get }

    /// The measure for records of a type; nil where these lack the fields that it names, or where something is wrong and has been reported.
    static func read(_ reading: MeasureReading, in holder: RecordDefinition) -> Self?

    /// Whether it is a part of a whole, whose share is bounded unless a rule says otherwise.
    var hasWhole: Bool { get }
    /// The expressions that are evaluated for it.
    var expressions: [CompiledExpression] { get }

    /// Whether a number is published for it, or a share, which the rest may exclude.
    func isPublished(in holder: Int, of facts: FactStore) -> Bool

    /// What is known of it in a record. The evaluation is scratch.
    func take(in holder: Int, of facts: FactStore, _ run: inout Evaluation) -> Measured

    /// Where its numbers stand, or would stand.
    func source(in holder: Int, of facts: FactStore) -> FieldRead
}

extension Measure {
    package func isPublished(in holder: Int, of facts: FactStore) -> Bool { true }
}

/// The registry of kinds of measure.
package enum Measures {
    /// All kinds of measure; where an entry has keys of several, the first counts.
    package static let all: [any Measure.Type] = [RatioMeasure.self, NumberMeasure.self, SumMeasure.self, CountMeasure.self]
}

/// What is known of a measure.
package struct Measured: Sendable {
    package enum Amount: Sendable {
        /// A part of a whole; the whole has no upper end where nobody has said how many there are. The share is what the part can be of
        /// it, which its ends alone do not tell where a greater part goes with a greater whole. A share that was published where nothing
        /// says of how many stands beside.
        case part(count: Interval<Int>, whole: Interval<Int>, share: Interval<Fraction>, printed: PrintedShare?)
        case number(Interval<Decimal>)
        case ratio(Interval<Fraction>)
    }

    package var amount: Amount
    /// The facts that would make it exact.
    package var missing: [FieldRead] = []
    /// What is published and the rest exclude each other.
    package var conflict: Conflict?

    package struct Conflict: Sendable {
        package var published: FieldRead
        /// As it was written.
        package var text: String
        /// What the rest leaves for it; nil for a share that no whole number gives.
        package var expected: Interval<Int>?
        /// Of how many the share is.
        package var whole: Int?
    }

    /// A part of nothing has no share, and nothing can be divided by nothing.
    package var isOfNothing: Bool {
        switch amount {
        case .part(_, let whole, _, _): whole.exact == 0
        case .number: false
        case .ratio(let ratio): ratio == .all && missing.isEmpty && conflict == nil
        }
    }

    /// What a rule compares with its bounds.
    ///
    /// - Parameter counted: the number itself, and not its share of the whole.
    package func value(counted: Bool) -> Interval<Fraction> {
        switch amount {
        case .part(let count, _, _, _) where counted: count.map { Fraction($0) } ?? .all
        case .part(_, _, let share, _): share
        case .number(let number): number.map { Fraction($0) } ?? .all
        case .ratio(let ratio): ratio
        }
    }
}
