import Testing

@testable import FEEL

struct NameScopeTests {
    private func match(_ names: [String], _ text: String) -> Int? {
        NameScope(names).longestMatch(in: Array(text.unicodeScalars), at: 0)?.end
    }

    @Test("the longest name wins, and any spaces stand for one")
    func longest() {
        let names = ["Monthly Salary", "Monthly Salary Rate", "a-b"]
        #expect(match(names, "Monthly \t Salary + 1") == 16)
        #expect(match(names, "Monthly Salary Rate + 1") == 19)
        #expect(match(names, "a-b-c") == 3)
    }

    @Test("a name ends where its last word does", arguments: ["Monthly Salaryx", "Monthly", "MonthlySalary", "a Monthly Salary", ""])
    func ends(text: String) { #expect(match(["Monthly Salary"], text) == nil) }

    @Test("simple names need no scope, and names that begin with a keyword are none (DMN 1.5, 10.3.1.2)")
    func left() {
        #expect(match(["salary"], "salary") == nil)
        #expect(match(["if only", "for ever"], "if only") == nil)
        #expect(match(["iffy one"], "iffy one") == 8)
    }

    @Test("what stands behind a point is not a name by itself, but within a filter")
    func properties() {
        var scope = NameScope([])
        scope.insertProperty("start date")
        let text = Array("start date".unicodeScalars)
        #expect(scope.longestMatch(in: text, at: 0) == nil && scope.longestProperty(in: text, at: 0)?.end == 10)
        scope.enterFilter()
        #expect(scope.longestMatch(in: text, at: 0)?.name == "start date")
    }

    @Test("a scope that is left forgets its variables, and keeps what may stand behind a point")
    func leaving() {
        var scope = NameScope(["a b"])
        let mark = scope.mark
        scope.insert("c d")
        scope.insertProperty("e f")
        scope.leave(to: mark)
        #expect(scope.longestMatch(in: Array("c d".unicodeScalars), at: 0) == nil)
        #expect(scope.longestMatch(in: Array("a b".unicodeScalars), at: 0)?.end == 3)
        #expect(scope.longestProperty(in: Array("e f".unicodeScalars), at: 0)?.end == 3)
    }
}
