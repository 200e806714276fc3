package import FEEL
import Quantities

/// `number: PATH`: a number that documents state.
package struct NumberMeasure: Measure {
    let path: FieldPath

    package static let key = "number"
    package static let keys: [String] = []

    package let hasWhole = false
    package var expressions: [CompiledExpression] { [] }

    package static func read(_ reading: MeasureReading, in holder: RecordDefinition) -> NumberMeasure? {
        reading.path("number", in: holder, as: .number)?.path.map(NumberMeasure.init)
    }

    package func source(in holder: Int, of facts: FactStore) -> FieldRead { facts.read(path, in: holder) }

    package func take(in holder: Int, of facts: FactStore, _ run: inout Evaluation) -> Measured {
        guard let number = facts.value(at: path, from: holder).numbers else {
            return Measured(amount: .number(.all), missing: [facts.read(path, in: holder)])
        }
        return Measured(amount: .number(number))
    }
}
