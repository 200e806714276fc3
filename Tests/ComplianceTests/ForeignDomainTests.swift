import Facts
import Findings
import Foundation
import RulePacks
import SourceText
import TestSupport
import Testing

@testable import Compliance

/// Whoever writes a vocabulary and a pack for something else needs no Swift.
struct ForeignDomainTests {
    private static let folder = "Tests/ComplianceTests/ParentCouncil"

    @Test("a parents' council is checked by its own vocabulary, rules and documents")
    func parentCouncil() throws {
        let report = Checker(try library("\(Self.folder)/rules")).check(
            try dossier("\(Self.folder)/dossier"), CheckOptions(asOf: try day("2021-10-01")))
        #expect(report.head.diagnostics.isEmpty, "\(report.head.diagnostics.map(\.message.zh))")
        #expect(report.head.title == "第一小学")
        #expect(
            report.results.filter { $0.rule.id == "delegates-per-class" && $0.verdict == .fail }.map { $0.subject?.label.zh } == [
                "班级 一班", "班级 二班",
            ])
        let fathers = try #require(report.first("fathers-rise", .pending))
        #expect(fathers.missing.map(\.fact.label.zh) == ["家长 丙的角色"])
        let invited = try #require(report.first("invited-in-time", .fail))
        #expect(invited.message(in: .zh) == "2021-09-15，须不晚于 2021-09-13（家长会之前 7 天），晚 2 天")
        #expect(report.verdict("heard") == .review)
    }

    @Test("the rules of a pack whose dimension does not fit do not apply, and say so")
    func dimension() throws {
        var input = try dossier("\(Self.folder)/dossier")
        input.files = input.files.map { file in
            SourceFile(name: file.name, text: String(decoding: file.bytes, as: UTF8.self).replacingOccurrences(of: "小学\n", with: "中学\n"))
        }
        let report = Checker(try library("\(Self.folder)/rules")).check(input, CheckOptions(asOf: try day("2021-10-01")))
        #expect(Set(report.results.map(\.verdict)) == [.notApplicable])
        #expect(
            report.results.allSatisfy {
                $0.note?.zh == "章程只适用于学段：小学" && $0.note?.en == "Bylaws applies only where “stage” has primary"
            })
    }

    /// Words of general use that the vocabulary shares with any program, and those of the rule data's own format (docs/rule-data.md);
    /// everything else in it is about elections.
    private static let general: Set<String> = [
        "id", "name", "date", "by", "from", "to", "total", "rule", "holds", "note", "kind", "size", "level", "member", "plan", "notice",
        "phases", "basis", "also",
        "range", "office", "party", "term", "session", "single", "residence", "person", "role", "days", "sector", "topic", "audience",
        "regions", "region", "identity", "attestation", "attestations", "issuer", "title", "workers", "subject",
        "ending", "ended", "reason",
        // What targets are made of, and the values that their parts can have.
        "measure", "relation", "share", "reference", "tolerance", "force", "clause", "words", "mandatory", "principle", "advisory",
        "about", "atLeast", "atMost", "above", "below",
    ]

    /// Labels of general use that the program's own texts share with the vocabulary.
    private static let generalLabels: Set<String> = [
        "规则", "编号", "种类", "日期", "方式", "属实", "名称", "内容", "其他", "人数", "要求", "比例", "效力", "对照", "原文", "条目", "左右", "不少于", "不高于", "高于", "低于",
        "达到", "超过", "不超过",
        "不低于", "以上", "不得", "应当", "必须", "结构要求",
        "终止", "原因", "对象", "姓名", "身份", "公民身份号码", "身份号码",
    ]

    /// Words of elections that no label is, and that no text of the program may hold.
    private static let foreign = ["选举", "当选", "竞选", "选区", "乡镇", "代表", "候选", "投票", "选民"]
    private static let foreignRoots = ["elect", "nominee", "deput", "candida", "ballot"]

    @Test("no Swift file knows a word of the vocabulary, nor says one within a text")
    func noElectionInSwift() throws {
        let vocabulary = try library("rules").book.vocabulary
        var words: Set<String> = []
        for record in vocabulary.records {
            words.insert(record.id)
            for field in record.fields { words.formUnion([field.id, field.label.zh] + field.aliases) }
        }
        for enumeration in vocabulary.enumerations {
            words.insert(enumeration.id)
            for item in enumeration.items { words.formUnion([item.id, item.label.zh] + item.aliases) }
        }
        words.formUnion(vocabulary.measures.flatMap { [$0.id, $0.label.zh] } + vocabulary.events.flatMap { [$0.id, $0.label.zh] })
        let identifiers = words.filter { $0.utf8.allSatisfy { $0 < 0x80 } && !Self.general.contains($0) && $0.count > 2 }
        let labels = words.filter { word in
            word.unicodeScalars.allSatisfy { $0.value >= 0x4E00 } && word.count >= 2 && !Self.generalLabels.contains(word)
        }
        #expect(identifiers.count > 150 && labels.count > 150)

        let sources = Places.repository.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)).compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" }
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            let tokens = Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
            for word in identifiers where tokens.contains(word) { Issue.record("\(file.lastPathComponent) knows “\(word)”") }
            for word in Self.foreign where code.contains(word) { Issue.record("\(file.lastPathComponent) says “\(word)”") }
            for token in tokens where Self.foreignRoots.contains(where: token.lowercased().hasPrefix) {
                Issue.record("\(file.lastPathComponent) says “\(token)”")
            }
            for label in labels where code.contains(label) { Issue.record("\(file.lastPathComponent) knows “\(label)”") }
        }
    }
}
