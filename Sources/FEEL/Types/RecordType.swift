/// The type of records of a ``RecordSource``: fields by slot.
///
/// Types refer to each other in circles, so fields are added after all types exist; then a type does not change any more.
public final class RecordType: @unchecked Sendable {
    /// A field of all records of a type.
    public struct Field: Sendable {
        /// The name by which messages call it.
        public let name: String
        /// Other names under which expressions may call it.
        public let aliases: [String]
        /// The type of its values.
        public let type: FEELType
        /// What all values of the field lie between.
        public let bounds: Bounds?

        /// - Parameter aliases: where two fields share a name, it means the first.
        public init(name: String, aliases: [String] = [], type: FEELType, bounds: Bounds? = nil) {
            self.name = name
            self.aliases = aliases
            self.type = type
            self.bounds = bounds
        }
    }

    /// The type's name in messages.
    public let name: String
    /// The fields; the position of one is its slot.
    public private(set) var fields: [Field] = []
    private var slots: [String: Int] = [:]

    /// A type without fields, so that others can refer to it; see ``setFields(_:)``.
    public init(name: String) { self.name = name }

    /// Gives the type its fields, in the order of their slots. Call it once, before any expression is checked against the type.
    public func setFields(_ fields: [Field]) {
        self.fields = fields
        slots = [:]
        for (slot, field) in fields.enumerated() {
            for name in [field.name] + field.aliases where slots[name] == nil { slots[name] = slot }
        }
    }

    /// The slot of a field by its name or an alias; nil where there is none.
    public func slot(named name: String) -> Int? { slots[name] }
    /// The names of the fields by slot, without aliases.
    public var names: [String] { fields.map(\.name) }
    /// Every name that an expression may use, for the lexer.
    public var allNames: some Sequence<String> { slots.keys }
}
