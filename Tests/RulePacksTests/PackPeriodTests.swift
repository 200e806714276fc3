import RulePacks
import SourceText
import TestSupport
import Testing

/// The dates of sources, held against the packs that cite them.
struct PackPeriodTests {
    private static func source(_ dates: String) -> String { Club.source.replacing("articles:\n", with: dates + "\narticles:\n") }

    private static let law = source("adopted: 2020-10-17\neffective: 2020-10-18\nrepealed: 2025-01-01")

    @Test(
        "a period within that of the source loads",
        arguments: ["{from: 2020-10-18, to: 2024-12-31}", "{from: 2021-01-01, to: 2021-12-31}", "{to: 2022-01-01}"])
    func within(period: String) throws {
        let (book, diagnostics) = Club.load(Club.head("p", "period: \(period)") + Club.rules("a"), source: Self.law)
        #expect(diagnostics.isEmpty && book != nil)
    }

    @Test(
        "a period that leaves that of a source is an error, with the place of the source's date and of the citation",
        arguments: [
            ("{from: ⟦2020-10-17⟧, to: 2021-01-01}", "effective"), ("{from: 2020-10-18, to: ⟦2025-01-01⟧}", "repealed"),
            ("⟦{from: 2020-10-18}⟧", "repealed"),
        ])
    func outside(period: String, date: String) throws {
        let marked = Marked(Club.head("p", "period: \(period)") + Club.rules("a"))
        let diagnostic = try #require(Club.load(marked.text, source: Self.law).diagnostics.first)
        #expect(diagnostic.code == "pack.period")
        #expect(diagnostic.place.span.start.line == marked.start.line && diagnostic.place.span.start.column == marked.start.column)
        #expect(diagnostic.related.map(\.place.file.name) == ["s.yaml", "p.yaml"])
        #expect(try #require(diagnostic.related.first?.place.excerpt).line.hasPrefix("\(date):"))
    }

    @Test("what a calendar cites counts as well as what a rule cites")
    func calendar() {
        let entry = "{id: x, title: {zh: 一, en: one}, on: fair, basis: {source: charter, article: \"1\", words: a}}"
        let text = Club.head("p", "period: {from: 2000-01-01, to: 2001-01-01}\ncalendar: [\(entry)]\nrules: []")
        #expect(Club.load(text, source: Self.law).diagnostics.map(\.code) == ["pack.period"])
    }

    @Test("a pack that states no period holds as long as all its sources are in force")
    func derived() throws {
        let pack = try #require(Club.load(Club.head("p") + Club.rules("a"), source: Self.law).book).packs[0]
        #expect([pack.from, pack.to].map { $0.map { "\($0)" } } == ["2020-10-18", "2024-12-31"])
        let adopted = Self.source("adopted: 2020-10-17")
        let other = try #require(Club.load(Club.head("p") + Club.rules("a"), source: adopted).book).packs[0]
        #expect(other.from.map { "\($0)" } == "2020-10-17" && other.to == nil)
        #expect(try #require(Club.load(Club.head("p") + Club.rules("a")).book).packs[0].from == nil)
    }

    @Test("sources that are never in force together are no basis of one pack")
    func never() {
        let later = Self.source("effective: 2025-01-01").replacing("source: charter", with: "source: later")
        let pack = Club.head("p") + Club.rules("a") + Club.rules("b").replacing("rules:\n", with: "").replacing("charter", with: "later")
        let diagnostics = Club.load(pack, source: Self.law + "\n---\n" + later).diagnostics
        #expect(diagnostics.map(\.code) == ["pack.period"] && diagnostics.first?.related.count == 2)
    }

    @Test("a period that ends before it begins, and a source that is repealed before it takes effect, are errors")
    func backwards() {
        let pack = Club.head("p", "period: {from: 2021-01-01, to: 2020-01-01}") + Club.rules("a")
        #expect(Club.load(pack).diagnostics.map(\.message.en) == ["the period ends before it begins"])
        let source = Self.source("effective: 2020-10-18\nrepealed: 2020-10-18")
        #expect(Club.load(Club.head("p") + Club.rules("a"), source: source).diagnostics.map(\.code).contains("source.period"))
    }
}
