import Quantities
import SourceText

/// A node of a plan, which is what is evaluated. Names are slots by now; operators know neither syntax nor types.
class Code: @unchecked Sendable {
    let range: Range<Int>

    init(_ range: Range<Int>) { self.range = range }

    /// Computes the value; use `value` to call it.
    func compute(_ run: inout Evaluation) -> Value { .null }

    /// Computes the value where a record of a store stands in a local, for loops that are not traced. Nodes that read the record's fields
    /// need not put it there.
    func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        run.set(local, .record(Record(source: source, index: record)))
        return compute(&run)
    }

    /// Whether the node can be asked for a `number`, or for the truth of a `test`, and often has it.
    var isQuick: Bool { false }

    /// The node's number, for the same loops, where it takes nothing but numbers that are known; nil where `compute` has to say what it is.
    /// Nothing is noted on the way to nil.
    func number(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Decimal? { nil }

    /// Whether the node is true, in the same way.
    func test(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Bool? { nil }

    @inline(__always)
    final func value(_ run: inout Evaluation) -> Value {
        let value = compute(&run)
        if run.isTracing { run.trace.append((range, value)) }
        return value
    }
}

final class Constant: Code, @unchecked Sendable {
    let constant: Value

    init(_ constant: Value, _ range: Range<Int>) {
        self.constant = constant
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value { constant }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value { constant }

    override var isQuick: Bool { constant.number != nil }

    override func number(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Decimal? { constant.number }
}

/// What was found to have no value when the expression was checked.
final class NoValueCode: Code, @unchecked Sendable {
    let kind: FEELProblem.Kind

    init(_ kind: FEELProblem.Kind, _ range: Range<Int>) {
        self.kind = kind
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value { run.fail(kind, at: range) }
}

final class Local: Code, @unchecked Sendable {
    let slot: Int

    init(_ slot: Int, _ range: Range<Int>) {
        self.slot = slot
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value { run.locals[slot] }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        local == slot ? .record(Record(source: source, index: record)) : run.locals[slot]
    }
}

/// A field of a record in a local variable: the most frequent node of all.
final class LocalField: Code, @unchecked Sendable {
    /// In place of the local of records that are in none, and only handed over.
    static let nowhere = -1

    let local: Int
    let slot: Int
    private let whenUnknown: Value
    private let isNumber: Bool

    init(local: Int, _ field: FieldReference, _ range: Range<Int>) {
        (self.local, slot, whenUnknown) = (local, field.slot, field.whenUnknown)
        isNumber = if case .number = field.type { true } else { false }
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        switch run.locals[local] {
        case .record(let record): run.read(slot, of: record, whenUnknown: whenUnknown)
        case .unknown: whenUnknown
        default: .null
        }
    }

    override func compute(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Value {
        local == self.local ? run.read(slot, of: record, in: source, whenUnknown: whenUnknown) : compute(&run)
    }

    override var isQuick: Bool { isNumber }

    override func number(with record: Int, of source: RecordSource, in local: Int, _ run: inout Evaluation) -> Decimal? {
        local == self.local ? source.number(slot: slot, of: record) : nil
    }
}

/// A field of a record, or of each record of a list, whose type is known.
final class RecordField: Code, @unchecked Sendable {
    let base: Code
    /// The field of a record that is handed over.
    let ofItem: LocalField
    private let slot: Int
    private let whenUnknown: Value

    init(_ base: Code, _ field: FieldReference, _ range: Range<Int>) {
        self.base = base
        slot = field.slot
        whenUnknown = field.whenUnknown
        ofItem = LocalField(local: LocalField.nowhere, field, range)
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value { field(of: base.value(&run), &run) }

    private func field(of value: Value, _ run: inout Evaluation) -> Value {
        switch value {
        case .record(let record): run.read(slot, of: record, whenUnknown: whenUnknown)
        case .list(let items): .list(items.map { field(of: $0, &run) })
        case .unknown: .unknown
        default: .null
        }
    }
}

/// A property found by name while evaluating.
final class NamedProperty: Code, @unchecked Sendable {
    let base: Code
    let name: String

    init(_ base: Code, _ name: String, _ range: Range<Int>) {
        self.base = base
        self.name = name
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        let mark = run.missing.count
        let value = base.value(&run)
        let result = property(of: value, &run)
        // What is known of a window, such as its month, does not depend on the day.
        if case .between = value { return run.settle(result, since: mark) }
        return result
    }

    private func property(of value: Value, _ run: inout Evaluation) -> Value {
        if case .list(let items) = value { return .list(items.map { property(of: $0, &run) }) }
        if let property = run.property(name, of: value) { return property }
        if value.isNull, !run.problems.isEmpty { return .null }
        var nearest: String?
        if case .context(let context) = value { nearest = nearestName(to: name, among: context.entries.map(\.name).sorted()) }
        return run.fail(.noSuchProperty(name, of: value.kind, nearest: nearest), at: range)
    }
}

/// A name inside a filter over contexts of unknown type: an entry of the item, or what the name means outside.
final class DynamicName: Code, @unchecked Sendable {
    let name: String
    let locals: [Int]
    let otherwise: Code?

    init(_ name: String, in locals: [Int], otherwise: Code?, _ range: Range<Int>) {
        self.name = name
        self.locals = locals
        self.otherwise = otherwise
        super.init(range)
    }

    override func compute(_ run: inout Evaluation) -> Value {
        for local in locals {
            if let value = run.property(name, of: run.locals[local]) { return value }
        }
        return otherwise?.value(&run) ?? .null
    }
}
