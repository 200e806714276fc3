import SourceText

/// What an unknown name may have meant: a name that is near, or the word that FEEL has for it.
extension Scope {
    func suggestion(for written: String) -> String? {
        if let word = Self.foreignWords[written.lowercased()] { return word }
        let names = visibleNames.sorted()
        // `stringLength` and `string_length` are `string length`.
        let plain = Self.words(of: written)
        if let same = names.first(where: { $0 != written && Self.words(of: $0) == plain }) { return same }
        // A name of fewer words within what was written is not what was meant.
        let count = written.split(separator: " ").count
        return nearestName(to: written, among: names.filter { $0.split(separator: " ").count >= count || !written.contains($0) })
    }

    /// How other languages call what FEEL has, in lower case.
    private static let foreignWords: [String: String] = [
        "nil": "null", "none": "null", "null": "null", "undefined": "null", "空": "null", "true": "true", "yes": "true", "是": "true",
        "真": "true", "false": "false", "no": "false", "否": "false", "假": "false", "非": "not", "length": "count", "len": "count",
        "size": "count", "average": "mean", "avg": "mean", "ceil": "ceiling", "mod": "modulo", "round": "round half up",
        "concat": "concatenate", "substr": "substring", "indexof": "index of", "strlen": "string length", "个数": "count", "求和": "sum",
        "合计": "sum", "最大": "max", "最小": "min", "平均": "mean", "今天": "today", "现在": "now", "日期": "date",
    ]

    /// A name in lower case without what separates its words.
    private static func words(of name: String) -> String { name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" } }
}

extension TypeChecker {
    /// The node of a name that nothing has. A sign of a Chinese keyboard in it, behind a known name it may begin with, is what is
    /// wrong, unless a known name with one is near.
    mutating func unknown(_ name: String, _ expression: Expression, isCalled: Bool = false) -> CheckedExpression {
        let nearest = scope.suggestion(for: name)
        let beginning = scope.visibleNames.filter { name.hasPrefix($0) }.map(\.unicodeScalars.count).max() ?? 0
        let isNearForeign = beginning == 0 && nearest.map { ForeignSign.first(in: Array($0.unicodeScalars)) != nil } ?? false
        if !isNearForeign, let (sign, position) = ForeignSign.first(in: Array(name.unicodeScalars.dropFirst(beginning))) {
            let start = expression.range.lowerBound + beginning + position
            return failing(sign.problem, expression, at: start..<start + sign.length)
        }
        return failing(isCalled ? .unknownFunction(name, nearest: nearest) : .unknownName(name, nearest: nearest), expression)
    }
}

extension FEELProblem.Kind {
    /// A written type that is none, with the type that may be meant.
    static func unknownType(_ name: String, in scope: Scope) -> Self {
        let synonyms: [String: BasicType] = [
            "text": .string, "str": .string, "文字": .string, "int": .number, "integer": .number, "float": .number, "double": .number,
            "decimal": .number, "数": .number, "bool": .boolean, "datetime": .dateTime, "日期": .date, "时刻": .time, "列表": .list,
            "array": .list,
            "object": .context, "map": .context, "duration": .days,
        ]
        let known = BasicType.allCases.map(\.rawValue) + scope.types.keys
        return .unknownType(name, nearest: synonyms[name.lowercased()]?.rawValue ?? nearestName(to: name, among: known.sorted()))
    }
}
