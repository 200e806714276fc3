import FEEL
import Facts
import YAMLTree

extension DataChecking {
    /// Where a record says another day of birth, or another sex, than its identity number.
    func findings(of test: IdentityTest) -> [DataFinding] {
        test.sides.flatMap { side in
            (stated.records(side.list, of: FactStore.root) ?? []).compactMap { record -> DataFinding? in
                let written = stated.fact(side.number, of: record)
                guard written.state == .known,
                    let number = try? IdentityNumber(stated.forest.string(stated.forest.resolve(written.node)))
                else { return nil }
                var differing: [FieldRead] = []
                if let slot = side.birth, case .date(let birth) = stated.value(slot: slot, of: record), birth != number.birth {
                    differing.append(FieldRead(record: record, slot: slot))
                }
                let sex = number.isOdd ? test.odd : test.even
                if let slot = side.sex, let sex, case .string(let value) = stated.value(slot: slot, of: record), value != sex {
                    differing.append(FieldRead(record: record, slot: slot))
                }
                guard !differing.isEmpty else { return nil }
                var finding = DataFinding(record: record)
                finding.facts = differing + [FieldRead(record: record, slot: side.number)]
                finding.doubted = finding.facts
                return finding
            }
        }
    }
}
