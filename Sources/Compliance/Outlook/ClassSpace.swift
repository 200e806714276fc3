import FEEL
import Facts
import RulePacks

/// The classes into which measures sort persons: which measures count a person at all. Conditions that look at the same attribute exclude
/// each other's combinations, so the classes are found by trying the values of the attributes that conditions read. Conditions that share
/// no attribute are tried apart, and their classes are never multiplied out.
struct ClassSpace {
    /// Which measures count somebody, by their position.
    typealias Class = [Bool]

    let conditions: [CompiledExpression]
    private let type: RecordDefinition
    /// Positions of measures whose conditions read a field in common, and the fields.
    private let components: [(measures: [Int], fields: [Int])]
    /// The classes that somebody can have of whom nothing is known.
    private(set) var all: PersonClasses
    /// What a component's values give, by the values themselves: rosters repeat them.
    private var known: [String: [PersonClasses.Part]] = [:]

    /// More values than these are not tried together.
    private static let mostTrials = 4_096

    init(_ conditions: [CompiledExpression], _ type: RecordDefinition) {
        self.conditions = conditions
        self.type = type
        var components: [(measures: [Int], fields: [Int])] = []
        for (measure, condition) in conditions.enumerated() {
            let fields = Set(condition.fields.filter { $0.record === type.type }.map(\.slot))
            let shared = components.indices.filter { !fields.isDisjoint(with: components[$0].fields) }
            let merged = shared.reduce((measures: [measure], fields: fields)) { sum, index in
                (sum.measures + components[index].measures, sum.fields.union(components[index].fields))
            }
            for index in shared.reversed() { components.remove(at: index) }
            components.append((merged.measures.sorted(), merged.fields.sorted()))
        }
        self.components = components
        all = PersonClasses([], count: conditions.count)
        all = classes { _ in .unknown }
    }

    /// The classes that a record can have, as far as its fields are known.
    mutating func classes(of record: Int, in facts: FactStore) -> PersonClasses { classes { facts.value(slot: $0, of: record) } }

    /// The fields of a record that a measure's condition reads and that are not known.
    func unknownAttributes(of record: Int, for position: Int, in facts: FactStore) -> [FieldRead] {
        components.filter { $0.measures.contains(position) }.flatMap(\.fields).filter { !facts.value(slot: $0, of: record).isKnown }
            .map { FieldRead(record: record, slot: $0) }
    }

    private mutating func classes(_ value: (Int) -> Value) -> PersonClasses {
        var parts: [PersonClasses.Part] = []
        for (index, component) in components.enumerated() {
            let values = component.fields.map(value)
            let key = "\(index) " + values.map(\.description).joined(separator: "\u{1F}")
            let found = known[key] ?? self.parts(component, values)
            known[key] = found
            parts += found
        }
        return PersonClasses(parts, count: conditions.count)
    }

    /// The outcomes of a component's conditions, over all values of the fields that are not known. Where there are too many, of each
    /// condition by itself.
    private func parts(_ component: (measures: [Int], fields: [Int]), _ values: [Value]) -> [PersonClasses.Part] {
        let source = Hypothesis(count: type.fields.count)
        var run = Evaluation()
        run.set(0, .record(Record(source: source, index: 0)))
        func outcome(_ measure: Int) -> Bool? {
            switch conditions[measure].evaluate(&run) {
            case .boolean(let flag): flag
            case .unknown, .between: nil
            default: false
            }
        }
        for (slot, value) in zip(component.fields, values) { source.values[slot] = value }
        let domains = zip(component.fields, values).map { $1.isKnown ? [$1] : domain(of: $0) }
        guard domains.reduce(1, { min(Self.mostTrials + 1, $0 * $1.count) }) <= Self.mostTrials else {
            return component.measures.map { measure in
                let flags = outcome(measure).map { [$0] } ?? [false, true]
                return PersonClasses.Part(measures: [measure], outcomes: flags.map { [$0] }, isExact: flags.count == 1)
            }
        }
        var found: Set<Class> = []
        var isExact = true
        func evaluate() {
            let flags = component.measures.map(outcome)
            let open = flags.indices.filter { flags[$0] == nil }
            // A field whose values cannot be listed leaves its conditions open both ways; whether two of them go together is not known.
            if open.count > 1 { isExact = false }
            for choice in 0..<1 << min(open.count, 10) {
                var result = flags.map { $0 ?? false }
                for (bit, index) in open.enumerated() { result[index] = choice >> bit & 1 == 1 }
                found.insert(result)
            }
        }
        func assign(_ position: Int) {
            guard position < component.fields.count else { return evaluate() }
            for value in domains[position] {
                source.values[component.fields[position]] = value
                assign(position + 1)
            }
        }
        assign(0)
        let outcomes = found.sorted { a, b in a.lexicographicallyPrecedes(b) { !$0 && $1 } }
        return [PersonClasses.Part(measures: component.measures, outcomes: outcomes, isExact: isExact)]
    }

    private func domain(of slot: Int) -> [Value] { type.fields[slot].type.allValues ?? [.unknown] }

    /// A person who does not exist.
    private final class Hypothesis: RecordSource, @unchecked Sendable {
        var values: [Value]
        init(count: Int) { values = Array(repeating: .unknown, count: count) }
        override func value(slot: Int, of record: Int) -> Value { values[slot] }
    }
}

/// The classes that a person can have, as far as is known: every combination of what each part allows.
struct PersonClasses {
    /// Measures that exclude each other's combinations, and the combinations that there are.
    struct Part {
        var measures: [Int]
        var outcomes: [[Bool]]
        /// Each outcome is one that a person can have; else there may be fewer.
        var isExact: Bool
    }

    let parts: [Part]
    /// The measures that count the person for certain, and those that may.
    let certain: ClassSpace.Class
    let possible: ClassSpace.Class

    init(_ parts: [Part], count: Int) {
        self.parts = parts
        var certain = Array(repeating: true, count: count)
        var possible = Array(repeating: false, count: count)
        for part in parts {
            for outcome in part.outcomes {
                for (measure, flag) in zip(part.measures, outcome) {
                    certain[measure] = certain[measure] && flag
                    possible[measure] = possible[measure] || flag
                }
            }
        }
        (self.certain, self.possible) = (certain, possible)
    }

    /// Whether there is one class only.
    var isSettled: Bool { parts.allSatisfy { $0.outcomes.count == 1 } }
    /// Whether somebody can have each of the classes.
    var isExact: Bool { parts.allSatisfy(\.isExact) }
}
