/// What a name or a path means, found when an expression is checked.
public indirect enum Reference: Sendable {
    /// A field of a record, or of each record of a list.
    case field(FieldReference)
    /// A variable of the scope, or one that the expression itself brings in: of a loop, a parameter, `item`, an entry of the context around.
    case variable(String, slot: Int)
    /// A value that the scope gives a name.
    case constant(String, Value)
    case builtin(Builtin)
    /// An entry of a context whose entries are known.
    case entry(String)
    /// An entry of what is in one of these variables, if it has one of that name: what is filtered is not known beforehand. Otherwise it is
    /// what the name means outside.
    case possibleEntry(String, of: [Int], otherwise: Reference?)

    /// The field, where it is one or can be one.
    public var field: FieldReference? {
        switch self {
        case .field(let field): field
        case .possibleEntry(_, _, let otherwise): otherwise?.field
        default: nil
        }
    }
}

/// A field of a record type that an expression names, whatever name it used.
public struct FieldReference: Sendable {
    /// The type of the record that holds the field.
    public let record: RecordType
    /// The field's position in ``RecordType/fields``.
    public let slot: Int
    /// How the field is reached; nil where it is not by fields alone.
    public let path: Path?

    /// The way from a variable to a field: `notices.voterRoll.date` is three fields of the record that is open in the scope.
    public struct Path: Hashable, Sendable {
        /// The slot of the variable that holds the first record.
        public let variable: Int
        /// The slots of the fields, each in the record type of the one before.
        public let fields: [Int]

        /// - Parameter fields: at least one.
        public init(variable: Int, fields: [Int]) {
            self.variable = variable
            self.fields = fields
        }
    }

    /// The type of the field's values.
    public var type: FEELType { record.fields[slot].type }

    /// What is known of the field before anybody states it: nothing, or its bounds.
    var whenUnknown: Value { record.fields[slot].bounds.map(Value.between) ?? .unknown }
}

extension Reference {
    /// The path to a field of what the reference means.
    func path(to field: Int) -> FieldReference.Path? {
        switch self {
        case .variable(_, let slot): .init(variable: slot, fields: [field])
        case .field(let reference): reference.path.map { .init(variable: $0.variable, fields: $0.fields + [field]) }
        default: nil
        }
    }
}
