public import Quantities

/// A value of FEEL (DMN 1.5, 10.3.2), with two more for partial information: a fact that nobody has stated, and a value of which only
/// bounds are stated. Expressions over known values never give either.
public enum Value: Sendable {
    case null
    /// A fact that is not known. It is not null: nothing passes on it, and `x = null` does not hold for it.
    case unknown
    /// A value that is only known to lie between two others, both included.
    case between(Bounds)
    case boolean(Bool)
    case number(Decimal)
    case string(String)
    case date(CalendarDate)
    case time(TimeOfDay)
    indirect case dateTime(DateTime)
    case months(YearMonthDuration)
    case days(DayTimeDuration)
    case list([Value])
    case context(Context)
    case range(RangeValue)
    case function(FunctionValue)
    /// A record of a store outside, such as a fact base; see ``RecordSource``.
    case record(Record)

    /// A number of FEEL; exact.
    public static func integer(_ number: Int) -> Value { .number(Decimal(number)) }

    /// Whether the value is known without any bounds.
    public var isKnown: Bool {
        switch self {
        case .unknown, .between: false
        default: true
        }
    }

    /// Whether it is null; an unknown value is not.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// Known all the way down: no element of a list, entry of a context or end of a range is unknown.
    public var isCompletelyKnown: Bool {
        switch self {
        case .unknown, .between: false
        case .list(let items): items.allSatisfy(\.isCompletelyKnown)
        case .context(let context): context.entries.allSatisfy(\.value.isCompletelyKnown)
        case .range(let range): range.lower.isCompletelyKnown && range.upper.isCompletelyKnown
        default: true
        }
    }
}

/// The lower and the upper bound of a value that is not known exactly; null where there is none.
public final class Bounds: Sendable {
    /// The least that the value can be; it is included.
    public let lower: Value
    /// The greatest that the value can be; it is included.
    public let upper: Value

    /// - Parameters: known values of one type, in their order, and not equal; nothing is checked.
    public init(lower: Value, upper: Value) {
        self.lower = lower
        self.upper = upper
    }
}

/// Ordered entries with different names (DMN 1.5, 10.3.2.6).
public struct Context: Sendable {
    /// In their order; each name once.
    public private(set) var entries: [(name: String, value: Value)]

    /// - Parameter entries: each name once; it is not checked.
    public init(_ entries: [(name: String, value: Value)] = []) { self.entries = entries }

    /// The value of an entry; nil where there is none, which is not an entry that is null.
    public subscript(name: String) -> Value? { entries.first { isSameText($0.name, name) }?.value }

    /// The entry that a name in an expression means: white space inside of it does not count.
    func entry(called name: String) -> Value? {
        if let value = self[name] { return value }
        guard !name.unicodeScalars.allSatisfy(isNamePart) else { return nil }
        return entries.first { NameTokens.areSame($0.name, name) }?.value
    }

    /// Sets an entry; one of that name keeps its position.
    public mutating func set(_ name: String, _ value: Value) {
        if let index = entries.firstIndex(where: { isSameText($0.name, name) }) {
            entries[index].value = value
        } else {
            entries.append((name, value))
        }
    }
}

/// An interval of comparable values (DMN 1.5, 10.3.2.7), or all that compare to one value in one way: `(<= 10)`, `(!= 10)`.
public final class RangeValue: Sendable {
    /// How members compare to the one end that there is; nil where both ends were written.
    public let comparison: ComparisonOperator?
    /// The lower end; null where there is none.
    public let lower: Value
    /// The upper end; null where there is none.
    public let upper: Value
    /// Whether the lower end is a member.
    public let includesLower: Bool
    /// Whether the upper end is a member.
    public let includesUpper: Bool

    /// A range as it is written: `[1..3)`.
    ///
    /// - Parameters: null ends are open; the order of the ends is not checked.
    public init(lower: Value, includesLower: Bool, upper: Value, includesUpper: Bool) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
        comparison = nil
    }

    init(_ comparison: ComparisonOperator, _ end: Value) {
        self.comparison = comparison
        switch comparison {
        case .equal, .notEqual: (lower, upper, includesLower, includesUpper) = (end, end, true, true)
        case .less, .lessOrEqual: (lower, upper, includesLower, includesUpper) = (.null, end, false, comparison == .lessOrEqual)
        case .greater, .greaterOrEqual: (lower, upper, includesLower, includesUpper) = (end, .null, comparison == .greaterOrEqual, false)
        }
    }

    /// The end of a comparison.
    var end: Value { lower.isNull ? upper : lower }
}

/// Whether two texts are the same code points; canonically equivalent ones need not be.
@inline(__always)
func isSameText(_ a: String, _ b: String) -> Bool { a == b && a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8) }
