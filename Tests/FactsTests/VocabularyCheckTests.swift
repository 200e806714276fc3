import Facts
import SourceText
import TestSupport
import Testing
import YAMLTree

struct VocabularyTests {
    @Test(
        "a vocabulary with errors is not used, and each error has its place",
        arguments: [
            ("root: ⟦clb⟧\nrecords: {club: {zh: 社, en: c, fields: {a: {zh: 甲, en: a, type: text}}}}", "vocabulary.unknown-name"),
            ("root: club\nrecords: {club: {zh: 社, en: c, fields: {a: {zh: 甲, en: a, type: ⟦txt⟧}}}}", "vocabulary.unknown-name"),
            ("root: club\nrecords: {club: {zh: 社, en: c, fields: {a: {zh: 甲, en: a, ⟦typ⟧: text, type: text}}}}", "definition.unknown-key"),
            ("root: club\nrecords: {club: {zh: 社, en: c, fields: {a: ⟦{zh: 甲, type: text}⟧}}}", "definition.missing-key"),
            (
                "root: club\nrecords: {club: ⟦{zh: 社, en: c, fields: {a: {zh: 甲, en: a, type: text}, b: {zh: 甲, en: b, type: text}}}⟧}",
                "vocabulary.ambiguous"
            ),
            (
                "root: club\nrecords: {club: {zh: 社, en: c, fields: {a: {zh: 甲, en: a, type: integer, unit: ⟦m⟧}}}}",
                "vocabulary.unknown-name"
            ),
            ("root: club\nrecords: {club: {zh: 社, en: c, fields: {a: {zh: 甲, en: a, type: reference to ⟦b⟧}}}}", "vocabulary.reference"),
        ])
    func problems(source: String, code: String) throws {
        let marked = Marked(source)
        var forest = YAMLForest()
        #expect(forest.read(SourceFile(name: "v", text: marked.text)).isEmpty)
        let (vocabulary, diagnostics) = VocabularyLoader.load(forest)
        #expect(vocabulary == nil)
        #expect(
            diagnostics.contains { $0.code == code && $0.place.span.start.line == marked.start.line },
            "\(diagnostics.map { "\($0.code) \($0.place)" })")
    }
}
