package import FEEL

/// Which fields take over what others state.
extension Vocabulary {
    /// The fields of the root that a path leads to, where nothing is stated of the record in its variable: the path itself from the root, and
    /// of another record what its first field takes over.
    ///
    /// - Parameter expression: the one in which the path stands.
    package func rootSlots(of path: FieldReference.Path, in expression: CompiledExpression) -> [Int]? {
        if path.variable == FieldPath.rootVariable { return path.fields }
        let start = FieldReference.Path(variable: path.variable, fields: [path.fields[0]])
        guard let first = expression.fields.first(where: { $0.path == start }),
            let otherwise = field(first.slot, of: first.record)?.otherwise
        else { return nil }
        return otherwise.slots + path.fields.dropFirst()
    }

    /// Whether a field takes over, at once or by way of others, what a path of the root states.
    package func takesOver(_ slot: Int, of type: RecordType, from path: FieldPath) -> Bool {
        guard let record = records.first(where: { $0.type === type }) else { return false }
        let field = record.fields[slot]
        if let otherwise = field.otherwise {
            let owner = otherwise.slots.dropLast().reduce(root) { $0.fields[$1].type.record ?? $0 }
            if otherwise.slots == path.slots || takesOver(otherwise.slots[otherwise.slots.count - 1], of: owner.type, from: path) {
                return true
            }
        }
        if let first = field.lastOf, record === root && path.slots == [first] || takesOver(first, of: type, from: path) { return true }
        guard let latest = field.latest, let element = root.fields[latest.list].type.listedRecord else { return false }
        return takesOver(latest.field, of: element.type, from: path)
    }
}
