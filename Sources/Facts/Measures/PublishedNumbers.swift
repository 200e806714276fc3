import FEEL
import Quantities

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

    /// The field at the end of a path, or the first on the way that is not known.
    func read(_ path: FieldPath, in holder: Int) -> FieldRead {
        let (record, slot, _) = fact(at: path, from: holder)
        return FieldRead(record: record, slot: slot)
    }
}
