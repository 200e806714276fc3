public import SourceText

/// What should stand at a place of an expression.
public enum Expectation: Hashable, Sendable {
    case expression
    case name
    case type
    /// A text in quotes, after `@`.
    case quotedText
    /// Nothing more, or an operator.
    case operatorOrEnd
    case endOfType
    /// A sign or a keyword.
    case sign(String)

    /// What it is called within a sentence.
    public var words: Localized {
        switch self {
        case .expression: Localized(zh: "表达式", en: "an expression")
        case .name: Localized(zh: "名称", en: "a name")
        case .type: Localized(zh: "类型", en: "a type")
        case .quotedText: Localized(zh: "双引号中的文字", en: "a text in double quotes")
        case .operatorOrEnd: Localized(zh: "运算符或表达式的结尾", en: "an operator or the end of the expression")
        case .endOfType: Localized(zh: "类型的结尾", en: "the end of the type")
        case .sign(let sign): Localized(same: "“\(sign)”")
        }
    }
}
