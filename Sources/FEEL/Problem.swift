public import SourceText

/// What can be wrong with an expression, found while it is parsed, checked or evaluated.
public struct FEELProblem: Equatable, Sendable {
    /// What is wrong, with the words that a message needs: types, names and values as FEEL writes them.
    public enum Kind: Equatable, Sendable {
        // The text.
        case expected(String, found: String)
        case unexpectedEnd(expected: String)
        case unterminatedString
        case badLiteral(String)
        case tooDeep
        // Names and types.
        case unknownName(String, nearest: String?)
        case noSuchProperty(String, of: String, nearest: String?)
        case wrongType(expected: String, found: String)
        case unknownType(String)
        case notComparable(String, String)
        case unitMismatch(String, String)
        case noSuchValue(String, of: String, nearest: String?)
        case wrongArguments(String, expected: String)
        // Evaluation.
        case outOfRange(String)
        case divisionByZero(String)
        case notIterable(String)
        case duplicateKey(String)
        case unreadable(String)
        case badPattern(String)
        case noClock
        case limitReached
    }

    /// What is wrong.
    public var kind: Kind
    /// Scalars of the expression's text.
    public var range: Range<Int>

    /// - Parameter range: scalars of the expression's text, counted from zero.
    public init(_ kind: Kind, at range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// A stable name of the kind.
    public var code: String {
        switch kind {
        case .expected, .unexpectedEnd, .unterminatedString, .badLiteral, .tooDeep: "feel.syntax"
        case .unknownName: "feel.unknown-name"
        case .noSuchProperty: "feel.unknown-property"
        case .wrongType: "feel.type"
        case .unknownType: "feel.unknown-type"
        case .notComparable: "feel.not-comparable"
        case .unitMismatch: "feel.units"
        case .noSuchValue: "feel.unknown-value"
        case .wrongArguments: "feel.arguments"
        case .outOfRange: "feel.range"
        case .divisionByZero: "feel.division"
        case .notIterable: "feel.not-iterable"
        case .duplicateKey: "feel.duplicate-key"
        case .unreadable: "feel.value"
        case .badPattern: "feel.pattern"
        case .noClock: "feel.clock"
        case .limitReached: "feel.limit"
        }
    }

    /// What is wrong, in one sentence.
    public var message: Localized {
        switch kind {
        case .expected(let expected, let found):
            Localized(zh: "此处应为 \(expected)，而不是“\(found)”", en: "expected \(expected), found “\(found)”")
        case .unexpectedEnd(let expected):
            Localized(zh: "表达式到此结束，缺少 \(expected)", en: "the expression ends here; expected \(expected)")
        case .unterminatedString:
            Localized(zh: "字符串没有结束的引号", en: "the string has no closing quote")
        case .badLiteral(let text):
            Localized(zh: "“\(text)”不是有效的值", en: "“\(text)” is not a valid literal")
        case .tooDeep:
            Localized(zh: "表达式嵌套过深", en: "the expression is nested too deeply")
        case .unknownName(let name, let nearest):
            Localized(zh: "没有名为“\(name)”的量", en: "there is nothing named “\(name)”").followed(by: .didYouMean(nearest))
        case .noSuchProperty(let name, let type, let nearest):
            Localized(zh: "\(type) 没有“\(name)”这一项", en: "\(type) has no “\(name)”").followed(by: .didYouMean(nearest))
        case .wrongType(let expected, let found):
            Localized(zh: "此处应为 \(expected)，而不是 \(found)", en: "expected \(expected), not \(found)")
        case .unknownType(let name):
            Localized(zh: "没有名为“\(name)”的类型", en: "there is no type “\(name)”")
        case .notComparable(let a, let b):
            Localized(zh: "\(a) 与 \(b) 不能比较", en: "\(a) and \(b) cannot be compared")
        case .unitMismatch(let a, let b):
            Localized(zh: "单位不同：\(a) 与 \(b)", en: "the units differ: \(a) and \(b)")
        case .noSuchValue(let text, let type, let nearest):
            Localized(zh: "“\(text)”不是 \(type) 的值", en: "“\(text)” is not a value of \(type)").followed(by: .didYouMean(nearest))
        case .wrongArguments(let function, let expected):
            Localized(zh: "函数 \(function) 的参数应为 \(expected)", en: "the arguments of \(function) should be \(expected)")
        case .outOfRange(let text):
            Localized(zh: "\(text) 超出范围", en: "\(text) is out of range")
        case .divisionByZero(let text):
            Localized(zh: "\(text)：除数为零", en: "\(text): division by zero")
        case .notIterable(let text):
            Localized(zh: "\(text) 没有可逐一列举的值", en: "\(text) has no values that can be listed")
        case .duplicateKey(let name):
            Localized(zh: "上下文中有两项“\(name)”", en: "the context has two entries “\(name)”")
        case .unreadable(let text):
            Localized(zh: "“\(text)”读不出值", en: "“\(text)” is no such value")
        case .badPattern(let text):
            Localized(zh: "“\(text)”不是有效的正则表达式", en: "“\(text)” is not a valid regular expression")
        case .noClock:
            Localized(zh: "此处没有时钟", en: "there is no clock here")
        case .limitReached:
            Localized(zh: "计算的步数、深度或大小超过上限", en: "the evaluation takes too many steps, or too much room")
        }
    }
}
