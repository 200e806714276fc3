public import Quantities
public import SourceText

/// What can still come of contests whose entrants are known and whose winners are not.
public struct SlateOutlook: DossierPage {
    static let page = Page.outlook

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
        /// The rule.
        public var rule: RuleDescription
        /// Whether it holds.
        public var prospect: Prospect
        /// The least and the greatest number among the winners.
        public var count: Interval<Int>
        /// How many winners there are.
        public var whole: Int
        /// The unit of what the measure counts.
        public var unit: Unit?
        /// The bounds; empty where they are not known.
        public var required: [Requirement]
        /// An outcome with the least number.
        public var least: [Winners]
        /// An outcome with the greatest number.
        public var greatest: [Winners]
        /// Facts that would decide.
        public var missing: [MissingFact]

        /// - Parameters: `count` lies between zero and `whole`; `least` and `greatest` are empty where the numbers are not known.
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
        /// The contest.
        public var contest: Subject
        /// Nil for a place for which nobody stands: it is filled by somebody of whom nothing is known.
        public var persons: [Subject?]

        /// - Parameter persons: one for each place that is filled.
        public init(contest: Subject, persons: [Subject?]) {
            self.contest = contest
            self.persons = persons
        }
    }

    /// What the vocabulary calls the parts of a slate: the labels of the fields that hold them.
    public struct Words: Sendable {
        /// The list of contests.
        public var contests: Localized
        /// Those who stand in a contest.
        public var entrants: Localized
        /// How many a contest gives.
        public var places: Localized
        /// Those who have won.
        public var winners: Localized
        /// The unit of places, where there is one.
        public var unit: Unit?

        /// - Parameters: the labels of fields, as the vocabulary writes them.
        public init(contests: Localized, entrants: Localized, places: Localized, winners: Localized, unit: Unit?) {
            self.contests = contests
            self.entrants = entrants
            self.places = places
            self.winners = winners
            self.unit = unit
        }
    }

    /// What the numbers rest on.
    public enum Note: Sendable {
        /// The vocabulary does not say how winners come about.
        case noSlate
        /// A contest of so many places is not worked out.
        case tooManyPlaces(contest: Subject, places: Int)
        /// In so many contests it is not settled who stands.
        case unsettled(contests: Int)
        /// Places that have nobody to fill them, and the contests in which they are.
        case vacant(places: Int, contests: [Subject])
        /// Places that none of the contests gives.
        case others(places: Int)
        /// Nothing says how many winners there are, or it is fewer than the contests give.
        case unknownWhole
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

    /// Which dossier it is.
    public var head: DossierHead
    /// Nil where the vocabulary has no slate.
    public var words: Words?
    /// How many contests there are.
    public var contests = 0
    /// How many places they give together.
    public var places = 0
    /// How many stand for them.
    public var entrants = 0
    /// What the numbers rest on.
    public var notes: [Note] = []
    /// Facts without which nothing can be worked out.
    public var missing: [MissingFact] = []
    /// Each rule by itself, in the order of the packs.
    public var rules: [RuleProspect] = []
    /// All rules at once.
    public var together = Together.unknown
    /// The fewest entrants more that make it possible that all rules hold; nil where it is possible already or not known.
    public var additions: Advice?
    /// The fewest entrants replaced that make it certain that all rules hold; adding entrants never makes anything certain.
    public var replacements: Advice?

    /// The head alone; the rules, and what they allow together, are set as they are found.
    public init(_ head: DossierHead) { self.head = head }
}
