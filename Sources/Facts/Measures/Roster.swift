package import FEEL
package import Quantities

/// What the vocabulary says of how many belong to a list of records: `rosters: {RECORD.LIST: {expected, vacant, complete}}`. A list of which
/// nothing is said may lack anybody.
package struct RosterDefinition: Sendable {
    let holder: RecordDefinition
    let list: Int
    /// How many there are where no place is vacant: there are no more.
    let expected: CompiledExpression?
    /// How many places are stated to be vacant; what is not known of it takes nothing off.
    let vacant: CompiledExpression?
    let completeness: Completeness

    enum Completeness: Sendable {
        /// The list is what it holds: nobody can be missing.
        case always
        /// Where the field at the path is true.
        case stated(FieldPath)
        case never
    }
}

/// A list of records of which measures are taken, and what says how many belong to it. Whoever asks for the whole of a list asks here.
package struct Roster: Sendable {
    /// The list field of the holder.
    package let list: Int
    let definition: RosterDefinition?
    /// Where the number of all is published.
    let published: FieldPath?

    /// How many belong to a list.
    package struct Whole: Sendable {
        /// From those that are listed to those that can be; no upper end where nothing says how many there are.
        package var numbers: Interval<Int>
        /// The facts that would make it exact.
        package var missing: [FieldRead] = []
        var conflict: Measured.Conflict?

        /// Whether what is stated of it excludes each other.
        package var hasConflict: Bool { conflict != nil }
    }

    /// The published number of all; else the list itself, where that is stated to be complete; else as many as are expected less those
    /// places that are stated to be vacant, at most, and those that are listed at least.
    ///
    /// - Parameter run: scratch; its first variable is the record afterwards.
    package func whole(in holder: Int, of facts: FactStore, _ run: inout Evaluation) -> Whole {
        let listed = facts.records(list, of: holder)?.count
        let isComplete = listed != nil && isComplete(in: holder, facts)
        let (most, missing) = most(in: holder, facts, &run)
        var whole = Whole(numbers: Interval(from: listed ?? 0, to: nil))
        if let total = facts.published(published, in: holder) {
            let allowed = Interval(from: listed ?? 0, to: isComplete ? listed : nil)
            if total.number > 0, facts.isStatedEmpty(list, of: holder) {
                whole.conflict = .init(total, expected: Interval(0))
            } else if !allowed.contains(total.number) {
                whole.conflict = .init(total, expected: allowed)
            } else if let most, total.number > most {
                whole.conflict = .init(total, expected: Interval(from: nil, to: most))
            }
            whole.numbers = Interval(total.number)
        } else if let listed, let most, listed > most {
            let roster = FieldRead(record: holder, slot: list)
            whole.conflict = .init(published: roster, text: String(listed), expected: Interval(from: nil, to: most))
        } else if let listed, isComplete {
            whole.numbers = Interval(listed)
        } else if let most {
            whole.numbers = Interval(from: listed ?? 0, to: most)
        } else {
            // Nothing says how many there are: whatever could.
            whole.missing = missing.isEmpty ? unstated(in: holder, facts) : missing
        }
        // What excludes the rest is to be corrected.
        if let conflict = whole.conflict { whole.missing = [conflict.published] }
        return whole
    }

    private func unstated(in holder: Int, _ facts: FactStore) -> [FieldRead] {
        if let published { return [facts.read(published, in: holder)] }
        if case .stated(let path)? = definition?.completeness { return [facts.read(path, in: holder)] }
        return []
    }

    private func isComplete(in holder: Int, _ facts: FactStore) -> Bool {
        switch definition?.completeness {
        case .always: return true
        case .stated(let path): if case .boolean(true) = facts.value(at: path, from: holder) { return true }
        case .never, nil: break
        }
        return false
    }

    /// How many there can be: what is expected, less what is stated to be vacant. Whether a place is vacant of which nothing is said is not
    /// known. And what is missing of it.
    private func most(in holder: Int, _ facts: FactStore, _ run: inout Evaluation) -> (number: Int?, missing: [FieldRead]) {
        func numbers(_ expression: CompiledExpression) -> Interval<Int>? {
            run.set(0, .record(Record(source: facts, index: holder)))
            return expression.evaluate(&run).numbers?.wholeNumbers
        }
        guard let expected = definition?.expected else { return (nil, []) }
        guard let most = numbers(expected)?.upper else { return (nil, run.missing) }
        var vacant = 0
        if let stated = definition?.vacant { vacant = max(0, numbers(stated)?.lower ?? 0) }
        return (max(0, most - min(vacant, most)), [])
    }
}

extension Measured.Conflict {
    init(_ published: FactStore.PublishedNumber, expected: Interval<Int>) {
        self.init(published: published.fact, text: String(published.number), expected: expected)
    }
}
