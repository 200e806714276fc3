import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

extension AttestForm: JudgedRecordForm {
    func judge(_ rule: Rule, by examination: inout Examination) -> Judgement { examination.judge(self, rule) }
}

/// Somebody has said whether something is so.
private struct Attestation {
    var record: Int
    var person: String
    /// The person with what it is.
    var title: String
    var date: CalendarDate
    var holds: Bool
}

/// What an attestation of a rule comes to.
private enum AttestationReading {
    case usable(Attestation)
    /// It counts if it is not of a day before its object, and that is not known.
    case open(Attestation, [FieldRead])
    case unusable(Localized)
}

extension Examination {
    /// What only a person can say: somebody has said so, has denied it, or nobody has said anything that counts. Of each person the latest
    /// counts; persons who disagree decide nothing.
    fileprivate mutating func judge(_ form: AttestForm, _ rule: Rule) -> Judgement {
        guard let fields = book.vocabulary.attestations else { return requested(form, rule) }
        if case let lost = lostAttestations(fields, rule), !lost.isEmpty { return self.open(rule, missing: lost, note: nil) }
        let records = (facts.records(fields.list, of: FactStore.root) ?? []).filter { string(fields.rule, of: $0) == rule.id }
        var (usable, open): ([Attestation], [Attestation]) = ([], [])
        var missing: [FieldRead] = []
        var flaws: [Localized] = []
        for record in records {
            switch read(record, fields, form) {
            case .usable(let attestation): usable.append(attestation)
            case .open(let attestation, let facts):
                open.append(attestation)
                missing += facts
            case .unusable(let flaw): flaws.append(flaw)
            }
        }
        let said = latest(of: usable)
        let answers = Set(said.map(\.holds))
        // Those that may count decide nothing, but they may turn what the others say.
        if !open.isEmpty, answers.count < 2, answers.union(open.map(\.holds)).count > 1 || said.isEmpty {
            return self.open(rule, missing: missing, note: nil)
        }
        guard let last = said.last else {
            guard let record = records.first else { return requested(form, rule) }
            return review(
                at: record,
                Localized(zh: "确认未能采用（", en: "not attested (") + flaws.joined() + Localized(zh: "）：", en: "): ") + form.statement)
        }
        guard answers.count == 1 else {
            return review(at: last.record, Localized(zh: "几份确认互相矛盾：", en: "attestations disagree: ") + form.statement)
        }
        var judgement = Judgement(last.holds ? .pass : .fail)
        judgement.place = facts.place(of: last.record)
        judgement.note =
            last.holds
            ? Localized(
                zh: "\(last.title) 于 \(last.date) 确认：\(form.statement.zh)",
                en: "attested by \(last.title) on \(last.date): \(form.statement.en)")
            : Localized(
                zh: "\(last.title) 于 \(last.date) 确认不属实：\(form.statement.zh)",
                en: "denied by \(last.title) on \(last.date): \(form.statement.en)")
        return judgement
    }

    /// What could not be read and may attest the rule, or say when and how it was.
    private func lostAttestations(_ fields: AttestationDefinition, _ rule: Rule) -> [FieldRead] {
        func isLost(_ slot: Int, _ record: Int) -> Bool { facts.fact(slot, of: record).state == .lost }
        if isLost(fields.list, FactStore.root) { return [FieldRead(record: FactStore.root, slot: fields.list)] }
        return (facts.records(fields.list, of: FactStore.root) ?? []).flatMap { record -> [FieldRead] in
            let isOther = string(fields.rule, of: record).map { $0 != rule.id } ?? !isLost(fields.rule, record)
            let slots = isOther ? [] : [fields.rule, fields.by, fields.date, fields.holds].filter { isLost($0, record) }
            return slots.map { FieldRead(record: record, slot: $0) }
        }
    }

    /// The latest of each person, the last of all at the end: by their days, and by names where these are equal.
    private func latest(of attestations: [Attestation]) -> [Attestation] {
        attestations.filter { one in attestations.allSatisfy { $0.person != one.person || $0.date <= one.date } }
            .sorted { ($0.date, $0.person) < ($1.date, $1.person) }
    }

    /// An attestation that counts names a person, a day that has come and is not before its object, and says whether it is so.
    private mutating func read(_ record: Int, _ fields: AttestationDefinition, _ form: AttestForm) -> AttestationReading {
        guard let person = string(fields.by, of: record), isName(person) else {
            return .unusable(Localized(zh: "没有写明由何人确认", en: "it names nobody"))
        }
        guard case .date(let date) = facts.value(slot: fields.date, of: record) else {
            return .unusable(Localized(zh: "没有写明日期", en: "it has no date"))
        }
        guard date <= options.asOf else {
            return .unusable(Localized(zh: "日期 \(date) 晚于 \(options.asOf)", en: "its date \(date) is after \(options.asOf)"))
        }
        guard case .boolean(let holds) = facts.value(slot: fields.holds, of: record) else {
            return .unusable(Localized(zh: "没有写明是否属实", en: "it does not say whether it holds"))
        }
        let title = [fields.office.flatMap { string($0, of: record) }, person].compactMap { $0 }.joined(separator: " ")
        let attestation = Attestation(record: record, person: person, title: title, date: date, holds: holds)
        guard let bound = form.notBefore else { return .usable(attestation) }
        let limit = bound.day.evaluate(&run).days
        switch limit.flatMap({ Bound(bound.relation, $0).outcome(of: Interval(date)) }) {
        case true?: return .usable(attestation)
        case nil: return .open(attestation, run.missing)
        case false?:
            let day = limit?.text ?? bound.origin
            return .unusable(
                Localized(
                    zh: "日期 \(date) 早于\(bound.origin.zh) \(day.zh)", en: "its date \(date) is before \(bound.origin.en), \(day.en)"))
        }
    }

    /// Whether a text can be the name of somebody: it has a letter, and does not say that nobody knows.
    private func isName(_ text: String) -> Bool {
        text.contains(where: \.isLetter) && !book.vocabulary.words.unknown.all.contains(text.filter { !$0.isWhitespace })
    }

    private func review(at record: Int, _ note: Localized) -> Judgement {
        var judgement = Judgement(.review)
        judgement.place = facts.place(of: record)
        judgement.note = note
        return judgement
    }

    private mutating func requested(_ form: AttestForm, _ rule: Rule) -> Judgement {
        let due = dueDay(rule, nil)
        var judgement = Judgement(due.map { options.asOf > $0 } ?? true ? .review : .pending)
        judgement.dueOn = due
        judgement.note = Localized(
            zh: (form.by.map { "须由\($0.zh)确认：" } ?? "须由有关人员确认：") + form.statement.zh,
            en: "to be attested\(form.by.map { " by the \($0.en)" } ?? ""): \(form.statement.en)")
        return judgement
    }

    private func string(_ slot: Int, of record: Int) -> String? { facts.value(slot: slot, of: record).string }
}
