import Findings
import SourceText

extension TextLayout {
    /// A table by day, and the conditions of a window.
    func lines(_ calendar: StatutoryCalendar) -> [String] {
        var facts = [Phrases.law(calendar.head)]
        if let anchor = calendar.anchor { facts.append(anchor.event.label + Localized(same: " ") + anchor.days.text) }
        var lines = head(calendar.head, facts)
        lines += incompleteness(calendar.head, undecided: nil) + problems(calendar.head)
        for fact in calendar.missing { lines += [""] + missing(fact, indent: "  ? ") }
        lines.append("")
        let days = calendar.entries.map { say($0.days.text) }
        let width = days.map { displayWidth($0) }.max() ?? 0
        let verbWidth = calendar.entries.map { displayWidth(say($0.verb)) }.max() ?? 0
        for (entry, day) in zip(calendar.entries, days) {
            let columns = "\(say(entry.verb).padded(to: verbWidth)) \(day.padded(to: width))"
            lines += paragraph("\(columns)  \(say(entry.fullTitle))\(state(entry))", indent: "  ")
            let assumption = entry.assumption.map { Phrases.inBrackets($0) } ?? Localized(same: "")
            lines += paragraph(entry.origin + assumption, indent: "      ")
            for basis in entry.basis.prefix(1) { lines += paragraph(basis.quotation, indent: "      ") }
        }
        if calendar.entries.isEmpty { lines.append("  " + say(CalendarPhrases.nothing)) }
        if let window = calendar.window { lines += self.lines(window) }
        return lines
    }

    private func state(_ entry: StatutoryCalendar.Entry) -> String {
        guard let day = entry.actualText.map(say) else { return "" }
        switch entry.isKept {
        case true?: return "  " + style.paint("✓ \(day)", .green)
        case false?: return "  " + style.paint("✗ \(day)", .red)
        case nil: return "  " + style.paint("? \(day)", .yellow)
        }
    }

    private func lines(_ window: WindowConditions) -> [String] {
        func line(_ rule: RuleDescription, _ text: Localized) -> [String] {
            paragraph("\(say(rule.title)) [\(rule.id)]\(say(Phrases.colon + text))", indent: "  ")
        }
        return ["", style.paint(say(window.heading), .bold)] + window.conditions.flatMap { line($0.rule, window.text($0)) }
            + window.broken.flatMap { line($0, CalendarPhrases.broken) } + paragraph(window.unbrokenText, indent: "  ")
    }
}
