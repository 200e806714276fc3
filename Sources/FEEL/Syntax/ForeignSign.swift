/// A sign of another language, or of a Chinese keyboard, where FEEL has one of its own.
struct ForeignSign {
    let text: String
    /// How FEEL writes what is meant.
    let instead: String

    /// Signs that can never be part of an expression. Full-width ones are name characters (grammar rule 28), so a lexer only meets them
    /// where no name stands; `SyntaxAdvice` looks for the others where a text cannot be parsed.
    private static let all: [ForeignSign] =
        [
            ("===", "="), ("!==", "!="), ("==", "="), ("=>", ">="), ("=<", "<="), ("<>", "!="), ("&&", "and"), ("||", "or"),
            ("!", "not(…)"),
            ("&", "and"), ("|", "or"), ("%", "modulo(…, …)"), ("^", "**"), (";", ","), ("‘", "\""), ("`", "\""), ("“", "\""), ("”", "\""),
            ("«", "\""), ("»", "\""), ("„", "\""), ("≥", ">="), ("≧", ">="), ("⩾", ">="), ("≤", "<="), ("≦", "<="), ("⩽", "<="),
            ("≠", "!="),
            ("≡", "="), ("×", "*"), ("÷", "/"), ("⋅", "*"), ("∙", "*"), ("−", "-"), ("–", "-"), ("—", "-"), ("…", ".."), ("∧", "and"),
            ("∨", "or"), ("¬", "not(…)"), ("∈", "in"), ("√", "sqrt(…)"),
            ("！＝", "!="), ("！=", "!="), ("！", "not(…)"), ("＝＝", "="), ("＝", "="), ("＜＝", "<="), ("＜=", "<="), ("＜＞", "!="), ("＜", "<"),
            ("＞＝", ">="), ("＞=", ">="), ("＞", ">"), ("＋", "+"), ("－", "-"), ("＊", "*"), ("／", "/"), ("（", "("), ("）", ")"), ("［", "["),
            ("］", "]"), ("【", "["), ("】", "]"), ("〔", "["), ("〕", "]"), ("｛", "{"), ("｝", "}"), ("，", ","), ("、", ","), ("；", ","),
            ("：", ":"), ("。", "."), ("．", "."), ("＠", "@"), ("＂", "\""), ("＇", "\""), ("「", "\""), ("」", "\""), ("『", "\""), ("』", "\""),
            ("＆＆", "and"), ("＆", "and"), ("｜｜", "or"), ("｜", "or"), ("％", "modulo(…, …)"),
        ].map { ForeignSign(text: $0.0, instead: $0.1) }
        + "０１２３４５６７８９".unicodeScalars.map {
            ForeignSign(text: String($0), instead: String($0.value - ("０" as Unicode.Scalar).value))
        }

    private static let byFirst = Dictionary(grouping: all) { $0.text.unicodeScalars.first }
        .mapValues { $0.sorted { $0.length > $1.length } }

    /// What is wrong where the sign stands.
    var problem: FEELProblem.Kind { isQuote ? .foreignQuote(text) : .foreignSign(text, instead: instead) }

    var isQuote: Bool { instead == "\"" }

    var length: Int { text.unicodeScalars.count }

    /// The longest foreign sign at a place.
    static func at(_ position: Int, in scalars: [Unicode.Scalar]) -> ForeignSign? {
        guard let sign = byFirst[scalars[position]]?.first(where: { scalars[position...].starts(with: $0.text.unicodeScalars) }) else {
            return nil
        }
        let next = position + sign.length < scalars.count ? scalars[position + sign.length] : nil
        // `!=` is FEEL's own, and so is the type `function<>->number`.
        if sign.text == "!", next == "=" { return nil }
        if sign.text == "<>", scalars[(position + sign.length)...].first(where: { !isSpace($0) }) == "-" { return nil }
        return sign
    }

    /// The first foreign sign within a text that is not quoted.
    static func first(in scalars: [Unicode.Scalar]) -> (sign: ForeignSign, position: Int)? {
        for position in scalars.indices {
            if let sign = at(position, in: scalars) { return (sign, position) }
        }
        return nil
    }
}
