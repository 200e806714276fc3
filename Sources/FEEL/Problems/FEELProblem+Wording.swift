import Quantities
public import SourceText

/// All wordings, in both languages. Signs of FEEL, names and values stand as they are written.
extension FEELProblem {
    /// What is wrong, in one sentence, and what to write instead where that can be told.
    public var message: Localized {
        switch kind {
        case .expected(let expected, let found):
            Localized(zh: "此处应为\(expected.words.zh)，而不是“\(found)”", en: "expected \(expected.words.en), found “\(found)”")
        case .unexpectedEnd(let expected):
            Localized(zh: "表达式到此结束，还缺\(expected.words.zh)", en: "the expression ends here; expected \(expected.words.en)")
        case .foreignSign(let found, let instead):
            Localized(zh: "FEEL 不用“\(found)”；应写“\(instead)”", en: "FEEL has no “\(found)”; write “\(instead)”")
        case .foreignQuote(let found):
            Localized(zh: "文字须用直双引号 \"…\"，不用 \(found)", en: "a text stands in straight double quotes, \"…\", not in \(found)")
        case .unterminatedString: Localized(zh: "文字没有结束的引号", en: "the string has no closing quote")
        case .badLiteral(let text):
            Localized(zh: "“\(text)”不是日期、时刻或时长", en: "“\(text)” is not a date, time or duration").followed(by: Advice.temporalForms)
        case .numberTooLarge(let text): Localized(zh: "“\(text)”超出数的范围", en: "“\(text)” is beyond the range of numbers")
        case .tooDeep: Localized(zh: "表达式嵌套过深", en: "the expression is nested too deeply")
        case .externalFunction: Localized(zh: "不支持外部函数", en: "external functions are not supported")
        case .unknownName(let name, let nearest):
            Localized(zh: "没有名为“\(name)”的量", en: "there is nothing named “\(name)”").followed(by: .didYouMean(nearest))
        case .unknownFunction(let name, let nearest):
            Localized(zh: "没有名为“\(name)”的函数", en: "there is no function “\(name)”").followed(by: .didYouMean(nearest))
        case .noSuchProperty(let name, let kind, let nearest):
            Localized(zh: "\(kind.words.zh)没有“\(name)”这一项", en: "\(kind.words.en) has no “\(name)”").followed(by: .didYouMean(nearest))
        case .wrongType(let expected, let found):
            Localized(zh: "此处应为\(expected.words.zh)，而不是\(found.words.zh)", en: "expected \(expected.words.en), not \(found.words.en)")
        case .unknownType(let name, let nearest):
            Localized(zh: "没有名为“\(name)”的类型", en: "there is no type “\(name)”").followed(by: .didYouMean(nearest))
        case .notComparable(let a, let b):
            Localized(zh: "\(a.words.zh)与\(b.words.zh)不能比较", en: "\(a.words.en) and \(b.words.en) cannot be compared")
                .followed(by: Advice.comparing(a, b))
        case .zonedAndLocal:
            Localized(
                zh: "两个时刻，一个带时区，一个不带，不能断定是否相同、相隔多久",
                en:
                    "one of the two has a time zone and the other none, so nobody can say whether they are the same, or how far apart they are"
            )
            .followed(by: Localized(zh: "请都写时区，如 +08:00，或都不写", en: "give both a zone, such as +08:00, or neither"))
        case .operands(let sign, let a, let b):
            Localized(
                zh: "“\(sign.rawValue)”不能用于\(a.words.zh)与\(b.words.zh)",
                en: "“\(sign.rawValue)” does not go with \(a.words.en) and \(b.words.en)"
            )
            .followed(by: Advice.combining(sign, a, b))
        case .unitMismatch(let a, let b):
            Localized(
                zh: a.zh == b.zh ? "单位不同：“\(a.id)”与“\(b.id)”" : "单位不同：\(a.zh)与\(b.zh)",
                en: a.other == b.other ? "the units differ: “\(a.id)” and “\(b.id)”" : "the units differ: \(a.other) and \(b.other)")
        case .noSuchValue(let text, let type, let nearest):
            Localized(zh: "“\(text)”不是“\(type)”的取值", en: "“\(text)” is not a value of “\(type)”").followed(by: .didYouMean(nearest))
        case .argumentCount(let function, let given, let taken):
            Localized(
                zh: "函数“\(function)”的参数应\(ParameterNames.counts(taken).zh)，给了 \(given) 个",
                en: "“\(function)” takes \(ParameterNames.counts(taken).en), not \(given)"
            )
            .followed(by: ParameterNames.usage(taken, of: function))
        case .unknownParameter(let name, let function, let taken, let nearest):
            Localized(zh: "函数“\(function)”没有参数“\(name)”", en: "“\(function)” has no parameter “\(name)”")
                .followed(by: .didYouMean(nearest) ?? ParameterNames.usage(taken, of: function))
        case .missingArguments(let names, let function):
            Localized(
                zh: "函数“\(function)”还缺参数\(names.map { "“\($0)”" }.joined(separator: "、"))",
                en: "“\(function)” still needs \(names.map { "“\($0)”" }.joined(separator: ", "))")
        case .duplicateArgument(let name, let function):
            Localized(zh: "函数“\(function)”的参数“\(name)”给了两次", en: "“\(name)” of “\(function)” is given twice")
        case .wrongArgument(let name, let function, let expected, let found):
            Localized(
                zh: "函数“\(function)”的参数“\(name)”应为\(expected.words.zh)，而不是\(found.words.zh)",
                en: "“\(name)” of “\(function)” should be \(expected.words.en), not \(found.words.en)")
        case .unsuitable(let function, let kinds):
            Localized(zh: "函数“\(function)”不能用于", en: "“\(function)” does not take ") + kinds.map(\.words).joined()
        case .noResult(let function, let arguments):
            Localized(zh: "函数“\(function)”对这样的参数没有结果：", en: "“\(function)” has no result for ") + .list(arguments.map { "“\($0)”" })
        case .noSuchPosition(let position, 0):
            Localized(zh: "没有位置 \(position)：其中没有内容", en: "there is no position \(position): there is nothing in it")
        case .noSuchPosition(let position, let count):
            Localized(
                zh: "没有位置 \(position)：共 \(count) 个，位置为 1 至 \(count)，或从末尾数起 -1 至 -\(count)",
                en: "there is no position \(position): of \(count), positions are 1 to \(count), or -1 to -\(count) from the end")
        case .outOfRange(let text): Localized(zh: "“\(text)”的结果超出范围", en: "the result of “\(text)” is out of range")
        case .divisionByZero(let text): Localized(zh: "“\(text)”的除数为零", en: "“\(text)”: division by zero")
        case .notIterable(let text): Localized(zh: "“\(text)”中的值不能逐一列举", en: "“\(text)” has no values that can be listed")
        case .duplicateKey(let name): Localized(zh: "上下文中有两项“\(name)”", en: "the context has two entries “\(name)”")
        case .unreadable(let text, let kind):
            Localized(zh: "“\(text)”不是\(kind.words.zh)", en: "“\(text)” is not \(kind.words.en)").followed(by: Advice.form(of: kind))
        case .reversedRange(let text): Localized(zh: "“\(text)”的起点大于终点", en: "“\(text)” begins above its end")
        case .unknownZone(let name):
            Localized(
                zh: "没有时区“\(name)”；写法如 Asia/Shanghai、+08:00", en: "there is no time zone “\(name)”; they are written Asia/Shanghai, +08:00")
        case .badPattern(let text): Localized(zh: "“\(text)”不是有效的正则表达式", en: "“\(text)” is not a valid regular expression")
        case .badFlags(let text):
            Localized(zh: "“\(text)”不是正则表达式的选项；可用的有 s、m、i、x", en: "“\(text)” is not a flag of regular expressions; there are s, m, i, x")
        case .emptyMatch(let text):
            Localized(
                zh: "正则表达式“\(text)”与空文字相符，无从替换或切开", en: "“\(text)” matches the empty text, so there is nothing to replace or to split by")
        case .badReplacement(let text):
            Localized(
                zh: "替换文字“\(text)”中，“$”之后应为数字，“\\”之后应为“$”或“\\”",
                en: "in the replacement “\(text)”, a digit has to follow “$”, and “$” or “\\” a “\\”")
        case .noClock: Localized(zh: "此处没有时钟", en: "there is no clock here")
        case .limitReached:
            Localized(zh: "计算的步数、深度或大小超过上限", en: "the evaluation takes too many steps, or too much room")
        }
    }
}
