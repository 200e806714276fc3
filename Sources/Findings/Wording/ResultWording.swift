public import SourceText

extension RuleResult {
    /// What was found, in one sentence; without the rule's title and without its basis.
    public var message: Localized {
        var parts = quantities
        if let planText { parts.append(planText) }
        if let note { parts.append(note) }
        if let reading = rule.chosenReading { parts.append(reading.chosenText) }
        if let dueText { parts.append(dueText) }
        if parts.isEmpty, verdict == .fail { parts = [Localized(zh: "不符合要求", en: "the condition does not hold")] }
        if verdict == .unknown || verdict == .pending, !missing.isEmpty { parts.append(missingText) }
        if count > 1, verdict != .fail { parts.insert(countText, at: 0) }
        guard let first = parts.first else { return subject?.label ?? verdict.text }
        let sentence = parts.count == 1 ? first : parts.joined(separator: Phrases.comma)
        guard let subject, count == 1 || verdict == .fail else { return sentence }
        return subject.label + Phrases.colon + sentence
    }

    /// Until when what is pending may wait; nil of other verdicts.
    public var dueText: Localized? {
        guard verdict == .pending, note == nil, let dueOn else { return nil }
        return Localized(zh: "\(dueOn) 到期", en: "due on \(dueOn)")
    }

    /// That a verdict stands on what is only planned, and on which facts; nil where it does not.
    public var planText: Localized? {
        guard verdict == .pass || verdict == .fail, !planned.isEmpty else { return nil }
        let shown = planned.prefix(3).map(\.label).joined()
        let more = planned.count > 3 ? Localized(zh: "等 \(planned.count) 项", en: " and \(planned.count - 3) more") : Localized(same: "")
        return Localized(zh: "按计划（", en: "according to the plan (") + shown + more + Localized(zh: "）", en: ")")
    }

    /// What was found, what is required, and how far they are apart.
    private var quantities: [Localized] {
        var parts: [Localized] = []
        if let actual { parts.append(actual.text) }
        // Of a day that was kept the last lawful one is told too.
        if !required.isEmpty, verdict != .pass || actual?.isDay == true { parts.append(Phrases.required(required)) }
        if let margin { parts.append(margin.text) }
        if !kept.isEmpty { parts.append(Phrases.kept(kept)) }
        return parts
    }

    private var missingText: Localized {
        let shown = missing.prefix(3).map(\.fact.label).joined()
        let left = missing.count - 3
        return Localized(zh: "缺少 ", en: "missing: ") + shown
            + (left > 0 ? Localized(zh: "等 \(missing.count) 项", en: " and \(left) more") : Localized(same: ""))
    }

    /// How many records the result stands for.
    private var countText: Localized {
        let number = Localized(zh: "\(count) 项", en: "\(count) records")
        guard verdict == .pass, let subject, margin != nil else { return number }
        return number + Localized(zh: "，最紧的是\(subject.label.zh)", en: ", the tightest is \(subject.label.en)")
    }
}

extension MissingFact {
    /// “缺 第三组的人数”.
    public var text: Localized { Phrases.missing + Localized(same: " ") + fact.label }

    /// Who supplies it, as an addition to its name.
    public var supplierText: Localized? {
        supplier.map { Localized(zh: "（由\($0.zh)提供）", en: " (from the \($0.en))") }
    }

    /// Why it is missing although something was written, as an addition to its name.
    public var stateText: Localized? {
        switch state {
        case .absent: nil
        case .openlyUnknown: Localized(zh: "（已写明不详）", en: " (stated to be unknown)")
        case .unread: Localized(zh: "（所在内容未能读入）", en: " (what may state it could not be read)")
        case .unusable: Localized(zh: "（所写的不能采用）", en: " (what is written cannot be used)")
        case .planned: Localized(zh: "（只有计划）", en: " (only planned)")
        }
    }
}

extension Evidence {
    /// “room.size = 4”.
    public var text: Localized { Localized(same: "\(expression) = ") + value }
}
