public import Quantities

/// A store of typed records outside of FEEL. A record's fields are read by slot, which the checker has found from the record's
/// type, so no name is looked up while an expression is evaluated.
///
/// Subclass it; a store belongs to one thread at a time and does not change while expressions read it.
open class RecordSource: @unchecked Sendable {
    /// A store of which every value is unknown; subclasses override the functions.
    public init() {}

    /// The value of a record's field. `unknown` is noted by the evaluator as a missing fact.
    open func value(slot: Int, of record: Int) -> Value { .unknown }
    /// The same where the value is a number, which takes less to hand over; nil for every other value. Loops over many records ask it first.
    open func number(slot: Int, of record: Int) -> Decimal? { nil }
    /// The name of a record's type, and of its fields by slot; for conversion to a context and for printing.
    open func fieldNames(of record: Int) -> [String] { [] }
}

/// A reference to a record of a store.
public struct Record: Sendable {
    /// The store that holds the record.
    public let source: RecordSource
    /// The record's number in its store.
    public let index: Int32

    /// - Parameter index: must fit 32 bits.
    public init(source: RecordSource, index: Int) {
        self.source = source
        self.index = Int32(truncatingIfNeeded: index)
    }
}

/// A field of a certain record, which an evaluation read.
public struct FieldRead: Hashable, Sendable {
    // Evaluations keep many of them, so they take eight bytes.
    private let recordIndex: Int32
    private let slotIndex: Int32

    /// The record's number in its store.
    public var record: Int { Int(recordIndex) }
    /// The field's number in the record's type.
    public var slot: Int { Int(slotIndex) }

    /// - Parameters: numbers that fit the words in which they are kept.
    public init(record: Int, slot: Int) {
        recordIndex = Int32(truncatingIfNeeded: record)
        slotIndex = Int32(truncatingIfNeeded: slot)
    }
}
