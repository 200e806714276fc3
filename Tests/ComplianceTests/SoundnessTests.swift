import FEEL
import Facts
import Findings
import Foundation
import RulePacks
import SourceText
import TestSupport
import Testing
import YAMLTree

@testable import Compliance

/// `pass` and `fail` are claims about every completion of what is missing. Facts are deleted from complete dossiers at random: the
/// dossier as it was is one of the completions, so its verdict must not contradict what is claimed without them.
struct SoundnessTests {
    /// - Parameter isAlwaysApplied: whether a rule that was broken still has to apply.
    private func expectNoContradiction(
        _ rule: String, _ full: DossierReport, _ partial: DossierReport, _ comment: String, isAlwaysApplied: Bool = true
    ) {
        let (before, after) = (full.verdict(rule), partial.verdict(rule))
        let isTurned =
            before == .fail && (after == .pass || isAlwaysApplied && after == .notApplicable) || before == .pass && after == .fail
        #expect(!isTurned, "\(comment), \(rule): \(before.map(\.rawValue) ?? "") → \(after.map(\.rawValue) ?? "")")
        #expect(after != .error, "\(comment), \(rule)")
    }

    @Test("deleting facts never turns a pass into a failure, or a failure into a pass", arguments: 0..<12)
    func deletedFacts(seed: UInt64) throws {
        let checker = Checker(try library("rules"))
        for (folder, asOf) in [("examples/haotag-2021", "2021-12-20"), ("examples/angsu-2021", "2021-11-28")] {
            let options = CheckOptions(asOf: try day(asOf))
            let input = try dossier(folder)
            let full = checker.check(input, options)
            let rules = Set(full.results.map(\.rule.id))
            var random = SeededGenerator(seed: seed + 100)
            for _ in 0..<8 {
                var partial = input
                let share = Double.random(in: 0.001...0.3, using: &random)
                partial.files = try input.files.map { try deleteFacts(of: $0, share: share, &random) }
                let report = checker.check(partial, options)
                for rule in rules { expectNoContradiction(rule, full, report, "seed \(seed), \(folder)") }
            }
        }
    }

    @Test("the same where districts have days and notices of their own, and where a plan says what is to be", arguments: 0..<6)
    func ownDaysAndPlans(seed: UInt64) throws {
        let checker = Checker(try library("rules"))
        let options = CheckOptions(asOf: try day("2021-12-20"))
        var input = try dossier("examples/haotag-2021")
        input.files = input.files.map { file in
            var text = String(decoding: file.bytes, as: UTF8.self)
            text = text.replacing("name: 中心社区选区\n", with: "name: 中心社区选区\n    electionDay: 2021-11-20\n")
            let own = "electionDay: [2021-11-28, 2021-11-30]\n    notices: {voterRoll: {date: 2021-11-09}}\n"
            text = text.replacing("name: 阿尔巴斯选区\n", with: "name: 阿尔巴斯选区\n    \(own)")
            if text.contains("kind: plan") {
                text +=
                    "notices: {voterRoll: {date: 2021-10-17}, initialList: {date: 2021-11-12}}\nfirstSession: {date: {to: 2021-12-10}}\n"
            }
            return SourceFile(name: file.name, text: text)
        }
        let full = checker.check(input, options)
        #expect(full.head.diagnostics.isEmpty)
        #expect(full.verdict("voter-roll-published") == .fail && full.verdict("data-plan") == .fail)
        var random = SeededGenerator(seed: seed + 900)
        for _ in 0..<8 {
            var partial = input
            let share = Double.random(in: 0.001...0.3, using: &random)
            partial.files = try input.files.map {
                // Of what is not stated of a district that of the congress holds: leaving it out says something else.
                try deleteFacts(of: $0, share: share, keeping: ["districts", "electionDay", "notices", "voterRoll"], &random)
            }
            let report = checker.check(partial, options)
            for rule in Set(full.results.map(\.rule.id)).subtracting(["data-plan"]) {
                // A plan that breaks a rule breaks it, whatever happens later; that is said.
                if report.results.contains(where: { $0.rule.id == rule && !$0.planned.isEmpty }) { continue }
                expectNoContradiction(rule, full, report, "seed \(seed)", isAlwaysApplied: false)
            }
        }
    }

    @Test("damaging documents never turns a pass into a failure, or a failure into a pass", arguments: 0..<12)
    func damage(seed: UInt64) throws {
        let checker = Checker(try library("rules"))
        for (folder, asOf) in [("examples/haotag-2021", "2021-12-20"), ("examples/angsu-2021", "2021-11-28")] {
            let options = CheckOptions(asOf: try day(asOf))
            let input = try dossier(folder)
            let full = checker.check(input, options)
            let rules = Set(full.results.map(\.rule.id))
            var random = SeededGenerator(seed: seed + 300)
            for _ in 0..<4 {
                var damaged = input
                let number = Int.random(in: 0..<input.files.count, using: &random)
                damaged.files[number] = damage(input.files[number], &random)
                let report = checker.check(damaged, options)
                let said = report.head.diagnostics.map { "\($0.place) \($0.message.en)" }
                for rule in rules { expectNoContradiction(rule, full, report, "seed \(seed), \(folder), \(said)") }
                #expect(report.head.diagnostics.contains { $0.severity == .error } == !report.head.unread.isEmpty, "seed \(seed)")
            }
        }
    }

    /// The file with an error: one that ends reading, a number that is none, or a mistyped key.
    private func damage(_ file: SourceFile, _ random: inout SeededGenerator) -> SourceFile {
        var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // Behind the head, so that the document stays one of its kind, its dossier and its day.
        let entries = lines.indices.filter { $0 > 7 && lines[$0].contains(": ") && !lines[$0].hasPrefix("#") }
        guard let line = entries.randomElement(using: &random) else { return file }
        switch Int.random(in: 0...2, using: &random) {
        case 0: lines.insert("\t[", at: line)
        case 1:
            let numbers = lines[line].matches(of: #/: (\d+)[,}]/#)
            guard let number = numbers.randomElement(using: &random) else { return file }
            lines[line].replaceSubrange(number.output.1.startIndex..<number.output.1.endIndex, with: "x\(number.output.1)")
        default:
            let keys = lines[line].matches(of: #/[{ ]([a-zA-Z]{5,}|\p{Han}{3,}): /#)
            guard let key = keys.randomElement(using: &random) else { return file }
            lines[line].insert("x", at: key.output.1.endIndex)
        }
        return SourceFile(name: file.name, text: lines.joined(separator: "\n"))
    }

    /// The file as JSON, with a share of its facts left out. Keys of records, and what makes a document one, stay: without them there is
    /// another dossier, not less knowledge of this one. The list of targets stays too: without it less is demanded.
    private func deleteFacts(
        of file: SourceFile, share: Double, keeping more: Set<String> = [], _ random: inout SeededGenerator
    ) throws -> SourceFile {
        var forest = YAMLForest()
        #expect(forest.read(file).isEmpty)
        let kept: Set = [
            "id", "编号", "kind", "文书", "asOf", "截至", "rule", "规则", "by", "确认人", "date", "日期", "from", "to", "起", "止", "结构要求",
            "structureTargets",
        ]
        let all = kept.union(more)
        // Whoever is left out of a roster may still be on it.
        let rosters: Set = ["deputies", "当选代表"]
        func write(_ node: YAMLNodeID, isRoster: Bool = false) -> String {
            let id = forest.resolve(node)
            switch forest[id].kind {
            case .mapping:
                let entries = forest.entries(of: id).compactMap { key, value -> String? in
                    let name = forest.keyName(key)
                    let isList = forest[forest.resolve(value)].kind == .sequence
                    if !all.contains(name), Double.random(in: 0..<1, using: &random) < (isList ? share / 10 : share) { return nil }
                    return "\"\(name)\": \(write(value, isRoster: rosters.contains(name)))"
                }
                return "{\(entries.joined(separator: ", "))}"
            case .sequence:
                let items = forest.items(of: id).filter { _ in !isRoster || Double.random(in: 0..<1, using: &random) >= share / 4 }
                return "[\(items.map { write($0) }.joined(separator: ", "))]"
            case .scalar, .alias:
                let text = forest.string(id)
                return forest[id].style == .plain && (Int(text) != nil || text == "true" || text == "false")
                    ? text : "\"\(text.replacingOccurrences(of: "\"", with: "\\\""))\""
            }
        }
        return SourceFile(name: file.name, text: write(forest.documents[0].root))
    }
}
