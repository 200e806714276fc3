import Compliance
import FEEL
import Findings
import SourceText
import TestSupport
import Testing

/// The oracle of all claims: a completion is a complete club, the verdict on it plain arithmetic, and all completions are tried.
struct ReferenceModelTests {
    /// The rules that read the roster itself, and not what is published of it.
    private static let onRoster: Set = ["counted-by-condition", "share-by-condition", "guests"]

    @Test("a verdict never contradicts a completion; where all completions agree, how often is it unknown all the same?")
    func completions() throws {
        let checker = Checker(try library("Tests/ComplianceTests/ReferenceModel/rules"))
        let options = CheckOptions(asOf: try day("2022-01-01"))
        let seed: UInt64 = 2021
        var random = SeededGenerator(seed: seed)
        var comparisons = 0
        var decided = 0
        var agreed: [String: Int] = [:]
        var loose: [String: Int] = [:]
        var dossiers = 0
        while comparisons < 600_000 {
            dossiers += 1
            let club = Club.random(&random)
            let partial = PartialClub(club, &random)
            let input = DossierInput(path: "club", files: [SourceFile(name: "club.yaml", text: partial.yaml)])
            let report = checker.check(input, options)
            #expect(report.head.diagnostics.isEmpty, "\(partial.yaml)\n\(report.head.diagnostics.map(\.message.en))")
            for rule in Club.rules {
                // A list that is not whole is not the roster that a condition means.
                let isWhole = partial.roster.listed.map { $0.count == club.roster.count } ?? true
                if Self.onRoster.contains(rule), !isWhole { continue }
                let verdict = report.verdict(rule)
                let (outcomes, tried, isComplete) =
                    Self.onRoster.contains(rule) && rule != "guests" ? Self.onList(partial, rule) : partial.outcomes(rule)
                comparisons += tried
                switch verdict {
                case .pass:
                    decided += 1
                    #expect(!outcomes.contains(false), "seed \(seed), \(rule) passes:\n\(partial.yaml)")
                case .fail:
                    decided += 1
                    #expect(!outcomes.contains(true), "seed \(seed), \(rule) fails:\n\(partial.yaml)")
                case .unknown:
                    if isComplete, outcomes.count == 1, outcomes != [nil] {
                        loose[rule, default: 0] += 1
                        if loose[rule] == 1 { print("loose: \(rule)\n\(partial.yaml)") }
                    }
                case .notApplicable: #expect(outcomes.contains(nil) || rule == "guests", "seed \(seed), \(rule):\n\(partial.yaml)")
                default: Issue.record("seed \(seed), \(rule) is \(verdict.map(\.rawValue) ?? "not there"):\n\(partial.yaml)")
                }
                if isComplete, outcomes.count == 1 { agreed[rule, default: 0] += 1 }
                // The club itself is a completion.
                #expect(!(verdict == .pass && club.holds(rule) == false) && !(verdict == .fail && club.holds(rule) == true), "\(rule)")
            }
        }
        print(
            "reference model, seed \(seed): \(dossiers) dossiers, \(comparisons) comparisons, \(decided) decided verdicts, no contradiction"
        )
        for rule in Club.rules {
            print("  \(rule): \(loose[rule] ?? 0) unknown where all completions agree, of \(agreed[rule] ?? 0)")
        }
        // Measures and events are to be tight.
        for rule in Club.rules where !Self.onRoster.contains(rule) { #expect(loose[rule] ?? 0 == 0, "\(rule)") }
    }

    @Test("beside a document that cannot be read nothing is claimed, and what is said of the rest is what it gives alone")
    func lostDocument() throws {
        let checker = Checker(try library("Tests/ComplianceTests/ReferenceModel/rules"))
        let options = CheckOptions(asOf: try day("2022-01-01"))
        var random = SeededGenerator(seed: 2022)
        for _ in 0..<500 {
            let club = Club.random(&random)
            let partial = PartialClub(club, &random)
            var input = DossierInput(path: "club", files: [SourceFile(name: "club.yaml", text: partial.yaml)])
            let alone = checker.check(input, options)
            input.files.append(SourceFile(name: "lost.yaml", text: "kind: notes\nroom: ["))
            let report = checker.check(input, options)
            for rule in Club.rules {
                #expect(report.verdict(rule) == .unknown, "\(rule)\n\(partial.yaml)")
                #expect(report.undecided.first { $0.rule.id == rule }?.without == alone.verdict(rule), "\(rule)\n\(partial.yaml)")
            }
        }
    }

    /// Conditions look at the list alone.
    private static func onList(_ partial: PartialClub, _ rule: String) -> (all: Set<Bool?>, tried: Int, isComplete: Bool) {
        guard let listed = partial.roster.listed else { return ([true, false], 0, false) }
        var outcomes: Set<Bool?> = []
        var tried = 0
        for bits in 0..<1 << listed.count {
            let flags = listed.indices.map { bits >> $0 & 1 == 1 }
            guard zip(flags, listed).allSatisfy({ $1 == nil || $0 == $1 }) else { continue }
            let club = Club(roster: flags.map { .init(chosen: $0, guests: 0) }, before: [], opening: 0, call: 0, room: 0)
            outcomes.insert(club.holds(rule))
            tried += 1
        }
        return (outcomes, tried, true)
    }
}
