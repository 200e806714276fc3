import Quantities

/// A word of an expression. Names are tokens of their own even where they hold spaces or operators, because the scope says so.
struct Token: Sendable {
    enum Kind: Equatable, Sendable {
        case number(Decimal)
        case string(String)
        case name(String)
        case keyword(String)
        case symbol(String)
        case end
    }

    var kind: Kind
    var range: Range<Int>

    /// How the token is named in a message.
    var text: String {
        switch kind {
        case .number(let number): number.description
        case .string(let text): quoted(text)
        case .name(let text), .keyword(let text), .symbol(let text): text
        case .end: ""
        }
    }
}
