/// Expressions that are made of things instead of text.
extension CompiledExpression {
    /// A value as an expression.
    public convenience init(_ value: Value) {
        let literal = Expression(.literal(value), at: 0)
        self.init(text: literal.description, CheckedExpression(literal, value.type), localCount: 0)
    }

    /// The field at the end of a path, whatever names the scope has.
    ///
    /// - Parameters:
    ///   - path: fields, each in the record type of the one before; nil where one of them is not there.
    ///   - record: the type of the record in the path's variable.
    public convenience init?(_ path: FieldReference.Path, from record: RecordType) {
        var node: CheckedExpression?
        var type = FEELType.record(record)
        for (index, slot) in path.fields.enumerated() {
            guard case .record(let holder) = type, holder.fields.indices.contains(slot) else { return nil }
            let field = holder.fields[slot]
            let way = FieldReference.Path(variable: path.variable, fields: Array(path.fields[...index]))
            let syntax = Expression(node.map { .path($0.syntax, field.name) } ?? .name(field.name), at: 0)
            let reference = FieldReference(record: holder, slot: slot, path: way)
            node = CheckedExpression(syntax, field.type, node.map { [$0] } ?? [], reference: .field(reference))
            type = field.type
        }
        guard let node else { return nil }
        self.init(text: node.syntax.description, node, localCount: path.variable + 1)
    }

    /// This expression plus, minus … a value: `point - @"P20D"`. Its text begins with that of this expression, so that ranges stay valid.
    public func combined(_ sign: ArithmeticOperator, with value: Value) -> Result<CompiledExpression, Compiler.Problems> {
        let separator = " \(sign.rawValue) "
        let end = start + text.unicodeScalars.count
        let literal = Expression(.literal(value), at: end + separator.unicodeScalars.count)
        let whole = Expression(.arithmetic(sign, syntax, literal), syntax.range.lowerBound..<literal.range.upperBound)
        var checker = TypeChecker(scope: Scope())
        let checked = checker.arithmetic(whole, sign, self.checked, CheckedExpression(literal, value.type))
        guard checker.problems.isEmpty else { return .failure(Compiler.Problems(all: checker.problems)) }
        return .success(
            CompiledExpression(
                text: text + separator + literal.description, start: start, checked, localCount: localCount))
    }
}

extension Expression {
    /// An expression that nobody wrote, where its printed text would stand.
    fileprivate init(_ kind: Kind, at start: Int) {
        let length = Expression(kind, start..<start).description.unicodeScalars.count
        self.init(kind, start..<start + length)
    }
}
