/// Boolean functions (DMN 1.5, 10.3.4.2).
extension Builtin {
    static let boolean: [Builtin] = [
        Builtin(
            "not", clause: "10.3.4.2", [.init("negand", .boolean)], returns: .boolean, partial: .own,
            "否定", "negation", examples: [("not(true)", "false"), ("not(null)", "null")]
        ) { arguments, _ in
            switch arguments[0].truth {
            case .yes: .boolean(false)
            case .no: .boolean(true)
            case .open: .unknown
            case .none: .null
            }
        }
    ]
}
