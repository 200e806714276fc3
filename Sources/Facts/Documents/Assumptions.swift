package import FEEL

extension FactStore {
    /// The same facts, but that the fields at some paths of the root have other values: what would hold if they had. Records on the way that
    /// nobody has stated exist then, and know nothing else.
    package func assuming(_ values: [(path: FieldPath, value: Value)]) -> FactStore {
        var assumptions = assumptions
        for (path, value) in values {
            let first = path.slots[0]
            assumptions[first] = assumed(path.slots[...], value, instead: assumptions[first] ?? self.value(slot: first, of: Self.root))
        }
        return FactStore(
            vocabulary: vocabulary, forest: forest, tables: tables, documents: documents, contradictions: contradictions,
            assumptions: assumptions)
    }

    /// The value of the first field of a path, once the last has the value that is assumed.
    private func assumed(_ path: ArraySlice<Int>, _ value: Value, instead known: Value) -> Value {
        let rest = path.dropFirst()
        guard let next = rest.first else { return value }
        let overlay: AssumedRecord
        if case .record(let record) = known {
            let other = record.source as? AssumedRecord
            overlay = AssumedRecord(instead: other?.known ?? record, fields: other?.fields ?? [:])
        } else {
            overlay = AssumedRecord(instead: nil, fields: [:])
        }
        overlay.fields[next] = assumed(rest, value, instead: overlay.value(slot: next, of: 0))
        // It stands for the record that is known, under its number.
        return .record(Record(source: overlay, index: overlay.known.map { Int($0.index) } ?? 0))
    }
}

/// A record of which some fields are assumed.
private final class AssumedRecord: RecordSource, @unchecked Sendable {
    let known: Record?
    var fields: [Int: Value]

    init(instead known: Record?, fields: [Int: Value]) {
        self.known = known
        self.fields = fields
    }

    override func value(slot: Int, of record: Int) -> Value {
        if let assumed = fields[slot] { return assumed }
        return known.map { $0.source.value(slot: slot, of: Int($0.index)) } ?? .unknown
    }

    override func fieldNames(of record: Int) -> [String] { known.map { $0.source.fieldNames(of: Int($0.index)) } ?? [] }
}
