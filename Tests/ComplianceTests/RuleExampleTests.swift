import Compliance
import Findings
import Foundation
import SourceText
import TestSupport
import Testing

struct RuleExampleTests {
    @Test("every example of every rule gets the verdict that it expects")
    func examples() throws {
        let outcomes = Checker(try library("rules")).runExamples().outcomes
        #expect(outcomes.count > 200)
        for outcome in outcomes {
            #expect(
                outcome.holds,
                "\(outcome.rule.id) \(outcome.place): expected \(outcome.expected), got \(outcome.actual) \(outcome.diagnostics.map(\.message.en))"
            )
        }
    }

    @Test("every rule has an example that passes, one that fails and one that is unknown; an attested one, review and pass")
    func coverage() throws {
        let missing = Checker(try library("rules")).runExamples().missing
        #expect(missing.isEmpty, "\(missing.map { "\($0.rule.id): \($0.verdicts)" })")
    }

    @Test("every rule says its words in both languages, and where several readings exist, which is in force")
    func wording() throws {
        for rule in try library("rules").rules {
            #expect(!rule.basis.isEmpty && rule.basis.allSatisfy { !$0.words.isEmpty })
            #expect(rule.title.zh != rule.title.en && rule.remedy != nil, "\(rule.id)")
        }
    }

    // The texts of the law are not part of this repository.
    @Test(
        "the digests of the register and the quotations of the rules agree with the texts of the law",
        .enabled(if: Places.shared != nil, "the law texts are not beside this checkout"))
    func law() throws {
        let shared = try #require(Places.shared)
        let outcome = try library("rules").verifyLaw { name in
            for folder in ["law", "plan"] {
                if let text = try? String(contentsOf: shared.appending(path: "\(folder)/\(name)"), encoding: .utf8) { return text }
            }
            return nil
        }
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics.map { "\($0.place) \($0.message.en)" })")
        #expect(outcome.absentSources.isEmpty)
        #expect(outcome.verifiedQuotations > 60 && outcome.verifiedArticles > 100)
    }
}
