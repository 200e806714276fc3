public import SourceText

extension RuleResult {
    /// What was found, in one sentence; without the rule's title and without its basis.
    public func message(in language: Language) -> String {
        let colon = language == .zh ? "：" : ": "
        let comma = language == .zh ? "，" : ", "
        var parts: [String] = []
        if let actual { parts.append(actual.text(in: language)) }
        // Of a day that was kept the last lawful one is told too.
        if !required.isEmpty, verdict != .pass || actual?.isDay == true {
            let and = language == .zh ? "，且" : " and "
            parts.append((language == .zh ? "须" : "must be ") + required.map { $0.text(in: language) }.joined(separator: and))
        }
        if let margin { parts.append(margin.text(in: language)) }
        if let note { parts.append(note(in: language)) }
        if let due = dueText(in: language) { parts.append(due) }
        if parts.isEmpty, verdict == .fail { parts = [language == .zh ? "不符合要求" : "the condition does not hold"] }
        if verdict == .unknown || verdict == .pending, !missing.isEmpty {
            let shown = missing.prefix(3).map { $0.fact.label(in: language) }.joined(separator: language == .zh ? "、" : ", ")
            let more = missing.count > 3 ? (language == .zh ? "等 \(missing.count) 项" : " and \(missing.count - 3) more") : ""
            parts.append((language == .zh ? "缺少 " : "missing: ") + shown + more)
        }
        if count > 1, verdict != .fail {
            parts.insert(language == .zh ? "\(count) 项" : "\(count) records", at: 0)
            if verdict == .pass, let subject, margin != nil {
                parts[0] += (language == .zh ? "，最紧的是\(subject.label.zh)" : ", the tightest is \(subject.label.en)")
            }
            return parts.joined(separator: comma)
        }
        let text = parts.joined(separator: comma)
        guard let subject = subject?.label else { return text.isEmpty ? verdict.text(in: language) : text }
        return text.isEmpty ? subject(in: language) : subject(in: language) + colon + text
    }
}

extension RuleResult {
    /// Until when what is pending may wait; nil of other verdicts.
    public func dueText(in language: Language) -> String? {
        guard verdict == .pending, note == nil, let dueOn else { return nil }
        return Localized(zh: "\(dueOn) 到期", en: "due on \(dueOn)")(in: language)
    }
}

extension Verdict {
    public func text(in language: Language) -> String {
        switch (self, language) {
        case (.pass, .zh): "通过"
        case (.fail, .zh): "违反"
        case (.unknown, .zh): "不明"
        case (.pending, .zh): "未到期"
        case (.review, .zh): "待确认"
        case (.notApplicable, .zh): "不适用"
        case (.error, .zh): "规则出错"
        case (.pass, .en): "pass"
        case (.fail, .en): "fail"
        case (.unknown, .en): "unknown"
        case (.pending, .en): "pending"
        case (.review, .en): "review"
        case (.notApplicable, .en): "not applicable"
        case (.error, .en): "error"
        }
    }
}

extension Diagnostic.Severity {
    public func text(in language: Language) -> String {
        switch (self, language) {
        case (.error, .zh): "错误"
        case (.warning, .zh): "警告"
        case (.note, .zh): "提示"
        case (.error, .en): "error"
        case (.warning, .en): "warning"
        case (.note, .en): "note"
        }
    }
}

extension Force {
    public func text(in language: Language) -> String {
        switch (self, language) {
        case (.mandatory, .zh): "强制性"
        case (.principle, .zh): "原则性"
        case (.advisory, .zh): "倡导性"
        case (.mandatory, .en): "mandatory"
        case (.principle, .en): "in principle"
        case (.advisory, .en): "advisory"
        }
    }
}
