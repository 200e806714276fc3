public import Findings
import Quantities
import SourceText

extension TextRenderer {
    /// The statutory calendar as a table by day, and the conditions of a window.
    public func calendar(_ calendar: StatutoryCalendar) -> [UInt8] {
        var facts = [zh("适用 \(calendar.head.lawTime) 的法律", "law of \(calendar.head.lawTime)")]
        if let anchor = calendar.anchor { facts.append("\(anchor.event.label(in: language)) \(span(anchor.days))") }
        var lines = head(calendar.head, facts)
        for fact in calendar.missing {
            lines += ["", "  ? \(zh("缺", "missing")) \(fact.fact.label(in: language))  \(fact.fact.place)"]
        }
        lines.append("")
        let days = calendar.entries.map { span($0.days) }
        let width = days.map { displayWidth($0) }.max() ?? 0
        for (entry, day) in zip(calendar.entries, days) {
            let relation = entry.relation.verb(ofDays: true)(in: language)
            lines += paragraph(
                "\(relation.padded(to: language == .zh ? 6 : 15)) \(day.padded(to: width))  \(entry.title(in: language))\(state(entry))",
                indent: "  ")
            let assumed = entry.assumed.map { $0.label(in: language) }.joined(separator: zh("、", ", "))
            let note = assumed.isEmpty ? "" : zh("（设\(assumed)在最后一日）", " (if \(assumed) is on its last day)")
            lines += paragraph("\(entry.origin(in: language))\(note)", indent: "      ")
            for basis in entry.basis.prefix(1) { lines += paragraph(citation(basis), indent: "      ") }
        }
        if calendar.entries.isEmpty { lines.append(zh("  没有可以推算的日期", "  there is no day that can be derived")) }
        if let window = calendar.window { lines += conditions(window) }
        return bytes(lines + [""])
    }

    private func span(_ days: Interval<CalendarDate>) -> String { Quantity.days(days).text(in: language) }

    private func state(_ entry: StatutoryCalendar.Entry) -> String {
        guard let actual = entry.actual else { return "" }
        let day = span(actual)
        switch entry.isKept {
        case true?: return "  " + style.paint("✓ \(day)", .green)
        case false?: return "  " + style.paint("✗ \(day)", .red)
        case nil: return "  " + style.paint("? \(day)", .yellow)
        }
    }

    private func conditions(_ found: WindowConditions) -> [String] {
        var lines = ["", style.paint(zh("\(found.event.label.zh)尚未确定到日", "The \(found.event.label.en) is a window"), .bold)]
        for condition in found.conditions {
            lines += paragraph(
                "\(condition.rule.title(in: language)) [\(condition.rule.id)]\(zh("：", ": "))\(condition.text(found.event.label, in: found.window, language))",
                indent: "  ")
        }
        for rule in found.broken {
            let text = zh("无论哪一天都不成立", "broken on every day")
            lines += paragraph("\(rule.title(in: language)) [\(rule.id)]\(zh("：", ": "))\(text)", indent: "  ")
        }
        let others = found.broken.isEmpty ? "" : zh("其他", "other ")
        let all = found.unbroken.map { span($0) }.joined(separator: zh("、", ", "))
        lines += paragraph(
            found.unbroken.isEmpty
                ? zh("没有一天能使\(others)各项期限都不被违反。", "There is no day on which no \(others)deadline is broken.")
                : zh("\(others)各项期限都不被违反的日子：\(all)。", "Days on which no \(others)deadline is broken: \(all)."), indent: "  ")
        return lines
    }
}
