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
            guard let text = arguments[0].string, let start = arguments[1].index, start != 0 else { return nil }
            let scalars = Array(text.unicodeScalars)
            let from = start > 0 ? start - 1 : scalars.count + start
            guard scalars.indices.contains(from) else { return nil }
            var length = scalars.count
            if arguments.count == 3 {
                guard let given = arguments[2].index, given > 0 else { return nil }
                length = given
            }
            return .string(String(String.UnicodeScalarView(scalars.dropFirst(from).prefix(length))))
        },
        map("string length", "文字的字数", "the number of code points", returns: .number, examples: [(#"string length("汉字")"#, "2")]) {
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
        ) { arguments, run in
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
            guard run.isPrintable(.list(texts.map(Value.string))), texts.count * delimiter.utf8.count < Evaluation.lengthLimit else {
                return run.failCall(.limitReached)
            }
            return .string(texts.joined(separator: delimiter))
        },
        Builtin(
            "matches", clause: "10.3.4.3", [.init("input", .string), .init("pattern", .string), .init("flags", .string, optional: true)],
            returns: .boolean, "文字是否含有与正则表达式相符的部分", "whether a part of a text matches a regular expression of XPath",
            examples: [(#"matches("foobar", "^fo*b")"#, "true"), (#"matches("汉字", "\\p{IsCJKUnifiedIdeographs}{2}")"#, "true")]
        ) { arguments, run in
            guard let (text, pattern) = compiled(arguments, flags: 2, &run) else { return nil }
            return (try? pattern.matches(in: text, most: 1)).map { .boolean(!$0.isEmpty) } ?? exhausted(&run)
        },
        Builtin(
            "replace", clause: "10.3.4.3",
            [.init("input", .string), .init("pattern", .string), .init("replacement", .string), .init("flags", .string, optional: true)],
            returns: .string, "替换与正则表达式相符的部分", "replaces what matches a regular expression; $1 is the first group",
            examples: [(#"replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")"#, "\"[1=ab][2=]cd\"")]
        ) { arguments, run in
            guard let replacement = arguments[2].string, let (text, pattern) = compiled(arguments, flags: 3, &run) else { return nil }
            guard let parts = replacementParts(replacement, groups: pattern.groupCount) else {
                return run.failCall(.badReplacement(replacement))
            }
            guard let matches = try? pattern.matches(in: text), let matchesEmpty = try? pattern.matchesEmpty else {
                return exhausted(&run)
            }
            guard !matchesEmpty else { return run.failCall(.emptyMatch(arguments[1].string ?? "")) }
            var result: [UInt8] = []
            var position = 0
            for groups in matches {
                guard let whole = groups[0] else { continue }
                result += text[position..<whole.lowerBound]
                for part in parts {
                    switch part {
                    case .literal(let bytes): result += bytes
                    case .group(let number): if let range = groups[number] { result += text[range] }
                    }
                }
                position = whole.upperBound
                guard result.count < Evaluation.lengthLimit else { return run.failCall(.limitReached) }
            }
            return .string(String(decoding: result + text[position...], as: UTF8.self))
        },
        Builtin(
            "split", clause: "10.3.4.3", [.init("string", .string), .init("delimiter", .string)], returns: .list(.string),
            "按正则表达式切开文字", "the parts of a text between what matches a regular expression",
            examples: [(#"split("a;b;;c", ";")"#, "[\"a\", \"b\", \"\", \"c\"]")]
        ) { arguments, run in
            guard let (text, pattern) = compiled(arguments, flags: 2, &run) else { return nil }
            guard let matches = try? pattern.matches(in: text), let matchesEmpty = try? pattern.matchesEmpty else {
                return exhausted(&run)
            }
            guard !matchesEmpty else { return run.failCall(.emptyMatch(arguments[1].string ?? "")) }
            var parts: [Value] = []
            var position = 0
            for whole in matches.compactMap({ $0[0] }) {
                parts.append(.string(String(decoding: text[position..<whole.lowerBound], as: UTF8.self)))
                position = whole.upperBound
            }
            return .list(parts + [.string(String(decoding: text[position...], as: UTF8.self))])
        },
    ]

    /// The text of the first argument and the pattern of the second; nil, with the problem noted, where there is no such pattern.
    private static func compiled(_ arguments: [Value], flags index: Int, _ run: inout Evaluation) -> (text: [UInt8], Pattern)? {
        guard let text = arguments[0].string, let pattern = arguments[1].string else { return nil }
        var flags = ""
        if arguments.count > index, !arguments[index].isNull {
            guard let given = arguments[index].string else { return nil }
            flags = given
        }
        do {
            return (Array(text.utf8), try Pattern.compiled(pattern, flags: flags))
        } catch {
            _ = run.failCall(PatternTranslation.Flags(flags) == nil ? .badFlags(flags) : .badPattern(pattern))
            return nil
        }
    }

    /// A search that was given up has taken as long as many steps.
    private static func exhausted(_ run: inout Evaluation) -> Value {
        run.stepsLeft -= 500_000
        return run.failCall(.limitReached)
    }

    private enum ReplacementPart {
        case literal([UInt8])
        case group(Int)
    }

    /// Reads `$1` and the escapes of a replacement; nil where there is something else behind a `$` or a backslash.
    private static func replacementParts(_ text: String, groups: Int) -> [ReplacementPart]? {
        var parts: [ReplacementPart] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst(), escaped == UInt8(ascii: "\\") || escaped == UInt8(ascii: "$") else { return nil }
                parts.append(.literal([escaped]))
            case UInt8(ascii: "$"):
                guard let first = rest.popFirst(), isDigitByte(first) else { return nil }
                var number = Int(first - 0x30)
                // More digits belong to the number only as long as there is such a group.
                while let next = rest.first, isDigitByte(next), number * 10 + Int(next - 0x30) <= groups {
                    number = number * 10 + Int(next - 0x30)
                    rest.removeFirst()
                }
                if number <= groups { parts.append(.group(number)) }
            default: parts.append(.literal([byte]))
            }
        }
        return parts
    }

    /// How many code points stand before the first occurrence.
    private static func position(of match: String, in text: String) -> Int? {
        let (text, match) = (Array(text.utf8), Array(match.utf8))
        if match.isEmpty { return 0 }
        // Knuth, Morris and Pratt: for each place of the match, the longest beginning of it that ends there.
        var shifts = Array(repeating: 0, count: match.count)
        var length = 0
        for index in 1..<max(1, match.count) {
            while length > 0, match[index] != match[length] { length = shifts[length - 1] }
            if match[index] == match[length] { length += 1 }
            shifts[index] = length
        }
        length = 0
        for (index, byte) in text.enumerated() {
            while length > 0, byte != match[length] { length = shifts[length - 1] }
            if byte == match[length] { length += 1 }
            guard length == match.count else { continue }
            return text[..<(index + 1 - length)].count { $0 & 0xC0 != 0x80 }
        }
        return nil
    }
}
