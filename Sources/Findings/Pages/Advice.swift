public import Quantities
public import SourceText

/// The smallest change that makes rules hold, by classes of attributes and never by name. It is arithmetic, not a recommendation of persons.
public struct Advice: Sendable {
    /// What the search for a smallest change gave.
    public enum Outcome: Sendable {
        /// So many changes suffice, and, where it is proven, no fewer do.
        case changes([Change], isLeast: Bool)
        /// No change of this kind suffices.
        case none
        /// The search was given up.
        case undecided
        /// Of none of the rules that are broken is it known what they ask for.
        case unservable
    }

    /// Somebody who joins, or takes the place of another.
    public struct Change: Sendable {
        /// Where; nil where that does not matter.
        public var contest: Subject?
        /// How many do so.
        public var count: Int
        /// What they are counted in; nil where numbers stand alone.
        public var unit: Unit?
        /// Measures that count whoever leaves; nil where nobody does.
        public var from: [Localized]?
        /// Measures that are to count whoever joins.
        public var to: [Localized]

        /// - Parameters: `from` is nil where somebody joins and nobody leaves; `count` is greater than zero.
        public init(contest: Subject?, count: Int, unit: Unit?, from: [Localized]?, to: [Localized]) {
            self.contest = contest
            self.count = count
            self.unit = unit
            self.from = from
            self.to = to
        }
    }

    /// What was found, and whether it is proven.
    public var outcome: Outcome
    /// The rules that hold then.
    public var rules: [RuleDescription]
    /// Rules of the same kind of which it is not known what they ask for, and that may be broken then.
    public var leftOut: [RuleDescription] = []

    /// - Parameter rules: those that the search took into account, and no others.
    public init(outcome: Outcome, rules: [RuleDescription]) {
        self.outcome = outcome
        self.rules = rules
    }

    /// How many changes; nil where there is no answer.
    public var count: Int? {
        if case .changes(let changes, _) = outcome { changes.reduce(0) { $0 + $1.count } } else { nil }
    }
}
