package import FEEL
package import SourceText
import YAMLTree

/// `attest: {zh, en}`: only a person can say.
package struct AttestForm: RecordForm {
    /// What is to be attested.
    package let statement: Localized
    /// Who has to attest it.
    package let by: Localized?

    package static let key = "attest"
    package static let keys = ["by"]
    package static let allowsIteration = false

    package var expressions: [CompiledExpression] { [] }

    package static func read(_ reading: FormReading) -> AttestForm? {
        reading.loader.reader.localized(reading.node).map { AttestForm(statement: $0, by: reading.object.localized("by")) }
    }
}
