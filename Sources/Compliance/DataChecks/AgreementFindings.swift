import FEEL
import Facts

extension DataChecking {
    /// Where two lists say different things of one and the same.
    func findings(of test: AgreementTest) -> [DataFinding] {
        let (first, second) = (Roster(test.first, stated), Roster(test.second, stated))
        return (stated.records(test.second.list, of: FactStore.root) ?? []).compactMap { record in
            guard let other = second.counterpart(of: record, in: first) else { return nil }
            var finding = DataFinding(record: record)
            for (own, others) in zip(test.second.fields, test.first.fields) {
                let facts = [FieldRead(record: record, slot: own), FieldRead(record: other, slot: others)]
                let values = facts.map { stated.value(slot: $0.slot, of: $0.record) }
                if ComparisonOperator.equal.holds(values[0], values[1]) == false { finding.facts += facts }
            }
            finding.doubted = finding.facts
            return finding.facts.isEmpty ? nil : finding
        }
    }
}

/// A list of persons, or of other things with names and numbers, in which a record can be looked for.
private struct Roster {
    private let side: AgreementTest.Side
    private let facts: FactStore
    private var byNumber: [String: [Int]] = [:]
    private var byName: [Name: [Int]] = [:]

    /// A name within one place.
    private struct Name: Hashable {
        let name: [UInt8]
        let place: String
    }

    init(_ side: AgreementTest.Side, _ facts: FactStore) {
        self.side = side
        self.facts = facts
        for record in facts.records(side.list, of: FactStore.root) ?? [] {
            if let number = number(of: record) { byNumber[number, default: []].append(record) }
            if let name = name(of: record) { byName[name, default: []].append(record) }
        }
    }

    /// The record of another list that means the same as one of this.
    func counterpart(of record: Int, in other: Roster) -> Int? {
        if let number = number(of: record), let same = other.byNumber[number] { return same.count == 1 ? same[0] : nil }
        guard let name = name(of: record), byName[name]?.count == 1, let same = other.byName[name], same.count == 1 else { return nil }
        // Two numbers are two persons, whatever they are called.
        if number(of: record) != nil, other.number(of: same[0]) != nil { return nil }
        return same[0]
    }

    private func number(of record: Int) -> String? { side.number.flatMap { facts.value(slot: $0, of: record).string } }

    private func name(of record: Int) -> Name? {
        guard let name = facts.value(slot: side.name, of: record).string else { return nil }
        guard let slot = side.place else { return Name(name: Array(name.utf8), place: "") }
        switch facts.value(slot: slot, of: record) {
        case .record(let place): return Name(name: Array(name.utf8), place: "#\(place.index)")
        case .string(let place): return Name(name: Array(name.utf8), place: place)
        default: return nil
        }
    }
}
