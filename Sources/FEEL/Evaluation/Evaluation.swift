/// One evaluation's state: the values of variables, and a record of what was missing or wrong on the way.
///
/// It can be used for many expressions one after the other; `begin` empties the record and keeps the memory.
public struct Evaluation: Sendable {
    /// Values of the variables of the scope, by slot, and of the expressions' own variables behind them.
    public internal(set) var locals: [Value] = []
    /// Facts that were asked for, that nobody has stated, and on which the result depends.
    public internal(set) var missing: [FieldRead] = []
    /// Why a result is null: one entry for each operation that had no value.
    public internal(set) var problems: [FEELProblem] = []
    /// The values of subexpressions, where they are asked for.
    public internal(set) var trace: [(range: Range<Int>, value: Value)] = []

    /// The fields that were read, in their order, where values are asked for.
    public internal(set) var reads: [FieldRead] = []

    /// What `now()` and `today()` say; nil where nobody has given a clock.
    public var now: DateTime?

    /// What is the same for all items of a loop that is running, by the numbers of the code that keeps it.
    var kept: [KeptValue] = []
    /// The call that is being made, for problems inside of built-ins.
    var callRange = 0..<0
    var isTracing = false
    var stepsLeft = 0
    var depth = 0
    private let stepLimit: Int
    /// Frames of nested calls.
    static let depthLimit = 3_000

    /// - Parameter stepLimit: how many steps of loops and calls an expression may take before it gives null.
    public init(stepLimit: Int = 10_000_000) {
        self.stepLimit = stepLimit
        stepsLeft = stepLimit
    }

    /// Gives a variable its value, for all evaluations until it is given another.
    ///
    /// - Parameter slot: what ``Scope/bind(_:_:)`` returned.
    public mutating func set(_ slot: Int, _ value: Value) {
        while locals.count <= slot { locals.append(.null) }
        locals[slot] = value
    }

    mutating func begin(locals count: Int, kept keptCount: Int = 0, tracing: Bool) {
        while locals.count < count { locals.append(.null) }
        while kept.count < keptCount { kept.append(KeptValue()) }
        missing.removeAll(keepingCapacity: true)
        if !problems.isEmpty { problems.removeAll() }
        if !trace.isEmpty { trace.removeAll() }
        if !reads.isEmpty { reads.removeAll() }
        isTracing = tracing
        stepsLeft = stepLimit
        depth = 0
    }

    /// Counts a step of a loop; false when there have been too many.
    @inline(__always)
    mutating func step(at range: Range<Int>) -> Bool {
        stepsLeft -= 1
        return stepsLeft > 0 || giveUp(at: range)
    }

    @inline(never)
    private mutating func giveUp(at range: Range<Int>) -> Bool {
        if problems.last?.kind != .limitReached { problems.append(FEELProblem(.limitReached, at: range)) }
        return false
    }

    /// Notes a problem and gives the null that stands for the result.
    mutating func fail(_ kind: FEELProblem.Kind, at range: Range<Int>) -> Value {
        if problems.count < 20 { problems.append(FEELProblem(kind, at: range)) }
        return .null
    }

    mutating func failCall(_ kind: FEELProblem.Kind) -> Value { fail(kind, at: callRange) }

    static let nestingLimit = 400
    static let lengthLimit = 10_000_000

    /// Whether a value is known all the way down. What is looked at is paid for, because lists can share their parts many times over.
    mutating func isCompletelyKnown(_ value: Value, at range: Range<Int>) -> Bool {
        switch value {
        case .unknown, .between: return false
        case .list(let items):
            for item in items where !isCompletelyKnown(item, at: range) || !step(at: range) { return false }
            return true
        case .context(let context):
            for entry in context.entries where !isCompletelyKnown(entry.value, at: range) || !step(at: range) { return false }
            return true
        case .range(let ends): return ends.lower.isKnown && ends.upper.isKnown
        default: return true
        }
    }

    /// Whether the text that a value prints to is short enough.
    mutating func isPrintable(_ value: Value) -> Bool {
        var room = Self.lengthLimit
        func take(_ value: Value) -> Bool {
            room -= 2
            switch value {
            case .string(let text): room -= text.utf8.count
            case .list(let items): for item in items where !take(item) { return false }
            case .context(let context):
                for entry in context.entries {
                    room -= entry.name.utf8.count
                    if !take(entry.value) { return false }
                }
            default: room -= 8
            }
            return room > 0
        }
        return take(value)
    }

    /// A value that was just made; too long or too deep, it is null.
    mutating func checked(_ value: Value, at range: Range<Int>) -> Value {
        switch value {
        case .string(let text) where text.utf8.count > 64:
            stepsLeft -= text.utf8.count / 64
            return text.utf8.count <= Self.lengthLimit && step(at: range) ? value : fail(.limitReached, at: range)
        case .list, .context: return fits(value, depth: 0, at: range) ? value : fail(.limitReached, at: range)
        default: return value
        }
    }

    /// Whether a value is neither too deep nor too large. Every part of it is a step, an empty list too: lists of lists can double.
    private mutating func fits(_ value: Value, depth: Int, at range: Range<Int>) -> Bool {
        stepsLeft -= 1
        guard stepsLeft > 0 else { return false }
        switch value {
        case .list(let items):
            guard depth < Self.nestingLimit else { return false }
            for item in items where !fits(item, depth: depth + 1, at: range) { return false }
            return true
        case .context(let context):
            guard depth < Self.nestingLimit else { return false }
            for entry in context.entries where !fits(entry.value, depth: depth + 1, at: range) { return false }
            return true
        case .string(let text):
            stepsLeft -= text.utf8.count / 64
            return stepsLeft > 0
        default: return true
        }
    }

    /// Reads a record's field, and notes the fact if nobody has stated it.
    ///
    /// - Parameter whenUnknown: what is known of the field's values before any is stated.
    @inline(__always)
    mutating func read(_ slot: Int, of record: Record, whenUnknown: Value = .unknown) -> Value {
        read(slot, of: Int(record.index), in: record.source, whenUnknown: whenUnknown)
    }

    @inline(__always)
    mutating func read(_ slot: Int, of record: Int, in source: RecordSource, whenUnknown: Value) -> Value {
        let value = source.value(slot: slot, of: record)
        if isTracing { reads.append(FieldRead(record: record, slot: slot)) }
        guard !value.isKnown else { return value }
        missing.append(FieldRead(record: record, slot: slot))
        if case .unknown = value { return whenUnknown }
        return value
    }

    /// A property by name: a field of a record, or what else the value has (DMN 1.5, table 65); nil where it has no such property.
    mutating func property(_ name: String, of value: Value) -> Value? {
        guard case .record(let record) = value else { return value.property(name) }
        return record.source.fieldNames(of: Int(record.index)).firstIndex(of: name).map { read($0, of: record) }
    }

    /// A result that is known does not depend on what was missing on the way to it.
    @inline(__always)
    mutating func settle(_ value: Value, since mark: Int) -> Value {
        if missing.count > mark, value.isKnown { missing.removeLast(missing.count - mark) }
        return value
    }
}
