import Findings
import SourceText

extension TextLayout {
    /// Facts that are wanted now, facts that are not due yet, and what persons have to attest. Facts of the same kind from the same supplier
    /// stand together; in detail, each stands by itself.
    func lines(_ list: Worklist) -> [String] {
        var lines = head(list.head, [Phrases.asOf(list.head)])
        lines += mending(list) + problems(list.head)
        let (due, later) = (list.items.filter(\.isDue), list.items.filter { !$0.isDue })
        lines += part(due, under: WorklistPhrases.wanted(due.count)) + part(later, under: WorklistPhrases.notDue(later.count))
        if !list.attestations.isEmpty {
            lines += ["", style.paint(say(WorklistPhrases.toAttest(list.attestations.count)), .bold)]
            for result in list.attestations {
                lines += paragraph("\(say(result.note ?? result.rule.title)) [\(result.rule.id)]", indent: "  ! ")
            }
        }
        if list.items.isEmpty, list.attestations.isEmpty, list.head.unread.isEmpty { lines += ["", say(WorklistPhrases.nothing)] }
        return lines
    }

    /// What has to be mended before its facts can be asked for.
    private func mending(_ list: Worklist) -> [String] {
        var lines = incompleteness(list.head, undecided: list.undecidedCount)
        if !lines.isEmpty { lines += paragraph(WorklistPhrases.mend, indent: "") }
        return lines
    }

    private func part(_ items: [Worklist.Item], under title: Localized) -> [String] {
        guard !items.isEmpty else { return [] }
        let groups = isDetailed ? items.map { [$0] } : Worklist.grouped(items)
        return ["", style.paint(say(title), .bold)] + groups.enumerated().flatMap { entry($0 + 1, $1) }
    }

    private func entry(_ number: Int, _ items: [Worklist.Item]) -> [String] {
        let missing = items[0].missing
        let indent = "     "
        var lines = paragraph(say(WorklistPhrases.title(of: items)), indent: "  \(number). ")
        if items.count > 1 { lines += paragraph(say(WorklistPhrases.names(of: items)), indent: indent) }
        lines += paragraph("\(missing.fact.place)", label: say(Phrases.place), indent: indent)
        if let supplier = missing.supplier { lines += paragraph(supplier, label: Phrases.supplier, indent: indent) }
        return lines + paragraph(WorklistPhrases.waiting(for: items), indent: indent)
    }
}
