import FEEL
import Quantities
import TestSupport
import Testing

/// Records that are only read value by value.
private class Rows: RecordSource, @unchecked Sendable {
    let rows: [[Value]]
    init(_ rows: [[Value]]) { self.rows = rows }
    override func value(slot: Int, of record: Int) -> Value { rows[record][slot] }
}

/// The same records, which hand over their numbers as well.
private final class QuickRows: Rows, @unchecked Sendable {
    override func number(slot: Int, of record: Int) -> Quantities.Decimal? {
        if case .number(let number) = rows[record][slot] { number } else { nil }
    }
}

/// Loops over many records have ways of their own, which must not show.
struct LoopTests {
    private static let type: RecordType = {
        let type = RecordType(name: "district")
        type.setFields(
            ["seats", "population", "area"].map { .init(name: $0, type: .number(unit: nil)) } + [
                .init(name: "kind", type: .enumeration(Enumeration(name: "kind", values: ["town", "village"])))
            ])
        return type
    }()

    private static let expressions = [
        "sum(ds.seats)", "sum(for d in ds return d.seats)", "sum(for d in ds return d.population / d.seats)",
        "sum(for d in ds return d.seats * limit + 0.5 * limit)", "count(ds[seats > 1])", "count(ds[seats = 2 or population >= 900])",
        "count(ds[seats in [1..2] and population > 450 * seats])", "count(ds[population / seats >= 0.7 * limit])",
        "count(ds[kind = \"town\"])", "count(ds[kind != \"town\" and seats < 3])", "ds[seats > 1].population", "ds[area > seats].seats",
        "ds[2].seats", "ds[seats].seats", "every d in ds satisfies d.population / d.seats >= 0.7 * average",
        "some d in ds satisfies d.seats > limit - 447", "every d in ds satisfies d.seats >= 1",
        "every d in ds satisfies d.population > sum(ds.seats)", "some d in ds satisfies d.population / (d.seats - 2) < 0",
        "count(ds[seats >= mean(ds.seats)])", "ds[seats = max(ds.seats)].population", "count(ds[missing + 1 > seats])",
        "every d in ds satisfies d.seats / nothing > 1", "some d in ds, e in ds satisfies d.seats + 0.5 * limit > e.population",
        "every d in ds satisfies count(ds[seats > d.seats + 0 * limit]) < 3", "for d in ds return d.seats + 2 * limit",
        "for d in ds return {half: limit / 2, all: half + half + d.seats}.all",
        "for d in ds return sum(for e in ds return e.seats * d.seats)",
        "for d in ds return (for e in ds return d.seats * 2)[1]", "for d in ds, i in 1..d.seats return i + 2 * d.seats + 1 * limit",
        "for i in 1..3 return if i = 1 then limit / 2 else partial[-1] + limit / 2", "ds[item.seats > 0.5 * 3].seats",
        "{f: function(n) if n = 0 then 0 else sum(for i in 1..2 return n * 10 + f(n - 1)), r: f(2)}.r", "count(ds[not(seats > 1)])",
        "sum(for d in ds return if d.seats > 1 then d.area else d.population)", "count(ds[seats > \"x\"])",
        "count(ds[population ** 2 > 1E6])",
    ]

    private static func evaluate(_ text: String, _ source: Rows, tracing: Bool) throws -> String {
        var scope = Scope()
        var run = Evaluation()
        let records = source.rows.indices.map { Value.record(Record(source: source, index: $0)) }
        run.set(scope.bind("ds", .list(.record(type))), .list(records))
        run.set(scope.bind("limit", .number(unit: nil)), .integer(450))
        run.set(scope.bind("average", .number(unit: nil)), .integer(444))
        run.set(scope.bind("missing", .number(unit: nil)), .unknown)
        run.set(scope.bind("nothing", .number(unit: nil)), .null)
        let (compiled, _) = try Compiler.analyze(text, scope: scope)
        let value = compiled.evaluate(&run, tracing: tracing)
        let problems = run.problems.map { "\($0)" }
        return "\(value); missing \(run.missing.map { [$0.record, $0.slot] }); \(problems)"
    }

    /// Rows of whole numbers, decimals and texts, some of them unknown, bounded or null.
    private static func rows(_ random: inout SeededGenerator, gaps: Bool) -> [[Value]] {
        func number(_ known: Value) -> Value {
            guard gaps else { return known }
            switch Int.random(in: 0..<6, using: &random) {
            case 0: return .unknown
            case 1: return .between(Bounds(lower: .integer(1), upper: .integer(900)))
            default: return known
            }
        }
        return (0..<Int.random(in: 0...5, using: &random)).map { _ in
            let seats = Int.random(in: 1...3, using: &random)
            return [
                number(.integer(seats)), number(.integer(seats * Int.random(in: 300...600, using: &random))),
                number(.number(Decimal(exactly: Int128(Int.random(in: 0...99, using: &random)), exponent: -1))),
                gaps && Bool.random(using: &random) ? .unknown : .string(Bool.random(using: &random) ? "town" : "village"),
            ]
        }
    }

    @Test("a loop gives the same, and misses the same, whichever way it takes", arguments: expressions)
    func ways(text: String) throws {
        var random = SeededGenerator(seed: 41)
        for round in 0..<40 {
            let rows = Self.rows(&random, gaps: round % 2 == 1)
            let usual = try Self.evaluate(text, Rows(rows), tracing: true)
            #expect(try Self.evaluate(text, Rows(rows), tracing: false) == usual, "\(rows)")
            #expect(try Self.evaluate(text, QuickRows(rows), tracing: false) == usual, "\(rows)")
        }
    }

    @Test("what a loop keeps for its items is computed anew for the next loop")
    func anew() throws {
        let rows = QuickRows([[1, 100, 0], [2, 400, 0], [3, 900, 0]].map { $0.map(Value.integer) + [.string("town")] })
        #expect(
            try Self.evaluate("for d in ds return count(ds[population >= 100 * d.seats * d.seats])", rows, tracing: false).hasPrefix(
                "[3, 2, 1];"))
        #expect(try Self.evaluate("for i in [1, 2] return count(ds[seats > i * 1])", rows, tracing: false).hasPrefix("[2, 1];"))
    }
}
