import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension Examination {
    private static let longestWindow = 366

    /// Where the vocabulary's law-time event is a window: on which of its days each rule holds that looks at it. Nil where it is one day, or
    /// not known.
    func windowConditions() -> WindowConditions? {
        guard let event = book.vocabulary.lawTime, let days = facts.value(at: event.path, from: FactStore.root).days?.range,
            case let length = days.upperBound.days - days.lowerBound.days, length > 0, length < Self.longestWindow
        else { return nil }
        let field = event.path.field(from: book.vocabulary.root)
        var verdicts: [(rule: Rule, byDay: [Verdict])] = []
        for pack in book.packs {
            guard case .yes = applicability(of: pack) else { continue }
            for rule in rules(of: pack) where isSelected(rule.outline) && reads(rule, event.path) { verdicts.append((rule, [])) }
        }
        for day in days.lowerBound.days...days.upperBound.days {
            var examination = Examination(facts.assuming([(event.path, .date(CalendarDate(days: day)))]), book, options)
            var index = 0
            for pack in book.packs {
                guard case .yes = applicability(of: pack) else { continue }
                for rule in rules(of: pack) where isSelected(rule.outline) && reads(rule, event.path) {
                    examination.results = []
                    examination.judge(rule, of: pack)
                    let worst = examination.results.map(\.verdict).max { $0.rank < $1.rank }
                    verdicts[index].byDay.append(worst ?? .notApplicable)
                    index += 1
                }
            }
        }
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
                rule: rule.description, holds: runs { byDay[$0] == .pass }, breaks: runs { byDay[$0] == .fail })
            return condition.holds.isEmpty && condition.breaks.isEmpty ? nil : condition
        }
        // What is broken on every day does not depend on it.
        let broken = verdicts.filter { Set($0.byDay) == [.fail] }
        let others = verdicts.filter { Set($0.byDay) != [.fail] }
        return WindowConditions(
            event: Event(id: event.id, label: field.label), window: Interval(days), conditions: conditions,
            broken: broken.map(\.rule.description), unbroken: runs { offset in others.allSatisfy { $0.byDay[offset] != .fail } })
    }

    /// Adds to each open result the days of the window with which it would be decided.
    mutating func explainWindow() {
        guard results.contains(where: { $0.verdict == .unknown || $0.verdict == .pending }), let found = windowConditions() else { return }
        for index in results.indices where results[index].verdict == .unknown || results[index].verdict == .pending {
            guard let condition = found.conditions.first(where: { $0.rule === results[index].rule }) else { continue }
            let text = found.text(condition)
            results[index].note = results[index].note?.followed(by: text) ?? text
        }
    }
}

extension Examination {
    /// Whether a rule depends on a field of the root, or on one in whose place that stands where it is absent.
    private func reads(_ rule: Rule, _ path: FieldPath) -> Bool {
        rule.expressions.contains { expression in
            expression.reads { field in
                field.path == path.reference || book.vocabulary.takesOver(field.slot, of: field.record, from: path)
            }
        }
    }
}
