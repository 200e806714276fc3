import FEEL
import Facts
import Quantities
import RulePacks

/// What depends on the day of an event of the root: the field that states it, the fields in whose place it stands where they are absent, and
/// those in whose place these stand. It rather takes in too much than too little.
struct DayDependence {
    /// A field, by the type of its record.
    private struct Field: Hashable {
        let record: ObjectIdentifier
        let slot: Int
    }

    private let event: EventDefinition
    private let stated: Field
    /// Fields that have the event's day where they are absent, directly or by way of others.
    private let substitutes: Set<Field>

    init(_ event: EventDefinition, _ vocabulary: Vocabulary) {
        self.event = event
        stated = Self.end(of: event.path, vocabulary)
        substitutes = Set(
            vocabulary.records.flatMap { record in
                record.fields.indices.filter { vocabulary.takesOver($0, of: record.type, from: event.path) }.map {
                    Field(record: ObjectIdentifier(record.type), slot: $0)
                }
            })
    }

    private static func end(of path: FieldPath, _ vocabulary: Vocabulary) -> Field {
        var record = vocabulary.root
        for slot in path.slots.dropLast() { record = record.fields[slot].type.record ?? record }
        return Field(record: ObjectIdentifier(record.type), slot: path.slots[path.slots.count - 1])
    }

    /// Whether a rule names such a field, by whatever name and in whatever condition.
    func isRead(by rule: Rule) -> Bool { (rule.expressions + [rule.due].compactMap { $0 }).contains(where: isRead) }

    private func isRead(by expression: CompiledExpression) -> Bool {
        expression.reads { reference in
            let field = Field(record: ObjectIdentifier(reference.record), slot: reference.slot)
            if substitutes.contains(field) { return true }
            guard field == stated else { return false }
            // Another record of the same type, at another path of the root, has a day of its own.
            guard let path = reference.path, path.variable == FieldPath.rootVariable else { return true }
            return path == event.path.reference
        }
    }
}
