import FEEL
import TestSupport
import Testing

struct ParsingTests {
    @Test(
        "errors stand where the text goes wrong",
        arguments: [
            "1 +⟦⟧", "if 1 ⟦else⟧ 2", "[1, 2⟦⟧", "⟦\"abc⟧", "a⟦.1⟧", "1 ⟦2⟧", "some x of y satisfies x⟦⟧", "⟦@\"2021-13-01\"⟧", "{a 1⟦}⟧",
            "⟦#⟧",
        ])
    func place(of source: String) throws {
        let marked = Marked(source)
        let error = #expect(throws: FEELError.self) { try Parser.parse(marked.text, names: Scope().names) }
        let range = try #require(error).problem.range
        #expect(range == marked.start.column - 1..<marked.end.column - 1, "\(range)")
    }

    @Test(
        "printing an expression and parsing it again gives the same expression",
        arguments: [
            "1 + 2 * 3", "(1 + 2) * 3", "-x ** 2", "a and (b or c) and not(d)", "x in [1..3]", "x in (< 3, [5..7), \"a\")",
            "x between 1 and 2", "xs[item > 1][1].name",
            "for x in xs, y in 1..3 return x + y", "every x in xs satisfies x.a = 1 and x.b != null", "if a then b else if c then d else e",
            "{a: 1, \"b c\": [1, null, true]}", "function(x: number, y) x + y", "f(a, b)(c)", "date(\"2021-11-25\") - @\"P20D\" <= d",
            "x instance of list<number>", "]a..b[",
        ])
    func roundTrip(text: String) throws {
        let first = try Parser.parse(text, names: Scope().names)
        let second = try Parser.parse(first.description, names: Scope().names)
        #expect(first.description == second.description)
    }

    @Test("a name with spaces or operators in it is one name where the scope knows it")
    func names() throws {
        var scope = Scope()
        _ = scope.bind("Monthly Salary", .number(unit: nil))
        _ = scope.bind("a-b", .number(unit: nil))
        _ = scope.bind("a", .number(unit: nil))
        _ = scope.bind("选区 人口", .number(unit: nil))
        let compiled = try Compiler.compile("12 * Monthly  Salary + a-b - a + 选区 人口", scope: scope).get()
        var run = Evaluation()
        for (slot, value) in [100, 7, 2, 1].enumerated() { run.set(slot, .integer(value)) }
        #expect(compiled.evaluate(&run).description == "1206")
    }
}
