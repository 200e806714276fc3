import FEEL
import Facts
import Findings
import RulePacks
import SourceText

extension Examination {
    private static let longestWindow = 366

    /// Where the vocabulary's law-time event is a window: on which of its days each rule holds that looks at it. Nil where it is one day, or
    /// not known.
    func windowConditions() -> WindowConditions? {
        guard let event = book.vocabulary.lawTime, let days = DayRange(facts.value(at: event.path, from: FactStore.root)), !days.isExact,
            days.to - days.from < Self.longestWindow
        else { return nil }
        let field = event.path.field(from: book.vocabulary.root)
        var verdicts: [(rule: Rule, byDay: [Verdict])] = []
        for pack in book.packs {
            guard case .yes = applicability(of: pack) else { continue }
            for rule in rules(of: pack) where isSelected(rule.outline) && rule.form.reads(field) { verdicts.append((rule, [])) }
        }
        for day in days.from...days.to {
            var examination = Examination(facts.assuming([(event.path, .date(CalendarDate(days: day)))]), book, options)
            var index = 0
            for pack in book.packs {
                guard case .yes = applicability(of: pack) else { continue }
                for rule in rules(of: pack) where isSelected(rule.outline) && rule.form.reads(field) {
                    examination.results = []
                    examination.judge(rule, of: pack)
                    let worst = examination.results.map(\.verdict).max { $0.rank < $1.rank }
                    verdicts[index].byDay.append(worst ?? .notApplicable)
                    index += 1
                }
            }
        }
        func runs(_ isIncluded: (Int) -> Bool) -> [WindowConditions.Days] {
            var result: [DayRange] = []
            for offset in 0...days.to - days.from where isIncluded(offset) {
                let day = days.from + offset
                if let last = result.last, last.to == day - 1 {
                    result[result.count - 1].to = day
                } else {
                    result.append(DayRange(from: day, to: day))
                }
            }
            return result.map { .init(from: $0.firstDay, to: $0.lastDay) }
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
            event: field.label, window: .init(from: days.firstDay, to: days.lastDay), conditions: conditions,
            broken: broken.map(\.rule.description), unbroken: runs { offset in others.allSatisfy { $0.byDay[offset] != .fail } })
    }

    /// Adds to each open result the days of the window with which it would be decided.
    mutating func explainWindow() {
        guard results.contains(where: { $0.verdict == .unknown || $0.verdict == .pending }), let found = windowConditions() else { return }
        for index in results.indices where results[index].verdict == .unknown || results[index].verdict == .pending {
            guard let condition = found.conditions.first(where: { $0.rule === results[index].rule }) else { continue }
            let text = Localized(
                zh: condition.text(found.event, in: found.window, .zh), en: condition.text(found.event, in: found.window, .en))
            let before = results[index].note
            results[index].note = Localized(
                zh: before.map { "\($0.zh)；\(text.zh)" } ?? text.zh, en: before.map { "\($0.en); \(text.en)" } ?? text.en)
        }
    }
}

extension RuleForm {
    /// Whether a day that the form compares comes from a field of this name.
    fileprivate func reads(_ field: FieldDefinition) -> Bool {
        let expressions: [CompiledExpression] =
            switch self {
            case .event(let point, let bounds): [point.expression] + bounds.map(\.day)
            case .require(let condition): [condition.whole]
            case .sequence(let windows, _): windows
            case .measure, .unique, .sum, .attest: []
            }
        return expressions.contains { expression in
            var found = false
            expression.syntax.visit { part in
                switch part.kind {
                case .name(let name), .path(_, let name): if name == field.id || name == field.label.zh { found = true }
                default: break
                }
            }
            return found
        }
    }
}
