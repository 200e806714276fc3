public import Quantities
public import SourceText

/// The value of a part of a condition, as evidence for a verdict.
public struct Evidence: Sendable {
    /// The part as the rule writes it.
    public var expression: String
    /// What it came to.
    public var value: Localized

    /// - Parameter value: in the words of both languages; the expression has one form in all.
    public init(expression: String, value: Localized) {
        self.expression = expression
        self.value = value
    }
}

/// The verdict on one rule, for the dossier or for one of its records, with what a person needs to act on it.
public struct RuleResult: Sendable {
    /// The rule.
    public var rule: RuleDescription
    /// What is known of it.
    public var verdict: Verdict
    /// The record that was judged; nil for the dossier as a whole. Where the result stands for several, the one with the tightest margin.
    public var subject: Subject?
    /// The path of the fact that the result is about, from its subject; nil where it is about more than a fact.
    public var path: String?
    /// How many records this result stands for: passes of a rule are told together.
    public var count: Int
    /// Where to look: the fact, else the record, else the dossier.
    public var place: SourcePlace
    /// What was found; nil where the rule is on no quantity.
    public var actual: Quantity?
    /// The bounds that it must keep: all of them where it does, the broken ones where it does not, the open ones where that is not known.
    public var required: [Requirement] = []
    /// Of what is not known: the bounds that are kept whatever is missing.
    public var kept: [Requirement] = []
    /// How far it is from the nearest bound; nil where that is not known.
    public var margin: Margin?
    /// The facts that would decide.
    public var missing: [MissingFact] = []
    /// The values of the parts of a condition that does not hold.
    public var evidence: [Evidence] = []
    /// The facts that are only planned, and with which the verdict stands: nobody has said yet what happened.
    public var planned: [FactReference] = []
    /// Other places that have to do with it.
    public var related: [Diagnostic.Related] = []
    /// Why it does not apply, who attested it, why it could not be evaluated.
    public var note: Localized?
    /// Of what is pending or unknown: the last day on which missing facts are excused; nil where no day is known.
    public var dueOn: CalendarDate?
    /// Where the verdict is unknown because a piece of the dossier could not be used: the verdict on what could be; nil of other results.
    public var without: Verdict?

    /// Kept with nothing to spare, or broken by one: a single person or day more decides it.
    public var isNearMiss: Bool {
        switch verdict {
        case .pass: margin?.value == 0
        case .fail: margin?.value == -1
        default: false
        }
    }

    /// A verdict alone; what else there is to say is set afterwards.
    ///
    /// - Parameter count: of the records for which the result stands; one where there is no record.
    public init(rule: RuleDescription, verdict: Verdict, subject: Subject? = nil, count: Int = 1, place: SourcePlace) {
        self.rule = rule
        self.verdict = verdict
        self.subject = subject
        self.count = count
        self.place = place
    }

    /// A result about a fact.
    public init(rule: RuleDescription, verdict: Verdict, about fact: FactReference, place: SourcePlace) {
        self.init(
            rule: rule, verdict: verdict, subject: Subject(type: fact.record.type, key: fact.record.key, label: fact.label), place: place)
        path = fact.path
    }

    /// What tells the result from all others of all runs. Of several records that are told together it names the rule only: which of them
    /// is the tightest changes with the data.
    public func fingerprint(in dossier: DossierHead) -> Fingerprint {
        let own = count == 1 ? subject : nil
        return Fingerprint(dossier: dossier.identity.isEmpty ? [dossier.path] : dossier.identity, rule: rule.id, subject: own, path: path)
    }
}
