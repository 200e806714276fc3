import Quantities

/// What a value holds, where it is of a certain kind.
extension Value {
    /// The items of a list; a single value is a list of itself (DMN 1.5, 10.3.2.9.4).
    var items: [Value]? {
        switch self {
        case .list(let items): items
        case .null: nil
        default: [self]
        }
    }

    var number: Decimal? { if case .number(let number) = self { number } else { nil } }
    /// The text of a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// A number as an index or a length: what stands behind its point does not count.
    var index: Int? { number.flatMap { $0.rounded(places: 0, .down).integer } }

    /// The numbers of a list; nil where one of them is not a number.
    var numbers: [Decimal]? {
        guard let items else { return nil }
        var result: [Decimal] = []
        for item in items {
            guard let number = item.number else { return nil }
            result.append(number)
        }
        return result
    }
}
