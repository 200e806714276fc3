public import SourceText

/// What a report says of a rule, whatever the data.
public final class RuleDescription: Sendable {
    /// A way in which the words of the law can be read.
    public struct Reading: Sendable {
        /// What a configuration calls the reading; nil where nobody has worked out what the rule would demand by it.
        public let id: String?
        /// The reading in a sentence.
        public let text: Localized
        /// Whether the rule follows it.
        public let isInForce: Bool

        /// - Parameter isInForce: true of exactly one reading of a rule.
        public init(id: String? = nil, text: Localized, isInForce: Bool) {
            self.id = id
            self.text = text
            self.isInForce = isInForce
        }
    }

    /// The rule whose place another takes, and why it does.
    public struct Override: Sendable {
        /// The rule that is replaced.
        public let id: String
        /// Why it takes that place.
        public let ground: Localized

        /// - Parameter id: of a rule in an earlier layer.
        public init(id: String, ground: Localized) {
            self.id = id
            self.ground = ground
        }
    }

    /// Unique among all rules that are loaded.
    public let id: String
    /// What it demands, in a line.
    public let title: Localized
    /// Its pack's id.
    public let pack: String
    /// What a reader calls its pack.
    public let packTitle: Localized
    /// How the law binds.
    public let force: Force
    /// The label of the phase to which it belongs.
    public let phase: Localized?
    /// The first leads. Empty only for checks of the data itself, which no law orders.
    public let basis: [LegalBasis]
    /// What to do about a violation.
    public let remedy: Localized?
    /// Where the words can be read in several ways: all of them.
    public let readings: [Reading]
    /// The reading that was chosen instead of the one that its pack puts in force.
    public let chosenReading: Reading?
    /// The rule's condition as written in its pack.
    public let statement: [(key: String, text: Localized)]
    /// Nil: it replaces no other rule.
    public let overrides: Override?
    /// Where the rule stands.
    public let place: SourcePlace

    /// How grave a violation is, by the force.
    public var severity: Diagnostic.Severity { force.severity }

    /// - Parameters: `id` is unique in the rule book; `basis` begins with the leading one; `statement` is in the order of the pack.
    public init(
        id: String, title: Localized, pack: String, packTitle: Localized, force: Force, phase: Localized?, basis: [LegalBasis],
        remedy: Localized?, readings: [Reading], chosenReading: Reading? = nil, statement: [(key: String, text: Localized)],
        overrides: Override? = nil, place: SourcePlace
    ) {
        self.id = id
        self.title = title
        self.pack = pack
        self.packTitle = packTitle
        self.force = force
        self.phase = phase
        self.basis = basis
        self.remedy = remedy
        self.readings = readings
        self.chosenReading = chosenReading
        self.statement = statement
        self.overrides = overrides
        self.place = place
    }
    /// The same rule as documents state it.
    ///
    /// - Parameters:
    ///   - basis: leads; what the rule rests on otherwise follows.
    ///   - others: come last.
    ///   - force: how the documents bind.
    ///   - topic: what of all that the rule concerns; its title names it.
    public func stated(by basis: [LegalBasis], besides others: [LegalBasis] = [], force: Force, of topic: Localized? = nil)
        -> RuleDescription
    {
        let title = topic.map { Localized(zh: "\(self.title.zh)：\($0.zh)", en: "\(self.title.en): \($0.en)") } ?? self.title
        return RuleDescription(
            id: id, title: title, pack: pack, packTitle: packTitle, force: force, phase: phase, basis: basis + self.basis + others,
            remedy: remedy,
            readings: readings, chosenReading: chosenReading, statement: statement, overrides: overrides, place: place)
    }

    /// The same rule by another of its readings.
    ///
    /// - Parameter reading: the id of one that is not in force; of another nothing changes.
    public func read(as reading: String) -> RuleDescription {
        guard let chosen = readings.first(where: { $0.id == reading && !$0.isInForce }) else { return self }
        return RuleDescription(
            id: id, title: title, pack: pack, packTitle: packTitle, force: force, phase: phase, basis: basis, remedy: remedy,
            readings: readings.map { Reading(id: $0.id, text: $0.text, isInForce: $0.id == reading) }, chosenReading: chosen,
            statement: statement, overrides: overrides, place: place)
    }
}
