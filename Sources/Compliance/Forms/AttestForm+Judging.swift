import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension AttestForm: JudgedRecordForm {
    func judge(_ rule: Rule, by examination: inout Examination) -> Judgement { examination.judge(self, rule) }
}

extension Examination {
    /// What only a person can say: somebody has said so, has denied it, or has not said anything. Of several the latest counts; those of a
    /// later day than the one that is looked at, or of no day, do not.
    fileprivate mutating func judge(_ form: AttestForm, _ rule: Rule) -> Judgement {
        let (statement, by) = (form.statement, form.by)
        guard let fields = book.vocabulary.attestations else { return requested(statement, by: by, rule) }
        if case let lost = lostAttestations(fields, rule), !lost.isEmpty { return open(rule, missing: lost, note: nil) }
        let all = (facts.records(fields.list, of: FactStore.root) ?? []).filter { text(fields.rule, of: $0) == rule.id }
        let dated = all.compactMap { record -> (record: Int, date: CalendarDate)? in
            guard case .date(let date) = facts.value(slot: fields.date, of: record), date <= options.asOf else { return nil }
            return (record, date)
        }
        guard let latest = dated.map(\.date).max() else {
            return all.first.map { unusable($0, date: text(fields.date, of: $0), statement) } ?? requested(statement, by: by, rule)
        }
        let valid = dated.filter { $0.date == latest }.map(\.record)
        let answers = Set(valid.map { facts.value(slot: fields.holds, of: $0).description })
        let record = valid[0]
        var judgement = Judgement(.review)
        judgement.place = facts.place(of: record)
        let person = [fields.office.flatMap { text($0, of: record) }, text(fields.by, of: record)].compactMap { $0 }.joined(separator: " ")
        if answers == ["true"] {
            judgement.verdict = .pass
            judgement.note = Localized(
                zh: "\(person) 于 \(latest) 确认：\(statement.zh)", en: "attested by \(person) on \(latest): \(statement.en)")
        } else if answers == ["false"] {
            judgement.verdict = .fail
            judgement.note = Localized(
                zh: "\(person) 于 \(latest) 确认不属实：\(statement.zh)", en: "denied by \(person) on \(latest): \(statement.en)")
        } else if valid.count > 1 {
            judgement.note = Localized(zh: "\(latest) 的几份确认互相矛盾：\(statement.zh)", en: "attestations of \(latest) disagree: \(statement.en)")
        } else {
            judgement.note = Localized(
                zh: "确认书没有写明是否属实：\(statement.zh)", en: "the attestation does not say whether it holds: \(statement.en)")
        }
        return judgement
    }

    /// What could not be read and may attest the rule, or say when and how it was.
    private func lostAttestations(_ fields: AttestationDefinition, _ rule: Rule) -> [FieldRead] {
        func isLost(_ slot: Int, _ record: Int) -> Bool { facts.fact(slot, of: record).state == .lost }
        if isLost(fields.list, FactStore.root) { return [FieldRead(record: FactStore.root, slot: fields.list)] }
        return (facts.records(fields.list, of: FactStore.root) ?? []).flatMap { record -> [FieldRead] in
            let isOther = text(fields.rule, of: record).map { $0 != rule.id } ?? !isLost(fields.rule, record)
            let slots = isOther ? [] : [fields.rule, fields.date, fields.holds].filter { isLost($0, record) }
            return slots.map { FieldRead(record: record, slot: $0) }
        }
    }

    /// An attestation of a later day, or without one.
    private func unusable(_ record: Int, date: String?, _ statement: Localized) -> Judgement {
        var judgement = Judgement(.review)
        judgement.place = facts.place(of: record)
        judgement.note = Localized(
            zh: "截至 \(options.asOf) 尚无有效确认（\(date ?? "没有日期")）：\(statement.zh)",
            en: "no attestation is valid on \(options.asOf) (\(date ?? "it has no date")): \(statement.en)")
        return judgement
    }

    private mutating func requested(_ statement: Localized, by: Localized?, _ rule: Rule) -> Judgement {
        let due = dueDay(rule, nil)
        var judgement = Judgement(due.map { options.asOf > $0 } ?? true ? .review : .pending)
        judgement.dueOn = due
        judgement.note = Localized(
            zh: (by.map { "须由\($0.zh)确认：" } ?? "须由有关人员确认：") + statement.zh,
            en: "to be attested\(by.map { " by the \($0.en)" } ?? ""): \(statement.en)")
        return judgement
    }

    private func text(_ slot: Int, of record: Int) -> String? {
        switch facts.value(slot: slot, of: record) {
        case .string(let text): text
        case .date(let date): date.description
        default: nil
        }
    }
}
