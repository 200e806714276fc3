import Findings
import SourceText

extension TextLayout {
    /// A rule: its head, what it demands, its basis, its readings, what to do, its examples.
    func lines(_ page: RulePage) -> [String] {
        let rule = page.rule
        var facts = [(RulePhrases.pack, say(rule.packTitle)), (RulePhrases.force, say(rule.forceText))]
        if let phase = rule.phase { facts.append((RulePhrases.phase, say(phase))) }
        facts.append((RulePhrases.place, rule.place.description))
        if let ground = rule.overrides?.ground, let replaced = page.replaces {
            facts.append((RulePhrases.replaces, "\(say(replaced.title))  [\(replaced.id)] · \(say(replaced.packTitle))"))
            facts.append((RulePhrases.ground, say(ground)))
        }
        let width = facts.map { displayWidth(say($0.0)) }.max() ?? 0
        var lines = ["\(say(rule.title))  [\(rule.id)]", ""] + facts.map { say($0.0).padded(to: width + 2) + $0.1 }
        func section(_ heading: Localized, _ content: [String]) {
            if !content.isEmpty { lines += ["", say(heading)] + content.map { "  " + $0 } }
        }
        section(RulePhrases.statement, rule.statement.map { "\($0.key): \(say($0.text))" })
        section(
            RulePhrases.basis,
            page.basis.flatMap { [say($0.basis.citation), "  “\($0.basis.words)”"] + ($0.article ?? []).map { "  | \($0)" } })
        section(RulePhrases.readings, rule.readings.map { "\(say($0.mark))  \($0.id.map { "[\($0)] " } ?? "")\(say($0.text))" })
        section(RulePhrases.remedy, rule.remedy.map { [say($0)] } ?? [])
        section(
            RulePhrases.examples,
            page.examples.map { "\(say($0.verdict.text))  \($0.name.map { "\($0)  " } ?? "")\($0.text)" })
        return lines
    }

    /// All rules by packs, or what the checks of the rules gave.
    func lines(_ catalogue: RuleCatalogue) -> [String] {
        if catalogue.isList { return list(catalogue) }
        return (catalogue.examples.map(lines) ?? []) + (catalogue.lawTexts.map(lines) ?? [])
    }

    private func list(_ catalogue: RuleCatalogue) -> [String] {
        var lines: [String] = []
        var pack: String?
        for rule in catalogue.rules {
            if rule.pack != pack {
                if pack != nil { lines.append("") }
                pack = rule.pack
                lines.append("\(say(rule.packTitle))  [\(rule.pack)]")
            }
            let basis = rule.basis.first.map { say($0.citation) } ?? ""
            lines.append("  \(rule.id.padded(to: 30)) \(say(rule.severity.text).padded(to: 8)) \(say(rule.title))  \(basis)")
            if let override = rule.overrides { lines.append("    \(say(override.text))") }
        }
        return lines + ["", say(catalogue.countText)]
    }

    private func lines(_ run: ExampleRun) -> [String] {
        let failed = run.outcomes.filter { !$0.holds }.flatMap { outcome -> [String] in
            [say(outcome.text)] + (outcome.name.map { ["    \($0)"] } ?? []) + outcome.results.map { "    \(say($0.message))" }
                + outcome.diagnostics.flatMap { lines($0).map { "    \($0)" } }
        }
        return failed + run.missing.map { say(ExampleRun.text($0.rule, lacks: $0.verdicts)) } + [say(run.countText)]
    }

    private func lines(_ report: LawVerificationReport) -> [String] {
        report.diagnostics.flatMap { lines($0) + [""] } + [say(report.countText)]
            + report.absentSources.map { say(LawVerificationReport.absent($0)) }
    }
}
