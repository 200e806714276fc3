import SourceText

/// The problems that libyaml reports in English, put the way a person who fills in forms can use.
enum LibYAMLMessages {
    static func translation(of problem: String) -> Localized {
        Localized(zh: "YAML 格式错误：\(chinese[problem] ?? "此处写法有误")", en: "this is not valid YAML: \(problem)")
    }

    static func advice(on problem: String) -> Localized? {
        problem == "found unexpected end of stream"
            ? Localized(zh: "文件可能没有传完，请与原件核对", en: "the file may be truncated; compare it with the original") : nil
    }

    /// All messages of libyaml 0.2 about the text of a document.
    static let chinese: [String: String] = [
        // The structure.
        "could not find expected ':'": "这里缺少冒号“:”（冒号须是半角，其后要有空格）",
        "mapping values are not allowed in this context": "这里不应出现冒号；含冒号的文字须加引号",
        "mapping keys are not allowed in this context": "这里不应出现键（“? ”）",
        "block sequence entries are not allowed in this context": "这里不能出现“- ”列表项",
        "did not find expected key": "这里应是一个键；请检查缩进和引号",
        "did not find expected '-' indicator": "这里应是以“- ”开头的一项；请检查缩进",
        "did not find expected ',' or '}'": "花括号中缺少“,”或“}”",
        "did not find expected ',' or ']'": "方括号中缺少“,”或“]”",
        "did not find expected node content": "这里缺少内容",
        "did not find expected <document start>": "文书之间应以“---”分隔",
        "did not find expected <stream-start>": "文件开头无法识别",
        "found character that cannot start any token": "这个字符不能出现在值的开头；请加引号",
        "found unexpected end of stream": "文件在此突然结束；引号或括号没有写完",
        "found unexpected document indicator": "引号没有写完就遇到了文书分隔符",
        "found unexpected ':'": "这里不应出现冒号；含冒号的文字须加引号",
        // Quotes and blocks of text.
        "found unknown escape character": "引号中有不认识的转义字符；反斜杠写作 \\\\，或改用单引号",
        "did not find expected hexdecimal number": "转义字符中缺少十六进制数字",
        "found invalid Unicode character escape code": "转义字符所指的不是一个字符",
        "found an indentation indicator equal to 0": "文字块的缩进数不能为 0",
        "found a tab character where an indentation space is expected": "缩进不能用制表符，请改用空格",
        "found a tab character that violates indentation": "缩进不能用制表符，请改用空格",
        "did not find expected comment or line break": "这里应换行，或写注释（“ #”）",
        "did not find expected whitespace or line break": "这里应有空格或换行",
        "did not find expected whitespace": "这里应有空格",
        // Anchors and tags.
        "did not find expected alphabetic or numeric character": "“&”“*”之后应是字母或数字；以它们开头的文字须加引号",
        "did not find the expected '>'": "标签缺少“>”",
        "did not find expected '!'": "标签缺少“!”",
        "did not find expected tag URI": "“!”之后应是标签；以“!”开头的文字须加引号",
        "did not find URI escaped octet": "标签中的 % 转义有误",
        "found an incorrect leading UTF-8 octet": "标签中的 % 转义不是 UTF-8",
        "found an incorrect trailing UTF-8 octet": "标签中的 % 转义不是 UTF-8",
        "found undefined tag handle": "标签的前缀没有定义",
        // Directives.
        "could not find expected directive name": "“%”之后应是指令名；以“%”开头的文字须加引号",
        "found unexpected non-alphabetical character": "指令名只能用字母；以“%”开头的文字须加引号",
        "found unknown directive name": "不认识的指令；以“%”开头的文字须加引号",
        "did not find expected digit or '.' character": "%YAML 指令的版本号有误",
        "did not find expected version number": "%YAML 指令缺少版本号",
        "found extremely long version number": "%YAML 指令的版本号太长",
        "found duplicate %YAML directive": "%YAML 指令重复",
        "found incompatible YAML document": "%YAML 指令的版本不受支持；请写 1.1 或 1.2，或删去这一行",
        "found duplicate %TAG directive": "%TAG 指令重复",
    ]
}
