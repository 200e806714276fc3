import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension Examination {
    private static let longestWindow = 366

    /// Where the vocabulary's law-time event is a window: on which of its days each rule holds that depends on it. Nil where it is one day, or
    /// not known.
    func windowConditions() -> WindowConditions? {
        guard let event = book.vocabulary.lawTime, let days = facts.value(at: event.path, from: FactStore.root).days?.range,
            case let length = days.upperBound.days - days.lowerBound.days, length > 0, length < Self.longestWindow,
            // Which records there are on the day would change with it.
            !facts.hasUnsettledLists
        else { return nil }
        // Each day is looked at as if the dossier stated it.
        var dayByDay = (0...length).map { offset in
            Examination(facts.assuming([(event.path, .date(CalendarDate(days: days.lowerBound.days + offset)))]), book, options)
        }
        let dependence = DayDependence(event, book.vocabulary)
        var verdicts: [(rule: RuleDescription, byDay: [Verdict])] = []
        for pack in book.packs {
            let standing = dayByDay.map { $0.standing(of: pack) }
            guard standing.contains(.applies), pack.contents.problems.isEmpty else { continue }
            // The law itself may change on one of the days.
            let isOfDay = Set(standing).count > 1 || pack.parameters.contains { values(of: $0).count > 1 }
            for rule in pack.contents.rules where isSelected(rule.outline) {
                let isInForce = dayByDay.map { !$0.isReplaced(rule.outline) }
                // A deadline that is broken on every day is told, although it does not depend on the day.
                guard isOfDay || Set(isInForce).count > 1 || rule.form is EventForm || dependence.isRead(by: rule) else { continue }
                let byDay = dayByDay.indices.map { index -> Verdict in
                    guard isInForce[index] else { return .notApplicable }
                    switch standing[index] {
                    case .applies: return dayByDay[index].worstVerdict(on: rule, of: pack)
                    case .isOut: return .notApplicable
                    case .isOpen: return .unknown
                    }
                }
                verdicts.append((rule.description, byDay))
            }
        }
        return conditions(Event(id: event.id, label: event.path.field(from: book.vocabulary.root).label), days, verdicts)
    }

    private enum Standing {
        case applies, isOut, isOpen
    }

    private func standing(of pack: RulePack) -> Standing {
        switch applicability(of: pack) {
        case .yes: .applies
        case .no: .isOut
        case .unknown: .isOpen
        }
    }

    private mutating func worstVerdict(on rule: Rule, of pack: RulePack) -> Verdict {
        results = []
        judge(rule, of: pack)
        // Findings on the data may stand among them.
        return results.filter { $0.rule === rule.description }.map(\.verdict).max { $0.rank < $1.rank } ?? .notApplicable
    }

    private func conditions(
        _ event: Event, _ days: ClosedRange<CalendarDate>, _ verdicts: [(rule: RuleDescription, byDay: [Verdict])]
    ) -> WindowConditions {
        let length = days.upperBound.days - days.lowerBound.days
        func runs(_ isIncluded: (Int) -> Bool) -> [Interval<CalendarDate>] {
            var result: [ClosedRange<CalendarDate>] = []
            for offset in 0...length where isIncluded(offset) {
                let day = CalendarDate(days: days.lowerBound.days + offset)
                if let last = result.last, last.upperBound.days == day.days - 1 {
                    result[result.count - 1] = last.lowerBound...day
                } else {
                    result.append(day...day)
                }
            }
            return result.map { Interval($0) }
        }
        let conditions = verdicts.compactMap { rule, byDay -> WindowConditions.Condition? in
            guard Set(byDay).count > 1 else { return nil }
            let condition = WindowConditions.Condition(
                rule: rule, holds: runs { byDay[$0] == .pass }, breaks: runs { byDay[$0] == .fail })
            return condition.holds.isEmpty && condition.breaks.isEmpty ? nil : condition
        }
        // What is broken on every day does not depend on it.
        let broken = verdicts.filter { Set($0.byDay) == [.fail] }
        let others = verdicts.filter { Set($0.byDay) != [.fail] }
        return WindowConditions(
            event: event, window: Interval(days), conditions: conditions, broken: broken.map(\.rule),
            unbroken: runs { offset in others.allSatisfy { $0.byDay[offset] != .fail } })
    }

    /// Adds to each open result the days of the window with which it would be decided. A condition is one of the whole rule, so it is said where
    /// one result stands for all that is open.
    mutating func explainWindow() {
        let open = results.indices.filter { results[$0].verdict == .unknown || results[$0].verdict == .pending }
        guard !open.isEmpty, let found = windowConditions() else { return }
        let counts = open.reduce(into: [:]) { $0[results[$1].rule.id, default: 0] += 1 }
        for index in open where counts[results[index].rule.id] == 1 {
            guard let condition = found.conditions.first(where: { $0.rule === results[index].rule }) else { continue }
            let text = found.text(condition)
            results[index].note = results[index].note?.followed(by: text) ?? text
        }
    }
}
