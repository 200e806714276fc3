package import FEEL
package import Quantities
package import SourceText
package import YAMLTree

/// A type of field whose values documents write as one scalar: all that there is to know of it. Types are found in ``FieldTypes``.
///
/// A fact keeps one word of its value, the payload: the value itself where it fits, or the number under which `FactTables.keep` put it
/// away. Only the type knows which, so it is the type that compares and decodes. Types are classes, because every fact that is read asks for
/// its type, and a reference is cheaper to hand on than a value of unknown size.
package protocol ScalarType: AnyObject, Sendable {
    /// The name by which vocabularies call the type.
    var id: String { get }
    /// What a document should have here, for messages.
    var expectation: Localized { get }
    /// A value as a document may write it.
    var example: String { get }
    /// Values tell people apart and are shown to nobody; texts that quote them mask them.
    var isSecret: Bool { get }
    /// All values are whole numbers.
    var isWholeNumber: Bool { get }
    /// All values that there are, where they are few.
    var allValues: [Value]? { get }

    /// The type of the values in expressions.
    /// - Parameter unit: the unit of the field, for numbers.
    func expressionType(unit: Unit?) -> FEELType

    /// Reads a scalar.
    /// - Returns: the payload.
    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int

    /// Reads a mapping, where the type can be written as one.
    func read(mapping: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int

    /// Reads a sequence, where the type can be written as one.
    func read(sequence: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int

    /// What was most likely meant by a text that is no value of the type.
    func suggestion(for text: String, isQuoted: Bool) -> Localized?

    /// The value of a known fact of this type.
    func value(of fact: Fact, in facts: FactStore) -> Value

    /// The last of the values, where a fact states several.
    func lastValue(of fact: Fact, in facts: FactStore) -> Value

    /// The same where it is a number that need not be looked up.
    func number(of fact: Fact) -> Decimal?

    /// Whether two known facts say the same.
    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool

    /// Where a text of any kind has what looks like a value of a secret type, right or wrong, whatever field it was meant for.
    func secrets(in text: [UInt8]) -> [Range<Int>]

    /// The one of two different facts that says more and does not contradict the other; nil where they do.
    func narrower(_ a: Fact, _ b: Fact) -> Fact?
}

extension ScalarType {
    package var isSecret: Bool { false }
    package func secrets(in text: [UInt8]) -> [Range<Int>] { [] }
    package var isWholeNumber: Bool { false }
    package var allValues: [Value]? { nil }
    package func number(of fact: Fact) -> Decimal? { nil }

    package func read(mapping: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        throw .wrongType
    }

    package func read(sequence: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        throw .wrongType
    }

    package func lastValue(of fact: Fact, in facts: FactStore) -> Value { value(of: fact, in: facts) }

    package func suggestion(for text: String, isQuoted: Bool) -> Localized? { nil }

    package func narrower(_ a: Fact, _ b: Fact) -> Fact? { nil }
}

/// Why something written gives no value.
package enum Misread: Error {
    /// It is nothing of the type; whoever asked reports what was expected.
    case wrongType
    /// It has been reported already.
    case reported
    /// It stands for a value that is not known.
    case unknown
}
