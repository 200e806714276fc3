package import SourceText

/// What can be wrong with a file as YAML, before anybody asks what it means.
package enum YAMLProblem: Diagnosable, Equatable {
    case notUTF8
    case controlCharacter(UInt32)
    /// What libyaml reports, and where what it was reading began.
    case syntax(String, begun: SourcePlace?)
    /// A quote or a bracket that is not closed.
    case unclosed(isQuote: Bool)
    case fullWidthSign(FullWidthSign)
    /// A character that breaks lines for some programs and not for others, outside of quotes.
    case lineSeparator(UInt32)
    case tabIndentation
    case noDocument
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
    case tooManyAliases(limit: Int)
    case scalarTooLong(limit: Int)
    case fileTooLarge(limit: Int)
    case unknownAnchor(String)
    case recursiveAlias(String)
    case duplicateKey(String, first: SourcePlace)
    case keyNotScalar
    case mergeKey
    case unsupportedTag(String)
}

extension YAMLProblem {
    package func diagnostic(at place: SourcePlace) -> Diagnostic {
        let (code, message, help) = wording
        var related: [Diagnostic.Related] = []
        if case .duplicateKey(_, let first) = self {
            related = [.init(place: first, message: Localized(zh: "第一次出现在这里", en: "first written here"))]
        }
        if case .syntax(_, let begun?) = self {
            related = [.init(place: begun, message: Localized(zh: "它所在的部分从这里开始", en: "what it belongs to begins here"))]
        }
        return Diagnostic(code: "yaml.\(code)", place: place, message: message, help: help, related: related)
    }

    private var wording: (code: String, message: Localized, help: Localized?) {
        switch self {
        case .notUTF8:
            (
                "encoding", Localized(zh: "文件不是 UTF-8 文本", en: "the file is not UTF-8 text"),
                Localized(
                    zh: "可能是 GBK 编码、二进制文件或其他格式；请另存为 UTF-8 编码的 YAML",
                    en: "it may be GBK, binary, or another format; save it as YAML in UTF-8")
            )
        case .controlCharacter(let scalar):
            (
                "control-character",
                Localized(
                    zh: "文件含有不允许的控制字符 U+\(hexadecimal(scalar))", en: "control character U+\(hexadecimal(scalar)) is not allowed"),
                Localized(zh: "请确认这是文本文件，并删去该字符", en: "make sure that this is a text file, and remove the character")
            )
        case .syntax(let problem, _):
            ("syntax", LibYAMLMessages.translation(of: problem), LibYAMLMessages.advice(on: problem))
        case .unclosed(isQuote: true):
            (
                "syntax", Localized(zh: "从这里开始的引号没有写完", en: "the quotes that open here are not closed"),
                Localized(zh: "请在值的末尾补上引号；文件也可能没有传完", en: "close them at the end of the value; the file may also be truncated")
            )
        case .unclosed(isQuote: false):
            (
                "syntax", Localized(zh: "从这里开始的括号没有写完", en: "the bracket that opens here is not closed"),
                Localized(zh: "请补上右括号；文件也可能没有传完", en: "close it; the file may also be truncated")
            )
        case .fullWidthSign(let sign):
            (
                "syntax",
                Localized(
                    zh: "“\(String(sign.rawValue))”是全角符号，YAML 不认",
                    en: "“\(String(sign.rawValue))” is a full-width sign, which means nothing to YAML"),
                Localized(
                    zh: "请改为半角“\(sign.meant)”\(sign.isFollowedBySpace ? "（其后有空格）" : "")",
                    en: "write “\(sign.meant)”\(sign.isFollowedBySpace ? " (with the space)" : "")")
            )
        case .lineSeparator(let scalar):
            (
                "line-separator",
                Localized(
                    zh: "引号外有换行符 U+\(hexadecimal(scalar))，有的程序把它当作换行，有的不当",
                    en: "line separator U+\(hexadecimal(scalar)) outside of quotes: some programs break lines at it, others do not"),
                Localized(zh: "请删去这个看不见的字符，或改为普通换行", en: "remove the invisible character, or break the line in the usual way")
            )
        case .tabIndentation:
            (
                "tab", Localized(zh: "缩进不能用制表符", en: "tabs cannot be used for indentation"),
                Localized(zh: "请改用空格缩进", en: "indent with spaces")
            )
        case .noDocument:
            (
                "empty", Localized(zh: "文件是空的", en: "the file is empty"),
                Localized(zh: "文件应以“文书:”（或 kind:）开头，说明它是什么文书", en: "a document begins with its kind, such as `kind: …`")
            )
        case .tooDeep(let limit):
            ("depth", Localized(zh: "嵌套超过 \(limit) 层", en: "nested more than \(limit) levels deep"), nil)
        case .tooManyNodes(let limit):
            ("nodes", Localized(zh: "内容超过 \(limit) 个节点", en: "more than \(limit) nodes"), nil)
        case .tooManyAliases(let limit):
            ("aliases", Localized(zh: "别名超过 \(limit) 个", en: "more than \(limit) aliases"), nil)
        case .scalarTooLong(let limit):
            ("scalar-length", Localized(zh: "单个值超过 \(limit) 字节", en: "a single value of more than \(limit) bytes"), nil)
        case .fileTooLarge(let limit):
            (
                "file-size", Localized(zh: "文件超过 \(limit) 字节", en: "the file has more than \(limit) bytes"),
                Localized(zh: "请拆分为几个文件", en: "split it into several files")
            )
        case .unknownAnchor(let name):
            (
                "anchor", Localized(zh: "别名 *\(name) 没有对应的锚点", en: "alias *\(name) has no anchor before it"),
                Localized(zh: "先用 &\(name) 标出被引用的内容", en: "mark what it stands for with &\(name)")
            )
        case .recursiveAlias(let name):
            ("recursive-alias", Localized(zh: "别名 *\(name) 引用了包含它自身的内容", en: "alias *\(name) stands inside what it refers to"), nil)
        case .duplicateKey(let name, _):
            (
                "duplicate-key", Localized(zh: "键“\(name)”重复", en: "key “\(name)” is written twice"),
                Localized(zh: "请只保留一处；以第一处为准", en: "keep one of them; the first one is used")
            )
        case .keyNotScalar:
            ("key", Localized(zh: "键必须是简单文字", en: "a key must be a plain word, not a collection"), nil)
        case .mergeKey:
            (
                "merge-key", Localized(zh: "不支持合并键 <<", en: "merge keys (<<) are not supported"),
                Localized(zh: "合并键不属于 YAML 1.2；请写出各键", en: "they are not part of YAML 1.2; write the keys out")
            )
        case .unsupportedTag(let tag):
            (
                "tag", Localized(zh: "不支持标签 \(tag)", en: "tag \(tag) is not supported"),
                Localized(
                    zh: "只可用 !!str !!int !!float !!bool !!null !!map !!seq", en: "only !!str !!int !!float !!bool !!null !!map !!seq are")
            )
        }
    }

    private func hexadecimal(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension FullWidthSign {
    fileprivate var isFollowedBySpace: Bool { meant.hasSuffix(" ") }
}
