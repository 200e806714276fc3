import Quantities

/// The list functions that give one value for all items (DMN 1.5, 10.3.4.4).
extension Builtin {
    /// The type of a list's elements.
    private static func element(_ types: [FEELType]) -> FEELType {
        if types.count == 1, case .list(let element) = types[0] { return element }
        return types.dropFirst().reduce(types.first ?? .any) { $0.joined(with: $1) }
    }

    private static func extreme(_ name: String, _ zh: String, _ en: String, sign: Int, examples: [(String, String)]) -> Builtin {
        Builtin(
            name, clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .any, typed: element,
            partial: .bounded { bounds(ofExtreme: sign, $0) }, zh, en,
            examples: examples
        ) { arguments, _ in
            guard let list = arguments[0].items else { return nil }
            guard var best = list.first else { return .null }
            guard list.count > 1 || Comparing.order(best, best) != nil else { return nil }
            for item in list.dropFirst() {
                guard let order = Comparing.order(item, best) else { return nil }
                if order * sign > 0 { best = item }
            }
            return best
        }
    }

    /// Of the greatest, every item that is known is a lower bound; an upper one needs all of them. Of the least it is the other way round.
    private static func bounds(ofExtreme sign: Int, _ items: [Value]) -> Value {
        let bounds = items.map { $0.isNull ? nil : $0.bounds ?? (.null, .null) }.compactMap { $0 }
        guard bounds.count == items.count else { return .unknown }
        func extreme(_ ends: [Value]) -> Value? {
            ends.dropFirst().reduce(ends.first) { best, end in
                guard let best, let order = Comparing.order(end, best) else { return nil }
                return order * sign > 0 ? end : best
            }
        }
        let (near, far) = sign > 0 ? (bounds.map(\.lower), bounds.map(\.upper)) : (bounds.map(\.upper), bounds.map(\.lower))
        let known = extreme(near.filter { !$0.isNull }) ?? .null
        let limit = extreme(far) ?? .null
        if known.isNull, limit.isNull { return .unknown }
        if Comparing.order(known, limit) == 0 { return known }
        return .between(sign > 0 ? Bounds(lower: known, upper: limit) : Bounds(lower: limit, upper: known))
    }

    private static func boundsOfSum(_ items: [Value]) -> Value {
        func sum(_ ends: [Value?]) -> Decimal? {
            let numbers = ends.compactMap { $0?.number }
            return numbers.count == ends.count ? numbers.sum : nil
        }
        let (lower, upper) = (sum(items.map { $0.bounds?.lower }), sum(items.map { $0.bounds?.upper }))
        guard lower != nil || upper != nil else { return .unknown }
        return .between(Bounds(lower: lower.map(Value.number) ?? .null, upper: upper.map(Value.number) ?? .null))
    }

    private static func quantifier(_ name: String, _ zh: String, _ en: String, isAll: Bool, examples: [(String, String)]) -> Builtin {
        Builtin(name, clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .boolean, partial: .own, zh, en, examples: examples) {
            arguments, _ in
            guard arguments[0].isKnown else { return .unknown }
            guard let list = arguments[0].items else { return nil }
            return list.reduce(.boolean(isAll)) { isAll ? Logic.and($0, $1) : Logic.or($0, $1) }
        }
    }

    static let aggregate: [Builtin] = [
        Builtin(
            "count", clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .number, partial: .shallow, countsItems: true,
            "列表有几项", "how many items a list has", examples: [("count([1, 2, 3])", "3"), ("count([])", "0")]
        ) { arguments, _ in arguments[0].items.map { .integer($0.count) } },
        extreme("min", "最小的一项", "the least item", sign: -1, examples: [("min([3, 1, 2])", "1"), ("min(1, 2)", "1")]),
        extreme("max", "最大的一项", "the greatest item", sign: 1, examples: [("max([3, 1, 2])", "3")]),
        Builtin(
            "sum", clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .number, typed: element, partial: .bounded(boundsOfSum),
            "各数之和", "the sum of numbers", examples: [("sum([1, 2, 3])", "6"), ("sum([])", "null")]
        ) { arguments, _ in
            guard let numbers = arguments[0].numbers else { return nil }
            return numbers.isEmpty ? .null : numbers.sum.map(Value.number)
        },
        Builtin(
            "mean", clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .number, typed: element,
            "平均数", "the arithmetic mean", examples: [("mean([1, 2, 3])", "2")]
        ) { arguments, _ in
            guard let numbers = arguments[0].numbers else { return nil }
            if numbers.isEmpty { return .null }
            return numbers.sum.flatMap { Decimal.divide($0, Decimal(numbers.count)) }.map(Value.number)
        },
        quantifier(
            "all", "是否全部成立", "whether all items are true", isAll: true, examples: [("all([true, false])", "false"), ("all([])", "true")]),
        quantifier(
            "any", "是否有一项成立", "whether any item is true", isAll: false, examples: [("any([true, false])", "true"), ("any([])", "false")]),
        Builtin(
            "product", clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .number,
            "各数之积", "the product of numbers", examples: [("product([2, 3, 4])", "24")]
        ) { arguments, _ in
            guard let numbers = arguments[0].numbers else { return nil }
            if numbers.isEmpty { return .null }
            return numbers.reduce(Decimal(1) as Decimal?) { product, number in product.flatMap { Decimal.multiply($0, number) } }.map(
                Value.number)
        },
        Builtin(
            "median", clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .number, typed: element,
            "中位数", "the middle number, or the mean of both",
            examples: [("median([8, 2, 5, 3, 4])", "4"), ("median([6, 1, 2, 3])", "2.5"), ("median([])", "null")]
        ) { arguments, _ in
            guard let numbers = arguments[0].numbers?.sorted() else { return nil }
            guard !numbers.isEmpty else { return .null }
            let middle = numbers.count / 2
            if numbers.count % 2 == 1 { return .number(numbers[middle]) }
            return Decimal.add(numbers[middle - 1], numbers[middle]).flatMap { Decimal.divide($0, 2) }.map(Value.number)
        },
        Builtin(
            "stddev", clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .number, typed: element,
            "样本标准差", "the standard deviation of a sample",
            examples: [("stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"), ("stddev([47])", "null")]
        ) { arguments, _ in
            guard let numbers = arguments[0].numbers else { return nil }
            if numbers.count < 2 { return .null }
            guard let sum = numbers.sum,
                let mean = Decimal.divide(sum, Decimal(numbers.count))
            else { return nil }
            let squares = numbers.compactMap { number in Decimal.subtract(number, mean).flatMap { Decimal.multiply($0, $0) } }
            guard squares.count == numbers.count else { return nil }
            return squares.sum.flatMap { Decimal.divide($0, Decimal(numbers.count - 1)) }?.squareRoot.map(Value.number)
        },
        Builtin(
            "mode", clause: "10.3.4.4", [items], surplus: .itemsOfList, returns: .list(.number), "众数", "the most frequent numbers",
            examples: [("mode([6, 3, 9, 6, 6])", "[6]"), ("mode([6, 1, 9, 6, 1])", "[1, 6]"), ("mode([])", "[]")]
        ) { arguments, _ in
            guard let numbers = arguments[0].numbers else { return nil }
            let counts = numbers.reduce(into: [Decimal: Int]()) { $0[$1, default: 0] += 1 }
            let most = counts.values.max() ?? 0
            return .list(counts.filter { $0.value == most }.keys.sorted().map(Value.number))
        },
    ]
}

extension [Decimal] {
    fileprivate var sum: Decimal? {
        var total = Decimal.zero
        for number in self {
            guard let next = Decimal.add(total, number) else { return nil }
            total = next
        }
        return total
    }
}
