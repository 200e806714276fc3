import Findings
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Renderers

/// Writes totals and rules before everything else, so it keeps its pieces to the end.
private struct HeadFirstWriter: PageWriter {
    let head: RunHead
    private var pieces: [(path: String, findings: Int)] = []

    init(head: RunHead) { self.head = head }

    func piece(of page: PageContent) -> (path: String, findings: Int) { (page.head?.path ?? "", page.summary.count(.fail)) }

    mutating func begin() -> [UInt8] { [] }

    mutating func write(_ piece: (path: String, findings: Int)) -> [UInt8] {
        pieces.append(piece)
        return []
    }

    mutating func end(_ totals: RunTotals) -> [UInt8] {
        let first = "\(totals.summary.dossiers) dossiers, status \(totals.exitStatus), rules \(head.rules.map(\.id).joined(separator: " "))"
        return Array(([first] + pieces.map { "\($0.path) \($0.findings)" }).joined(separator: "\n").utf8)
    }
}

struct FormatTests {
    @Test("the ids of formats are unique, and each says what its files are")
    func registry() {
        #expect(Set(Format.all.map(\.id)).count == Format.all.count)
        for format in Format.all { #expect(!format.fileEnding.isEmpty && format.mediaType.contains("/") && !format.pages.isEmpty) }
    }

    @Test("every page exists as text and JSON", arguments: Page.allCases)
    func everyPage(page: Page) {
        #expect(Format.text.pages.contains(page) && Format.json.pages.contains(page))
        #expect(FixturePages.contents(of: page).allSatisfy { $0.page == page })
    }

    @Test("every page that a format says it can write has its golden files", arguments: Language.allCases)
    func golden(language: Language) {
        for sample in GoldenTests.samples {
            let file = Places.repository.appending(path: sample.path(language))
            #expect(FileManager.default.fileExists(atPath: file.path), "\(sample.path(language))")
        }
    }

    @Test("a format that wants the totals and the rules at its head gets them")
    func headFirst() {
        let format = Format(
            id: "heads", fileEnding: "txt", mediaType: "text/plain", pages: [.report], writer: { head, _ in HeadFirstWriter(head: head) })
        let text = render(FixtureReports.all.map(PageContent.report), of: .report, as: format, in: .en)
        let lines = text.split(separator: "\n")
        #expect(
            lines.first
                == "2 dossiers, status 2, rules seats share deadline floor condition unknown pending review pass planned plain other error lost lost-too"
        )
        #expect(lines.dropFirst() == ["卷宗 5", "clean 0"])
    }

    @Test("pages are written in their order, in whatever order they come", arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
    func order(_ order: [Int]) {
        let contents = FixturePages.contents(of: .outlook)
        for format in [Format.text, .json] {
            let expected = render(contents, of: .outlook, as: format, in: .zh)
            #expect(render(contents, of: .outlook, as: format, in: .zh, order: order) == expected)
        }
    }

    @Test("what streams writes a page as soon as its turn has come")
    func streams() {
        let sink = Sink()
        let head = RunHead(page: .report, version: "1", language: .en, asOf: FixtureReports.day(2021, 11, 28))
        let document = Format.text.document(head, .plain()) { sink.write($0) }
        document.add(.report(FixtureReports.all[1]), number: 1)
        #expect(sink.text.isEmpty)
        document.add(.report(FixtureReports.all[0]), number: 0)
        #expect(sink.text.contains("昂素镇") && sink.text.contains("clean"))
    }

    @Test("formats without a place for it leave what is wrong with the input to another document")
    func diagnostics() {
        let sink = Sink()
        let head = RunHead(page: .calendar, version: "1", language: .en, asOf: FixtureReports.day(2021, 11, 28))
        let document = Format.diagnostics(head, .plain()) { sink.write($0) }
        document.add(.calendar(FixturePages.calendar), number: 0)
        document.end(RunTotals(summary: Summary(), exitStatus: 2, diagnostics: FixtureReports.problems))
        #expect(sink.text.components(separatedBy: "error[data.type]").count == 3)
    }
}
