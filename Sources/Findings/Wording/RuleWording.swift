public import SourceText

/// What the page of a rule says around it.
public enum RulePhrases {
    /// Before the rule's pack.
    public static let pack = Localized(zh: "规则包", en: "pack")
    /// Before how the law binds.
    public static let force = Localized(zh: "效力", en: "force")
    /// Before the phase to which the rule belongs.
    public static let phase = Localized(zh: "阶段", en: "phase")
    /// Before where the rule stands.
    public static let place = Localized(zh: "位置", en: "defined")
    /// Before the rule whose place it takes.
    public static let replaces = Localized(zh: "取代", en: "replaces")
    /// Before why it takes that place.
    public static let ground = Localized(zh: "理由", en: "ground")
    /// Above the rule's condition as its pack writes it.
    public static let statement = Localized(zh: "规则", en: "Rule")
    /// Above the statements of the law.
    public static let basis = Localized(zh: "依据", en: "Basis")
    /// Above the readings of the words.
    public static let readings = Localized(zh: "理解", en: "Readings")
    /// Before what to do about a violation.
    public static let remedy = Localized(zh: "违反时", en: "To do")
    /// Above the examples.
    public static let examples = Localized(zh: "例子", en: "Examples")
}

extension RuleDescription.Reading {
    /// Whether the rule follows it.
    public var mark: Localized { isInForce ? Localized(zh: "● 采用", en: "● in force") : Localized(zh: "○ 不采", en: "○ not taken") }
}

extension RuleDescription.Reading {
    /// That a rule was applied by this reading and not by the one in force.
    public var chosenText: Localized { Localized(zh: "选用的理解：\(text.zh)", en: "read as chosen: \(text.en)") }
}

extension RuleDescription.Override {
    /// Which rule it takes the place of, and why.
    public var text: Localized { Localized(zh: "取代 \(id)：\(ground.zh)", en: "replaces \(id): \(ground.en)") }
}

extension RuleDescription {
    /// “强制性 → 错误”.
    public var forceText: Localized { force.text + Localized(same: " → ") + severity.text }
}

extension RuleCatalogue {
    /// How many rules there are, and how to see one.
    public var countText: Localized {
        Localized(zh: "共 \(rules.count) 条规则；用 huanjie explain 规则 查看一条", en: "\(rules.count) rules; see `huanjie explain RULE`")
    }
}

extension ExampleRun {
    /// “207 passed, 0 failed”: alone on a line, which other programs look for.
    public var countText: Localized {
        Localized(zh: "\(passedCount) 个例子通过，\(failedCount) 个未通过", en: "\(passedCount) passed, \(failedCount) failed")
    }

    /// A rule whose examples do not show what they have to.
    public static func text(_ rule: RuleDescription, lacks verdicts: [Verdict]) -> Localized {
        let place = Localized(same: "  \(rule.place)")
        if verdicts.isEmpty { return Localized(zh: "✗ \(rule.id)：没有例子", en: "✗ \(rule.id): has no example") + place }
        let zh = verdicts.map { "“\($0.text.zh)”" }.joined(separator: "、")
        let en = verdicts.map(\.text.en).joined(separator: ", ")
        return Localized(zh: "✗ \(rule.id)：缺少结论为\(zh)的例子", en: "✗ \(rule.id): has no example that is \(en)") + place
    }
}

extension ExampleOutcome {
    /// What an example should have given and what it gave.
    public var text: Localized {
        Localized(
            zh: "✗ \(rule.id)：应为“\(expected.text.zh)”，得到“\(actual.text.zh)”  \(place)",
            en: "✗ \(rule.id): expected \(expected.text.en), got \(actual.text.en)  \(place)")
    }
}

extension LawVerificationReport {
    /// What was compared, and how much of it differs.
    public var countText: Localized {
        Localized(
            zh: "核对 \(verifiedArticles) 条原文、\(verifiedQuotations) 处引文，\(diagnostics.count) 处不符",
            en: "\(verifiedArticles) articles and \(verifiedQuotations) quotations verified, \(diagnostics.count) differ")
    }

    /// That a source could not be compared.
    public static func absent(_ source: String) -> Localized {
        Localized(zh: "没有找到 \(source) 的原文", en: "the text of \(source) was not found")
    }
}
