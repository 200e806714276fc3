/// Context functions (DMN 1.5, 10.3.4.8).
extension Builtin {
    static let context: [Builtin] = [
        Builtin(
            "get value", clause: "10.3.4.8", [.init("m", .any), .init("key", .string)], returns: .any, partial: .shallow,
            "取一项的值", "the value of an entry", examples: [(#"get value({a: 1}, "a")"#, "1")]
        ) { arguments, _ in
            guard case .context(let context) = arguments[0], let key = arguments[1].string else { return nil }
            return context[key] ?? .null
        },
        Builtin(
            "get entries", clause: "10.3.4.8", [.init("m", .any)], returns: .list(.any), partial: .shallow,
            "列出各项", "the entries as contexts of key and value", examples: [("get entries({a: 1})", "[{key: \"a\", value: 1}]")]
        ) { arguments, _ in
            guard case .context(let context) = arguments[0] else { return nil }
            return .list(context.entries.map { .context(Context([("key", .string($0.name)), ("value", $0.value)])) })
        },
    ]
}
