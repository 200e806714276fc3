import Findings
import Quantities
import SourceText
import Synchronization

@testable import Renderers

/// Collects what a document writes.
final class Sink: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func write(_ part: [UInt8]) { bytes.withLock { $0 += part } }

    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
}

extension Layout {
    static func plain(width: Int = 80, color: Bool = false, detailed: Bool = false) -> Layout {
        Layout(style: TextStyle(usesColor: color, width: width), isDetailed: detailed)
    }
}

/// The document of a run over contents, which may be added in another order than their own.
func render(
    _ contents: [PageContent], of page: Page, as format: Format, in language: Language, _ layout: Layout = .plain(),
    diagnostics: [Diagnostic]? = nil, order: [Int]? = nil
) -> String {
    let diagnostics = diagnostics ?? (page.isOfDossier ? FixtureReports.problems : [])
    let head = RunHead(
        page: page, version: "1.2.3", language: language, asOf: FixtureReports.day(2021, 11, 28),
        rules: page.isOfDossier ? FixtureReports.all[0].results.map(\.rule) : contents.flatMap(\.rules),
        threshold: page == .report ? Threshold() : nil)
    let sink = Sink()
    let document = format.document(head, layout) { sink.write($0) }
    for number in order ?? Array(contents.indices) { document.add(contents[number], number: number) }
    var summary = contents.reduce(into: Summary()) { $0.add($1.summary) }
    summary.add(diagnostics)
    let status = page.isOfDossier ? summary.exitStatus(head.threshold) : contents.first?.exitStatus(nil) ?? 0
    document.end(RunTotals(summary: summary, exitStatus: status, diagnostics: diagnostics))
    return sink.text
}
