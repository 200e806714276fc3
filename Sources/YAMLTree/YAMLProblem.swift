package import SourceText

/// What can be wrong with a file as YAML, before anybody asks what it means.
package enum YAMLProblem: Diagnosable, Equatable {
    case notUTF8
    case controlCharacter(UInt32)
    case syntax(String)
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
        case .syntax(let problem):
            ("syntax", Self.translate(problem), Self.advice(problem))
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

    /// The problems that libyaml reports in English, put the way a person who fills in forms can use.
    private static func translate(_ problem: String) -> Localized {
        let zh: String? =
            switch problem {
            case "could not find expected ':'": "这里缺少冒号“:”（冒号须是半角，其后要有空格）"
            case "mapping values are not allowed in this context": "这里不应出现冒号；含冒号的文字须加引号"
            case "did not find expected key": "这里应是一个键；请检查缩进和引号"
            case "did not find expected '-' indicator": "这里应是以“- ”开头的一项；请检查缩进"
            case "did not find expected ',' or '}'": "花括号中缺少“,”或“}”"
            case "did not find expected ',' or ']'": "方括号中缺少“,”或“]”"
            case "did not find expected node content": "这里缺少内容"
            case "found unexpected end of stream": "文件在此突然结束；引号或括号没有写完"
            case "found character that cannot start any token": "这个字符不能出现在值的开头；请加引号"
            case "block sequence entries are not allowed in this context": "这里不能出现“- ”列表项"
            case "found unknown escape character": "引号中有不认识的转义字符"
            case "did not find expected <document start>": "文书之间应以“---”分隔"
            case "did not find expected <stream-start>": "文件开头无法识别"
            case "found unexpected document indicator": "引号没有写完就遇到了文书分隔符"
            default: nil
            }
        return Localized(
            zh: zh.map { "YAML 格式错误：\($0)" } ?? "YAML 格式错误（\(problem)）", en: "this is not valid YAML: \(problem)")
    }

    private static func advice(_ problem: String) -> Localized? {
        problem == "found unexpected end of stream"
            ? Localized(zh: "文件可能没有传完，请与原件核对", en: "the file may be truncated; compare it with the original") : nil
    }
}
