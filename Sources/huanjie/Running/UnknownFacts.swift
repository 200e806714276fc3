import FEEL

/// Facts of which an expression of the command line knows the names only: the fields of one record, none of which has a value.
final class UnknownFacts: RecordSource, @unchecked Sendable {
    private let names: [String]

    init(names: [String]) { self.names = names }

    override func fieldNames(of record: Int) -> [String] { names }

    /// Makes the names part of a scope. Returns the variable in which the record has to be.
    func open(in scope: inout Scope) -> Int {
        let type = RecordType(name: "unknown")
        type.setFields(names.map { .init(name: $0, type: .any) })
        return scope.open(type)
    }

    /// The names on which the last result of an evaluation depends.
    func missing(in run: Evaluation) -> [String] {
        let slots = Set(run.missing.map(\.slot))
        return names.indices.filter(slots.contains).map { names[$0] }
    }
}
