/// Range functions (DMN 1.5, 10.3.4.8): Allen's relations of intervals, in which a point is an interval of one value; and `range`.
extension Builtin {
    /// An interval with both its ends, or a point.
    private struct Interval {
        var lower: Value
        var includesLower: Bool
        var upper: Value
        var includesUpper: Bool
        var isPoint: Bool

        init?(_ value: Value) {
            switch value {
            case .range(let range):
                guard range.comparison != .notEqual, range.comparison != nil || !(range.lower.isNull || range.upper.isNull) else {
                    return nil
                }
                (lower, upper, includesLower, includesUpper) = (range.lower, range.upper, range.includesLower, range.includesUpper)
                isPoint = false
            case .number, .string, .date, .time, .dateTime, .months, .days:
                (lower, upper, includesLower, includesUpper, isPoint) = (value, value, true, true, true)
            default: return nil
            }
        }

        /// Compares two lower ends: negative where the first begins earlier. An absent end lies before all.
        static func lowerOrder(_ a: Interval, _ b: Interval) -> Int? {
            switch (a.lower.isNull, b.lower.isNull) {
            case (true, true): return 0
            case (true, false): return -1
            case (false, true): return 1
            default:
                guard let order = Comparing.order(a.lower, b.lower) else { return nil }
                return order != 0 ? order : a.includesLower == b.includesLower ? 0 : a.includesLower ? -1 : 1
            }
        }

        /// Compares two upper ends: negative where the first ends earlier.
        static func upperOrder(_ a: Interval, _ b: Interval) -> Int? {
            switch (a.upper.isNull, b.upper.isNull) {
            case (true, true): return 0
            case (true, false): return 1
            case (false, true): return -1
            default:
                guard let order = Comparing.order(a.upper, b.upper) else { return nil }
                return order != 0 ? order : a.includesUpper == b.includesUpper ? 0 : a.includesUpper ? 1 : -1
            }
        }

        /// Where an end lies beside the beginning of another: negative where all of `a` is before all of `b`, zero where they share
        /// just that value, positive where `a` goes on into `b`.
        static func gap(_ a: Interval, _ b: Interval) -> Int? {
            if a.upper.isNull || b.lower.isNull { return 1 }
            guard let order = Comparing.order(a.upper, b.lower) else { return nil }
            return order != 0 ? order : a.includesUpper && b.includesLower ? 0 : -1
        }
    }

    private enum Kind { case point, range, either }

    private static func relation(
        _ name: String, _ first: Kind, _ second: Kind, _ zh: String, _ en: String, examples: [(String, String)],
        _ holds: @escaping @Sendable (Interval, Interval) -> Bool?
    ) -> Builtin {
        func parameter(_ number: Int, isRange: Bool) -> Parameter {
            isRange ? .init("range\(number)", .range(.any)) : .init("point\(number)", .any)
        }
        let (points, ranges) = (
            [parameter(1, isRange: false), parameter(2, isRange: false)], [parameter(1, isRange: true), parameter(2, isRange: true)]
        )
        let mixed: [[Parameter]] = [
            [.init("point", .any), .init("range", .range(.any))], [.init("range", .range(.any)), .init("point", .any)],
        ]
        let signatures: [[Parameter]] =
            switch (first, second) {
            case (.range, .range): [ranges]
            case (.either, .range): [[mixed[0][0], mixed[0][1]], ranges]
            case (.range, .either): [mixed[1], ranges]
            default: [points, mixed[0], mixed[1], ranges]
            }
        return Builtin(
            name, clause: "10.3.4.8", signatures[0], or: Array(signatures.dropFirst()), returns: .boolean, zh, en, examples: examples
        ) { arguments, _ in
            guard let a = Interval(arguments[0]), let b = Interval(arguments[1]), first != .range || !a.isPoint,
                second != .range || !b.isPoint
            else { return nil }
            return holds(a, b).map(Value.boolean)
        }
    }

    /// Both parts of a relation, where each can be undecidable.
    private static func both(_ a: Bool?, _ b: @autoclosure () -> Bool?) -> Bool? {
        guard let a, let b = b() else { return nil }
        return a && b
    }

    private static func overlapsBefore(_ a: Interval, _ b: Interval) -> Bool? {
        guard let gap = Interval.gap(a, b), let begin = Interval.lowerOrder(a, b), let end = Interval.upperOrder(a, b) else { return nil }
        return gap >= 0 && begin < 0 && end <= 0
    }

    private static func starts(_ a: Interval, _ b: Interval) -> Bool? {
        both(Interval.lowerOrder(a, b).map { $0 == 0 }, Interval.upperOrder(a, b).map { $0 <= 0 })
    }

    private static func finishes(_ a: Interval, _ b: Interval) -> Bool? {
        both(Interval.upperOrder(a, b).map { $0 == 0 }, Interval.lowerOrder(a, b).map { $0 >= 0 })
    }

    private static func includes(_ a: Interval, _ b: Interval) -> Bool? {
        both(Interval.lowerOrder(a, b).map { $0 <= 0 }, Interval.upperOrder(a, b).map { $0 >= 0 })
    }

    private static func meets(_ a: Interval, _ b: Interval) -> Bool? { Interval.gap(a, b).map { $0 == 0 } }

    static let range: [Builtin] = [
        relation(
            "before", .either, .either, "在其之前", "whether all of one lies before the other",
            examples: [("before(1, [5..10])", "true"), ("before([1..5], [5..10])", "false")]
        ) {
            a, b in Interval.gap(a, b).map { $0 < 0 }
        },
        relation("after", .either, .either, "在其之后", "whether all of one lies after the other", examples: [("after(12, [1..10])", "true")]) {
            a, b in Interval.gap(b, a).map { $0 < 0 }
        },
        relation(
            "meets", .range, .range, "前者的终点是后者的起点", "whether one ends where the other begins",
            examples: [("meets([1..5], [5..10])", "true"), ("meets([1..5), [5..10])", "false")], meets),
        relation(
            "met by", .range, .range, "前者的起点是后者的终点", "whether one begins where the other ends",
            examples: [("met by([5..10], [1..5])", "true")]
        ) {
            a, b in meets(b, a)
        },
        relation(
            "overlaps", .range, .range, "有共同部分", "whether they share a value",
            examples: [("overlaps([1..5], [3..8])", "true"), ("overlaps([1..5), [5..8])", "false")]
        ) {
            a, b in both(Interval.gap(a, b).map { $0 >= 0 }, Interval.gap(b, a).map { $0 >= 0 })
        },
        relation(
            "overlaps before", .range, .range, "先开始，并与后者有共同部分", "whether one begins earlier and reaches into the other",
            examples: [("overlaps before([1..5], [3..8])", "true")], overlapsBefore),
        relation(
            "overlaps after", .range, .range, "后开始，并与前者有共同部分", "whether one begins inside the other and ends after it",
            examples: [("overlaps after([3..8], [1..5])", "true")]
        ) {
            a, b in overlapsBefore(b, a)
        },
        relation(
            "finishes", .either, .range, "一同结束", "whether one ends the other",
            examples: [("finishes(10, [1..10])", "true"), ("finishes([5..10], [1..10])", "true")], finishes),
        relation(
            "finished by", .range, .either, "以其结束", "whether one is ended by the other", examples: [("finished by([1..10], 10)", "true")]
        ) {
            a, b in finishes(b, a)
        },
        relation(
            "includes", .range, .either, "包含", "whether one holds the other",
            examples: [("includes([5..10], 6)", "true"), ("includes([1..10], [4..6])", "true")], includes),
        relation("during", .either, .range, "在其中", "whether one lies within the other", examples: [("during(5, [1..10])", "true")]) {
            a, b in includes(b, a)
        },
        relation("starts", .either, .range, "一同开始", "whether one begins the other", examples: [("starts(1, [1..10])", "true")], starts),
        relation("started by", .range, .either, "以其开始", "whether one is begun by the other", examples: [("started by([1..10], 1)", "true")])
        {
            a, b in starts(b, a)
        },
        relation(
            "coincides", .either, .either, "完全重合", "whether both are the same",
            examples: [("coincides([1..5], [1..5])", "true"), ("coincides(3, 4)", "false")]
        ) {
            a, b in both(Interval.lowerOrder(a, b).map { $0 == 0 }, Interval.upperOrder(a, b).map { $0 == 0 })
        },
        Builtin(
            "range", clause: "10.3.4.1", [.init("from", .string)], returns: .range(.any), "把文字读作范围", "reads a text as a range of literals",
            examples: [(#"range("[1..3]")"#, "[1..3]"), (#"range("[2..)")"#, "(>= 2)"), (#"range("[3..1]")"#, "null")]
        ) { arguments, run in
            guard let text = arguments[0].string else { return nil }
            guard let literal = literalRange(text) else { return run.failCall(.unreadable(text, as: .basic(.range))) }
            if let order = Comparing.order(literal.lower, literal.upper), order > 0 { return run.failCall(.reversedRange(text)) }
            return .range(literal)
        },
    ]

    /// A range whose ends are literals, or conversions of literals, in their order; one without an end is a comparison (DMN 1.5, table 72).
    private static func literalRange(_ text: String) -> RangeValue? {
        let names = NameScope(conversionsOfText)
        if let comparison = comparison(text, names) { return comparison }
        guard let syntax = try? Parser.parse(text, names: names),
            case .range(let low, let includesLow, let high, let includesHigh) = syntax.kind,
            let lower = literal(low), let upper = literal(high), lower.kind == upper.kind,
            Comparing.order(lower, upper) != nil
        else { return nil }
        return RangeValue(lower: lower, includesLower: includesLow, upper: upper, includesUpper: includesHigh)
    }

    /// `[2..)`, `(..2)`: the bracket beside the missing end is a round one.
    private static func comparison(_ text: String, _ names: NameScope) -> RangeValue? {
        var inner = Substring(text).trimmed
        guard let open = inner.popFirst(), let close = inner.popLast(), "[(]".contains(open), "])[".contains(close) else { return nil }
        inner = inner.trimmed
        let isBelow = inner.hasPrefix("..")
        guard isBelow || inner.hasSuffix(".."), (isBelow ? open : close) != (isBelow ? "[" : "]") else { return nil }
        let end = isBelow ? inner.dropFirst(2) : inner.dropLast(2)
        guard let syntax = try? Parser.parse(String(end), names: names), let value = literal(syntax) else { return nil }
        let isIncluded = isBelow ? close == "]" : open == "["
        return RangeValue(isBelow ? (isIncluded ? .lessOrEqual : .less) : (isIncluded ? .greaterOrEqual : .greater), value)
    }

    private static let conversionsOfText = ["date", "time", "date and time", "duration"]

    /// The value of a literal, with a sign or as the text of a date, time or duration.
    private static func literal(_ expression: Expression) -> Value? {
        var run = Evaluation()
        let value: Value?
        switch expression.kind {
        case .literal(let literal): value = literal
        case .negation(let operand): value = literal(operand).map { Arithmetic.negate($0, &run, at: operand.range) }
        case .call(let function, let arguments):
            guard case .name(let name) = function.kind, conversionsOfText.contains(name), arguments.count == 1,
                case .literal(let text) = arguments[0].value.kind, text.string != nil
            else { return nil }
            value = byName[name]?.call([text], &run, at: expression.range)
        default: return nil
        }
        return value.flatMap { $0.isNull ? nil : $0 }
    }
}

extension Substring {
    /// Without white space around.
    fileprivate var trimmed: Substring {
        var result = drop(while: \.isWhitespace)
        while result.last?.isWhitespace == true { result.removeLast() }
        return result
    }
}
