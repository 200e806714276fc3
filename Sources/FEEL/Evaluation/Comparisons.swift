import Quantities

/// `=`, `<` and the like.
class ComparisonCode: Code, @unchecked Sendable {
    fileprivate let sign: ComparisonOperator
    fileprivate let left: Code
    fileprivate let right: Code
    /// Whether both sides are one field, so that they are equal whatever it is.
    private let isOfOneField: Bool
    private let isOfNumbers: Bool
    /// The right side, where it is a text of ASCII that is only compared for equality: no other text of its length is canonically equivalent
    /// to it.
    private let word: String?

    init(_ sign: ComparisonOperator, _ left: Code, _ right: Code, isOfOneField: Bool, _ range: Range<Int>) {
        (self.sign, self.left, self.right, self.isOfOneField) = (sign, left, right, isOfOneField)
        isOfNumbers = left.isQuick && right.isQuick
        let end = (right as? Constant)?.constant
        word = sign == .equal || sign == .notEqual ? end?.string.flatMap { $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil } : nil
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let a = left.value(&run)
        return outcome(a, right.value(&run), since: mark, &run)
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let a = left.compute(with: record, of: source, in: local, &run)
        if let word, case .string(let text) = a {
            return .boolean(sign.holds(text == word && text.utf8.count == word.utf8.count ? 0 : 1))
        }
        return outcome(a, right.compute(with: record, of: source, in: local, &run), since: mark, &run)
    }

    override final var isQuick: Bool { isOfNumbers }

    override func test(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Bool? {
        guard isOfNumbers, let x = left.number(with: record, of: source, in: local, &run),
            let y = right.number(with: record, of: source, in: local, &run)
        else { return nil }
        return sign.holds(Decimal.compare(x, y))
    }

    @inline(__always)
    fileprivate final func outcome(_ a: Value, _ b: Value, since mark: Int, _ run: inout Evaluation) -> Value {
        switch (a, b) {
        case (.number(let x), .number(let y)): return .boolean(sign.holds(Decimal.compare(x, y)))
        case (.date(let x), .date(let y)): return .boolean(sign.holds(x.days, y.days))
        case (.string(let x), .string(let y)) where sign == .equal: return .boolean(isSameText(x, y))
        default:
            if isOfOneField, !a.isKnown { return run.settle(.boolean(sign.holds(0)), since: mark) }
            return run.settle(Comparing.compare(sign, a, b, &run, at: range), since: mark)
        }
    }
}

/// A quotient compared to something, which seldom takes the division.
final class QuotientComparisonCode: ComparisonCode, @unchecked Sendable {
    private let quotient: ArithmeticCode
    // Its sides are at hand, because loops ask for them over and over.
    private let dividend: Code
    private let divisor: Code

    init?(_ sign: ComparisonOperator, _ left: Code, _ right: Code, _ range: Range<Int>) {
        guard let quotient = left as? ArithmeticCode, quotient.sign == .divide else { return nil }
        (self.quotient, dividend, divisor) = (quotient, quotient.left, quotient.right)
        super.init(sign, quotient, right, isOfOneField: false, range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        if run.isTracing { return super.compute(&run) }
        let mark = run.missing.count
        let (x, y) = (dividend.compute(&run), divisor.compute(&run))
        return outcome(x, y, right.compute(&run), since: mark, &run)
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let x = dividend.compute(with: record, of: source, in: local, &run)
        let y = divisor.compute(with: record, of: source, in: local, &run)
        return outcome(x, y, right.compute(with: record, of: source, in: local, &run), since: mark, &run)
    }

    override func test(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Bool? {
        guard isQuick, let x = dividend.number(with: record, of: source, in: local, &run),
            let y = divisor.number(with: record, of: source, in: local, &run),
            let number = right.number(with: record, of: source, in: local, &run),
            let sides = Decimal.compared(x, over: y, with: number)
        else { return nil }
        return sign.holds(sides.quotient, sides.number)
    }

    @inline(__always)
    private func outcome(_ x: Value, _ y: Value, _ b: Value, since mark: Int, _ run: inout Evaluation) -> Value {
        if case .number(let dividend) = x, case .number(let divisor) = y, case .number(let number) = b,
            let sides = Decimal.compared(dividend, over: divisor, with: number)
        {
            return .boolean(sign.holds(sides.quotient, sides.number))
        }
        return outcome(Arithmetic.apply(.divide, x, y, &run, at: quotient.range), b, since: mark, &run)
    }
}

/// A field compared to a whole number, as most conditions on records are.
final class LimitCode: ComparisonCode, @unchecked Sendable {
    private let local: Int
    private let slot: Int
    private let limit: Int64

    init?(_ sign: ComparisonOperator, _ field: Code, _ limit: Code, _ range: Range<Int>) {
        guard let field = field as? LocalField, field.isQuick, case .number(let number)? = (limit as? Constant)?.constant,
            number.exponent == 0, let whole = number.small
        else { return nil }
        (local, slot, self.limit) = (field.local, field.slot, whole)
        super.init(sign, field, Constant(.number(number), limit.range), isOfOneField: false, range)
    }

    override func test(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Bool? {
        guard local == self.local, let number = source.number(slot: slot, of: record), number.exponent == 0, let whole = number.small else {
            return nil
        }
        return sign.holds(whole, limit)
    }
}
