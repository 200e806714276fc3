/// What an expression can refer to: variables, and the fields of records that are open in it.
///
/// Values of variables are given to an ``Evaluation`` by the slots that `bind` returns.
public struct Scope: Sendable {
    enum Binding: Sendable {
        case local(slot: Int, FEELType)
        case builtin(Builtin)
        /// A field of the record in a variable.
        case field(FieldReference)
        case constant(Value, FEELType)
    }

    /// A level of scope; inner ones come last.
    enum Layer: Sendable {
        case names([String: Binding])
        /// The fields of a record held in a local are names of their own.
        case record(RecordType, slot: Int)
        /// The entries of a context of which no type is known.
        case dynamic(slot: Int)
    }

    var layers: [Layer] = []
    private(set) var localCount = 0
    /// The names that a parser has to know.
    public private(set) var names = Self.builtinNames
    /// Types with names of their own, such as item definitions (DMN 1.5, 7.3.2).
    private(set) var types: [String: TypeName] = [:]
    private var notedTypes: Set<ObjectIdentifier> = []
    private static let builtinNames = NameScope(Builtin.all.map(\.name))

    /// Built-ins alone: no variable, no record and no type.
    public init() {}

    /// Adds a variable and returns its slot.
    public mutating func bind(_ name: String, _ type: FEELType) -> Int {
        let slot = newLocal()
        layers.append(.names([name: .local(slot: slot, type)]))
        names.insert(name)
        noteNames(of: type)
        return slot
    }

    /// Adds a variable to the innermost level, for a text that has been parsed already: a parser need not know it any more.
    mutating func bindInside(_ name: String, _ type: FEELType) -> Int {
        let slot = newLocal()
        guard case .names(var bindings)? = layers.popLast() else { return slot }
        bindings[name] = .local(slot: slot, type)
        layers.append(.names(bindings))
        return slot
    }

    /// - Parameter type: the value's own, where none is given.
    public mutating func define(_ name: String, as value: Value, _ type: FEELType? = nil) {
        layers.append(.names([name: .constant(value, type ?? value.type)]))
        names.insert(name)
        noteNames(in: value)
    }

    /// Gives a type a name, for `instance of` and for parameters.
    public mutating func define(type name: String, as type: TypeName) { types[name] = type }

    /// Opens a record: its fields become names. Returns the slot of the record itself.
    public mutating func open(_ type: RecordType) -> Int {
        let slot = newLocal()
        layers.append(.record(type, slot: slot))
        for name in type.allNames { names.insert(name) }
        noteNames(of: .record(type))
        return slot
    }

    mutating func newLocal() -> Int {
        localCount += 1
        return localCount - 1
    }

    /// Names with spaces may be fields at any depth, so all reachable types tell theirs.
    private mutating func noteNames(of type: FEELType) {
        var open = [type]
        while let next = open.popLast() {
            switch next {
            case .list(let element), .range(let element): open.append(element)
            case .record(let record) where notedTypes.insert(ObjectIdentifier(record)).inserted:
                for name in record.allNames { names.insertProperty(name) }
                open += record.fields.map(\.type)
            case .context(let entries):
                for (name, type) in entries {
                    names.insertProperty(name)
                    open.append(type)
                }
            default: break
            }
        }
    }

    /// The names of entries may hold spaces at any depth.
    private mutating func noteNames(in value: Value) {
        switch value {
        case .context(let context):
            for entry in context.entries {
                names.insertProperty(entry.name)
                noteNames(in: entry.value)
            }
        case .list(let items): for item in items { noteNames(in: item) }
        default: break
        }
    }

    enum Resolution {
        case binding(Binding)
        /// The name may be an entry of one of these locals; otherwise the binding, if any.
        case dynamic([Int], Binding?)
    }

    func resolve(_ name: String) -> Resolution? {
        var dynamic: [Int] = []
        for layer in layers.reversed() {
            var found: Binding?
            switch layer {
            case .names(let bindings): found = bindings[name]
            case .record(let type, let slot):
                if let field = type.slot(named: name) {
                    found = .field(FieldReference(record: type, slot: field, path: .init(variable: slot, fields: [field])))
                }
            case .dynamic(let slot): dynamic.append(slot)
            }
            if let found { return dynamic.isEmpty ? .binding(found) : .dynamic(dynamic, found) }
        }
        let builtin = Builtin.byName[name].map(Binding.builtin)
        return dynamic.isEmpty ? builtin.map(Resolution.binding) : .dynamic(dynamic, builtin)
    }

    var visibleNames: Set<String> {
        layers.reduce(into: Set(Builtin.all.map(\.name))) { names, layer in
            switch layer {
            case .names(let bindings): names.formUnion(bindings.keys)
            case .record(let type, _): names.formUnion(type.allNames)
            case .dynamic: break
            }
        }
    }
}
