import Compliance
import Findings
import SourceText
import Testing

/// Advice on a roster names the rules that it serves, and those that it cannot.
struct AdviceTests {
    private static let vocabulary = """
        vocabulary: {zh: 试验, en: Test}
        root: club
        documents: {charter: {zh: 章程, en: charter, required: true}}
        records:
          club:
            zh: 社团
            en: club
            fields:
              groups: {zh: 组, en: groups, type: list of group}
              seats: {zh: 席数, en: seats, type: integer}
              runners: {zh: 人选, en: runners, type: list of runner}
              members: {zh: 成员, en: members, type: list of runner}
              past: {zh: 往年, en: past, type: past}
          group: {zh: 组, en: group, key: id, fields: {id: {zh: 编号, en: id, type: text}, places: {zh: 名额, en: places, type: integer}, runners: {zh: 人选, en: runners, type: list of runner, inverse: runners.group}}}
          runner: {zh: 人选, en: runner, key: id, fields: {id: {zh: 编号, en: id, type: text}, red: {zh: 红, en: red, type: boolean}, tall: {zh: 高, en: tall, type: boolean}, group: {zh: 组, en: group, type: reference to groups}}}
          past: {zh: 往年, en: past, fields: {members: {zh: 成员, en: members, type: list of runner}}}
        rosters: {club.members: {complete: true}, past.members: {complete: true}}
        measures:
          reds: {zh: 红的, en: reds, over: members, where: red}
          talls: {zh: 高的, en: talls, over: members, where: tall}
        slate: {contests: groups, places: places, entrants: runners, winners: members}
        """

    private func advice(_ rules: String, _ data: String) throws -> Advice? {
        let pack = """
            pack: p
            title: {zh: 包, en: pack}
            rules:
              - {id: red, title: {zh: 红, en: red}, basis: {source: s, article: "1", words: a}, force: mandatory, measure: reds, atLeast: 2/3}
            \(rules)
            """
        let input = DossierInput(path: "d", files: [SourceFile(name: "d.yaml", text: "kind: charter\n\(data)\n")])
        return Checker(try library(Self.vocabulary, packs: [pack])).check(input, CheckOptions(asOf: try day("2022-01-01"))).advice
    }

    private static let roster =
        "seats: 3\nmembers: [{id: a, red: true, tall: true}, {id: b, red: false, tall: false}, {id: c, red: false, tall: false}]"
    private static let tall =
        "  - {id: tall, title: {zh: 高, en: tall}, basis: {source: s, article: \"1\", words: a}, force: mandatory, measure: talls, above: past}"

    @Test("a rule whose bound is not known is left out, and named")
    func leftOut() throws {
        let advice = try #require(try advice(Self.tall, Self.roster))
        #expect(advice.rules.map(\.id) == ["red"] && advice.leftOut.map(\.id) == ["tall"] && advice.count == 1)
        #expect(advice.servedText?.en == "these hold then: red")
        #expect(advice.leftOutText?.en == "left out, because what they ask for is not known: tall")
    }

    @Test("where it is not known what the broken rules ask for, there is no advice, and it says so")
    func unservable() throws {
        let members = "abc".map { "{id: \($0), red: true, tall: false}" }
        let roster = "seats: 3\nmembers: [\(members.joined(separator: ", "))]"
        let past = "past: {members: [{id: x, tall: true}, {id: y}, {id: z}]}"
        let advice = try #require(try advice(Self.tall, "\(roster)\n\(past)"))
        guard case .unservable = advice.outcome else {
            Issue.record("\(advice.outcome)")
            return
        }
        #expect(advice.rules.isEmpty && advice.leftOut.map(\.id) == ["tall"] && advice.servedText == nil)
    }

    @Test("where all bounds are known, all rules are served")
    func whole() throws {
        let past = "past: {members: [{id: x, tall: true}, {id: y, tall: false}, {id: z, tall: false}]}"
        let advice = try #require(try advice(Self.tall, "\(Self.roster)\n\(past)"))
        #expect(advice.rules.map(\.id) == ["red", "tall"] && advice.leftOut.isEmpty && advice.count == 1)
        #expect(advice.leftOutText == nil)
    }
}
