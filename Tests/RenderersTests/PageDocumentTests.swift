import Findings
import SourceText
import Testing

@testable import Renderers

struct PageDocumentTests {
    @Test("several workers write the document that one writes", arguments: [Format.text.id, Format.json.id], [2, 7])
    func workers(id: String, count: Int) async throws {
        let format = try #require(Format.all.first { $0.id == id })
        let contents = (0..<60).map { number in
            var report = FixtureReports.all[number % 2]
            report.head.path = "dossier \(number)"
            return PageContent.report(report)
        }
        let head = RunHead(page: .report, version: "1", language: .en, asOf: FixtureReports.day(2021, 11, 28))
        let sink = Sink()
        let document = format.document(head, .plain()) { sink.write($0) }
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<count {
                group.addTask {
                    for number in stride(from: worker, to: contents.count, by: count) {
                        document.add(contents[number], number: number)
                        await Task.yield()
                    }
                }
            }
        }
        document.end(RunTotals(summary: Summary(), exitStatus: 0, diagnostics: []))

        let single = Sink()
        let expected = format.document(head, .plain()) { single.write($0) }
        for (number, content) in contents.enumerated() { expected.add(content, number: number) }
        expected.end(RunTotals(summary: Summary(), exitStatus: 0, diagnostics: []))
        #expect(sink.text == single.text)
        #expect(sink.text.contains("dossier 0") && sink.text.contains("dossier 59"))
    }
}
