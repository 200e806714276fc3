import Findings
import Foundation
import SourceText
import TestSupport
import Testing

@testable import Renderers

/// Every format writes the same pages, in both languages; each has a golden file, `PAGE/FORMAT.LANGUAGE.ENDING`.
struct GoldenTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var page: Page
        var format: Format
        var variant = ""
        var layout = Layout.plain()

        var testDescription: String { "\(page.rawValue) as \(format.id)\(variant)" }

        func path(_ language: Language) -> String {
            "Tests/RenderersTests/Golden/\(page.rawValue)/\(format.id)\(variant).\(language.rawValue).\(format.fileEnding)"
        }
    }

    /// Each page in each format that can write it, and the layouts of those that have several.
    static let samples: [Sample] =
        Page.allCases.flatMap { page in Format.all(for: page).map { Sample(page: page, format: $0) } } + [
            Sample(page: .report, format: .text, variant: "-verbose", layout: .plain(width: 60, detailed: true)),
            Sample(page: .report, format: .text, variant: "-color", layout: .plain(color: true)),
            Sample(page: .worklist, format: .text, variant: "-verbose", layout: .plain(detailed: true)),
            Sample(page: .outlook, format: .text, variant: "-names", layout: .plain(detailed: true)),
            Sample(page: .outlook, format: .json, variant: "-names", layout: .plain(detailed: true)),
        ]

    @Test("the golden files are what the formats write", arguments: samples, Language.allCases)
    func golden(sample: Sample, language: Language) throws {
        let contents = FixturePages.contents(of: sample.page)
        let written = render(
            sample.format.takesOneDossier ? Array(contents.prefix(1)) : contents, of: sample.page, as: sample.format, in: language,
            sample.layout)
        // Calendar files end their lines with CRLF, which a test of its own looks at.
        let text = sample.format.id == "json" ? prettyJSON(written) : written.replacingOccurrences(of: "\r\n", with: "\n")
        let outcome = matchesGolden(text, sample.path(language))
        #expect(outcome.matches, "\(outcome.message)")
    }

    @Test("a catalogue of which nothing was checked lists its rules", arguments: Language.allCases)
    func list(language: Language) {
        let catalogue = RuleCatalogue(FixturePages.catalogue.rules)
        let text = render([.catalogue(catalogue)], of: .catalogue, as: .text, in: language, diagnostics: [])
        for rule in catalogue.rules { #expect(text.contains(rule.id) && text.contains(rule.title(in: language))) }
    }
}
