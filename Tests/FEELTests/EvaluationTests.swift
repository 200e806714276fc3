import FEEL
import SourceText
import Testing

/// Evaluates an expression in an empty scope.
func evaluate(_ text: String) -> String {
    switch Compiler.compile(text, scope: Scope()) {
    case .success(let compiled):
        var run = Evaluation(stepLimit: 100_000)
        run.now = DateTime("2021-11-25T08:00:00+08:00")
        return compiled.evaluate(&run).description
    case .failure(let problems):
        return "error: \(problems.all.map(\.code).joined(separator: ", "))"
    }
}

struct EvaluationTests {
    @Test(
        "expressions have the values that the specification gives them",
        arguments: [
            // Arithmetic (10.3.2.3.1, tables 56 to 60)
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 ** 3 ** 2", "64"), ("-2 ** 2", "4"), ("10 / 4", "2.5"),
            ("1 / 3 * 3", "0.9999999999999999999999999999999999"),
            ("0.1 + 0.2", "0.3"), ("1 / 0", "null"), ("1 + null", "null"), ("\"a\" + \"b\"", "\"ab\""), ("2 ** -1", "0.5"),
            (".5 + 1.", "error: feel.syntax"),
            ("100000000000000000000000000000000000 + 1", "100000000000000000000000000000000000"),
            // Comparison (tables 51 to 53)
            ("1 = 1.0", "true"), ("1 = \"1\"", "error: feel.not-comparable"), ("null = null", "true"), ("1 = null", "false"),
            ("[1, 2] = [1, 2]", "true"),
            ("{a: 1} = {a: 1}", "true"), ("2 between 1 and 3", "true"), ("1 < null", "null"), ("\"b\" > \"a\"", "true"),
            // Three values (tables 48 and 49)
            ("true and null", "null"), ("false and null", "false"), ("true or null", "true"), ("null or null", "null"),
            ("not(null)", "null"),
            // Membership
            ("1 in [1..3]", "true"), ("1 in ]1..3]", "false"), ("3 in [1..3[", "false"), ("2 in (1, 2)", "true"),
            ("5 in (< 3, > 4)", "true"), ("4 in [1, [2..5]]", "true"),
            ("\"a\" in (\"a\", \"b\")", "true"), ("2 in (1..2]", "true"),
            // Lists, filters, paths
            ("[1, 2, 3][item > 1]", "[2, 3]"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][0]", "null"), ("[{a: 1}, {a: 2}].a", "[1, 2]"),
            ("[{a: 1}, {a: 2}][a = 2].a", "[2]"),
            ("{a: 1, b: a + 1}.b", "2"), ("1[1]", "1"),
            // Iteration
            ("for x in [1, 2] return x * 2", "[2, 4]"), ("for x in 1..3 return x", "[1, 2, 3]"), ("for x in 3..1 return x", "[3, 2, 1]"),
            ("for x in [1, 2], y in [x, 10] return x * y", "[1, 10, 4, 20]"),
            ("for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"),
            ("some x in [1, 2] satisfies x > 1", "true"), ("every x in [1, 2] satisfies x > 1", "false"),
            ("every x in [] satisfies false", "true"),
            // Conditions, functions, contexts
            ("if 1 > 2 then \"a\" else \"b\"", "\"b\""), ("if null then 1 else 2", "2"), ("(function(x, y) x + y)(1, 2)", "3"),
            ("{f: function(x) x * x, r: f(3)}.r", "9"),
            ("(function(n: number) n + 1)(n: 1)", "2"), ("sum(list: [1, 2])", "3"),
            // Dates and durations
            ("date(\"2021-11-25\") - date(\"2021-11-05\")", "P20D"), ("date(\"2021-11-25\") - duration(\"P20D\")", "2021-11-05"),
            ("@\"2021-01-31\" + @\"P1M\"", "2021-02-28"), ("@\"2021-11-25\".month", "11"), ("@\"P1Y2M\" = @\"P14M\"", "true"),
            ("@\"2020-02-29\" + @\"P1Y\"", "2021-02-28"),
            ("@\"2021-02-30\"", "error: feel.syntax"), ("date(2021, 2, 30)", "null"), ("@\"2021-11-25\" > @\"2021-11-24\"", "true"),
            // Types
            ("1 instance of number", "true"), ("[1] instance of list<number>", "true"), ("null instance of number", "false"),
            // Comments and strings
            ("1 /* one */ + 2 // two", "3"), (#""\u9009\t\"""#, "\"选\\t\\\"\""), (#""\uD840\uDC00""#, "\"𠀀\""),
        ])
    func value(expression: String, expected: String) { #expect(evaluate(expression) == expected, "\(expression)") }

    @Test("every built-in has documentation, and its examples hold", arguments: Builtin.all)
    func builtin(_ builtin: Builtin) {
        #expect(!builtin.summary.zh.isEmpty && !builtin.summary.en.isEmpty && !builtin.clause.isEmpty && !builtin.examples.isEmpty)
        for example in builtin.examples { #expect(evaluate(example.expression) == example.value, "\(example.expression)") }
    }

    @Test("the names of built-ins are unique")
    func uniqueBuiltins() { #expect(Set(Builtin.all.map(\.name)).count == Builtin.all.count) }

    @Test("evaluation ends, whatever is asked")
    func limits() {
        #expect(evaluate("{f: function(n) f2(n), f2: 1}") == "error: feel.unknown-name")
        #expect(evaluate("count(for a in 1..2000, b in 1..2000, c in 1..2000 return 1)") == "null")
        #expect(evaluate(String(repeating: "(", count: 10_000)) == "error: feel.syntax")
        #expect(evaluate(String(repeating: "-", count: 10_000) + "1") == "error: feel.syntax")
        for part in [" and true", "[1]", ".a", " + 1", " = 1"] {
            #expect(evaluate("true" + String(repeating: part, count: 20_000)) == "error: feel.syntax", "\(part)")
        }
    }

    @Test("a trace tells the value of each subexpression")
    func trace() throws {
        let compiled = try Compiler.compile("1 + 2 > 2", scope: Scope()).get()
        var run = Evaluation()
        _ = compiled.evaluate(&run, tracing: true)
        let values = Dictionary(run.trace.map { ($0.range, $0.value.description) }, uniquingKeysWith: { $1 })
        #expect(values[0..<5] == "3")
        #expect(values[0..<9] == "true")
    }

    @Test("what cannot be seen in a text is printed as the escape that gives it")
    func invisible() {
        for text in [#""\u001B[2J""#, #""a\u202Eb\u200Bc\u2028""#, #""\u0000\u009B""#] { #expect(evaluate(text) == text) }
        #expect(evaluate(#""a\tb\n“东”""#) == #""a\tb\n“东”""#)
    }
}
