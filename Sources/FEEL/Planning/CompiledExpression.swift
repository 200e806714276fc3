/// An expression that was parsed and checked against a scope, ready to be evaluated many times. It is shared, never copied.
public final class CompiledExpression: Sendable {
    /// The expression as it was written.
    public let text: String
    /// The expression with the type and the meaning of each of its nodes.
    public let checked: CheckedExpression
    let localCount: Int
    /// Where the text begins among the scalars that the ranges of nodes, problems and traced values count.
    let start: Int
    private let code: Code
    private let keptCount: Int

    /// The expression as it was parsed.
    public var syntax: Expression { checked.syntax }
    /// The type of the expression's values.
    public var type: FEELType { checked.type }

    init(text: String, start: Int = 0, _ checked: CheckedExpression, localCount: Int) {
        self.text = text
        self.start = start
        self.checked = checked
        self.localCount = localCount
        var planner = Planner()
        code = planner.plan(checked)
        keptCount = planner.keptCount
    }

    /// Evaluates the expression; never throws and always ends. What was missing or wrong is in the evaluation afterwards.
    public func evaluate(_ run: inout Evaluation, tracing: Bool = false) -> Value {
        run.begin(locals: localCount, kept: keptCount, tracing: tracing)
        return code.value(&run)
    }

    // MARK: Parts

    /// A part of the expression as an expression by itself, over the same variables. Its ranges stay those of the whole.
    ///
    /// - Parameter node: a node of this expression; not one from within a loop, a filter or a function, whose variables only the whole sets.
    public func part(_ node: CheckedExpression) -> CompiledExpression {
        CompiledExpression(text: spelling(of: node.syntax.range), start: node.syntax.range.lowerBound, node, localCount: localCount)
    }

    /// The text of a node, or of another range that the expression's nodes, problems and traced values have; cut where it ends.
    public func spelling(of range: Range<Int>) -> String {
        let scalars = text.unicodeScalars
        let wanted = scalars.dropFirst(range.lowerBound - start).prefix(range.count)
        return String(String.UnicodeScalarView(wanted))
    }

    // MARK: What it reads

    /// The fields that the expression names anywhere, in the order of its nodes; of a path each field on the way too. What it reads of a
    /// record as a whole, by comparing or printing it, is not among them.
    public var fields: [FieldReference] {
        var result: [FieldReference] = []
        checked.visit { node in if let field = node.reference?.field { result.append(field) } }
        return result
    }

    /// The field that the expression is, where it is a name or a path.
    public var field: FieldReference? {
        if case .field(let field) = checked.reference { field } else { nil }
    }

    /// Whether a field that the expression names answers to a description.
    public func reads(where isWanted: (FieldReference) -> Bool) -> Bool {
        checked.contains { $0.reference?.field.map(isWanted) ?? false }
    }

    /// Whether the expression names a field of a record type.
    public func reads(_ slot: Int, of record: RecordType) -> Bool { reads { $0.record === record && $0.slot == slot } }
}
