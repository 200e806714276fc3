import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension DataChecking {
    /// A finding that hardly can be; where somebody has explained it, it stands as explained.
    func explained(_ finding: RuleResult) -> RuleResult {
        guard let explanation = explanation(of: finding.rule.id, finding) else { return finding }
        var result = finding
        result.verdict = .pass
        result.note = finding.note.map { $0.followed(by: explanation) } ?? explanation
        return result
    }

    /// What a person has said of a finding that hardly can be: an attestation that names the check and what it is about, and says why it is
    /// so. Of several the latest counts; where those of one day disagree, none does.
    private func explanation(of check: String, _ result: RuleResult) -> Localized? {
        guard let fields = book.vocabulary.attestations else { return nil }
        let all = (stated.records(fields.list, of: FactStore.root) ?? []).compactMap { record -> Explanation? in
            guard stated.value(slot: fields.rule, of: record).string == check, let by = stated.value(slot: fields.by, of: record).string,
                case .date(let date) = stated.value(slot: fields.date, of: record), date <= options.asOf,
                concerns(fields.subject.flatMap { stated.value(slot: $0, of: record).string }, result)
            else { return nil }
            let note = fields.note.flatMap { stated.value(slot: $0, of: record).string }
            if fields.note != nil, note?.allSatisfy(\.isWhitespace) ?? true { return nil }
            let isSo = if case .boolean(let flag) = stated.value(slot: fields.holds, of: record) { flag } else { true }
            return Explanation(by: by, date: date.description, text: note ?? "", isSo: isSo)
        }
        let latest = all.map(\.date).max()
        let valid = all.filter { $0.date == latest }
        guard let first = valid.first, valid.allSatisfy(\.isSo) else { return nil }
        return Localized(
            zh: "\(first.by) 于 \(first.date) 说明：\(first.text)", en: "explained by \(first.by) on \(first.date): \(first.text)")
    }

    private struct Explanation {
        let by: String
        /// As dates are written, so that later ones are greater.
        let date: String
        let text: String
        let isSo: Bool
    }

    /// Whether an explanation names what was found: the record by its key or its name, a fact of the dossier by its path, the dossier by nothing.
    private func concerns(_ named: String?, _ result: RuleResult) -> Bool {
        guard let named else { return result.subject?.key == nil && result.path == nil }
        return [result.subject?.key, result.subject?.label.zh, result.subject?.label.en, result.path].contains(named)
    }
}
