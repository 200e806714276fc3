import FEEL
import TestSupport
import Testing

/// A record of numbers and flags, some of which nobody has stated.
private final class Facts: RecordSource, @unchecked Sendable {
    var values: [Value]
    init(_ values: [Value]) { self.values = values }
    override func value(slot: Int, of record: Int) -> Value { values[slot] }
}

struct PartialKnowledgeTests {
    private static let type: RecordType = {
        let type = RecordType(name: "facts")
        type.setFields(
            ["a", "b", "c"].map { .init(name: $0, type: .number(unit: nil)) } + ["p", "q"].map { .init(name: $0, type: .boolean) }
                + [.init(name: "d", type: .window)])
        return type
    }()

    private static func compile(_ text: String) throws -> CompiledExpression {
        var scope = Scope()
        _ = scope.open(type)
        return try Compiler.compile(text, scope: scope).get()
    }

    /// a = 1; b, q and d are not known (d lies between two days).
    private func evaluate(_ text: String) throws -> (value: String, missing: [Int]) {
        let day = { (text: String) in CalendarDate(text).map(Value.date) ?? .null }
        let facts = Facts([
            .integer(1), .unknown, .integer(3), .boolean(true), .unknown,
            .between(Bounds(lower: day("2021-11-10"), upper: day("2021-11-30"))),
        ])
        var run = Evaluation()
        run.set(0, .record(Record(source: facts, index: 0)))
        let value = try Self.compile(text).evaluate(&run)
        return (value.description, run.missing.map(\.slot))
    }

    @Test(
        "what is not known stays unknown, unless it does not matter",
        arguments: [
            ("b", "unknown"), ("b = null", "unknown"), ("b + 1", "unknown"), ("b > 1", "unknown"), ("p or q", "true"), ("q or p", "true"),
            ("p and q", "unknown"),
            ("q and not(p)", "false"), ("if q then a else 1", "1"), ("if q then a else c", "unknown"), ("b in (1, 2)", "unknown"),
            ("a in (b, 1)", "true"),
            ("some x in [a, b] satisfies x = 1", "true"), ("every x in [a, b] satisfies x = 1", "unknown"),
            ("every x in [c, b] satisfies x = 1", "false"),
            ("count([a, b])", "2"), ("sum([a, b])", "unknown"), ("list contains([a, b], 1)", "true"),
            ("list contains([a, b], 2)", "unknown"),
            ("[a, b][item = 1]", "unknown"), ("not(q)", "unknown"), ("string(b)", "unknown"), ("d <= @\"2021-11-30\"", "true"),
            ("d < @\"2021-11-10\"", "false"),
            ("d <= @\"2021-11-20\"", "unknown"), ("d - @\"P20D\" >= @\"2021-10-21\"", "true"), ("d.to", "2021-11-30"),
            ("d = @\"2021-12-01\"", "false"),
        ])
    func partial(text: String, expected: String) throws { #expect(try evaluate(text).value == expected, "\(text)") }

    @Test(
        "only facts that the result depends on are missing",
        arguments: [
            ("b > 1", [1]), ("p or q", []), ("q or p", []), ("p and q", [4]), ("b > 1 and q", [1, 4]), ("(b > 1 and not(p)) or q", [4]),
        ])
    func missing(text: String, expected: [Int]) throws { #expect(try evaluate(text).missing == expected, "\(text)") }

    /// The claim of all claims: a value that is known under missing facts is the value under every completion.
    @Test("what is known under missing facts holds for every completion", arguments: 0..<20)
    func soundness(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 1)
        var known = 0
        for _ in 0..<200 {
            let text = Self.condition(depth: 3, &random)
            let compiled = try Self.compile(text)
            let full: [Value] =
                (0..<3).map { _ in .integer(Int.random(in: 0...3, using: &random)) }
                + (0..<2).map { _ in .boolean(Bool.random(using: &random)) } + [.null]
            let hidden = full.indices.filter { $0 < 5 && Bool.random(using: &random) }
            var partial = full
            for slot in hidden { partial[slot] = .unknown }
            var run = Evaluation()
            run.set(0, .record(Record(source: Facts(partial), index: 0)))
            let claim = compiled.evaluate(&run)
            guard claim.isKnown else { continue }
            known += 1
            #expect(run.missing.isEmpty, "seed \(seed): \(text)")
            for _ in 0..<20 {
                var completion = full
                for slot in hidden {
                    completion[slot] = slot < 3 ? .integer(Int.random(in: 0...3, using: &random)) : .boolean(Bool.random(using: &random))
                }
                run.set(0, .record(Record(source: Facts(completion), index: 0)))
                #expect(compiled.evaluate(&run).description == claim.description, "seed \(seed): \(text) with \(completion)")
            }
        }
        #expect(known > 20)
    }

    private static func condition(depth: Int, _ random: inout SeededGenerator) -> String {
        if depth == 0 { return ["p", "q", "a > b", "b = 2", "c in [1..2]", "true"].randomElement(using: &random) ?? "p" }
        let (x, y) = (condition(depth: depth - 1, &random), condition(depth: depth - 1, &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return "(\(x)) and (\(y))"
        case 1: return "(\(x)) or (\(y))"
        case 2: return "not(\(x))"
        case 3: return "if \(x) then (\(y)) else p"
        case 4: return "some v in [a, b, c] satisfies (v > 1 and (\(x)))"
        case 5: return "every v in [a, b] satisfies (v < 3 or (\(x)))"
        case 6: return "(if \(x) then a else b) >= c"
        case 7: return "list contains([a, b], c) or (\(x))"
        default: return "count([a, b, c][item > 1]) > 1 or (\(x))"
        }
    }
}
