import Findings
import SourceText

extension TextLayout {
    /// Each rule, all rules together, and the smallest changes. In detail, it names the winners of its outcomes.
    func lines(_ outlook: SlateOutlook) -> [String] {
        var lines = head(outlook.head, [Phrases.asOf(outlook.head)] + outlook.counts)
        lines += incompleteness(outlook.head, undecided: nil) + problems(outlook.head)
        if !outlook.notes.isEmpty || !outlook.missing.isEmpty { lines.append("") }
        for note in outlook.notes { lines += paragraph(outlook.text(note), indent: "  ! ") }
        let limit = isDetailed ? outlook.missing.count : 5
        for missing in outlook.missing.prefix(limit) { lines += self.missing(missing, indent: "  ? ") }
        if outlook.missing.count > limit { lines += paragraph(Phrases.more(outlook.missing.count - limit), indent: "  ? ") }
        if outlook.rules.isEmpty {
            lines += ["", say(outlook.nothingText)]
        } else {
            lines += ["", style.paint(say(OutlookPhrases.ruleByRule), .bold)] + outlook.rules.flatMap(prospect)
            lines += ["", style.paint(say(OutlookPhrases.allTogether), .bold)] + together(outlook)
        }
        if let additions = outlook.additions { lines += self.lines(additions, under: outlook.additionsTitle) }
        if let replacements = outlook.replacements { lines += self.lines(replacements, under: outlook.replacementsTitle) }
        if outlook.additions != nil || outlook.replacements != nil { lines += paragraph(OutlookPhrases.isArithmetic, indent: "  ") }
        return lines
    }

    /// The changes that help, and how many.
    func lines(_ advice: Advice, under title: Localized) -> [String] {
        ["", style.paint(say(title), .bold), "  " + say(advice.text)] + advice.changes.flatMap { paragraph($0.text) }
            + [advice.servedText, advice.leftOutText].compactMap { $0 }.flatMap { paragraph($0, indent: "  ") }
    }

    func missing(_ missing: MissingFact, indent: String = "    ") -> [String] {
        paragraph("\(say(missing.text))  \(missing.fact.place)", indent: indent)
    }

    private func prospect(_ rule: SlateOutlook.RuleProspect) -> [String] {
        let (mark, tone): (String, TextStyle.Tone) =
            switch rule.prospect {
            case .certain: ("✓", .green)
            case .possible: ("~", .yellow)
            case .impossible: ("✗", .red)
            case .unknown: ("?", .faint)
            }
        var lines = ["  \(style.paint("\(mark) \(say(rule.prospect.text))", tone)) \(title(of: rule.rule))"]
        lines += paragraph(rule.text)
        if rule.prospect == .unknown { lines += rule.missing.prefix(3).flatMap { missing($0) } }
        if isDetailed { lines += outcome(OutlookPhrases.fewest, rule.least) + outcome(OutlookPhrases.most, rule.greatest) }
        return lines
    }

    private func outcome(_ label: Localized, _ winners: [SlateOutlook.Winners]) -> [String] {
        let names = winners.filter { !$0.persons.isEmpty }.map(\.text)
        return names.isEmpty ? [] : paragraph(names.joined(separator: Phrases.semicolon), label: label)
    }

    private func together(_ outlook: SlateOutlook) -> [String] {
        let text = say(outlook.togetherText)
        switch outlook.together {
        case .certain: return ["  " + style.paint("✓ \(text)", .green)]
        case .possible(let winners):
            return ["  " + style.paint("~ \(text)", .yellow)] + (isDetailed ? outcome(OutlookPhrases.example, winners) : [])
        case .impossible(let conflict):
            let names = conflict.map { "\(say($0.title)) [\($0.id)]" }.joined(separator: say(Phrases.semicolon))
            return ["  " + style.paint("✗ \(text)", .red)] + paragraph(names, label: say(SlateOutlook.conflictLabel(conflict.count)))
        case .undecided, .unknown: return ["  ? \(text)"]
        }
    }
}
