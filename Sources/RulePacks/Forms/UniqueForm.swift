package import FEEL

/// `unique: FEEL`: no two records of a list have the same value.
package struct UniqueForm: ListForm {
    package let value: CompiledExpression

    package static let key = "unique"
    package static let keys: [String] = []

    package var expressions: [CompiledExpression] { [value] }

    package static func read(_ reading: FormReading) -> UniqueForm? { reading.expression().map { UniqueForm(value: $0) } }
}
