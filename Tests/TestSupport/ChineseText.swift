/// The English words of a Chinese message: what is left of its Latin letters when quoted names and values, calls of functions and FEEL's
/// own `null` are taken out.
public func englishWords(in chinese: String) -> [String] {
    var text = chinese
    for pattern in [#/"[^"]*"/#, #/“[^”]*”/#] { text.replace(pattern, with: "") }
    // `date(year, month, day)`, `list contains(…)`; those without a name may hold others.
    text.replace(#/[A-Za-z][A-Za-z ]*\([^()]*\)/#, with: "")
    for known in ["FEEL", "null", "Asia/Shanghai"] { text.replace(known, with: "") }
    return text.matches(of: #/[A-Za-z]{2,}/#).map { String($0.output) }
}
