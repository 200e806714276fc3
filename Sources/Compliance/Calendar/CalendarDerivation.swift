import FEEL
import Facts
public import Findings
public import Quantities
import RulePacks
import SourceText

extension Checker {
    /// The days that the law derives for a dossier: the bounds of its rules on events, and the calendar entries of its packs.
    ///
    /// - Parameter day: the day or window of the vocabulary's law-time event, instead of what the dossier says.
    public func calendar(_ dossier: DossierInput, _ options: CheckOptions, day: ClosedRange<CalendarDate>? = nil) -> StatutoryCalendar {
        let (loaded, diagnostics) = load(dossier, options)
        let vocabulary = loaded.vocabulary
        var facts = loaded
        if let day, let event = vocabulary.lawTime {
            facts = facts.assuming([(event.path, Value(day))])
        }
        var calendar = StatutoryCalendar(head(dossier, facts, options, diagnostics))
        guard !facts.documents.isEmpty else { return calendar }
        let examination = Examination(facts, library.book, options)
        calendar.head.lawTime = examination.lawTime
        if let event = vocabulary.lawTime {
            let label = event.path.field(from: vocabulary.root).label
            if let days = facts.value(at: event.path, from: FactStore.root).days {
                calendar.anchor = (Event(id: event.id, label: label), days)
            } else {
                let (record, slot, _) = facts.fact(at: event.path, from: FactStore.root)
                calendar.missing = facts.describe([FieldRead(record: record, slot: slot)])
            }
        }
        var derivation = CalendarDerivation(facts, library.book, options)
        calendar.entries = derivation.entries()
        calendar.window = examination.windowConditions()
        return calendar
    }
}

/// Derives one day after the other: an event that nobody has stated is taken to be on its last lawful day, and others follow from that.
private struct CalendarDerivation {
    private let stated: FactStore
    private var facts: FactStore
    private let book: RuleBook
    private let options: CheckOptions
    /// Events that are assumed.
    private var assumed: [EventDefinition] = []

    init(_ facts: FactStore, _ book: RuleBook, _ options: CheckOptions) {
        (stated, self.facts, self.book, self.options) = (facts, facts, book, options)
    }

    /// A bound on a day, from a rule or from a calendar entry.
    private struct Source {
        var id: String
        var title: Localized
        var point: CompiledExpression?
        var event: EventDefinition?
        var relation: Relation
        var day: CompiledExpression
        var origin: Localized
        var basis: [LegalBasis]
        var pack: RulePack
    }

    mutating func entries() -> [StatutoryCalendar.Entry] {
        let sources = sources()
        // Each round may give an event a day on which others depend.
        for _ in 0...sources.count {
            // What has to be on a day is on no other.
            let additions = [Relation.equal, .atMost].flatMap { relation in
                sources.filter { $0.relation == relation }.compactMap(assumption)
            }
            guard let addition = additions.first else { break }
            facts = facts.assuming([(addition.event.path, Value(addition.day))])
            assumed.append(addition.event)
        }
        return sources.compactMap(entry).sorted { a, b in
            let (x, y) = (a.days, b.days)
            return x == y ? a.id < b.id : (x.lower?.days ?? .min, x.upper?.days ?? .max) < (y.lower?.days ?? .min, y.upper?.days ?? .max)
        }
    }

    private func sources() -> [Source] {
        var examination = Examination(stated, book, options)
        var result: [Source] = []
        for pack in book.packs {
            guard case .yes = examination.applicability(of: pack) else { continue }
            examination.bind(pack)
            for rule in examination.rules(of: pack) {
                guard case .ofDossier(let form as EventForm) = rule.demand, case .yes = examination.concern(of: rule) else { continue }
                let point = form.point
                for bound in form.bounds where bound.relation != .within {
                    result.append(
                        Source(
                            id: rule.id, title: point.event?.label ?? rule.description.title, point: point.expression,
                            event: point.event, relation: bound.relation, day: bound.day,
                            origin: bound.origin, basis: rule.description.basis, pack: pack))
                }
            }
            for entry in pack.contents.calendar {
                result.append(
                    Source(
                        id: entry.id, title: entry.title, relation: entry.relation, day: entry.day, origin: entry.origin,
                        basis: entry.basis,
                        pack: pack))
            }
        }
        return result
    }

    private func evaluate(_ expression: CompiledExpression, _ pack: RulePack) -> Interval<CalendarDate>? {
        var examination = Examination(facts, book, options)
        examination.bind(pack)
        return expression.evaluate(&examination.run).days
    }

    /// The day to which an event that nobody has stated is bound, or its last lawful one.
    private func assumption(_ source: Source) -> (event: EventDefinition, day: ClosedRange<CalendarDate>)? {
        guard let event = source.event, let point = source.point, evaluate(point, source.pack) == nil,
            let bound = evaluate(source.day, source.pack)?.range
        else { return nil }
        return (event, bound)
    }

    private func entry(_ source: Source) -> StatutoryCalendar.Entry? {
        guard let bound = evaluate(source.day, source.pack) else { return nil }
        var actual: Interval<CalendarDate>?
        if let point = source.point {
            var examination = Examination(stated, book, options)
            examination.bind(source.pack)
            actual = point.evaluate(&examination.run).days
        }
        return StatutoryCalendar.Entry(
            id: source.id, title: source.title, relation: source.relation, days: bound, origin: source.origin, basis: source.basis,
            actual: actual, isKept: actual.flatMap(Bound(source.relation, bound).outcome),
            assumed: assumptions(behind: source))
    }

    /// The assumed events that the day of an entry is counted from.
    private func assumptions(behind source: Source) -> [Event] {
        let paths = Set(source.day.fields.compactMap(\.path))
        return assumed.filter { paths.contains($0.path.reference) }.sorted { $0.path.text < $1.path.text }
            .map { Event(id: $0.id, label: $0.label) }
    }
}
