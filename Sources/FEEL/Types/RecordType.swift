/// The type of records of a ``RecordSource``: fields by slot.
///
/// Types refer to each other in circles, so fields are added after all types exist; then a type does not change any more.
public final class RecordType: @unchecked Sendable {
    public struct Field: Sendable {
        public let name: String
        /// Other names under which expressions may call it.
        public let aliases: [String]
        public let type: FEELType
        /// What all values of the field lie between.
        public let bounds: Bounds?

        public init(name: String, aliases: [String] = [], type: FEELType, bounds: Bounds? = nil) {
            self.name = name
            self.aliases = aliases
            self.type = type
            self.bounds = bounds
        }
    }

    public let name: String
    public private(set) var fields: [Field] = []
    private var slots: [String: Int] = [:]

    public init(name: String) { self.name = name }

    public func setFields(_ fields: [Field]) {
        self.fields = fields
        slots = [:]
        for (slot, field) in fields.enumerated() {
            for name in [field.name] + field.aliases where slots[name] == nil { slots[name] = slot }
        }
    }

    public func slot(named name: String) -> Int? { slots[name] }
    public var names: [String] { fields.map(\.name) }
    /// Every name that an expression may use, for the lexer.
    public var allNames: some Sequence<String> { slots.keys }
}
