package import SourceText

/// What can be wrong with a mapping whose keys are fixed, whatever it defines.
package enum DefinitionProblem: Diagnosable, Equatable {
    case notMapping
    case notText
    case notList
    case notWholeNumber(String)
    case notBoolean
    case notDate(String)
    case unknownKey(String, among: [String])
    case missingKey(String)
}

extension DefinitionProblem {
    package func diagnostic(at place: SourcePlace) -> Diagnostic {
        let (code, message, help) = wording
        return Diagnostic(code: "definition.\(code)", place: place, message: message, help: help)
    }

    private var wording: (code: String, message: Localized, help: Localized?) {
        switch self {
        case .notMapping:
            ("type", Localized(zh: "此处应为一组“键: 值”", en: "expected a mapping"), nil)
        case .notText:
            ("type", Localized(zh: "此处应为文字", en: "expected a text"), nil)
        case .notList:
            ("type", Localized(zh: "此处应为列表", en: "expected a list"), nil)
        case .notWholeNumber(let text):
            ("type", Localized(zh: "此处应为整数，而不是“\(text)”", en: "expected a whole number, found “\(text)”"), nil)
        case .notBoolean:
            ("type", Localized(zh: "此处应为 true 或 false", en: "expected true or false"), nil)
        case .notDate(let text):
            (
                "date",
                Localized(zh: "此处应为日期，如 2021-11-25，而不是“\(text)”", en: "expected a date, such as 2021-11-25, found “\(text)”"), nil
            )
        case .unknownKey(let name, let keys):
            (
                "unknown-key", Localized(zh: "不认识的键“\(name)”", en: "unknown key “\(name)”"),
                .didYouMean(nearestName(to: name, among: keys)) ?? Localized(zh: "可用的键：", en: "known keys: ") + .list(keys)
            )
        case .missingKey(let name):
            ("missing-key", Localized(zh: "缺少键“\(name)”", en: "key “\(name)” is missing"), nil)
        }
    }
}
