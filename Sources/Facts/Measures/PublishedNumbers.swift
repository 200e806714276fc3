import FEEL
import Quantities
import YAMLTree

extension FactStore {
    /// A whole number that a document states, and where.
    struct PublishedNumber {
        let number: Int
        let fact: FieldRead
    }

    /// Nil where there is no such path, or nothing is stated there.
    func published(_ path: FieldPath?, in holder: Int) -> PublishedNumber? {
        guard let path, fact(at: path, from: holder).fact.state == .known, case .number(let number) = value(at: path, from: holder),
            let whole = number.integer
        else { return nil }
        return PublishedNumber(number: whole, fact: read(path, in: holder))
    }

    /// Whether a document says of a list that there is nothing in it, which is more than that all of its records have ended.
    func isStatedEmpty(_ slot: Int, of record: Int) -> Bool {
        let fact = self.fact(slot, of: record)
        guard fact.state == .known, records(slot, of: record)?.isEmpty == true else { return false }
        let node = forest[forest.resolve(fact.node)]
        return node.kind == .sequence && node.count == 0
    }

    /// The field at the end of a path, or the first on the way that is not known.
    func read(_ path: FieldPath, in holder: Int) -> FieldRead {
        let (record, slot, _) = fact(at: path, from: holder)
        return FieldRead(record: record, slot: slot)
    }
}
