/// Boolean functions (DMN 1.5, 10.3.4.2) and `is` (10.3.4.10).
extension Builtin {
    static let boolean: [Builtin] = [
        Builtin(
            "not", clause: "10.3.4.2", [.init("negand", .any)], returns: .boolean, partial: .own,
            "否定", "negation", examples: [("not(true)", "false"), ("not(null)", "null")]
        ) { arguments, _ in
            switch arguments[0].truth {
            case .yes: .boolean(false)
            case .no: .boolean(true)
            case .open: .unknown
            case .none: arguments[0].isNull ? .null : nil
            }
        },
        Builtin(
            "is", clause: "10.3.4.10", [.init("value1", .any, nullable: true), .init("value2", .any, nullable: true)], returns: .boolean,
            "两个值是否完全相同", "whether two values are the same, of the same kind and zone",
            examples: [(#"is(@"P1Y", @"P12M")"#, "true"), (#"is(@"23:00:50Z", @"23:00:50@Etc/GMT")"#, "false"), ("is(1, \"1\")", "false")]
        ) { arguments, _ in .boolean(arguments[0].isIdentical(to: arguments[1])) },
    ]
}

extension Value {
    /// Sameness: of one kind, with equal parts, where equality would look at the moment alone.
    fileprivate func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.null, .null): return true
        case (.time(let a), .time(let b)): return a == b
        case (.dateTime(let a), .dateTime(let b)): return a == b
        case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
        case (.context(let a), .context(let b)):
            return a.entries.count == b.entries.count
                && a.entries.allSatisfy { entry in b[entry.name].map { entry.value.isIdentical(to: $0) } ?? false }
        case (.null, _), (_, .null), (.dateTime, _), (_, .dateTime): return false
        default:
            var silent = Evaluation()
            if case .boolean(true) = Comparing.equal(self, other, &silent, at: 0..<0) { return true }
            return false
        }
    }
}
