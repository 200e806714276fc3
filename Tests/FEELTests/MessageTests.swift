import FEEL
import Quantities
import SourceText
import TestSupport
import Testing

/// What is said of mistakes. Each mistake with its message in both languages is in `Transcripts/feel-mistakes.md`.
struct MessageTests {
    private static let votes = Unit(id: "votes", zh: "票", one: "vote", other: "votes")
    private static let persons = Unit(id: "persons", zh: "名", one: "person", other: "persons")

    /// A problem of each kind, one after the other; the switch has no default, so a kind that is added has to be put in here.
    private static func successor(of kind: FEELProblem.Kind?) -> FEELProblem.Kind? {
        switch kind {
        case nil: .expected(.expression, found: "x")
        case .expected(.expression, _): .expected(.name, found: "x")
        case .expected(.name, _): .expected(.type, found: "x")
        case .expected(.type, _): .expected(.quotedText, found: "x")
        case .expected(.quotedText, _): .expected(.operatorOrEnd, found: "x")
        case .expected(.operatorOrEnd, _): .expected(.endOfType, found: "x")
        case .expected(.endOfType, _): .expected(.sign("then"), found: "x")
        case .expected(.sign, _): .unexpectedEnd(expected: .expression)
        case .unexpectedEnd: .foreignSign("==", instead: "=")
        case .foreignSign: .foreignQuote("‘")
        case .foreignQuote: .unterminatedString
        case .unterminatedString: .badLiteral("x")
        case .badLiteral: .numberTooLarge("1e9999")
        case .numberTooLarge: .tooDeep
        case .tooDeep: .externalFunction
        case .externalFunction: .unknownName("seat", nearest: "seats")
        case .unknownName: .unknownFunction("cuont", nearest: "count")
        case .unknownFunction: .noSuchProperty("a", of: .basic(.context), nearest: "b")
        case .noSuchProperty: .wrongType(expected: .basic(.boolean), found: .list([.basic(.number), .basic(.string)]))
        case .wrongType: .unknownType("text", nearest: "string")
        case .unknownType: .notComparable(.basic(.date), .basic(.string))
        case .notComparable: .zonedAndLocal
        case .zonedAndLocal: .operands(.add, .basic(.date), .basic(.number))
        case .operands: .unitMismatch(votes, persons)
        case .unitMismatch: .noSuchValue("mal", of: "sex", nearest: "male")
        case .noSuchValue: .argumentCount(function: "f", given: 1, taken: [ParameterNames(required: ["a"], optional: ["b"], isOpen: true)])
        case .argumentCount:
            .unknownParameter("c", function: "f", taken: [ParameterNames(required: ["a b"], optional: ["c"])], nearest: nil)
        case .unknownParameter: .missingArguments(["start position"], function: "f")
        case .missingArguments: .duplicateArgument("a", function: "f")
        case .duplicateArgument: .wrongArgument("a", function: "f", expected: .basic(.dateTime), found: .range(.basic(.number)))
        case .wrongArgument: .unsuitable(function: "f", [.basic(.days), .function])
        case .unsuitable: .noResult(function: "f", arguments: ["start position = 1"])
        case .noResult: .noSuchPosition("7", count: 3)
        case .noSuchPosition(_, 3): .noSuchPosition("7", count: 0)
        case .noSuchPosition: .outOfRange("10 ** 99999")
        case .outOfRange: .divisionByZero("1 / 0")
        case .divisionByZero: .notIterable("[1..\"a\"]")
        case .notIterable: .duplicateKey("a")
        case .duplicateKey: .unreadable("20 days", as: .duration)
        case .unreadable: .reversedRange("[5..1]")
        case .reversedRange: .unknownZone("Mars/Base")
        case .unknownZone: .badPattern("(")
        case .badPattern: .badFlags("q")
        case .badFlags: .emptyMatch("x*")
        case .emptyMatch: .badReplacement("$")
        case .badReplacement: .noClock
        case .noClock: .limitReached
        case .limitReached: nil
        }
    }

    private static let kinds = Array(
        sequence(state: nil as FEELProblem.Kind?) { last -> FEELProblem.Kind? in
            last = successor(of: last)
            return last
        })

    @Test("no message in Chinese holds English words but FEEL's signs, values and names", arguments: kinds)
    func chinese(kind: FEELProblem.Kind) {
        let message = FEELProblem(kind, at: 0..<1).message
        #expect(englishWords(in: message.zh) == [], "\(message.zh)")
        #expect(message.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(message.zh)")
        #expect(!message.en.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(message.en)")
    }

    @Test("every kind of value has a name in Chinese", arguments: BasicType.allCases)
    func kindNames(type: BasicType) {
        for kind in [ValueKind.basic(type), .list([.basic(type)]), .range(.basic(type))] { #expect(englishWords(in: kind.words.zh) == []) }
    }

    @Test("what a message may hold is told from what it may not")
    func words() {
        #expect(englishWords(in: "此处应为 an expression") == ["an", "expression"])
        #expect(englishWords(in: "number 与 string 不能比较") == ["number", "string"])
        #expect(englishWords(in: "“a b”应为数；用法：f(string, [length]) 或 @\"P20D\"、null") == [])
    }

    @Test(
        "what is written in another way has FEEL's own at its place",
        arguments: [
            ("1 ⟦==⟧ 1", "="), ("a ⟦!==⟧ 1", "!="), ("a ⟦&&⟧ b", "and"), ("a ⟦||⟧ b", "or"), ("⟦!⟧a", "not(…)"), ("⟦'⟧a' = 1", "\""),
            ("@⟦'⟧P1D'", "\""), ("{⟦'⟧a': 1}", "\""),
            ("⟦“⟧a” = 1", "\""), ("\"a⟦”⟧ = \"b\"", "\""), ("\"a⟦”⟧", "\""), ("count⟦（⟧[1]）", "("), ("[1⟦，⟧2]", ","), ("{a⟦：⟧1}", ":"),
            ("⟦【⟧1]", "["), ("1⟦；⟧2", ","), ("1 ⟦≥⟧ 2", ">="), ("1⟦≤⟧2", "<="), ("1 ⟦≠⟧ 2", "!="), ("2⟦×⟧3", "*"), ("6 ⟦÷⟧ 3", "/"),
            ("5⟦－⟧3", "-"), ("1 ⟦<>⟧ 2", "!="), ("1 ⟦=>⟧ 2", ">="), ("1 = 1 ⟦AND⟧ 2 = 2", "and"), ("1 = 1 ⟦且⟧ 2 = 2", "and"),
            ("1 = 1⟦或⟧2 = 2", "or"), ("⟦not⟧ true", "not(…)"), ("⟦非⟧ true", "not(…)"), ("⟦IF⟧ true then 1 else 2", "if"),
            ("if true ⟦Then⟧ 1 else 2", "then"), ("[\"，\", 1 /* （ */ ⟦，⟧2]", ","), ("选区（甲） + 1⟦，⟧2", ","), ("⟦＞⟧3", ">"),
            ("选区（甲）⟦＝⟧1", "="),
        ])
    func signs(source: String, instead: String) throws {
        let marked = Marked(source)
        var scope = Scope()
        _ = scope.bind("选区（甲）", .any)
        guard case .failure(let problems) = Compiler.compile(marked.text, scope: scope), let problem = problems.all.first else {
            Issue.record("nothing is wrong with \(marked.text)")
            return
        }
        switch problem.kind {
        case .foreignSign(_, instead): break
        case .foreignQuote: #expect(instead == "\"")
        default: Issue.record("\(problem)")
        }
        #expect(problem.range == marked.start.column - 1..<marked.end.column - 1, "\(problem)")
    }

    @Test(
        "signs that FEEL has are left alone",
        arguments: ["f instance of function<>->number", "f instance of function<> -> number", "1 != 2", "\"“a”，b\" = \"≥\"", "选区（甲） = 1"])
    func ownSigns(text: String) throws {
        var scope = Scope()
        for name in ["f", "选区（甲）"] { _ = scope.bind(name, .any) }
        #expect(throws: Never.self) { try Compiler.compile(text, scope: scope).get() }
    }

    @Test(
        "a name that nobody knows is named whole, with what may be meant",
        arguments: [
            ("⟦nil⟧", "null"), ("⟦None⟧", "null"), ("⟦TRUE⟧", "true"), ("⟦monthly salery⟧ > 3", "monthly salary"),
            ("if ⟦monthly salery⟧ > 3 then 1 else 2", "monthly salary"), ("⟦number of seat⟧ + 1", "number of seats"),
            ("⟦strings length⟧(\"a\")", "string length"), ("⟦stringLength⟧(\"a\")", "string length"), ("⟦avg⟧([1])", "mean"),
            ("⟦annual bonus⟧ * 2", nil),
        ] as [(String, String?)])
    func names(source: String, wanted: String?) throws {
        let marked = Marked(source)
        var scope = Scope()
        for name in ["monthly salary", "number of seats"] { _ = scope.bind(name, .number(unit: nil)) }
        guard case .failure(let problems) = Compiler.compile(marked.text, scope: scope), let problem = problems.all.first else {
            Issue.record("nothing is wrong with \(marked.text)")
            return
        }
        switch problem.kind {
        case .unknownName(let name, let nearest), .unknownFunction(let name, let nearest):
            #expect(nearest == wanted)
            #expect(name == String(marked.text.dropFirst(marked.start.column - 1).prefix(name.count)))
        default: Issue.record("\(problem)")
        }
        #expect(problem.range == marked.start.column - 1..<marked.end.column - 1)
    }

    @Test(
        "a value is held against unary tests",
        arguments: [
            ("5", "[1..3], > 4", "true"), ("5", "not([1..3], > 4)", "false"), ("5", "-", "true"), ("5", "-5", "false"),
            ("5", "? > 3 and ? < 6", "true"), ("\"b\"", "\"a\", \"b\"", "true"), ("null", "null", "true"), ("null", "< 3", "null"),
            ("5", "(1..5)", "false"), ("[1, 2]", "[1, 2]", "true"), ("5", "not(5)", "false"), ("5", "not(null)", "true"),
            ("true", "not(false) = ?", "true"),
        ])
    func unaryTests(value: String, tests: String, result: String) throws {
        var run = Evaluation()
        let tested = try Compiler.compile(value, scope: Scope()).get().evaluate(&run)
        var scope = Scope()
        scope.define("?", as: tested)
        let (compiled, _) = try Compiler.analyze(tests: tests, scope: scope)
        #expect(compiled.evaluate(&run).description == result)
    }
}
