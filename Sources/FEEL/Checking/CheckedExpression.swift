/// A node of an expression with everything that is known of it before any data is: its syntax, its type, and what it means.
public final class CheckedExpression: Sendable {
    /// The node as it was parsed, with its place in the text.
    public let syntax: Expression
    /// The type of the node's values; `any` where it is not known.
    public let type: FEELType
    /// What a name or a path means; nil for all other nodes, for names of nothing, and for components of dates and the like.
    public let reference: Reference?
    /// The nodes directly within, in their order: the function before its arguments, each loop's source before its end. Where the node has
    /// no value they may be fewer than were written.
    public let parts: [CheckedExpression]
    let detail: Detail

    /// What a plan needs to know besides.
    enum Detail: Sendable {
        case none
        /// The node has no value, whatever the data are.
        case failure(FEELProblem.Kind)
        /// The type after `instance of`, with the scope's own names replaced.
        case type(TypeName)
        /// The slots of the variables of a loop, the entries of a context, the item of a filter, or the value that `in` tests.
        case variables([Int])
        /// The same for `for … return`, and the slot of `partial` where the result asks for it.
        case iteration([Int], partial: Int?)
        case function(slots: [Int], types: [TypeName?], localCount: Int)
        /// The arguments of a built-in by position, nil where one is left out, and the signature that their names mean.
        case arguments([CheckedExpression?], named: Int?)
    }

    init(
        _ syntax: Expression, _ type: FEELType, _ parts: [CheckedExpression] = [], reference: Reference? = nil, _ detail: Detail = .none
    ) {
        self.syntax = syntax
        self.type = type
        self.reference = reference
        self.parts = parts
        self.detail = detail
    }

    /// The slots of the variables that the node brings in, in their order.
    var slots: [Int] {
        switch detail {
        case .variables(let slots), .iteration(let slots, _), .function(let slots, _, _): slots
        case .none, .failure, .type, .arguments: []
        }
    }

    /// Calls a function with this node and all within it.
    public func visit(_ body: (CheckedExpression) -> Void) {
        body(self)
        for part in parts { part.visit(body) }
    }

    /// Whether a node is this one or within it, and answers to a description.
    public func contains(where isWanted: (CheckedExpression) -> Bool) -> Bool {
        isWanted(self) || parts.contains { $0.contains(where: isWanted) }
    }
}
