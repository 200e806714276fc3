import FEEL
import Facts
import RulePacks

/// The classes into which measures sort persons: which measures count a person at all. Conditions that look at the same attribute exclude
/// each other's combinations, so the classes are found by trying the values of the attributes that conditions read.
struct ClassSpace {
    /// Which measures count somebody, by their position.
    typealias Class = [Bool]

    let conditions: [CompiledExpression]
    private let type: RecordDefinition
    /// Positions of measures whose conditions read a field in common, and the fields.
    private let components: [(measures: [Int], fields: [Int])]
    /// The classes that somebody can have of whom nothing is known.
    private(set) var all: [Class] = []
    /// What a component's values give, by the values themselves: rosters repeat them.
    private var known: [String: [Class]] = [:]

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
        all = classes { _ in .unknown }
    }

    /// The classes that a record can have, as far as its fields are known.
    mutating func classes(of record: Int, in facts: FactStore) -> [Class] { classes { facts.value(slot: $0, of: record) } }

    /// The fields of a record that a measure's condition reads and that are not known.
    func unknownAttributes(of record: Int, for position: Int, in facts: FactStore) -> [FieldRead] {
        components.filter { $0.measures.contains(position) }.flatMap(\.fields).filter { !facts.value(slot: $0, of: record).isKnown }
            .map { FieldRead(record: record, slot: $0) }
    }

    private mutating func classes(_ value: (Int) -> Value) -> [Class] {
        var result: [Class] = [Array(repeating: false, count: conditions.count)]
        for (index, component) in components.enumerated() {
            let values = component.fields.map(value)
            let key = "\(index) " + values.map(\.description).joined(separator: "\u{1F}")
            let parts = known[key] ?? partial(component, values)
            known[key] = parts
            result = result.flatMap { base in
                parts.map { part in
                    var merged = base
                    for measure in component.measures { merged[measure] = part[measure] }
                    return merged
                }
            }
        }
        return result
    }

    /// The outcomes of a component's conditions, over all values of the fields that are not known.
    private func partial(_ component: (measures: [Int], fields: [Int]), _ values: [Value]) -> [Class] {
        let source = Hypothesis(count: type.fields.count)
        var run = Evaluation()
        run.set(0, .record(Record(source: source, index: 0)))
        var found: Set<Class> = []
        func evaluate() {
            var result: Class = Array(repeating: false, count: conditions.count)
            var open: [Int] = []
            for measure in component.measures {
                switch conditions[measure].evaluate(&run) {
                case .boolean(let flag): result[measure] = flag
                case .unknown, .between: open.append(measure)
                default: break
                }
            }
            // A field whose values cannot be listed leaves its conditions open both ways.
            for choice in 0..<1 << min(open.count, 16) {
                for (bit, measure) in open.enumerated() { result[measure] = choice >> bit & 1 == 1 }
                found.insert(result)
            }
        }
        func assign(_ position: Int) {
            guard position < component.fields.count else { return evaluate() }
            let slot = component.fields[position]
            for value in values[position].isKnown ? [values[position]] : domain(of: slot) {
                source.values[slot] = value
                assign(position + 1)
            }
        }
        assign(0)
        return found.sorted { a, b in a.lexicographicallyPrecedes(b) { !$0 && $1 } }
    }

    private func domain(of slot: Int) -> [Value] { type.fields[slot].type.allValues ?? [.unknown] }

    /// A person who does not exist.
    private final class Hypothesis: RecordSource, @unchecked Sendable {
        var values: [Value]
        init(count: Int) { values = Array(repeating: .unknown, count: count) }
        override func value(slot: Int, of record: Int) -> Value { values[slot] }
    }
}
