public import SourceText

/// The days that the law derives from an event, and whether they are kept.
public struct StatutoryCalendar: Sendable {
    public struct Entry: Sendable {
        /// The rule, or the calendar entry of its pack.
        public var id: String
        public var title: Localized
        public var relation: Requirement.Relation
        /// YYYY-MM-DD: the day of the bound; two, where it depends on a day that is only a window.
        public var from: String
        public var to: String
        /// How the day is counted: “选举日之前 20 天”.
        public var origin: Localized
        public var basis: [LegalBasis]
        /// The day on which it happened or is to happen, where that is stated.
        public var actual: (from: String, to: String)?
        /// Whether the actual day keeps the bound; nil where that is open, or nothing is stated.
        public var isKept: Bool?
        /// Events that nobody has stated and that are taken to be on their last lawful day.
        public var assumed: [Localized]

        public init(
            id: String, title: Localized, relation: Requirement.Relation, from: String, to: String, origin: Localized, basis: [LegalBasis],
            actual: (from: String, to: String)?, isKept: Bool?, assumed: [Localized]
        ) {
            self.id = id
            self.title = title
            self.relation = relation
            self.from = from
            self.to = to
            self.origin = origin
            self.basis = basis
            self.actual = actual
            self.isKept = isKept
            self.assumed = assumed
        }
    }

    public var head: PageHead
    /// The event from which the others follow, and its day or window; nil where that is not known.
    public var anchor: (label: Localized, from: String, to: String)?
    public var missing: [MissingFactReport] = []
    /// By day.
    public var entries: [Entry] = []
    /// Where the anchor is a window: what each of its days would mean.
    public var window: WindowConditions?

    public init(_ head: PageHead) { self.head = head }
}

/// On which days of a window rules hold.
public struct WindowConditions: Sendable {
    /// Days in a row, YYYY-MM-DD.
    public struct Days: Sendable, Equatable {
        public var from: String
        public var to: String

        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    public struct Condition: Sendable {
        public var rule: RuleDescription
        /// The days with which it holds, and those with which it is broken; with the others it stays open.
        public var holds: [Days]
        public var breaks: [Days]

        public init(rule: RuleDescription, holds: [Days], breaks: [Days]) {
            self.rule = rule
            self.holds = holds
            self.breaks = breaks
        }
    }

    public var event: Localized
    public var window: Days
    /// Rules that do not come out the same on all days.
    public var conditions: [Condition]
    /// Rules that are broken on every day.
    public var broken: [RuleDescription]
    /// The days with which no other rule is broken that looks at the event.
    public var unbroken: [Days]

    public init(event: Localized, window: Days, conditions: [Condition], broken: [RuleDescription], unbroken: [Days]) {
        self.event = event
        self.window = window
        self.conditions = conditions
        self.broken = broken
        self.unbroken = unbroken
    }
}

extension WindowConditions.Condition {
    /// “当且仅当选举日不早于 2021-11-28 时成立”.
    public func text(_ event: Localized, in window: WindowConditions.Days, _ language: Language) -> String {
        let zh = language == .zh
        if holds.isEmpty {
            return zh ? "\(event.zh)为 \(Self.list(breaks, zh)) 时不成立" : "broken if the \(event.en) is \(Self.list(breaks, zh))"
        }
        guard breaks.isEmpty || Self.isComplement(holds, breaks, window) else {
            return zh
                ? "\(event.zh)为 \(Self.list(holds, zh)) 时成立，为 \(Self.list(breaks, zh)) 时不成立"
                : "holds if the \(event.en) is \(Self.list(holds, zh)), broken if it is \(Self.list(breaks, zh))"
        }
        guard !breaks.isEmpty else {
            return zh ? "\(event.zh)为 \(Self.list(holds, zh)) 时成立" : "holds if the \(event.en) is \(Self.list(holds, zh))"
        }
        let condition: String
        if holds.count == 1, holds[0].to == window.to {
            condition = zh ? "不早于 \(holds[0].from)" : "on or after \(holds[0].from)"
        } else if holds.count == 1, holds[0].from == window.from {
            condition = zh ? "不晚于 \(holds[0].to)" : "on or before \(holds[0].to)"
        } else {
            condition = (zh ? "为 " : "") + Self.list(holds, zh)
        }
        return zh ? "当且仅当\(event.zh)\(condition) 时成立" : "holds if and only if the \(event.en) is \(condition)"
    }

    /// Whether every day is one or the other.
    private static func isComplement(_ holds: [WindowConditions.Days], _ breaks: [WindowConditions.Days], _ window: WindowConditions.Days)
        -> Bool
    {
        let ends = (holds + breaks).sorted { $0.from < $1.from }
        return ends.first?.from == window.from && ends.last?.to == window.to && ends.count == holds.count + breaks.count
            && ends.count <= 2
    }

    private static func list(_ days: [WindowConditions.Days], _ zh: Bool) -> String {
        days.map { $0.from == $0.to ? $0.from : zh ? "\($0.from) 至 \($0.to)" : "\($0.from) to \($0.to)" }.joined(separator: zh ? "、" : ", ")
    }
}
