import FEEL
import Facts
import Testing

@testable import Facts

/// Names are compared without layout, and what stands in the place of a name is none.
struct PersonNameTests {
    private static let words = """
        vocabulary: {zh: 试验, en: Test}
        root: club
        words: {unknown: {zh: 不详}, noName: {zh: 无名, also: [待定, n/a]}}
        documents: {note: {zh: 记录, en: note}, report: {zh: 报告, en: report, supersedes: true}}
        records:
          club: {zh: 社团, en: club, fields: {chair: {zh: 主席, en: chair, type: personName}, all: {zh: 全体, en: all, type: list of personName}}}
        """

    @Test(
        "names that differ in layout alone have one normal form",
        arguments: [
            ("王 秀兰", "王秀兰"), ("王\u{3000}秀兰", "王秀兰"), ("王\u{200B}秀\u{FEFF}兰", "王秀兰"), (" 王秀兰 ", "王秀兰"),
            ("阿依古丽•买买提", "阿依古丽·买买提"), ("阿依古丽・买买提", "阿依古丽·买买提"), ("阿依古丽‧买买提", "阿依古丽·买买提"),
            ("Ａｎｎａ", "Anna"), ("⽂⽅", "文方"), ("\u{F9E1}\u{FE00}白", "李白"), ("王秀兰", "王秀兰"),
        ])
    func normalForm(written: String, normal: String) { #expect(PersonName(written).normal == normal) }

    @Test(
        "an empty name, dashes, question marks, lost characters and words for nobody are no names",
        arguments: ["", " ", "—", "--", "……", "？", "王?兰", "王\u{FFFD}兰", "□□□", "***", "不详", "不 详", "待定", "n/a", "/", "0"])
    func noNames(written: String) throws {
        let (facts, diagnostics) = dossier(["kind: note\nchair: '\(written)'\nall: ['\(written)', 王秀兰]\n"], try vocabulary(Self.words))
            .dossier.facts()
        #expect(diagnostics.isEmpty)
        #expect(try facts.value("chair") == "unknown")
        #expect(try facts.value("all") == "[unknown, \"王秀兰\"]")
    }

    @Test("two documents that write one name in two layouts do not contradict each other; two names do")
    func contradictions() throws {
        let known = try vocabulary(Self.words)
        let same = dossier(["kind: note\nchair: 王 秀兰\n", "kind: note\nchair: 王　秀兰\n"], known).dossier.facts().facts
        #expect(same.contradictions.isEmpty)
        #expect(try same.value("chair") == "\"王秀兰\"")
        let other = dossier(["kind: note\nchair: 王 秀兰\n", "kind: note\nchair: 王秀英\n"], known).dossier.facts().facts
        #expect(other.contradictions.count == 1)
    }
}
