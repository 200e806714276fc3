import FEEL
import Facts
import Findings
import RulePacks
import SourceText

extension Examination {
    /// What only a person can say: somebody has said so, has denied it, or has not said anything.
    mutating func judgeAttestation(_ statement: Localized, by: Localized?, _ rule: Rule) -> Judgement {
        for record in book.vocabulary.attestations.flatMap({ facts.records($0, of: FactStore.root) }) ?? [] {
            guard text("rule", of: record) == rule.id else { continue }
            var judgement = Judgement(.pass)
            judgement.place = facts.place(of: record)
            let person = [text("office", of: record), text("by", of: record)].compactMap { $0 }.joined(separator: " ")
            let day = text("date", of: record) ?? ""
            if case .date(let date) = value("date", of: record), date > options.asOf {
                judgement.verdict = .review
                judgement.note = Localized(
                    zh: "\(day) 的确认晚于截至日期 \(options.asOf)：\(statement.zh)",
                    en: "the attestation of \(day) is later than \(options.asOf): \(statement.en)")
                return judgement
            }
            switch value("holds", of: record) {
            case .boolean(true):
                judgement.note = Localized(
                    zh: "\(person) 于 \(day) 确认：\(statement.zh)", en: "attested by \(person) on \(day): \(statement.en)")
            case .boolean(false):
                judgement.verdict = .fail
                judgement.note = Localized(
                    zh: "\(person) 于 \(day) 确认不属实：\(statement.zh)", en: "denied by \(person) on \(day): \(statement.en)")
            default:
                judgement.verdict = .review
                judgement.note = Localized(
                    zh: "确认书没有写明是否属实：\(statement.zh)", en: "the attestation does not say whether it holds: \(statement.en)")
            }
            return judgement
        }
        var judgement = Judgement(.review)
        judgement.note = Localized(
            zh: (by.map { "须由\($0.zh)确认：" } ?? "须由有关人员确认：") + statement.zh,
            en: "to be attested\(by.map { " by the \($0.en)" } ?? ""): \(statement.en)")
        let due = rule.phase?.window.flatMap { DayRange(facts.value(at: $0, from: FactStore.root)) }
        if let due, options.asOf.days <= due.to { judgement.verdict = .pending }
        return judgement
    }

    private func value(_ field: String, of record: Int) -> Value {
        facts.definition(of: record).slot(named: field).map { facts.value(slot: $0, of: record) } ?? .unknown
    }

    private func text(_ field: String, of record: Int) -> String? {
        switch value(field, of: record) {
        case .string(let text): text
        case .date(let date): date.description
        default: nil
        }
    }
}
