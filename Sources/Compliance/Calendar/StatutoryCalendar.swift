public import FEEL
import Facts
public import Findings
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
            let value: Value =
                day.lowerBound == day.upperBound
                ? .date(day.lowerBound) : .between(Bounds(lower: .date(day.lowerBound), upper: .date(day.upperBound)))
            facts = facts.assuming([(event.path, value)])
        }
        var calendar = StatutoryCalendar(head(dossier, facts, options, diagnostics))
        guard !facts.documents.isEmpty else { return calendar }
        let examination = Examination(facts, library.book, options)
        calendar.head.lawTime = examination.lawTime.description
        if let event = vocabulary.lawTime {
            let label = event.path.field(from: vocabulary.root).label
            if let days = DayRange(facts.value(at: event.path, from: FactStore.root)) {
                calendar.anchor = (label, days.firstDay, days.lastDay)
            } else {
                let (record, slot, _) = facts.fact(at: event.path, from: FactStore.root)
                calendar.missing = facts.describe([MissingFact(record: Int32(record), slot: Int32(slot))])
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
    /// Events that are assumed, by their paths.
    private var assumed: [String: Localized] = [:]

    init(_ facts: FactStore, _ book: RuleBook, _ options: CheckOptions) {
        (stated, self.facts, self.book, self.options) = (facts, facts, book, options)
    }

    /// A bound on a day, from a rule or from a calendar entry.
    private struct Source {
        var id: String
        var title: Localized
        var point: CompiledExpression?
        var event: EventDefinition?
        var relation: Requirement.Relation
        var day: CompiledExpression
        var origin: Localized
        var basis: [LegalBasis]
        var pack: RulePack
    }

    mutating func entries() -> [StatutoryCalendar.Entry] {
        let sources = sources()
        // Each round may give an event a day on which others depend.
        for _ in 0...sources.count {
            let additions = sources.compactMap(assumption)
            guard let addition = additions.first else { break }
            facts = facts.assuming([(addition.event.path, addition.day.value)])
            assumed[addition.event.path.text] = addition.event.label
        }
        return sources.compactMap(entry).sorted { a, b in (a.from, a.to, a.id) < (b.from, b.to, b.id) }
    }

    private func sources() -> [Source] {
        var examination = Examination(stated, book, options)
        var result: [Source] = []
        for pack in book.packs {
            guard case .yes = examination.applicability(of: pack) else { continue }
            examination.bind(pack)
            for rule in examination.rules(of: pack) where rule.forEach == nil {
                guard case .event(let point, let bounds) = rule.form, case .yes = examination.concern(of: rule) else { continue }
                let event = book.vocabulary.events.first { $0.label == point.label }
                for bound in bounds where bound.relation != .within {
                    result.append(
                        Source(
                            id: rule.id, title: event == nil ? rule.description.title : point.label, point: point.expression, event: event,
                            relation: bound.relation, day: bound.day,
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

    private func evaluate(_ expression: CompiledExpression, _ pack: RulePack) -> DayRange? {
        var examination = Examination(facts, book, options)
        examination.bind(pack)
        return DayRange(expression.evaluate(&examination.run))
    }

    /// The last lawful day of an event that nobody has stated.
    private func assumption(_ source: Source) -> (event: EventDefinition, day: DayRange)? {
        guard source.relation == .noLaterThan, let event = source.event, let point = source.point, evaluate(point, source.pack) == nil,
            let bound = evaluate(source.day, source.pack)
        else { return nil }
        return (event, bound)
    }

    private func entry(_ source: Source) -> StatutoryCalendar.Entry? {
        guard let bound = evaluate(source.day, source.pack) else { return nil }
        var actual: DayRange?
        if let point = source.point {
            var examination = Examination(stated, book, options)
            examination.bind(source.pack)
            actual = DayRange(point.evaluate(&examination.run))
        }
        return StatutoryCalendar.Entry(
            id: source.id, title: source.title, relation: source.relation, from: bound.firstDay, to: bound.lastDay, origin: source.origin,
            basis: source.basis, actual: actual.map { ($0.firstDay, $0.lastDay) },
            isKept: actual.flatMap { source.relation.holds($0, bound) },
            assumed: assumptions(behind: source))
    }

    /// The assumed events that the day of an entry is counted from.
    private func assumptions(behind source: Source) -> [Localized] {
        var names: Set<String> = []
        source.day.syntax.visit { part in
            if case .path = part.kind { names.insert(part.description) }
            if case .name(let name) = part.kind { names.insert(name) }
        }
        return assumed.filter { names.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    }
}
