import FEEL
import Testing

/// What the text of DMN 1.5 says where conformance suites are silent, by clause.
struct ClauseTests {
    @Test(
        "names are sequences of tokens (10.3.1.4, 10.3.1.6)",
        arguments: [
            (#"{"a-b": 7, a: 5, b: 3, r: [a-b, a - b, a -b]}.r"#, "[7, 7, 7]"), (#"{"a - b": 7, a: 5, b: 3, r: [a-b, a - b]}.r"#, "[7, 7]"),
            (#"{"甲 + 乙": 1, r: [甲+乙, 甲 + 乙]}.r"#, "[1, 1]"), (#"{"甲+乙": 1}.甲 + 乙"#, "1"),
            (#"{"a  b": 1, r: a b + a   b}.r"#, "2"), ("{a  b: 1}.a b", "1"), ("{a - b: 1}", #"{"a-b": 1}"#),
            ("(function(a-b) a - b)(3)", "3"), ("(function(a - b) a-b)(a -b: 3)", "3"), ("(function(x  y) x y)(x y: 3)", "3"),
            ("for a - b in [1, 2] return a-b", "[1, 2]"), (#"[{"a-b": 1}, {"a-b": 2}][a - b > 1]"#, #"[{"a-b": 2}]"#),
            (#"{x: {"a-b": 1}, y: {"a - b": 2}, r: [x.a-b, y.a-b]}.r"#, "[1, 2]"),
            (#"{"a-b": 1, c: {"a - b": 2, r: a-b}, r: [a - b, c.r]}.r"#, "[1, 2]"), (#"{a: 5, b: 2, "a.b": 1, r: a . b}.r"#, "1"),
            (#"{"1-2": 5, r: 1-2}.r"#, "-1"), (#"get value({"a - b": 1}, "a - b")"#, "1"),
            // A name that holds operators is one only where it is known.
            ("{a: 5, b: 3, r: a-b}.r", "2"),
        ])
    func names(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "a comparison without a left side is an expression (grammar rules 2.h and 7.a)",
        arguments: [
            ("< 10", "(< 10)"), ("[ > 5 ]", "[(> 5)]"), ("{m: < 18, r: 17 in m}.r", "true"), ("{m: < 18, r: 18 in m}.r", "false"),
            ("if true then > 5 else < 3", "(> 5)"), ("4 in if false then > 5 else < 3", "false"), ("6 in [ > 5 ]", "true"),
            ("(function(r) 3 in r)(>= 3)", "true"), ("!= 1 + 1", "(!= 2)"), ("(< 10)", "(< 10)"), ("3 in ((< 10))", "true"),
            ("1 < < 2", "error: feel.syntax"), ("[1, 20][item in < 10]", "[1]"),
        ])
    func comparisons(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "in tests behind in, the value is ? (table 55)",
        arguments: [
            ("5 in (? > 3)", "true"), ("2 in (? > 3)", "false"), ("null in (? < 10)", "null"), ("5 in (? < 3, ? > 4)", "true"),
            ("5 in (1, ? = 5)", "true"), ("5 in (1, ?)", "true"), ("5 in (? - 1, ? + 1)", "false"), ("5 in ([? - 1..? + 1])", "true"),
            (#""abc" in (starts with(?, "a") and string length(?) = 3)"#, "true"), ("[1, 2] in (count(?) = 2)", "true"),
            ("1 in (some x in [1, 2] satisfies ? = x)", "true"), ("1 in (2 in (? = 2) and ? = 1)", "true"),
            ("5 in (every y in [1, 2] satisfies y < ?)", "true"), ("{a: 5, r: [1, 9][item in (? < a)]}.r", "[1]"),
            ("false in (? = false)", "true"), ("? > 3", "error: feel.unknown-name"), (#"5 in (? > "a")"#, "error: feel.not-comparable"),
        ])
    func questions(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "ranges, their texts and their ends (10.3.2.7, tables 55 and 72)",
        arguments: [
            (#"range("[2..)")"#, "(>= 2)"), (#"range("(2..)")"#, "(> 2)"), (#"range("(..2)")"#, "(< 2)"), (#"range("(..2]")"#, "(<= 2)"),
            (#"range(" [ \"b\" .. ) ")"#, #"(>= "b")"#), (#"3 in range("[2..)")"#, "true"), (#"range("[..2]")"#, "null"),
            (#"range("[2..]")"#, "null"), (#"range("[..]")"#, "null"), (#"range("(..)")"#, "null"), (#"range("")"#, "null"),
            (#"range("(..date(\"2021-11-25\")]")"#, "(<= 2021-11-25)"), (#"range("(.. -2)")"#, "(< -2)"),
            ("[5..1]", "null"), (#"range("[5..1]")"#, "null"), ("3 in [5..1]", "false"), (#"[@"P2D"..@"P1D"]"#, "null"),
            ("[1..1]", "[1..1]"), ("{a: 5, r: [a..1]}.r", "null"),
            ("11 in [null..10]", "false"), ("5 in [null..10]", "null"), ("0 in [1..null]", "false"), ("5 in (null..null)", "null"),
        ])
    func ranges(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "what calls leave out by name is null (10.3.2.13.5)",
        arguments: [
            ("(function(a, b) a)(a: 1)", "1"), ("(function(a, b) b)(a: 1)", "null"), ("(function(a, b) b = null)(a: 1)", "true"),
            ("(function(a: number, b: string) [a, b])(b: \"x\")", "[null, \"x\"]"), ("(function(a, b) a)(c: 1)", "null"),
            ("(function(a, b) a)(a: 1, a: 2)", "null"), ("(function(a, b) a)(1)", "null"),
        ])
    func calls(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "seconds have fractions (table 66)",
        arguments: [
            (#"@"12:00:01.25".second"#, "1.25"), (#"@"12:00:01".second"#, "1"),
            (#"@"2021-11-25T12:00:59.000000001".second"#, "59.000000001"),
            (#"@"PT1M2.5S".seconds"#, "2.5"), (#"@"-PT0.5S".seconds"#, "-0.5"), (#"@"PT62S".seconds"#, "2"),
        ])
    func seconds(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "a local time has the other's offset where it is before or after, but equals none with a zone (table 54)",
        arguments: [
            (#"@"12:00:00" < @"13:00:00+08:00""#, "true"), (#"@"12:00:00" > @"11:00:00-08:00""#, "true"),
            (#"@"2021-11-25T08:00:00" <= @"2021-11-25T08:00:00+08:00""#, "true"),
            (#"@"2021-11-25T08:00:00@Asia/Shanghai" < @"2021-11-25T08:00:01""#, "true"),
            (#"@"12:00:00" in [@"11:00:00Z"..@"13:00:00Z"]"#, "true"), (#"@"12:00:00" between @"12:30:00Z" and @"13:00:00Z""#, "false"),
            (#"@"2021-11-25" < @"2021-11-25T00:00:01""#, "true"), (#"@"2021-11-24T23:00:00" >= @"2021-11-25""#, "false"),
            (#"@"12:00:00" = @"12:00:00Z""#, "null"), (#"@"2021-11-25T08:00:00" != @"2021-11-25T08:00:00Z""#, "null"),
            (#"@"2021-11-25" = @"2021-11-25T00:00:00""#, "null"),
        ])
    func zones(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "values that are not there (10.3.2.5, 10.3.2.9, 10.3.4)",
        arguments: [
            ("(function(l, i) l[i])([], 1)", "null"), ("(function(l, i) l[i])([], true)", "[]"), ("null[true]", "null"),
            ("null[false]", "[]"),
            ("null[1]", "null"), ("[][true]", "[]"), (#"substring("abc", 4)"#, "null"), (#"substring("abc", 3)"#, "\"c\""),
            (#"substring("abc", -4)"#, "null"), (#"substring("", 1)"#, "null"), ("123 instance of list", "error: feel.unknown-type"),
            ("[1] instance of list<number>", "true"), ("-1 instance of number", "true"),
            ("-@\"P1D\" instance of days and time duration", "true"),
            ("2 - 1 instance of number", "error: feel.type"), ("-2 ** 2", "4"), (#"@"12:00:00+15:00""#, "error: feel.syntax"),
            (#"@"12:00:00+14:00""#, "12:00:00+14:00"), (#"@"12:00:00-14:01""#, "error: feel.syntax"),
            (#"time(12, 0, 0, @"PT15H")"#, "null"), ("get value({x: 1}, [])", "null"),
        ])
    func absence(text: String, value: String) { #expect(evaluate(text) == value, "\(text)") }

    @Test(
        "aggregates of too few items are null without a problem (10.3.4.4)",
        arguments: ["product([])", "stddev([1])", "stddev([])", "get value({x: 1}, [])"])
    func quiet(text: String) throws {
        var run = Evaluation()
        #expect(try Compiler.compile(text, scope: Scope()).get().evaluate(&run).isNull)
        #expect(run.problems.isEmpty)
    }

    @Test("what the checker refuses is null in an evaluation (10.3.2.9)", arguments: ["123 instance of list", "[1] instance of list"])
    func analyzed(text: String) throws {
        var run = Evaluation()
        let (compiled, problems) = try Compiler.analyze(text, scope: Scope())
        #expect(compiled.evaluate(&run).isNull && problems.count == 1)
    }

    @Test("a context of many names with spaces takes as long as its text", .timeLimit(.minutes(1)))
    func manyNames() {
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            let entries = (0..<count).map { "\"the key \($0)\": \($0 == 0 ? "1" : "the key \($0 - 1) + 1")" }.joined(separator: ", ")
            return clock.measure { #expect(evaluate("{\(entries)}.the key \(count - 1)") == "\(count)") }
        }
        // Four times as many: the square of it would be sixteen.
        let few = time(4_000)
        #expect(time(16_000) < few * 10)
    }
}
