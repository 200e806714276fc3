import Findings
import SourceText

extension TextLayout {
    /// First what to act on, then what is missing, last what holds.
    func lines(_ report: DossierReport) -> [String] {
        var lines = head(
            report.head,
            [Phrases.asOf(report.head), Phrases.law(report.head), ReportPhrases.documents(report.documents.count)])
        lines += incompleteness(report) + problems(report.head)
        let results = Dictionary(grouping: bySeverity(report.results.filter { $0.without == nil }), by: \.verdict)
        func of(_ verdict: Verdict) -> [RuleResult] { results[verdict] ?? [] }
        for result in of(.error) + of(.fail) { lines += [""] + finding(result) }
        if let advice = report.advice { lines += self.lines(advice, under: ReportPhrases.advice) }
        for verdict in [Verdict.unknown, .review, .pending] { lines += section(verdict, of(verdict)) }
        lines += passes(of(.pass), among: report.results) + inapplicable(of(.notApplicable))
        let counts = self.counts(report.summary)
        return counts.isEmpty ? lines : lines + ["", counts]
    }

    /// What could not be used, with all rules that cannot be judged for that: their lines are not told one by one.
    private func incompleteness(_ report: DossierReport) -> [String] {
        let undecided = report.undecided
        var lines = incompleteness(report.head, undecided: report.results.isEmpty ? nil : undecided.count)
        guard !undecided.isEmpty else { return lines }
        lines += paragraph(ReportPhrases.without(undecided), indent: "  ")
        if isDetailed {
            for (rule, without) in undecided { lines.append("  ? \(title(of: rule)) \(say(Phrases.inBrackets(without.text)))") }
        }
        return lines
    }

    /// The end of a document of reports.
    func lines(_ totals: RunTotals) -> [String] {
        var lines: [String] = []
        if totals.summary.dossiers != 1 {
            lines += ["", say(ReportPhrases.dossiers(totals.summary.dossiers) + Phrases.colon) + counts(totals.summary)]
        }
        if !totals.summary.hasChecked { lines.append(say(ReportPhrases.nothingChecked)) }
        return lines + [say(ReportPhrases.exitStatus(totals.exitStatus))]
    }

    private func counts(_ summary: Summary) -> String {
        var parts = Verdict.allCases.compactMap { verdict in summary.text(verdict).map { style.paint(say($0), tone(verdict)) } }
        if let input = summary.inputText { parts.append(style.paint(say(input), .red)) }
        return parts.joined(separator: say(Phrases.comma))
    }

    /// The most severe first, otherwise in their order.
    private func bySeverity(_ results: [RuleResult]) -> [RuleResult] {
        results.enumerated().sorted { ($1.element.rule.severity, $0.offset) < ($0.element.rule.severity, $1.offset) }.map(\.element)
    }

    // MARK: Results

    private func finding(_ result: RuleResult) -> [String] {
        let tone: TextStyle.Tone = result.rule.severity == .error ? .red : result.rule.severity == .warning ? .yellow : .cyan
        let label = say(result.verdict == .error ? result.verdict.text : result.rule.severity.text)
        let near = result.isNearMiss ? style.paint(" · " + say(ReportPhrases.nearMiss), .yellow) : ""
        var lines = ["\(style.paint("✗ \(label)", tone)) \(title(of: result.rule, tone: .bold))\(near)"]
        lines += paragraph(result.message)
        lines += style.excerpt(at: result.place, tone: tone)
        for related in result.related {
            lines.append("    \(say(related.message))")
            lines += style.excerpt(at: related.place, tone: .blue)
        }
        if result.actual == nil, !result.evidence.isEmpty {
            lines += paragraph(result.evidence.map(\.text).joined(separator: Phrases.semicolon), label: Phrases.found)
        }
        guard result.verdict == .fail else { return lines }
        for basis in result.rule.basis { lines += paragraph(basis.quotation, label: Phrases.basis) }
        if let remedy = result.rule.remedy { lines += paragraph(remedy, label: Phrases.remedy) }
        return lines
    }

    private func section(_ verdict: Verdict, _ results: [RuleResult]) -> [String] {
        guard !results.isEmpty else { return [] }
        var lines = ["", style.paint(say(verdict.heading), tone(verdict))]
        for result in results {
            lines.append("  \(mark(verdict)) \(title(of: result.rule))")
            if verdict == .unknown {
                if let actual = result.actual, !result.required.isEmpty {
                    lines += paragraph(actual.text + Phrases.comma + Phrases.required(result.required))
                }
                if let note = result.note { lines += paragraph(note) }
                lines += missing(result)
            } else {
                lines += paragraph(result.note ?? result.dueText ?? result.message)
            }
        }
        return lines
    }

    /// What is missing, where it would be written, and who supplies it; of a long list the beginning.
    private func missing(_ result: RuleResult) -> [String] {
        let limit = isDetailed ? result.missing.count : 5
        var lines = result.missing.prefix(limit).flatMap { missing in
            paragraph("\(say(missing.text))\(missing.supplierText.map(say) ?? "")  \(missing.fact.place)")
        }
        if result.missing.count > limit { lines += paragraph(ReportPhrases.moreMissing(result.missing.count - limit)) }
        return lines
    }

    /// The rules that hold for everything that they concern; where only some records pass, that is told when asked for.
    private func passes(_ passes: [RuleResult], among all: [RuleResult]) -> [String] {
        let open = Set(all.filter { $0.verdict.rank > Verdict.pass.rank }.map { ObjectIdentifier($0.rule) })
        let results = passes.filter { isDetailed || !open.contains(ObjectIdentifier($0.rule)) }
        guard !results.isEmpty else { return [] }
        // Passes with a margin are worth reading; the others are only named.
        let shown = results.filter { isDetailed || $0.margin != nil }
        var lines = ["", style.paint(say(Verdict.pass.heading), .green)]
        for result in shown {
            lines.append("  ✓ \(title(of: result.rule))")
            let message = result.message
            if message != Verdict.pass.text { lines += paragraph(message) }
        }
        let told = Set(shown.map { ObjectIdentifier($0.rule) })
        let others = results.filter { !told.contains(ObjectIdentifier($0.rule)) }
        if !others.isEmpty {
            lines += paragraph(say(.list(others.map(\.rule.id))), label: "✓ " + say(ReportPhrases.also), indent: "  ")
        }
        return lines
    }

    private func inapplicable(_ results: [RuleResult]) -> [String] {
        guard !results.isEmpty else { return [] }
        let heading = ["", style.paint(say(Verdict.notApplicable.heading), .faint)]
        guard !isDetailed else { return heading + results.flatMap { ["  – \(title(of: $0.rule))"] + paragraph($0.message) } }
        // The reasons in their order, each with the number of rules that it keeps out.
        var order: [Localized] = []
        var counts: [Localized: Int] = [:]
        for result in results {
            let reason = result.note ?? Localized(same: "")
            if counts[reason] == nil { order.append(reason) }
            counts[reason, default: 0] += 1
        }
        return heading + order.flatMap { paragraph(ReportPhrases.inapplicable(counts[$0] ?? 0, because: $0), indent: "  – ") }
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .unknown: "?"
        case .review: "!"
        case .pending: "…"
        default: "–"
        }
    }

    private func tone(_ verdict: Verdict) -> TextStyle.Tone {
        switch verdict {
        case .pass: .green
        case .fail, .error: .red
        case .unknown: .yellow
        case .review: .cyan
        case .pending, .notApplicable: .faint
        }
    }
}
