public import Quantities
public import SourceText

/// Something that happens on a day.
public struct Event: Sendable {
    /// The event's id in the vocabulary, or the path of its field where it has none.
    public let id: String
    /// What a reader calls it.
    public let label: Localized

    /// - Parameter label: as the vocabulary writes it; it does not tell one event from another.
    public init(id: String, label: Localized) {
        self.id = id
        self.label = label
    }
}

/// The days that the law derives from an event, and whether they are kept.
public struct StatutoryCalendar: DossierPage {
    static let page = Page.calendar

    /// A day, or the last day of a period, by a rule or by a calendar entry of a pack.
    public struct Entry: Sendable {
        /// The rule, or the calendar entry of its pack.
        public var id: String
        /// What is to happen.
        public var title: Localized
        /// The record whose own days these are; nil where they hold for all.
        public var subject: Subject?
        /// How the day of the matter has to lie to the bound.
        public var relation: Relation
        /// The day of the bound, as far as it is known: it may depend on a day that is only a window.
        public var days: Interval<CalendarDate>
        /// How the day is counted: “会议之前 20 天”.
        public var origin: Localized
        /// The first leads.
        public var basis: [LegalBasis]
        /// The day on which it happened or is to happen, where that is stated.
        public var actual: Interval<CalendarDate>?
        /// Whether the actual day is only planned, and nobody has said yet what happened.
        public var isPlanned = false
        /// Whether the actual day keeps the bound; nil where that is open, or nothing is stated.
        public var isKept: Bool?
        /// Events that nobody has stated and that are taken to be on their last lawful day.
        public var assumed: [Event]

        /// - Parameters: `days` holds the bound, one day where it is known exactly; `assumed` is empty where all events are stated.
        public init(
            id: String, title: Localized, subject: Subject? = nil, relation: Relation, days: Interval<CalendarDate>, origin: Localized,
            basis: [LegalBasis],
            actual: Interval<CalendarDate>?, isKept: Bool?, assumed: [Event]
        ) {
            self.id = id
            self.title = title
            self.subject = subject
            self.relation = relation
            self.days = days
            self.origin = origin
            self.basis = basis
            self.actual = actual
            self.isKept = isKept
            self.assumed = assumed
        }
    }

    /// Which dossier it is.
    public var head: DossierHead
    /// The event from which the others follow, and its day or window; nil where that is not known.
    public var anchor: (event: Event, days: Interval<CalendarDate>)?
    /// The day of the anchor, where nobody has stated it.
    public var missing: [MissingFact] = []
    /// By day.
    public var entries: [Entry] = []
    /// Where the anchor is a window: what each of its days would mean.
    public var window: WindowConditions?

    /// The head alone; the anchor and the days are set as they are found.
    public init(_ head: DossierHead) { self.head = head }
}

/// On which days of a window rules hold.
public struct WindowConditions: Sendable {
    /// What the days of the window mean for a rule.
    public struct Condition: Sendable {
        /// The rule.
        public var rule: RuleDescription
        /// The days with which it holds; those neither here nor in `breaks` leave it open.
        public var holds: [Interval<CalendarDate>]
        /// The days with which it is broken.
        public var breaks: [Interval<CalendarDate>]

        /// - Parameters: both ascend, and have no day in common.
        public init(rule: RuleDescription, holds: [Interval<CalendarDate>], breaks: [Interval<CalendarDate>]) {
            self.rule = rule
            self.holds = holds
            self.breaks = breaks
        }
    }

    /// The event whose day is not fixed yet.
    public var event: Event
    /// The days on which it can be.
    public var window: Interval<CalendarDate>
    /// Rules that do not come out the same on all days.
    public var conditions: [Condition]
    /// Rules that are broken on every day.
    public var broken: [RuleDescription]
    /// The days with which no other rule is broken that looks at the event.
    public var unbroken: [Interval<CalendarDate>]

    /// - Parameters: no rule is both in `conditions` and in `broken`; days ascend.
    public init(
        event: Event, window: Interval<CalendarDate>, conditions: [Condition], broken: [RuleDescription], unbroken: [Interval<CalendarDate>]
    ) {
        self.event = event
        self.window = window
        self.conditions = conditions
        self.broken = broken
        self.unbroken = unbroken
    }
}
