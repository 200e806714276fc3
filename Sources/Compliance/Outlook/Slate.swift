import FEEL
import Facts
import Findings
import Quantities
import RulePacks
import SourceText

/// The contests of a dossier: how many places each has, and who stands.
struct Slate {
    struct Entrant {
        var subject: Subject
        /// The classes that it can have, as far as is known.
        var classes: PersonClasses
    }

    struct Contest {
        var subject: Subject
        var places: Int
        var entrants: [Entrant]
        /// How many may stand by law; nil where no pack says.
        var allowed: ClosedRange<Int>?

        /// Places for which nobody stands: somebody will, of whom nothing is known.
        var vacancies: Int { max(0, places - entrants.count) }
    }

    var contests: [Contest] = []
    var notes: [SlateOutlook.Note] = []
    /// Facts without which nothing can be worked out.
    var missing: [FieldRead] = []
    /// The records of entrants of whom not all attributes are known.
    var unclear: [Int] = []

    var places: Int { contests.reduce(0) { $0 + $1.places } }
}

extension Examination {
    /// Reads the contests. Those whose places or entrants are not known are missing facts.
    mutating func slate(_ definition: SlateDefinition, _ space: inout ClassSpace) -> Slate {
        var slate = Slate()
        guard let records = facts.records(definition.contests, of: FactStore.root) else {
            slate.missing = [FieldRead(record: FactStore.root, slot: definition.contests)]
            return slate
        }
        let bounds = slateBounds()
        var unsettled = 0
        for record in records {
            guard case .number(let number) = facts.value(slot: definition.places, of: record), let given = number.integer, given >= 0
            else {
                slate.missing.append(FieldRead(record: record, slot: definition.places))
                continue
            }
            let places = max(0, given - vacant(definition, in: record))
            guard places <= Slate.Contest.mostPlaces else {
                slate.missing.append(FieldRead(record: record, slot: definition.places))
                slate.notes.append(.tooManyPlaces(contest: facts.subject(of: record), places: places))
                continue
            }
            let (entrants, isSettled) = entrants(of: record, definition, &slate)
            if !isSettled { unsettled += 1 }
            var standing: [Slate.Entrant] = []
            for entrant in entrants {
                let classes = space.classes(of: entrant, in: facts)
                standing.append(Slate.Entrant(subject: facts.subject(of: entrant), classes: classes))
                if !classes.isSettled { slate.unclear.append(entrant) }
            }
            var contest = Slate.Contest(subject: facts.subject(of: record), places: places, entrants: standing)
            if let bounds { contest.allowed = allowed(bounds, in: record) }
            slate.contests.append(contest)
        }
        if unsettled > 0 { slate.notes.append(.unsettled(contests: unsettled)) }
        let vacancies = slate.contests.reduce(0) { $0 + $1.vacancies }
        if vacancies > 0 {
            slate.notes.append(.vacant(places: vacancies, contests: slate.contests.filter { $0.vacancies > 0 }.map(\.subject)))
        }
        return slate
    }

    /// How many places of a contest are stated to stay vacant.
    private func vacant(_ definition: SlateDefinition, in contest: Int) -> Int {
        guard let slot = definition.vacant, case .number(let number) = facts.value(slot: slot, of: contest) else { return 0 }
        return max(0, number.integer ?? 0)
    }

    /// Those who may stand: all of whom it is not said that they do not. Whoever may be of any contest leaves all of them open.
    private func entrants(of contest: Int, _ definition: SlateDefinition, _ slate: inout Slate) -> (records: [Int], isSettled: Bool) {
        var all: [Int] = []
        if let inverse = definition.contest.fields[definition.entrants].inverse {
            guard let list = facts.records(inverse.list, of: FactStore.root) else {
                slate.missing.append(FieldRead(record: FactStore.root, slot: inverse.list))
                return ([], true)
            }
            for record in list where !isOut(record, definition.standing) {
                let fact = facts.fact(inverse.reference, of: record)
                if case .record(let reference) = facts.value(slot: inverse.reference, of: record) {
                    if Int(reference.index) == contest { all.append(record) }
                } else if fact.state != .known {
                    slate.missing.append(FieldRead(record: record, slot: inverse.reference))
                }
            }
        } else if case .list(let items) = facts.value(slot: definition.entrants, of: contest) {
            for case .record(let record) in items where !isOut(Int(record.index), definition.standing) { all.append(Int(record.index)) }
        } else {
            slate.missing.append(FieldRead(record: contest, slot: definition.entrants))
        }
        guard let standing = definition.standing else { return (all, true) }
        return (all, all.allSatisfy { facts.value(slot: standing, of: $0).isKnown })
    }

    private func isOut(_ record: Int, _ standing: Int?) -> Bool {
        guard let standing, case .boolean(false) = facts.value(slot: standing, of: record) else { return false }
        return true
    }

    private mutating func slateBounds() -> SlateBounds? {
        for pack in book.packs {
            guard case .yes = applicability(of: pack), let bounds = pack.contents.slate else { continue }
            bind(pack)
            return bounds
        }
        return nil
    }

    private mutating func allowed(_ bounds: SlateBounds, in contest: Int) -> ClosedRange<Int>? {
        run.set(bounds.slot, .record(Record(source: facts, index: contest)))
        guard case .number(let fewest) = bounds.fewest.evaluate(&run), case .number(let most) = bounds.most.evaluate(&run),
            let least = fewest.rounded(places: 0, .ceiling).integer, let greatest = most.rounded(places: 0, .floor).integer,
            least <= greatest
        else { return nil }
        return least...greatest
    }
}
