package import FEEL

/// A path of fields from a record to a field, by slots.
package struct FieldPath: Sendable {
    package var slots: [Int]
    /// As it was written.
    package var text: String
}

extension FieldPath {
    /// Resolves `a.b.c` from a record type; nil where a part does not exist or is no record on the way.
    package init?(_ text: String, from record: RecordDefinition) {
        var slots: [Int] = []
        var current: RecordDefinition? = record
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard let definition = current, let slot = definition.slot(named: String(part)) else { return nil }
            slots.append(slot)
            current = definition.fields[slot].type.record
        }
        self.init(slots: slots, text: text)
    }

    /// The variable that holds the root record wherever its fields are names: it is opened first.
    package static let rootVariable = 0

    /// The path from the root, as expressions refer to it.
    package var reference: FieldReference.Path { .init(variable: Self.rootVariable, fields: slots) }

    /// The field at the end of the path.
    package func field(from record: RecordDefinition) -> FieldDefinition {
        var current = record
        for slot in slots.dropLast() { current = current.fields[slot].type.record ?? current }
        return current.fields[slots[slots.count - 1]]
    }
}
