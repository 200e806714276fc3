import FEEL
import Facts
import Quantities
import Testing

/// Records end, and lists hold the records of their day.
struct EndingTests {
    private static let clubs = """
        vocabulary: {zh: 试验, en: Test}
        root: club
        documents: {report: {zh: 报告, en: report, supersedes: true}}
        records:
          club:
            zh: 社团
            en: club
            fields:
              fair: {zh: 集市, en: fair, type: window}
              members: {zh: 成员, en: members, type: list of member, ends: left.date}
              stalls: {zh: 摊位, en: stalls, type: list of stall, ends: closed, asOf: fair}
              rooms: {zh: 房间, en: rooms, type: list of room, merge: replace}
          member:
            zh: 成员
            en: member
            key: id
            fields:
              id: {zh: 编号, en: number, type: text}
              left: {zh: 退出, en: left, type: leaving}
              stall: {zh: 摊位, en: stall, type: reference to stalls}
          leaving: {zh: 离开, en: leaving, fields: {date: {zh: 日期, en: date, type: date}, reason: {zh: 原因, en: reason, type: text}}}
          stall:
            zh: 摊位
            en: stall
            key: id
            fields:
              id: {zh: 编号, en: number, type: text}
              closed: {zh: 关闭, en: closed, type: date}
              members: {zh: 成员, en: members, type: list of member, inverse: members.stall}
          room: {zh: 房间, en: room, key: id, fields: {id: {zh: 编号, en: number, type: text}}}
        events: {fair: {zh: 集市, en: fair, at: fair}}
        """

    private func load(_ texts: [String], on day: String = "2021-06-01") throws -> FactStore {
        let files = texts.enumerated().map { "kind: report\nasOf: 2021-0\($0 + 1)-01\n\($1)\n" }
        return dossier(files, try vocabulary(Self.clubs)).dossier.facts(on: CalendarDate(day)).facts
    }

    @Test(
        "a list without an event holds those who have not left on the day on which it is looked at",
        arguments: [("2021-05-31", 2), ("2021-06-01", 1), ("2021-06-02", 1)])
    func today(day: String, count: Int) throws {
        let facts = try load(["members: [{id: a, left: {date: 2021-06-01, reason: 迁出}}, {id: b}]"], on: day)
        #expect(try facts.listed("members")?.count == count)
    }

    @Test(
        "a list with an event holds what had not ended on its day, whatever the day on which it is looked at",
        arguments: [
            ("2021-05-01", "2021-05-02", 2), ("2021-05-01", "2021-05-01", 1), ("2021-05-01/2021-05-09", "2021-04-30", 1),
            ("2021-05-01/2021-05-09", "2021-05-10", 2), ("2021-05-01/2021-05-09", "2021-05-05", nil), ("~", "2021-05-05", nil),
        ] as [(String, String, Int?)])
    func event(fair: String, closed: String, count: Int?) throws {
        let facts = try load(["fair: \(fair)\nstalls: [{id: a, closed: \(closed)}, {id: b}]"])
        #expect(try facts.listed("stalls")?.count == count)
        if count == nil {
            let slot = try #require(facts.definition(of: FactStore.root).slot(named: "stalls"))
            let open = facts.openEndings(slot, of: FactStore.root)
            #expect(open.map { facts.definition(of: $0.record).fields[$0.slot].id } == ["fair"])
        }
    }

    @Test("an end without a day leaves it open who belongs to the list, and says what is missing; nothing written states nothing")
    func unclear() throws {
        for (left, isOpen) in [("{reason: 去世}", true), ("不详", true), ("{date: 不详}", true), ("~", false), ("", false)] {
            let facts = try load(["members: [{id: a, left: \(left)}, {id: b}]"])
            #expect(try (facts.listed("members") == nil) == isOpen, "\(left)")
            let slot = try #require(facts.definition(of: FactStore.root).slot(named: "members"))
            if isOpen { #expect(facts.openEndings(slot, of: FactStore.root).count == 1) }
        }
    }

    @Test("the end may be told later, and what belongs to others goes with it")
    func later() throws {
        let first = "fair: 2021-05-01\nstalls: [{id: s}]\nmembers: [{id: a, stall: s}, {id: b, stall: s}]"
        let facts = try load([first, "members: [{id: b, left: {date: 2021-02-10}}]"])
        #expect(try facts.listed("members")?.count == 1)
        #expect(try facts.listed("members", of: facts.records("stalls")[0])?.count == 1)
    }

    @Test("a list that is stated to be empty later contradicts its records, until a later document lists some again or all have ended")
    func emptied() throws {
        let facts = try load(["members: [{id: a}]", "members: []"])
        #expect(facts.contradictions.count == 1)
        #expect(try facts.listed("members") == nil)
        let again = try load(["members: [{id: a}]", "members: []", "members: [{id: b}]"])
        #expect(again.contradictions.isEmpty)
        #expect(try again.listed("members")?.count == 2)
        let ended = try load(["members: [{id: a, left: {date: 2021-01-20}}]", "members: []"])
        #expect(ended.contradictions.isEmpty)
        #expect(try ended.listed("members") == [])
        // A list that is replaced as a whole may become empty, and one that was empty may grow.
        #expect(try load(["rooms: [{id: a}]", "rooms: []"]).contradictions.isEmpty)
        #expect(try load(["members: []", "members: [{id: a}]"]).contradictions.isEmpty)
    }
}
