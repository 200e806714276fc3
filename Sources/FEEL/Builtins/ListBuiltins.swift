import Quantities

/// List functions (DMN 1.5, 10.3.4.4).
extension Builtin {
    static let items = Parameter("list", .list(.any))

    private static func same(_ types: [FEELType]) -> FEELType {
        if case .list = types.first { return types[0] }
        return .list(.any)
    }

    static let list: [Builtin] = [
        Builtin(
            "list contains", clause: "10.3.4.4", [items, .init("element", .any)], returns: .boolean, partial: .own,
            "列表是否含有某项", "whether a list holds an element",
            examples: [("list contains([1, 2], 2)", "true"), ("list contains([null], null)", "true")]
        ) { arguments, run in
            guard arguments[0].isKnown else { return .unknown }
            guard let list = arguments[0].items else { return nil }
            var result = Value.boolean(false)
            var silent = Evaluation()
            for item in list {
                let same = Comparing.equal(item, arguments[1], &silent, at: 0..<0)
                if case .boolean(true) = same { return same }
                if !same.isKnown { result = .unknown }
            }
            return result
        },
        Builtin(
            "sublist", clause: "10.3.4.4", [items, .init("start position", .number), .init("length", .number, optional: true)],
            returns: .list(.any), typed: same, partial: .shallow, "列表的一段", "a part of a list",
            examples: [("sublist([4, 5, 6], 1, 2)", "[4, 5]")]
        ) { arguments, _ in
            guard let list = arguments[0].items, let start = position(arguments[1], in: list) else { return nil }
            let rest = list[start...]
            guard arguments.count == 3, !arguments[2].isNull else { return .list(Array(rest)) }
            guard let length = arguments[2].index, (1...rest.count).contains(length) else { return nil }
            return .list(Array(rest.prefix(length)))
        },
        Builtin(
            "concatenate", clause: "10.3.4.4", [items], surplus: .lists, returns: .list(.any), partial: .shallow,
            "把几个列表接起来", "lists one after the other", examples: [("concatenate([1, 2], [3])", "[1, 2, 3]")]
        ) { arguments, _ in
            guard let lists = arguments[0].items else { return nil }
            var result: [Value] = []
            for list in lists {
                guard list.isKnown else { return .unknown }
                guard let items = list.items else { return nil }
                result += items
            }
            return .list(result)
        },
        Builtin(
            "append", clause: "10.3.4.4", [items, .init("item", .any)], surplus: .moreOfLast, returns: .list(.any), partial: .own,
            "在列表末尾添上各项", "a list with more items", examples: [("append([1], 2)", "[1, 2]"), ("append([1], 2, 3)", "[1, 2, 3]")]
        ) { arguments, _ in
            guard arguments[0].isKnown else { return .unknown }
            return arguments[0].items.map { .list($0 + arguments.dropFirst()) }
        },
        Builtin(
            "insert before", clause: "10.3.4.4", [items, .init("position", .number), .init("newItem", .any)], returns: .list(.any),
            partial: .shallow, "在某位置之前插入一项", "a list with an item inserted", examples: [("insert before([1, 3], 1, 2)", "[2, 1, 3]")]
        ) { arguments, _ in
            guard var list = arguments[0].items, let position = position(arguments[1], in: list) else { return nil }
            list.insert(arguments[2], at: position)
            return .list(list)
        },
        Builtin(
            "remove", clause: "10.3.4.4", [items, .init("position", .number)], returns: .list(.any), typed: same, partial: .shallow,
            "去掉某位置的一项", "a list without the item at a position", examples: [("remove([1, 2, 3], 2)", "[1, 3]")]
        ) { arguments, _ in
            guard var list = arguments[0].items, let position = position(arguments[1], in: list) else { return nil }
            list.remove(at: position)
            return .list(list)
        },
        Builtin(
            "list replace", clause: "10.3.4.4", [items, .init("position", .number), .init("newItem", .any)],
            or: [[items, .init("match", .function(parameters: [.any, .any], result: .boolean)), .init("newItem", .any)]],
            returns: .list(.any), partial: .shallow, "替换某位置的一项，或函数选中的各项", "a list with items replaced, by position or by a function",
            examples: [
                ("list replace([2, 4, 7], 3, 6)", "[2, 4, 6]"),
                ("list replace([2, 4, 7], function(item, newItem) item < newItem, 5)", "[5, 5, 7]"),
            ]
        ) { arguments, run in
            guard var list = arguments[0].items else { return nil }
            guard case .function(let match) = arguments[1] else {
                guard let position = position(arguments[1], in: list) else { return nil }
                list[position] = arguments[2]
                return .list(list)
            }
            for index in list.indices {
                switch match.call([list[index], arguments[2]], &run, at: run.callRange).truth {
                case .yes: list[index] = arguments[2]
                case .no: break
                case .open: return .unknown
                case .none: return nil
                }
            }
            return .list(list)
        },
        Builtin(
            "reverse", clause: "10.3.4.4", [items], returns: .list(.any), typed: same, partial: .shallow,
            "倒序", "in reverse order", examples: [("reverse([1, 2])", "[2, 1]")]
        ) { arguments, _ in arguments[0].items.map { .list($0.reversed()) } },
        Builtin(
            "index of", clause: "10.3.4.4", [items, .init("match", .any)], returns: .list(.number),
            "某项的位置", "where an item stands", examples: [("index of([1, 2, 1], 1)", "[1, 3]")]
        ) { arguments, run in
            guard let list = arguments[0].items else { return nil }
            var silent = Evaluation()
            return .list(list.indices.filter { isSame(list[$0], arguments[1], &silent) }.map { .integer($0 + 1) })
        },
        Builtin(
            "distinct values", clause: "10.3.4.4", [items], returns: .list(.any), typed: same,
            "去掉重复的项", "a list without duplicates", examples: [("distinct values([1, 2, 1])", "[1, 2]")]
        ) { arguments, run in arguments[0].items.flatMap { distinct($0, &run) }.map(Value.list) },
        Builtin(
            "union", clause: "10.3.4.4", [items], surplus: .lists, returns: .list(.any),
            "并集", "lists joined without duplicates", examples: [("union([1, 2], [2, 3])", "[1, 2, 3]")]
        ) { arguments, run in
            guard let lists = arguments[0].items else { return nil }
            let parts = lists.compactMap(\.items)
            guard parts.count == lists.count else { return nil }
            return distinct(parts.flatMap { $0 }, &run).map(Value.list)
        },
        Builtin(
            "flatten", clause: "10.3.4.4", [items], returns: .list(.any), partial: .shallow,
            "展开嵌套的列表", "a list of the items of nested lists", examples: [("flatten([[1], [[2]]])", "[1, 2]")]
        ) { arguments, _ in
            guard let items = arguments[0].items.map(flattened) else { return nil }
            // What is not known may be a list.
            return items.allSatisfy(\.isKnown) ? .list(items) : .unknown
        },
        Builtin(
            "sort", clause: "10.3.4.12",
            [items, .init("precedes", .function(parameters: [.any, .any], result: .boolean), optional: true)],
            returns: .list(.any), typed: same, partial: .shallow, "按函数给出的先后排序", "sorts by a function that says what precedes what",
            examples: [("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"), ("sort([3, 1, 2])", "[1, 2, 3]")]
        ) { arguments, run in
            guard let list = arguments[0].items else { return nil }
            if arguments.count == 1 || arguments[1].isNull {
                guard list.allSatisfy({ run.isCompletelyKnown($0, at: run.callRange) }) else { return .unknown }
                guard list.allSatisfy({ Comparing.order(list[0], $0) != nil }) else { return nil }
                return .list(list.sorted { Comparing.order($0, $1) ?? 0 < 0 })
            }
            guard case .function(let precedes) = arguments[1] else { return nil }
            var isOpen = false
            let sorted = mergeSorted(list) { a, b in
                let answer = precedes.call([a, b], &run, at: run.callRange).truth
                if case .open = answer { isOpen = true }
                return answer
            }
            return isOpen ? .unknown : sorted.map(Value.list)
        },
    ]

    /// The index that a position means: counted from 1, or from the end where negative. Nil outside of the list.
    private static func position(_ value: Value, in list: [Value]) -> Int? {
        guard let position = value.index, position != 0, position.magnitude <= list.count else { return nil }
        return position > 0 ? position - 1 : list.count + position
    }

    /// Sorts stably, by an order that need not be one: it ends whatever the function answers. Nil where it does not answer.
    private static func mergeSorted(_ list: [Value], _ precedes: (Value, Value) -> Truth) -> [Value]? {
        guard list.count > 1 else { return list }
        let middle = list.count / 2
        guard let left = mergeSorted(Array(list[..<middle]), precedes), let right = mergeSorted(Array(list[middle...]), precedes) else {
            return nil
        }
        var result: [Value] = []
        result.reserveCapacity(list.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            switch precedes(right[j], left[i]) {
            case .yes:
                result.append(right[j])
                j += 1
            case .no:
                result.append(left[i])
                i += 1
            case .open, .none: return nil
            }
        }
        return result + left[i...] + right[j...]
    }

    private static func isSame(_ a: Value, _ b: Value, _ run: inout Evaluation) -> Bool {
        if case .boolean(true) = Comparing.equal(a, b, &run, at: 0..<0) { true } else { false }
    }

    /// Numbers and texts are found by hashing; others are compared, which costs steps. Nil where there are none left.
    private static func distinct(_ items: [Value], _ run: inout Evaluation) -> [Value]? {
        var texts: Set<[UInt8]> = []
        var numbers: Set<Decimal> = []
        var others: [Value] = []
        var result: [Value] = []
        for item in items {
            switch item {
            case .string(let text): if texts.insert(Array(text.utf8)).inserted { result.append(item) }
            case .number(let number): if numbers.insert(number).inserted { result.append(item) }
            default:
                run.stepsLeft -= others.count
                guard run.step(at: run.callRange) else { return nil }
                var silent = Evaluation()
                guard !others.contains(where: { isSame($0, item, &silent) }) else { continue }
                others.append(item)
                result.append(item)
            }
        }
        return result
    }

    private static func flattened(_ items: [Value]) -> [Value] {
        items.flatMap { item -> [Value] in if case .list(let inner) = item { flattened(inner) } else { [item] } }
    }
}
