import Findings
import RulePacks
import SourceText
import TestSupport
import Testing

/// Packs are compiled when they are first asked for.
struct PackContentsTests {
    private func book(_ rules: String) throws -> RuleBook {
        let (book, diagnostics) = Club.load([.init(SourceFile(name: "p.yaml", text: Club.head("p") + rules))], .outlines)
        #expect(diagnostics.isEmpty)
        return try #require(book)
    }

    @Test("outlines load without their expressions, whose problems come with the contents")
    func onDemand() throws {
        let marked = Marked(Club.head("p") + Club.rules("a").replacing("size > 1", with: "⟦sise⟧ > 1"))
        let book = try #require(Club.load([.init(SourceFile(name: "p.yaml", text: marked.text))], .outlines).book)
        #expect(book.packs[0].outlines.map(\.id) == ["a"] && book.foundProblems.isEmpty)
        #expect(book.packs[0].contents.problems.map(\.code) == ["feel.unknown-name"])
        #expect(book.packs[0].contents.rules.isEmpty)
        let start = try #require(book.foundProblems.first).place.span.start
        #expect(book.foundProblems.count == 1 && start.line == marked.start.line && start.column == marked.start.column)
    }

    @Test("all who ask for a pack get the same rules")
    func shared() async throws {
        let pack = try book(Club.rules("a", "b")).packs[0]
        let found = await withTaskGroup(of: [ObjectIdentifier].self) { group in
            for _ in 0..<8 { group.addTask { pack.contents.rules.map { ObjectIdentifier($0) } } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(found.count == 1 && found.first?.count == 2)
    }

    @Test("where something is wrong with an outline, the expressions are looked at too, and all is said in the order of the file")
    func everythingAtOnce() {
        let text =
            Club.head("p")
            + Club.rules("a", "b").replacing("size > 1", with: "sise > 1").replacing("id: b, title", with: "id: b, titel")
        let codes = Club.load([.init(SourceFile(name: "p.yaml", text: text))], .outlines).diagnostics.map(\.code)
        #expect(codes == ["feel.unknown-name", "definition.missing-key", "definition.unknown-key", "feel.unknown-name"])
    }

    @Test("the examples of a rule show every verdict that it can have")
    func demandedVerdicts() throws {
        let attested = Club.rules("a").replacing("require: size > 1", with: "attest: {zh: 是, en: yes}")
        #expect(try book(attested).packs[0].outlines[0].demandedVerdicts == [.review, .pass])
        #expect(try book(Club.rules("a")).packs[0].outlines[0].demandedVerdicts == [.pass, .fail, .unknown])
    }
}
