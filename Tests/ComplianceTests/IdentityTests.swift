import Compliance
import Findings
import SourceText
import TestSupport
import Testing

/// What a report says does not depend on where and in which order somebody wrote it.
struct IdentityTests {
    private func report(_ files: [SourceFile], _ asOf: String = "2021-12-20") throws -> DossierReport {
        Checker(try library("rules")).check(DossierInput(path: "town", files: files), CheckOptions(asOf: try day(asOf)))
    }

    @Test("two records of one name are two results, which differ in key and fingerprint")
    func oneName() throws {
        let text = """
            文书: 工作方案
            人民代表大会: 试镇人民代表大会
            行政区域: {层级: 乡级}
            选举日: 2021-11-25
            选区: [{编号: "1", 名称: 甲选区, 应选代表名额: 4}, {编号: "2", 名称: 甲选区, 应选代表名额: 4}]
            """
        let report = try report([SourceFile(name: "town.yaml", text: text)])
        let results = report.results.filter { $0.rule.id == "district-seats" && $0.verdict == .fail }
        #expect(results.compactMap { $0.subject?.key } == ["1", "2"])
        #expect(Set(results.compactMap { $0.subject?.label.zh }) == ["甲选区"])
        #expect(Set(results.map { $0.fingerprint(in: report.head) }).count == 2)
    }

    /// Everything that a report says, but for places.
    private func told(_ report: DossierReport) -> [String] {
        report.results.map { result in
            let missing = result.missing.map { "\($0.fact.record.type) \($0.fact.record.key ?? "") \($0.fact.path) \($0.state)" }
            let evidence = result.evidence.map { "\($0.expression) \($0.value.zh)" }
            return
                "\(result.rule.id) \(result.verdict) \(result.fingerprint(in: report.head).text) \(result.message(in: .zh)) \(result.count) "
                + "\(missing) \(evidence) \(result.related.map(\.message.zh))"
        } + [report.advice.map { "\($0)".filter { $0 != "@" } } ?? ""].map { $0.isEmpty ? "" : "advised" }
    }

    @Test(
        "lists written in another order give the same report but for its places",
        arguments: [
            ("examples/angsu-2021", "选区"), ("examples/angsu-2021", "被提名人"), ("examples/angsu-2021", "当选代表"),
            ("examples/haotag-2021", "attestations"), ("examples/haotag-2021", "districts"), ("examples/haotag-2021", "deputies"),
        ])
    func reversed(folder: String, list: String) throws {
        let files = try dossier(folder).files
        let turned = files.map { file in SourceFile(name: file.name, text: reversing(list, in: String(decoding: file.bytes, as: UTF8.self)))
        }
        #expect(zip(files, turned).contains { $0.bytes != $1.bytes })
        #expect(told(try report(turned)) == told(try report(files)))
    }

    /// The text with the items of a block list of the root in the other order; comments stay with the item before them.
    private func reversing(_ list: String, in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard
            let start = lines.firstIndex(where: { $0.hasPrefix("\(list):") && $0.drop { $0 != ":" }.dropFirst().allSatisfy(\.isWhitespace) }
            )
        else { return text }
        let end =
            lines[(start + 1)...].firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasPrefix("#") && !$0.hasPrefix("-") }
            ?? lines.count
        var items: [[String]] = []
        for line in lines[(start + 1)..<end] {
            if line.drop(while: { $0 == " " }).hasPrefix("- ") || items.isEmpty {
                items.append([line])
            } else {
                items[items.count - 1].append(line)
            }
        }
        lines.replaceSubrange((start + 1)..<end, with: items.reversed().flatMap(\.self))
        return lines.joined(separator: "\n")
    }
}
