import FEEL
import Foundation
import TestSupport
import Testing

/// Broken text: it parses or errs with a place inside of it, and what parses prints to itself and is evaluated to an end.
struct RobustnessTests {
    /// The examples of all built-ins, and expressions of every form.
    private static let corpus: [String] =
        Builtin.all.flatMap { $0.examples.map(\.expression) } + [
            "some d in 选区[seats > 1] satisfies {x: @\"P1D\", y: f(a: -1.5e3)}.y in (]1..2[, \"q\\u0041\")",
            "for i in 1..3, j in [i..4] return if i = j then partial else -i ** 2 /* c */",
            "(function(a: list<number>, b) a[b])([1], 1) != null",
            "x instance of function<context<a: Any>> -> range<date>",
            "@\"2021-11-25T08:00:00+08:00\" - @\"P1DT2H\" between a and b.time offset",
            "every x in (<= 10), y in (!= 3) satisfies x = y and not(x < 1 or y >= 2)",
        ]

    private func attempt(_ text: String) {
        let length = text.unicodeScalars.count
        func check(_ problem: FEELProblem) {
            #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= length, "\(text): \(problem)")
        }
        do {
            let (compiled, problems) = try Compiler.analyze(text, scope: Scope())
            problems.forEach(check)
            let printed = compiled.syntax.description
            let again = try? Parser.parse(printed, names: Scope().names)
            #expect(again?.description == printed, "\(text) prints as \(printed)")
            var run = Evaluation(stepLimit: 5_000)
            _ = compiled.evaluate(&run)
        } catch {
            check(error.problem)
        }
    }

    @Test("every prefix of every expression")
    func prefixes() {
        for text in Self.corpus {
            let scalars = Array(text.unicodeScalars)
            for count in 0...scalars.count { attempt(String(String.UnicodeScalarView(scalars[..<count]))) }
        }
    }

    @Test("a change of every character, a missing and a doubled one", arguments: 0..<4)
    func mutations(part: Int) {
        var random = SeededGenerator(seed: UInt64(part) + 11)
        let others = Array("([{\"'.,:0x@ -*/<>=}])e\\".unicodeScalars)
        for (number, text) in Self.corpus.enumerated() where number % 4 == part {
            let scalars = Array(text.unicodeScalars)
            for index in scalars.indices {
                var (changed, shorter, longer) = (scalars, scalars, scalars)
                changed[index] = others.randomElement(using: &random) ?? "("
                shorter.remove(at: index)
                longer.insert(scalars[index], at: index)
                for variant in [changed, shorter, longer] { attempt(String(String.UnicodeScalarView(variant))) }
            }
        }
    }

    // The cases are not part of this repository.
    @Test(
        "prefixes and changes of the shared conformance cases",
        .enabled(if: Places.shared != nil, "the conformance cases are not beside this checkout"))
    func sharedCorpus() throws {
        let folder = try #require(Places.shared)
        struct Line: Decodable { let expression: String }
        var random = SeededGenerator(seed: 5)
        let others = Array("([{\"'.,:0x@ -*/<>=}])e\\".unicodeScalars)
        for line in try String(contentsOf: folder.appending(path: "feel/tck.jsonl"), encoding: .utf8).split(separator: "\n") {
            let scalars = Array(try JSONDecoder().decode(Line.self, from: Data(line.utf8)).expression.unicodeScalars.prefix(400))
            guard !scalars.isEmpty else { continue }
            for _ in 0..<6 {
                attempt(String(String.UnicodeScalarView(scalars[..<Int.random(in: 0..<scalars.count, using: &random)])))
                var changed = scalars
                changed[Int.random(in: 0..<scalars.count, using: &random)] = others.randomElement(using: &random) ?? "("
                attempt(String(String.UnicodeScalarView(changed)))
            }
        }
    }

    @Test("deep and long texts are refused or read in bounded time")
    func depth() {
        let callsItself = (0..<20).reduce("f(f)") { body, _ in "if true then \(body) else 2" }
        attempt("(function(f) \(callsItself))(function(f) \(callsItself))")
        attempt("1 instance of \(String(repeating: "list<", count: 3000))number\(String(repeating: ">", count: 3000))")
        attempt((0..<25).reduce("1") { inner, _ in "(1 in (\(inner) .. 2))" })
        attempt((0..<25).reduce("1") { inner, _ in "1 in (\(inner)) + 1" })
        #expect(evaluate("count([\((0..<998).map(String.init).joined(separator: ", "))])") == "998")
        #expect(evaluate((0..<500).map { "1 = \($0)" }.joined(separator: " or ")) == "true")
    }

    @Test(
        "lists that share their parts, deep ones and long texts end with a problem, not with the memory",
        arguments: [
            "{a: [1, 1], b: [a, a], c: [b, b, b, b, b, b], d: [c, c, c, c, c, c], e: [d, d, d, d, d, d], f: [e, e, e, e, e, e], g: [f, f, f, f], h: [g, g, g, g], r: string([h, h])}.r",
            "for i in 1..100000 return [partial[-1]]", "count(for i in 1..2000 return [partial, partial])",
            "for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
            "count(for a in 1..2000, b in 1..2000, c in 1..2000 return 1)",
            "{f: function(g, n) if n = 0 then 0 else g(g, n - 1), r: f(f, 100000)}.r",
            "matches(string join(for i in 1..40 return \"a\") + \"!\", \"^(a+)+$\")",
            "count(for i in 1..2000 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\"))",
            "{L: for i in 1..2000 return i, r: count(for i in 1..2000 return L = L)}.r",
            "{s: string join(for i in 1..20000 return \"aaaaaaaaaa\"), t: string length(string join(for i in 1..100 return s))}.t",
            "flatten(for i in 1..1000 return for j in 1..1000 return [i, j])",
        ])
    func limits(text: String) throws {
        let (compiled, _) = try Compiler.analyze(text, scope: Scope())
        var run = Evaluation(stepLimit: 200_000)
        let value = compiled.evaluate(&run)
        #expect(run.problems.contains { $0.kind == .limitReached }, "\(text) = \(value.description.prefix(80))")
    }
}
