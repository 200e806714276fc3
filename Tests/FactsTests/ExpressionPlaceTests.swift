import FEEL
import Facts
import SourceText
import TestSupport
import Testing
import YAMLTree

struct ExpressionPlaceTests {
    @Test(
        "errors of expressions stand where the text goes wrong, in every style of writing",
        arguments: [
            "w: 1 + ⟦nothing⟧\n", "w: 1 +\n  2 +\n  ⟦nothing⟧ + 3\n", "w: |\n  1 +\n    ⟦nothing⟧\n  + 3\n",
            "w: >-\n  1 +\n  2 +\n\n  ⟦nothing⟧\n",
            "w: '\"it''s\" =\n  ⟦nothing⟧'\n", "w: \"\\\"\\u9009\\\" = ⟦nothing⟧\"\n", "w: |\r\n  1 +\r\n  ⟦nothing⟧\r\n",
            "w: |\n  1 +\n  2 +⟦⟧\n",
        ])
    func places(source: String) throws {
        let marked = Marked(source)
        var forest = YAMLForest()
        #expect(forest.read(SourceFile(name: "t.yaml", text: marked.text)).isEmpty)
        let node = try #require(forest.entries(of: forest.documents[0].root).first).value
        guard case .failure(let problems) = Compiler.compile(forest.string(node), scope: Scope()) else {
            Issue.record("no problem was found")
            return
        }
        let span = try #require(problems.all.first).diagnostic(in: node, of: forest).place.span
        #expect((span.start.line, span.start.column) == marked.start, "\(span)")
        #expect((span.end.line, span.end.column) == marked.end, "\(span)")
    }
}
