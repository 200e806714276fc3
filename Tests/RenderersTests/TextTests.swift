import Findings
import SourceText
import Testing

@testable import Renderers

struct LayoutTests {
    @Test("Chinese characters are two columns wide", arguments: [("选区", 4), ("a选b", 4), ("“选”", 4), ("é", 1), ("（一）", 6)])
    func width(text: String, columns: Int) { #expect("\(text)".padded(to: 10).count - text.count == 10 - columns) }

    @Test("a report takes time in proportion to its results")
    func linear() {
        func report(_ count: Int) -> DossierReport {
            var report = FixtureReports.all[0]
            report.results = (0..<count).map { number in
                let rule = FixtureReports.rule("rule-\(number)", .mandatory, zh: "规则", en: "rule")
                var result = RuleResult(
                    rule: rule, verdict: [.pass, .notApplicable][number % 2], place: FixtureReports.all[0].results[0].place)
                if result.verdict == .notApplicable { result.note = Localized(same: "reason \(number)") }
                return result
            }
            return report
        }
        func time(_ count: Int) -> Duration {
            let contents = [PageContent.report(report(count))]
            return ContinuousClock().measure { _ = render(contents, of: .report, as: .text, in: .en) }
        }
        _ = time(500)
        let (small, large) = (min(time(500), time(500)), time(8_000))
        // Sixteen times as much; what is quadratic takes 256 times as long.
        #expect(large < small * 64, "\(small), \(large)")
    }

    @Test("a terminal obeys nothing that a document, a file or a rule is called", arguments: [true, false])
    func harmless(usesColor: Bool) {
        let evil = "x\u{1B}]0;t\u{7}\u{1B}[2J\u{9B}2J\u{202E}\u{2028}\r\n!"
        var report = FixtureReports.all[0]
        report.head.path = evil
        let file = SourceFile(name: evil, text: "a: 1\n")
        report.head.diagnostics = [
            Diagnostic(code: "a", place: SourcePlace(file: file), message: Localized(same: evil), help: Localized(same: evil))
        ]
        let style = TextStyle(usesColor: usesColor, width: 80)
        let text = style.bytes(TextLayout(.zh, Layout(style: style, isDetailed: true)).lines(.report(report)) + [evil])
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        for (index, scalar) in scalars.enumerated() where scalar.isCommand && scalar != "\n" {
            #expect(usesColor && scalar == "\u{1B}" && scalars[index + 1] == "[", "\(scalar.value) at \(index)")
            #expect(scalars[(index + 2)...].first { ($0 < "0" || $0 > "9") && $0 != ";" } == "m")
        }
        #expect(String(decoding: text, as: UTF8.self).contains("x\u{FFFD}]0;t\u{FFFD}"))
    }
}
