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

    override var isQuick: Bool { left.isQuick && right.isQuick }

    override func number(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Decimal? {
        guard let x = left.number(with: record, of: source, in: local, &run),
            let y = right.number(with: record, of: source, in: local, &run)
        else { return nil }
        return Arithmetic.compute(sign, x, y)
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

    override var isQuick: Bool { left.isQuick && right.isQuick }

    override func test(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Bool? {
        guard let first = left.test(with: record, of: source, in: local, &run) else { return nil }
        return first == isAnd ? right.test(with: record, of: source, in: local, &run) : first
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

    override var isQuick: Bool { operand.isQuick }

    override func test(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Bool? {
        operand.number(with: record, of: source, in: local, &run).flatMap(contains)
    }

    /// Nil where it takes more than whole numbers of one word.
    @inline(__always)
    private func contains(_ number: Decimal) -> Bool? {
        guard number.exponent == 0, let whole = number.small else { return nil }
        return (interval.includesLower ? whole >= lower : whole > lower) && (interval.includesUpper ? whole <= upper : whole < upper)
    }

    @inline(__always)
    private func contains(_ value: Value, since mark: Int, _ run: inout Evaluation) -> Value {
        if case .number(let number) = value, let isInside = contains(number) { return .boolean(isInside) }
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
