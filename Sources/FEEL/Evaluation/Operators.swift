import Quantities

final class ArithmeticCode: Code, @unchecked Sendable {
    let sign: ArithmeticOperator
    let left: Code
    let right: Code

    init(_ sign: ArithmeticOperator, _ left: Code, _ right: Code, _ range: Range<Int>) {
        (self.sign, self.left, self.right) = (sign, left, right)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let a = left.value(&run)
        return outcome(a, right.value(&run), &run)
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        let a = left.compute(with: record, of: source, in: local, &run)
        return outcome(a, right.compute(with: record, of: source, in: local, &run), &run)
    }

    /// Nearly all operations are on numbers.
    @inline(__always)
    private func outcome(_ a: Value, _ b: Value, _ run: inout Evaluation) -> Value {
        if case .number(let x) = a, case .number(let y) = b, let result = Arithmetic.compute(sign, x, y) { return .number(result) }
        return Arithmetic.apply(sign, a, b, &run, at: range)
    }
}

final class NegationCode: Code, @unchecked Sendable {
    let operand: Code

    init(_ operand: Code, _ range: Range<Int>) {
        self.operand = operand
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value { Arithmetic.negate(operand.value(&run), &run, at: range) }
}

final class ComparisonCode: Code, @unchecked Sendable {
    let sign: ComparisonOperator
    let left: Code
    let right: Code
    /// Whether both sides are one field, so that they are equal whatever it is.
    let isOfOneField: Bool
    private let end: End
    /// The left side, where it is a quotient.
    private let quotient: ArithmeticCode?

    /// A right side that is always the same.
    private enum End {
        case number(Decimal)
        /// A text of ASCII that is only compared for equality: no other text of its length is canonically equivalent to it.
        case word(String)
        case other
    }

    init(_ sign: ComparisonOperator, _ left: Code, _ right: Code, isOfOneField: Bool, _ range: Range<Int>) {
        (self.sign, self.left, self.right, self.isOfOneField) = (sign, left, right, isOfOneField)
        quotient = (left as? ArithmeticCode).flatMap { $0.sign == .divide ? $0 : nil }
        end =
            switch (right as? Constant)?.constant {
            case .number(let number): .number(number)
            case .string(let text) where (sign == .equal || sign == .notEqual) && text.utf8.allSatisfy { $0 < 0x80 }: .word(text)
            default: .other
            }
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        if let quotient, !run.isTracing {
            let (x, y) = (quotient.left.compute(&run), quotient.right.compute(&run))
            return outcome(x, y, right.compute(&run), of: quotient, since: mark, &run)
        }
        let a = left.value(&run)
        return outcome(a, right.value(&run), since: mark, &run)
    }

    /// How a quotient compares to a number, which seldom takes the division.
    @inline(__always)
    private func outcome(
        _ x: Value, _ y: Value, _ b: Value, of quotient: ArithmeticCode, since mark: Int, _ run: inout Evaluation
    ) -> Value {
        if case .number(let dividend) = x, case .number(let divisor) = y, case .number(let number) = b,
            let order = Decimal.compare(dividend, over: divisor, with: number)
        {
            return .boolean(sign.holds(order))
        }
        return outcome(Arithmetic.apply(.divide, x, y, &run, at: quotient.range), b, since: mark, &run)
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        if let quotient {
            let x = quotient.left.compute(with: record, of: source, in: local, &run)
            let y = quotient.right.compute(with: record, of: source, in: local, &run)
            return outcome(x, y, right.compute(with: record, of: source, in: local, &run), of: quotient, since: mark, &run)
        }
        let a = left.compute(with: record, of: source, in: local, &run)
        switch (a, end) {
        case (.number(let x), .number(let y)): return .boolean(sign.holds(Decimal.compare(x, y)))
        case (.string(let x), .word(let y)): return .boolean(sign.holds(x == y && x.utf8.count == y.utf8.count ? 0 : 1))
        default: return outcome(a, right.compute(with: record, of: source, in: local, &run), since: mark, &run)
        }
    }

    @inline(__always)
    private func outcome(_ a: Value, _ b: Value, since mark: Int, _ run: inout Evaluation) -> Value {
        switch (a, b) {
        case (.number(let x), .number(let y)): return .boolean(sign.holds(Decimal.compare(x, y)))
        case (.date(let x), .date(let y)): return .boolean(sign.holds(x.days < y.days ? -1 : x.days == y.days ? 0 : 1))
        case (.string(let x), .string(let y)) where sign == .equal: return .boolean(isSameText(x, y))
        default:
            if isOfOneField, !a.isKnown { return run.settle(.boolean(sign.holds(0)), since: mark) }
            return run.settle(Comparing.compare(sign, a, b, &run, at: range), since: mark)
        }
    }
}

/// `and` and `or`: the second side is only asked where the first does not decide.
final class LogicCode: Code, @unchecked Sendable {
    let isAnd: Bool
    let left: Code
    let right: Code

    init(and isAnd: Bool, _ left: Code, _ right: Code, _ range: Range<Int>) {
        (self.isAnd, self.left, self.right) = (isAnd, left, right)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let first = left.value(&run)
        switch (first.truth, isAnd) {
        case (.no, true), (.yes, false): return first
        default: break
        }
        let second = right.value(&run)
        return run.settle(isAnd ? Logic.and(first, second) : Logic.or(first, second), since: mark)
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let first = left.compute(with: record, of: source, in: local, &run)
        switch (first.truth, isAnd) {
        case (.no, true), (.yes, false): return first
        default: break
        }
        let second = right.compute(with: record, of: source, in: local, &run)
        return run.settle(isAnd ? Logic.and(first, second) : Logic.or(first, second), since: mark)
    }
}

final class ConditionalCode: Code, @unchecked Sendable {
    let condition: Code
    let then: Code
    let otherwise: Code

    init(_ condition: Code, then: Code, otherwise: Code, _ range: Range<Int>) {
        (self.condition, self.then, self.otherwise) = (condition, then, otherwise)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let test = condition.value(&run)
        switch test.truth {
        case .yes: return then.value(&run)
        case .no: return otherwise.value(&run)
        case .none:
            if test.isNull { return otherwise.value(&run) }
            return run.fail(.wrongType(expected: .basic(.boolean), found: test.kind), at: condition.range)
        case .open:
            // Either branch may be taken; where both agree, it does not matter which.
            let (a, b) = (then.value(&run), otherwise.value(&run))
            guard a.isCompletelyKnown, b.isCompletelyKnown else { return .unknown }
            var silent = Evaluation()
            if case .boolean(true) = Comparing.equal(a, b, &silent, at: range) { return run.settle(a, since: mark) }
            return .unknown
        }
    }
}

final class BetweenCode: Code, @unchecked Sendable {
    let operand: Code
    let lower: Code
    let upper: Code

    init(_ operand: Code, lower: Code, upper: Code, _ range: Range<Int>) {
        (self.operand, self.lower, self.upper) = (operand, lower, upper)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let value = operand.value(&run)
        let above = Comparing.compare(.greaterOrEqual, value, lower.value(&run), &run, at: range)
        let below = Comparing.compare(.lessOrEqual, value, upper.value(&run), &run, at: range)
        return run.settle(Logic.and(above, below), since: mark)
    }
}

/// `x in [1..3]`, where the ends are whole numbers that were known when the expression was compiled.
final class NumberRangeCode: Code, @unchecked Sendable {
    let operand: Code
    let interval: RangeValue
    let lower: Int
    let upper: Int

    init?(_ operand: Code, _ interval: RangeValue, _ range: Range<Int>) {
        guard interval.comparison == nil, case .number(let low) = interval.lower, case .number(let high) = interval.upper,
            let lower = low.integer, let upper = high.integer
        else { return nil }
        (self.operand, self.interval, self.lower, self.upper) = (operand, interval, lower, upper)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        return contains(operand.value(&run), since: mark, &run)
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        return contains(operand.compute(with: record, of: source, in: local, &run), since: mark, &run)
    }

    @inline(__always)
    private func contains(_ value: Value, since mark: Int, _ run: inout Evaluation) -> Value {
        if case .number(let number) = value, number.exponent == 0, let whole = number.small {
            return .boolean(
                (interval.includesLower ? whole >= lower : whole > lower) && (interval.includesUpper ? whole <= upper : whole < upper))
        }
        return run.settle(Comparing.contains(interval, value, &run, at: range), since: mark)
    }
}

final class InstanceOfCode: Code, @unchecked Sendable {
    let operand: Code
    let type: TypeName

    init(_ operand: Code, _ type: TypeName, _ range: Range<Int>) {
        (self.operand, self.type) = (operand, type)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let value = operand.value(&run)
        return value.isCompletelyKnown ? .boolean(value.conforms(to: type)) : .unknown
    }
}
