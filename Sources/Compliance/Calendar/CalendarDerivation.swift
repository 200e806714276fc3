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

    mutating func entries() -> [StatutoryCalendar.Entry] {
        let sources = CalendarSource.all(for: stated, book, options)
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
            if x != y { return (x.lower?.days ?? .min, x.upper?.days ?? .max) < (y.lower?.days ?? .min, y.upper?.days ?? .max) }
            return a.id == b.id ? naturallyPrecedes(a.subject?.key ?? "", b.subject?.key ?? "") : a.id < b.id
        }
    }

    /// What a record states itself is not mixed with days that are assumed for all.
    private func evaluate(_ expression: CompiledExpression, _ source: CalendarSource) -> Interval<CalendarDate>? {
        value(of: expression, source, in: source.subject == nil ? facts : stated).days
    }

    private func value(of expression: CompiledExpression, _ source: CalendarSource, in facts: FactStore) -> Value {
        var examination = Examination(facts, book, options)
        examination.bind(source.pack)
        if let (slot, record) = source.variable { examination.run.set(slot, .record(Record(source: facts, index: record))) }
        return expression.evaluate(&examination.run)
    }

    /// The day to which an event that nobody has stated is bound, or its last lawful one.
    private func assumption(_ source: CalendarSource) -> (event: EventDefinition, day: ClosedRange<CalendarDate>)? {
        guard source.subject == nil, let event = source.event, let point = source.point,
            evaluate(point, source) == nil, let bound = evaluate(source.day, source)?.range
        else { return nil }
        return (event, bound)
    }

    private func entry(_ source: CalendarSource) -> StatutoryCalendar.Entry? {
        guard let bound = evaluate(source.day, source) else { return nil }
        let actual = source.point.flatMap { value(of: $0, source, in: stated).days }
        var entry = StatutoryCalendar.Entry(
            id: source.id, title: source.title, subject: source.subject, relation: source.relation, days: bound, origin: source.origin,
            basis: source.basis, actual: actual, isKept: actual.flatMap(Bound(source.relation, bound).outcome),
            assumed: assumptions(behind: source))
        let planned = source.point.map { plannedFacts(of: $0, source) } ?? []
        entry.isPlanned = !planned.isEmpty
        // Once its day is past, a plan that kept the bound says nothing of what happened.
        if entry.isKept == true, planned.contains(where: { stated.isOverdue($0, on: options.asOf) }) { entry.isKept = nil }
        return entry
    }

    private func plannedFacts(of point: CompiledExpression, _ source: CalendarSource) -> [FieldRead] {
        var examination = Examination(stated, book, options)
        examination.bind(source.pack)
        if let (slot, record) = source.variable { examination.run.set(slot, .record(Record(source: stated, index: record))) }
        _ = point.evaluate(&examination.run, tracing: true)
        return examination.run.reads.flatMap(stated.origins).filter(stated.isPlanned)
    }

    /// The assumed events that the day of an entry is counted from.
    private func assumptions(behind source: CalendarSource) -> [Event] {
        guard source.subject == nil else { return [] }
        let paths = source.day.fields.compactMap { field in
            field.path.flatMap { book.vocabulary.rootSlots(of: $0, in: source.day) }
        }
        return assumed.filter { paths.contains($0.path.slots) }.sorted { $0.path.text < $1.path.text }
            .map { Event(id: $0.id, label: $0.label) }
    }
}
