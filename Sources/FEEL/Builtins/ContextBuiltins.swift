/// Context functions (DMN 1.5, 10.3.4.9).
extension Builtin {
    static let context: [Builtin] = [
        Builtin(
            "get value", clause: "10.3.4.9", [.init("m", .any), .init("key", .any)], returns: .any, partial: .shallow,
            "取一项的值；键可以是一串名称", "the value of an entry, or of an entry of entries",
            examples: [(#"get value({a: 1}, "a")"#, "1"), (#"get value({a: {b: 2}}, ["a", "b"])"#, "2")]
        ) { arguments, run in
            guard run.isCompletelyKnown(arguments[1], at: run.callRange) else { return .unknown }
            guard var value = arguments[0].asContext(&run).map(Value.context), let path = path(arguments[1]) else { return nil }
            if path.isEmpty { return .null }
            for key in path {
                guard value.isKnown else { return .unknown }
                guard let context = value.asContext(&run), let next = context[key] else { return .null }
                value = next
            }
            return value
        },
        Builtin(
            "get entries", clause: "10.3.4.9", [.init("m", .any)], returns: .list(.any), partial: .shallow,
            "列出各项", "the entries as contexts of key and value", examples: [("get entries({a: 1})", "[{key: \"a\", value: 1}]")]
        ) { arguments, run in
            guard let context = arguments[0].asContext(&run) else { return nil }
            return .list(context.entries.map { .context(Context([("key", .string($0.name)), ("value", $0.value)])) })
        },
        Builtin(
            "context", clause: "10.3.4.9", [.init("entries", .list(.any))], returns: .any, partial: .shallow,
            "由键和值组成一个上下文", "a context made of entries with key and value",
            examples: [(#"context([{key: "a", value: 1}])"#, "{a: 1}")]
        ) { arguments, run in
            guard let entries = arguments[0].items else { return nil }
            var result = Context()
            for entry in entries {
                guard entry.isKnown else { return .unknown }
                if case .context(let entry) = entry, entry["key"]?.isKnown == false { return .unknown }
                guard case .context(let entry) = entry, let key = entry["key"]?.string, let value = entry["value"] else { return nil }
                guard result[key] == nil else { return run.failCall(.duplicateKey(key)) }
                result.set(key, value)
            }
            return .context(result)
        },
        Builtin(
            "context put", clause: "10.3.4.9", [.init("context", .any), .init("key", .string), .init("value", .any)],
            or: [[.init("context", .any), .init("keys", .list(.string)), .init("value", .any)]], returns: .any, partial: .shallow,
            "添上或改写一项", "a context with an entry added or replaced",
            examples: [(#"context put({a: 1}, "b", 2)"#, "{a: 1, b: 2}"), (#"context put({a: {b: 1}}, ["a", "b"], 2)"#, "{a: {b: 2}}")]
        ) { arguments, run in
            guard run.isCompletelyKnown(arguments[1], at: run.callRange) else { return .unknown }
            guard let path = path(arguments[1]), !path.isEmpty else { return nil }
            return put(arguments[2], at: path[...], in: arguments[0], &run)
        },
        Builtin(
            "context merge", clause: "10.3.4.9", [.init("contexts", .list(.any))], returns: .any, partial: .shallow,
            "合并几个上下文，后者优先", "contexts joined; later entries win", examples: [("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}")]
        ) { arguments, run in
            guard let contexts = arguments[0].items else { return nil }
            var result = Context()
            for value in contexts {
                guard value.isKnown else { return .unknown }
                guard let context = value.asContext(&run) else { return nil }
                for entry in context.entries { result.set(entry.name, entry.value) }
            }
            return .context(result)
        },
    ]

    /// One key, or several that lead inwards.
    private static func path(_ value: Value) -> [String]? {
        guard let items = value.items else { return nil }
        let keys = items.compactMap(\.string)
        return keys.count == items.count ? keys : nil
    }

    private static func put(_ value: Value, at path: ArraySlice<String>, in target: Value, _ run: inout Evaluation) -> Value? {
        guard let key = path.first else { return value }
        guard target.isKnown else { return .unknown }
        guard var context = target.asContext(&run) else { return nil }
        var changed = value
        if path.count > 1 {
            guard let inner = context[key], let result = put(value, at: path.dropFirst(), in: inner, &run) else { return nil }
            guard result.isKnown else { return .unknown }
            changed = result
        }
        context.set(key, changed)
        return .context(context)
    }
}

extension Value {
    /// A context, or the fields of a record as one.
    fileprivate func asContext(_ run: inout Evaluation) -> Context? {
        switch self {
        case .context(let context): return context
        case .record(let record):
            var result = Context()
            for (slot, name) in record.source.fieldNames(of: Int(record.index)).enumerated() {
                result.set(name, run.read(slot, of: record))
            }
            return result
        default: return nil
        }
    }
}
