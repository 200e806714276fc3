import Quantities
import RulePacks
import SourceText
import Testing
import YAMLTree

struct SourceLoaderTests {
    private func load(_ files: String...) -> (sources: [LegalSource], diagnostics: [Diagnostic]) {
        var forest = YAMLForest()
        for (number, text) in files.enumerated() { #expect(forest.read(SourceFile(name: "\(number).yaml", text: text)).isEmpty) }
        return SourceLoader.load(forest)
    }

    private func source(_ lines: String, id: String = "s") -> String {
        "source: \(id)\ntitle: {zh: 法, en: law}\nshort: {zh: 法, en: law}\nissuer: {zh: 某, en: x}\n\(lines)\n"
    }

    private let articles = "articles: {\"1\": {paragraphs: 2, sha256: \"ab\"}, \"10\": {paragraphs: 1, sha256: \"cd\"}}"

    @Test("a source has its articles in their order, by numbers unless it says otherwise")
    func articlesInOrder() throws {
        let (sources, diagnostics) = load(source("text: law.md\n\(articles)"))
        let law = try #require(sources.first)
        #expect(diagnostics.isEmpty && law.id == "s" && law.textFile == "law.md" && law.hasNumberedArticles)
        #expect(law.articles.map(\.number) == ["1", "10"] && law.articles.map(\.paragraphs) == [2, 1] && law.articles[1].digest == "cd")
        #expect(law.article("10")?.digest == "cd" && law.article("2") == nil)
        #expect(law.firstDay == nil && law.lastDay == nil)
    }

    @Test("articles without numbers are found by the words with which they begin, which must be stated")
    func openings() throws {
        let plan = load(source("numbering: openings\narticles: {一(二): {paragraphs: 1, sha256: \"ab\", opens: 会议}}"))
        let law = try #require(plan.sources.first)
        #expect(plan.diagnostics.isEmpty && !law.hasNumberedArticles && law.articles[0].opening == "会议")
        #expect(load(source("numbering: openings\n\(articles)")).diagnostics.map(\.place.span.start.line) == [6, 6])
        #expect(load(source("numbering: pages\n\(articles)")).diagnostics.count == 1)
    }

    @Test("a source is in force from its effect, or else its adoption, until the day before it is repealed")
    func force() throws {
        func days(_ lines: String) throws -> [String?] {
            let (sources, diagnostics) = load(source("\(lines)\n\(articles)"))
            #expect(diagnostics.isEmpty)
            let law = try #require(sources.first)
            return [law.firstDay, law.lastDay].map { $0?.date.description }
        }
        #expect(try days("adopted: 2020-10-17") == ["2020-10-17", nil])
        #expect(try days("adopted: 2020-10-17\neffective: 2020-10-18\nrepealed: 2025-01-01") == ["2020-10-18", "2024-12-31"])
        #expect(try days("repealed: 2025-01-01") == [nil, "2024-12-31"])
    }

    @Test("of two sources with one id the first counts, and the second says where that is")
    func duplicate() {
        let (sources, diagnostics) = load(source(articles), source(articles, id: "t"), source("text: other.md\n\(articles)"))
        #expect(sources.map(\.id) == ["s", "t"] && sources[0].textFile == nil)
        #expect(diagnostics.map(\.place.file.name) == ["2.yaml"] && diagnostics[0].related.map(\.place.file.name) == ["0.yaml"])
    }

    @Test(
        "a source that lacks what it needs is reported and left out",
        arguments: ["source: s", "source: s\ntitle: {zh: 法, en: law}\nshort: {zh: 法, en: law}\nissuer: {zh: 某, en: x}"])
    func incomplete(text: String) {
        let (sources, diagnostics) = load(text)
        #expect(sources.isEmpty && !diagnostics.isEmpty)
    }
}
