public import SourceText

extension Verdict {
    /// The verdict in a word, within a sentence or a count.
    public var text: Localized {
        switch self {
        case .pass: Localized(zh: "通过", en: "pass")
        case .fail: Localized(zh: "违反", en: "fail")
        case .unknown: Localized(zh: "不明", en: "unknown")
        case .pending: Localized(zh: "未到期", en: "pending")
        case .review: Localized(zh: "待确认", en: "review")
        case .notApplicable: Localized(zh: "不适用", en: "not applicable")
        case .error: Localized(zh: "规则出错", en: "error")
        }
    }

    /// Above the results that have it.
    public var heading: Localized {
        switch self {
        case .unknown: Localized(zh: "不明：缺少下列事实，尚不能判断", en: "Unknown: these facts are missing")
        case .review: Localized(zh: "待确认：须由人确认", en: "Review: a person must attest")
        case .pending: Localized(zh: "未到期", en: "Pending: not due yet")
        case .pass: Localized(zh: "通过", en: "Pass")
        case .notApplicable: Localized(zh: "不适用", en: "Not applicable")
        case .fail: Localized(zh: "违反", en: "Fail")
        case .error: Localized(zh: "规则出错", en: "Error")
        }
    }
}

extension Diagnostic.Severity {
    /// The severity in a word.
    public var text: Localized {
        switch self {
        case .error: Localized(zh: "错误", en: "error")
        case .warning: Localized(zh: "警告", en: "warning")
        case .note: Localized(zh: "提示", en: "note")
        }
    }
}

extension Force {
    /// How the law binds, in a word.
    public var text: Localized {
        switch self {
        case .mandatory: Localized(zh: "强制性", en: "mandatory")
        case .principle: Localized(zh: "原则性", en: "in principle")
        case .advisory: Localized(zh: "倡导性", en: "advisory")
        }
    }
}

extension Diagnostic {
    /// “错误[data.type]”.
    public var title: Localized { severity.text + Localized(same: "[\(code)]") }
}
