import Quantities

/// Comparison of values (DMN 1.5, 10.3.2.13 and tables 51 to 53). Values of different kinds compare to null; against null, equality is
/// decided. What is not known is compared by its bounds, and gives `unknown` where they do not decide.
enum Comparing {
    static func compare(_ sign: ComparisonOperator, _ a: Value, _ b: Value, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        switch sign {
        case .equal: return equal(a, b, &run, at: range)
        case .notEqual:
            let same = equal(a, b, &run, at: range)
            if case .boolean(let flag) = same { return .boolean(!flag) }
            return same
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return ordered(sign, a, b, &run, at: range)
        }
    }

    // MARK: Order

    private static func ordered(
        _ sign: ComparisonOperator, _ a: Value, _ b: Value, _ run: inout Evaluation, at range: Range<Int>
    ) -> Value {
        if a.isNull || b.isNull { return .null }
        if a.isKnown, b.isKnown {
            guard let order = order(a, b) else { return run.fail(.incomparable(a, b), at: range) }
            return .boolean(sign.holds(order))
        }
        guard let a = a.bounds, let b = b.bounds else { return .unknown }
        // Whether it holds for both extremes of the difference decides it for all values between; without a bound it can be anything.
        var (least, greatest) = (-1, 1)
        if !a.lower.isNull, !b.upper.isNull {
            guard let order = order(a.lower, b.upper) else {
                return run.fail(.incomparable(a.lower, b.upper), at: range)
            }
            least = order
        }
        if !a.upper.isNull, !b.lower.isNull {
            guard let order = order(a.upper, b.lower) else {
                return run.fail(.incomparable(a.upper, b.lower), at: range)
            }
            greatest = order
        }
        let atLeast = sign.holds(least)
        return atLeast == sign.holds(greatest) ? .boolean(atLeast) : .unknown
    }

    /// Negative, zero or positive; nil where the values have no order. A local time beside one with a zone has the other's offset
    /// (DMN 1.5, table 54).
    static func order(_ a: Value, _ b: Value) -> Int? {
        switch (a, b) {
        case (.number(let a), .number(let b)): return Decimal.compare(a, b)
        case (.string(let a), .string(let b)):
            return isSameText(a, b) ? 0 : a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) ? -1 : 1
        case (.date(let a), .date(let b)): return a < b ? -1 : a == b ? 0 : 1
        case (.time(let a), .time(let b)):
            return (a.zone == nil) == (b.zone == nil) ? three(a.comparableSeconds, b.comparableSeconds) : three(a.seconds, b.seconds)
        case (.dateTime(let a), .dateTime(let b)):
            let areAlike = (a.zone == nil) == (b.zone == nil)
            return areAlike ? three(a.comparableSeconds, b.comparableSeconds) : three(a.localSeconds, b.localSeconds)
        // Midnight in UTC; a local time has the same offset then.
        case (.dateTime(let a), .date(let b)): return three(a.comparableSeconds, b.days * 86_400)
        case (.date(let a), .dateTime(let b)): return three(a.days * 86_400, b.comparableSeconds)
        case (.months(let a), .months(let b)): return a < b ? -1 : a == b ? 0 : 1
        case (.days(let a), .days(let b)): return a < b ? -1 : a == b ? 0 : 1
        default: return nil
        }
    }

    private static func three(_ a: Int, _ b: Int) -> Int { a < b ? -1 : a == b ? 0 : 1 }

    /// Whether one is local and the other has a zone: they have an order, but there is no saying whether they are equal.
    private static func mixesZones(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.time(let a), .time(let b)): (a.zone == nil) != (b.zone == nil)
        case (.dateTime(let a), .dateTime(let b)): (a.zone == nil) != (b.zone == nil)
        case (.dateTime(let a), .date), (.date, .dateTime(let a)): a.zone == nil
        default: false
        }
    }

    // MARK: Equality

    static func equal(_ a: Value, _ b: Value, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        if !a.isKnown || !b.isKnown {
            guard let a = a.bounds, let b = b.bounds else { return .unknown }
            let isBelow = order(a.upper, b.lower).map { $0 < 0 } ?? false
            let isAbove = order(a.lower, b.upper).map { $0 > 0 } ?? false
            return isBelow || isAbove ? .boolean(false) : .unknown
        }
        switch (a, b) {
        case (.null, .null): return .boolean(true)
        case (.null, _), (_, .null): return .boolean(false)
        case (.boolean(let a), .boolean(let b)): return .boolean(a == b)
        case (.string(let a), .string(let b)): return .boolean(isSameText(a, b))
        case (.list(let a), .list(let b)):
            return a.count == b.count ? all(zip(a, b).map { ($0, $1) }, &run, at: range) : .boolean(false)
        case (.context(let a), .context(let b)):
            guard a.entries.count == b.entries.count else { return .boolean(false) }
            var pairs: [(Value, Value)] = []
            for entry in a.entries {
                guard let other = b[entry.name] else { return .boolean(false) }
                pairs.append((entry.value, other))
            }
            return all(pairs, &run, at: range)
        case (.range(let a), .range(let b)):
            guard a.includesLower == b.includesLower, a.includesUpper == b.includesUpper, a.comparison == b.comparison else {
                return .boolean(false)
            }
            return all([(a.lower, b.lower), (a.upper, b.upper)], &run, at: range)
        case (.record(let a), .record(let b)): return .boolean(a.source === b.source && a.index == b.index)
        case (.function(let a), .function(let b)): return .boolean(a === b)
        default:
            guard let order = order(a, b), !mixesZones(a, b) else {
                return run.fail(.incomparable(a, b), at: range)
            }
            return .boolean(order == 0)
        }
    }

    /// Whether all pairs are equal: one that is not decides it, otherwise one that is unknown.
    private static func all(_ pairs: [(Value, Value)], _ run: inout Evaluation, at range: Range<Int>) -> Value {
        var result = Value.boolean(true)
        for (a, b) in pairs {
            guard run.step(at: range) else { return .null }
            switch equal(a, b, &run, at: range) {
            case .boolean(true): continue
            case .boolean(false): return .boolean(false)
            case .unknown: result = .unknown
            default: if result.isKnown { result = .null }
            }
        }
        return result
    }

    // MARK: Ranges and membership

    /// Whether a value lies in a range.
    static func contains(_ interval: RangeValue, _ value: Value, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        if let comparison = interval.comparison { return compare(comparison, value, interval.end, &run, at: range) }
        let lower = compare(interval.includesLower ? .greaterOrEqual : .greater, value, interval.lower, &run, at: range)
        let upper = compare(interval.includesUpper ? .lessOrEqual : .less, value, interval.upper, &run, at: range)
        return Logic.and(lower, upper)
    }

    /// The right side of `in`: equal to it, in the range, or in the list or in one of its ranges (DMN 1.5, table 55).
    static func member(_ value: Value, of test: Value, _ run: inout Evaluation, at range: Range<Int>) -> Value {
        switch test {
        case .range(let interval): return contains(interval, value, &run, at: range)
        case .list(let items):
            // An item of another kind is just not equal to the value.
            let problems = run.problems.count
            defer { run.problems.removeLast(run.problems.count - problems) }
            if case .list = value {
                let same = equal(value, test, &run, at: range)
                if case .boolean(true) = same { return same }
            }
            var result = Value.boolean(false)
            for item in items {
                guard run.step(at: range) else { return .null }
                var isMember: Value
                if case .list = item {
                    isMember = equal(value, item, &run, at: range)
                } else {
                    isMember = member(value, of: item, &run, at: range)
                }
                if isMember.isNull { isMember = .boolean(false) }
                result = Logic.or(result, isMember)
                if case .boolean(true) = result { return result }
            }
            return result
        case .unknown: return .unknown
        default: return equal(value, test, &run, at: range)
        }
    }
}

extension Value {
    /// The least and the greatest that the value can be, null where there is no bound; nil where nothing is known.
    var bounds: (lower: Value, upper: Value)? {
        switch self {
        case .unknown, .null: nil
        case .between(let bounds): (bounds.lower, bounds.upper)
        default: (self, self)
        }
    }
}

/// Three-valued logic (DMN 1.5, tables 48 and 49), where what is unknown can still turn out either way.
enum Logic {
    static func and(_ a: Value, _ b: Value) -> Value {
        switch (a.truth, b.truth) {
        case (.no, _), (_, .no): .boolean(false)
        case (.yes, .yes): .boolean(true)
        case (.open, _), (_, .open): .unknown
        default: .null
        }
    }

    static func or(_ a: Value, _ b: Value) -> Value {
        switch (a.truth, b.truth) {
        case (.yes, _), (_, .yes): .boolean(true)
        case (.no, .no): .boolean(false)
        case (.open, _), (_, .open): .unknown
        default: .null
        }
    }
}

enum Truth {
    case yes, no
    /// Unknown: it can become either.
    case open
    /// Null or not a boolean: it is neither.
    case none
}

extension Value {
    var truth: Truth {
        switch self {
        case .boolean(let flag): flag ? .yes : .no
        case .unknown, .between: .open
        default: .none
        }
    }
}

extension ComparisonOperator {
    /// Whether a comparison holds; nil where what is unknown of the values leaves it open, or where they cannot be compared.
    public func holds(_ a: Value, _ b: Value) -> Bool? {
        var silent = Evaluation()
        if case .boolean(let flag) = Comparing.compare(self, a, b, &silent, at: 0..<0) { return flag }
        return nil
    }
}
