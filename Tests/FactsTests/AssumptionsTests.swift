import FEEL
import Facts
import Testing

struct AssumptionsTests {
    private func facts(_ text: String) throws -> FactStore { try loadClub(["kind: charter\n\(text)\n"]).facts }

    private func path(_ text: String, _ facts: FactStore) throws -> FieldPath {
        try #require(FieldPath(text, from: facts.vocabulary.root))
    }

    /// An expression over the root's fields, as rules see them.
    private func evaluate(_ text: String, _ facts: FactStore) throws -> String {
        var scope = Scope()
        _ = scope.open(facts.vocabulary.root.type)
        let compiled = try Compiler.compile(text, scope: scope).get()
        var run = Evaluation()
        run.set(FieldPath.rootVariable, .record(Record(source: facts, index: FactStore.root)))
        return compiled.evaluate(&run).description
    }

    @Test("what is assumed stands instead of what is stated; all else stays, and so do the facts themselves")
    func root() throws {
        let stated = try facts("size: 3\nname: 棋社")
        let assumed = stated.assuming([(try path("size", stated), .integer(9))])
        #expect(try evaluate("size + 1", assumed) == "10" && evaluate("name", assumed) == "\"棋社\"")
        #expect(try evaluate("size + 1", stated) == "4")
    }

    @Test("a record on the way that nobody has stated exists then")
    func nested() throws {
        let stated = try facts("size: 3")
        #expect(try evaluate("past.size", stated) == "unknown")
        let assumed = stated.assuming([(try path("past.size", stated), .integer(7))])
        #expect(try evaluate("past.size + size", assumed) == "10" && evaluate("past.size", stated) == "unknown")
    }

    @Test("assumptions add up, and the last one on a field holds")
    func several() throws {
        let stated = try facts("size: 3\npast: {size: 5}")
        let (size, past) = (try path("size", stated), try path("past.size", stated))
        let both = stated.assuming([(past, .integer(7))]).assuming([(size, .integer(1))])
        #expect(try evaluate("past.size + size", both) == "8")
        #expect(try evaluate("past.size + size", both.assuming([(past, .unknown)])) == "unknown")
        #expect(try evaluate("past.size + size", stated.assuming([(size, .integer(0)), (size, .integer(2))])) == "7")
    }
}
