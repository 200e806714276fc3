public import Quantities
public import SourceText

/// What can still come of an election whose entrants are known and whose winners are not.
public struct SlateOutlook: Sendable {
    /// Whether a rule holds in the outcomes that are possible.
    public enum Prospect: String, Sendable, CaseIterable {
        /// In every outcome.
        case certain
        /// In some.
        case possible
        /// In none.
        case impossible
        /// Facts are missing that decide it.
        case unknown
    }

    /// One rule, and the numbers that its measure can reach.
    public struct RuleProspect: Sendable {
        public var rule: RuleDescription
        public var prospect: Prospect
        /// The least and the greatest number among the winners.
        public var count: Interval<Int>
        public var whole: Int
        public var unit: Unit?
        public var required: [Requirement]
        /// An outcome with the least number, and one with the greatest.
        public var least: [Winners]
        public var greatest: [Winners]
        public var missing: [MissingFact]

        public init(
            rule: RuleDescription, prospect: Prospect, count: Interval<Int>, whole: Int, unit: Unit?, required: [Requirement],
            least: [Winners], greatest: [Winners], missing: [MissingFact]
        ) {
            self.rule = rule
            self.prospect = prospect
            self.count = count
            self.whole = whole
            self.unit = unit
            self.required = required
            self.least = least
            self.greatest = greatest
            self.missing = missing
        }
    }

    /// Who wins a contest in an outcome.
    public struct Winners: Sendable {
        public var contest: Subject
        /// Nil for a seat for which nobody stands: it is filled by somebody of whom nothing is known.
        public var persons: [Subject?]

        public init(contest: Subject, persons: [Subject?]) {
            self.contest = contest
            self.persons = persons
        }
    }

    /// What the vocabulary calls the parts of a slate: the labels of the fields that hold them.
    public struct Words: Sendable {
        public var contests: Localized
        public var entrants: Localized
        public var places: Localized
        public var winners: Localized
        /// The unit of places, where there is one.
        public var unit: Unit?

        public init(contests: Localized, entrants: Localized, places: Localized, winners: Localized, unit: Unit?) {
            self.contests = contests
            self.entrants = entrants
            self.places = places
            self.winners = winners
            self.unit = unit
        }
    }

    /// Whether all rules can hold together.
    public enum Together: Sendable {
        case certain
        /// An outcome in which they do.
        case possible([Winners])
        /// Rules that exclude each other; without any one of them the others can hold together.
        case impossible(conflict: [RuleDescription])
        /// The search was given up.
        case undecided
        /// Facts are missing, or there are no rules to hold.
        case unknown
    }

    public var head: DossierHead
    /// Nil where the vocabulary has no slate.
    public var words: Words?
    public var contests = 0
    public var places = 0
    public var entrants = 0
    /// What the numbers rest on: that formal entrants are not fixed yet, that places have nobody to fill them.
    public var notes: [Localized] = []
    public var missing: [MissingFact] = []
    public var rules: [RuleProspect] = []
    public var together = Together.unknown
    /// The fewest entrants more that make it possible that all rules hold; nil where it is possible already or not known.
    public var additions: Advice?
    /// The fewest entrants replaced that make it certain that all rules hold; adding entrants never makes anything certain.
    public var replacements: Advice?

    public init(_ head: DossierHead) { self.head = head }
}

/// The smallest change that makes rules hold, by classes of attributes and never by name. It is arithmetic, not a recommendation of persons.
public struct Advice: Sendable {
    public enum Outcome: Sendable {
        /// So many changes suffice, and, where it is proven, no fewer do.
        case changes([Change], isLeast: Bool)
        /// No change of this kind suffices.
        case none
        /// The search was given up.
        case undecided
    }

    /// Somebody who joins, or takes the place of another.
    public struct Change: Sendable {
        /// Where; nil where that does not matter.
        public var contest: Subject?
        public var count: Int
        /// Measures that count whoever leaves; nil where nobody does.
        public var from: [Localized]?
        /// Measures that are to count whoever joins.
        public var to: [Localized]

        public init(contest: Subject?, count: Int, from: [Localized]?, to: [Localized]) {
            self.contest = contest
            self.count = count
            self.from = from
            self.to = to
        }
    }

    public var outcome: Outcome
    /// The rules that hold then.
    public var rules: [RuleDescription]

    public init(outcome: Outcome, rules: [RuleDescription]) {
        self.outcome = outcome
        self.rules = rules
    }

    /// How many changes; nil where there is no answer.
    public var count: Int? {
        if case .changes(let changes, _) = outcome { changes.reduce(0) { $0 + $1.count } } else { nil }
    }
}
