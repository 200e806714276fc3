package import FEEL
package import Facts
package import Quantities
package import SourceText
import YAMLTree

/// A day or a window, from an event of the vocabulary or a path.
package struct TimePoint: Sendable {
    package let expression: CompiledExpression
    /// The event of the vocabulary that has this day, whatever name or path the rule calls it by.
    package let event: EventDefinition?
    package let label: Localized
}

/// A bound on a day.
package struct TimeBound: Sendable {
    package let relation: Relation
    /// The day of the bound, with its duration already added or taken off.
    package let day: CompiledExpression
    /// How the bound reads: “选举日之前 20 天”.
    package let origin: Localized

    static let relations: [(key: String, relation: Relation)] = [Relation.atMost, .atLeast, .equal, .within].map { ($0.nameOfDays, $0) }
}

extension PackLoader {
    /// An event of the vocabulary, or an expression that gives a day or a window.
    func day(_ node: YAMLNodeID, in scope: Scope) -> TimePoint? {
        guard let text = reader.string(node) else { return nil }
        return day(text, node, in: scope)
    }

    private func day(_ text: String, _ node: YAMLNodeID, in scope: Scope) -> TimePoint? {
        if let date = CalendarDate(text) {
            return TimePoint(expression: CompiledExpression(.date(date)), event: nil, label: Localized(same: date.description))
        }
        let named = vocabulary.event(text)
        guard
            let compiled = named.flatMap({ CompiledExpression($0.path.reference, from: vocabulary.root.type) })
                ?? compile(text, node, in: scope)
        else { return nil }
        switch compiled.type {
        case .date, .window, .any:
            let event = named ?? event(of: compiled)
            return TimePoint(expression: compiled, event: event, label: event?.label ?? label(of: compiled) ?? Localized(same: text))
        default:
            reader.report(.wrongType(compiled.type, expected: Localized(zh: "日期", en: "a date")), at: node)
            return nil
        }
    }

    /// The event whose day stands in the field at the end of a path, or holds there for records that state none of their own.
    private func event(of compiled: CompiledExpression) -> EventDefinition? {
        guard let path = compiled.field?.path, let slots = vocabulary.rootSlots(of: path, in: compiled) else { return nil }
        return vocabulary.events.first { $0.path.slots == slots }
    }

    func window(_ node: YAMLNodeID, in scope: Scope) -> CompiledExpression? {
        guard let compiled = compile(node, in: scope) else { return nil }
        switch compiled.type {
        case .window, .date: return compiled
        default:
            reader.report(.wrongType(compiled.type, expected: Localized(zh: "起止日期", en: "a window")), at: node)
            return nil
        }
    }

    /// The bounds in time that a rule or a calendar entry writes.
    func timeBounds(_ object: DefinitionObject, _ scope: Scope) -> [TimeBound] {
        TimeBound.relations.compactMap { key, relation in
            guard let node = object[key], let text = reader.string(node) else { return nil }
            guard relation == .within else { return timeBound(relation, text, node, scope) }
            return window(node, in: scope).map { TimeBound(relation: relation, day: $0, origin: label(of: $0) ?? Localized(same: text)) }
        }
    }

    /// `P20D before EVENT`, `P2M after EVENT`, or a day by itself.
    private func timeBound(_ relation: Relation, _ text: String, _ node: YAMLNodeID, _ scope: Scope) -> TimeBound? {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[1] == "before" || parts[1] == "after" else {
            return day(text, node, in: scope).map { TimeBound(relation: relation, day: $0.expression, origin: $0.label) }
        }
        guard let duration = Value(duration: parts[0]) else {
            reader.report(.noDuration(parts[0]), at: node)
            return nil
        }
        checkWholeDays(duration, node)
        let isBefore = parts[1] == "before"
        guard let anchor = day(parts[2], node, in: scope),
            let bound = accepted(anchor.expression.combined(isBefore ? .subtract : .add, with: duration), node)
        else { return nil }
        return TimeBound(
            relation: relation, day: bound,
            origin: Localized(
                zh: "\(anchor.label.zh)\(isBefore ? "之前" : "之后") \(duration.spoken.zh)",
                en: "\(duration.spoken.en) \(isBefore ? "before" : "after") \(anchor.label.en)"))
    }

    /// The label of the field that an expression is.
    private func label(of compiled: CompiledExpression) -> Localized? {
        compiled.field.flatMap { vocabulary.field($0.slot, of: $0.record)?.label }
    }
}

extension Value {
    /// A duration in words: “20 天”, “2 个月”.
    fileprivate var spoken: Localized {
        switch self {
        case .months(let duration) where duration.months % 12 == 0:
            let years = duration.months / 12
            return Localized(zh: "\(years) 年", en: years == 1 ? "1 year" : "\(years) years")
        case .months(let duration):
            return Localized(zh: "\(duration.months) 个月", en: duration.months == 1 ? "1 month" : "\(duration.months) months")
        case .days(let duration) where duration.seconds % 86_400 == 0:
            return Localized(zh: "\(duration.days) 天", en: duration.days == 1 ? "1 day" : "\(duration.days) days")
        default: return Localized(same: description)
        }
    }
}
