package import FEEL
import Quantities

/// `of: MEASURE, to: MEASURE`: one measure divided by another, both taken as numbers in the same record.
package struct RatioMeasure: Measure {
    let dividend: any Measure
    let divisor: any Measure

    package static let key = "of"
    package static let keys = ["to"]

    package let hasWhole = false
    package var expressions: [CompiledExpression] { dividend.expressions + divisor.expressions }

    package static func read(_ reading: MeasureReading, in holder: RecordDefinition) -> RatioMeasure? {
        guard let dividend = reading.measure("of"), let divisor = reading.measure("to"), let a = dividend.taken(in: holder),
            let b = divisor.taken(in: holder)
        else { return nil }
        return RatioMeasure(dividend: a, divisor: b)
    }

    package func source(in holder: Int, of facts: FactStore) -> FieldRead { dividend.source(in: holder, of: facts) }

    package func take(in holder: Int, of facts: FactStore, _ run: inout Evaluation) -> Measured {
        let (a, b) = (dividend.take(in: holder, of: facts, &run), divisor.take(in: holder, of: facts, &run))
        let quotient = a.value(counted: true).divided(by: b.value(counted: true))
        return Measured(amount: .ratio(quotient), missing: a.missing + b.missing, conflict: a.conflict ?? b.conflict)
    }
}

extension Interval where Value == Fraction {
    /// The quotients of two numbers that are not known exactly; all there are where the divisor can be nothing or less.
    fileprivate func divided(by divisor: Interval) -> Interval {
        guard let least = divisor.lower, least > 0 else { return .all }
        func quotient(_ a: Fraction?, _ positive: Fraction?, _ negative: Fraction?) -> Fraction? {
            guard let a else { return nil }
            // Nothing divided by whatever is nothing; towards an open end a quotient goes to nothing.
            guard let b = a < 0 ? negative : positive else { return 0 }
            return a.divided(by: b)
        }
        return Interval(from: quotient(lower, divisor.upper, least), to: quotient(upper, least, divisor.upper))
    }
}
