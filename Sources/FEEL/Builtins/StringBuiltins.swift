/// String functions (DMN 1.5, 10.3.4.3). Positions count code points.
extension Builtin {
    private static func test(
        _ name: String, _ zh: String, _ en: String, examples: [(String, String)], _ holds: @escaping @Sendable (String, String) -> Bool
    ) -> Builtin {
        Builtin(
            name, clause: "10.3.4.3", [.init("string", .string), .init("match", .string)], returns: .boolean, zh, en, examples: examples
        ) {
            arguments, _ in
            guard let text = arguments[0].string, let match = arguments[1].string else { return nil }
            return .boolean(match.isEmpty || holds(text, match))
        }
    }

    private static func map(
        _ name: String, _ zh: String, _ en: String, returns result: FEELType, examples: [(String, String)],
        _ body: @escaping @Sendable (String) -> Value
    ) -> Builtin {
        Builtin(name, clause: "10.3.4.3", [.init("string", .string)], returns: result, zh, en, examples: examples) { arguments, _ in
            arguments[0].string.map(body)
        }
    }

    static let string: [Builtin] = [
        Builtin(
            "substring", clause: "10.3.4.3",
            [.init("string", .string), .init("start position", .number), .init("length", .number, optional: true)], returns: .string,
            "取文字的一段", "a part of a text", examples: [(#"substring("foobar", 3)"#, "\"obar\""), (#"substring("foobar", -2, 1)"#, "\"a\"")]
        ) { arguments, _ in
            guard let text = arguments[0].string, let start = arguments[1].number?.integer, start != 0 else { return nil }
            let scalars = Array(text.unicodeScalars)
            let from = start > 0 ? start - 1 : scalars.count + start
            guard from >= 0 else { return nil }
            var length = scalars.count
            if arguments.count == 3 {
                guard let given = arguments[2].number?.integer, given > 0 else { return nil }
                length = given
            }
            return .string(String(String.UnicodeScalarView(scalars.dropFirst(from).prefix(length))))
        },
        map("string length", "文字的字数", "the number of code points", returns: .number, examples: [(#"string length("选区")"#, "2")]) {
            .integer($0.unicodeScalars.count)
        },
        map("upper case", "改为大写", "in upper case", returns: .string, examples: [(#"upper case("aB")"#, "\"AB\"")]) {
            .string($0.uppercased())
        },
        map("lower case", "改为小写", "in lower case", returns: .string, examples: [(#"lower case("aB")"#, "\"ab\"")]) {
            .string($0.lowercased())
        },
        test("contains", "是否含有一段文字", "whether a text holds another", examples: [(#"contains("foobar", "ob")"#, "true")]) {
            position(of: $1, in: $0) != nil
        },
        test("starts with", "是否以一段文字开头", "whether a text begins with another", examples: [(#"starts with("foobar", "fo")"#, "true")]) {
            $0.unicodeScalars.starts(with: $1.unicodeScalars)
        },
        test("ends with", "是否以一段文字结尾", "whether a text ends with another", examples: [(#"ends with("foobar", "r")"#, "true")]) {
            $0.unicodeScalars.reversed().starts(with: $1.unicodeScalars.reversed())
        },
        Builtin(
            "substring before", clause: "10.3.4.3", [.init("string", .string), .init("match", .string)], returns: .string,
            "某段文字之前的部分", "what stands before another text", examples: [(#"substring before("foobar", "bar")"#, "\"foo\"")]
        ) { arguments, _ in
            guard let text = arguments[0].string, let match = arguments[1].string else { return nil }
            return .string(position(of: match, in: text).map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? "")
        },
        Builtin(
            "substring after", clause: "10.3.4.3", [.init("string", .string), .init("match", .string)], returns: .string,
            "某段文字之后的部分", "what stands after another text", examples: [(#"substring after("foobar", "ob")"#, "\"ar\"")]
        ) { arguments, _ in
            guard let text = arguments[0].string, let match = arguments[1].string else { return nil }
            return .string(
                position(of: match, in: text).map {
                    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst($0 + match.unicodeScalars.count)))
                } ?? "")
        },
        Builtin(
            "string join", clause: "10.3.4.3", [.init("list", .list(.string)), .init("delimiter", .string, optional: true)],
            returns: .string,
            "把多段文字连起来", "joins texts", examples: [(#"string join(["a", "b"], ", ")"#, "\"a, b\""), (#"string join(["a", null])"#, "\"a\"")]
        ) { arguments, _ in
            guard let items = arguments[0].items else { return nil }
            var delimiter = ""
            if arguments.count == 2, !arguments[1].isNull {
                guard let given = arguments[1].string else { return nil }
                delimiter = given
            }
            var texts: [String] = []
            for item in items where !item.isNull {
                guard let text = item.string else { return nil }
                texts.append(text)
            }
            return .string(texts.joined(separator: delimiter))
        },
    ]

    /// How many code points stand before the first occurrence.
    private static func position(of match: String, in text: String) -> Int? {
        let (haystack, needle) = (Array(text.unicodeScalars), Array(match.unicodeScalars))
        guard needle.count <= haystack.count else { return nil }
        return (0...(haystack.count - needle.count)).first { haystack[$0...].starts(with: needle) }
    }
}
