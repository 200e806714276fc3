package import FEEL
package import SourceText
import YAMLTree

/// `attest: {zh, en}`: only a person can say.
package struct AttestForm: RecordForm {
    /// What is to be attested.
    package let statement: Localized
    /// Who has to attest it.
    package let by: Localized?
    /// The day of what is attested: nobody can say so before.
    package let notBefore: TimeBound?

    package static let key = "attest"
    package static let keys = ["by", "noEarlierThan"]
    package static let allowsIteration = false

    package var expressions: [CompiledExpression] { notBefore.map { [$0.day] } ?? [] }

    package static func read(_ reading: FormReading) -> AttestForm? {
        let (loader, object) = (reading.loader, reading.object)
        let notBefore = loader.timeBounds(object, reading.scope).first
        return loader.reader.localized(reading.node).map { AttestForm(statement: $0, by: object.localized("by"), notBefore: notBefore) }
    }
}
