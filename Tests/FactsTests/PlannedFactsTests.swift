import FEEL
import Facts
import Quantities
import SourceText
import Testing
import YAMLTree

/// What is planned and what is are two facts; the first holds as long as nobody states the second.
struct PlannedFactsTests {
    private static let vocabularyText = """
        vocabulary: {zh: 试验, en: Test}
        root: feast
        documents:
          plan: {zh: 计划, en: plan, plans: true}
          letter: {zh: 函, en: letter, plans: true}
          report: {zh: 报告, en: report, supersedes: true}
        words: {to: {zh: 止}, from: {zh: 起}, unknown: {zh: 不详}}
        records:
          feast:
            zh: 集
            en: feast
            fields:
              day: {zh: 日, en: day, type: window, planned: true, also: [几日]}
              lastDay: {zh: 末日, en: last day, type: window, lastOf: day}
              over: {zh: 结束, en: over, type: window, latest: stalls.done, lastOf: lastDay}
              call: {zh: 通知, en: call, type: date, planned: true}
              span: {zh: 期间, en: span, type: window, planned: lasting}
              guests: {zh: 人数, en: guests, type: integer, planned: true}
              place: {zh: 地点, en: place, type: text}
              board: {zh: 公告, en: board, type: board}
              stalls: {zh: 摊位, en: stalls, type: list of stall}
          board: {zh: 公告, en: board, fields: {first: {zh: 初, en: first, type: date, planned: true}, last: {zh: 终, en: last, type: date}}}
          stall:
            zh: 摊
            en: stall
            key: id
            fields:
              id: {zh: 号, en: id, type: text}
              size: {zh: 大小, en: size, type: integer, planned: true}
              day: {zh: 日, en: day, type: window, planned: true, otherwise: day}
              lastDay: {zh: 末日, en: last day, type: window, lastOf: day}
              done: {zh: 完成, en: done, type: window, lastOf: lastDay}
              board: {zh: 公告, en: board, type: board, otherwise: board}
        """

    private func load(_ files: [String], on day: String? = nil) throws -> FactStore {
        let (kept, reading) = dossier(files, try vocabulary(Self.vocabularyText))
        let (facts, diagnostics) = kept.facts(on: day.flatMap { CalendarDate($0) })
        #expect(reading.isEmpty && diagnostics.isEmpty, "\((reading + diagnostics).map(\.message.en))")
        return facts
    }

    private func read(_ field: String, of record: Int = FactStore.root, _ facts: FactStore) throws -> FieldRead {
        FieldRead(record: record, slot: try #require(facts.definition(of: record).slot(named: field)))
    }

    private static let plan = "kind: plan\nday: 2021-05-01\ncall: 2021-04-01\nguests: 30\nstalls: [{id: a, size: 3}]\n"

    @Test("what is planned holds where nothing else is stated, and is known to be planned")
    func planAlone() throws {
        let facts = try load([Self.plan])
        for (field, value) in [("day", "2021-05-01"), ("call", "2021-04-01"), ("guests", "30")] {
            #expect(try facts.value(field) == value)
            #expect(facts.isPlanned(try read(field, facts)))
        }
        #expect(facts.hasPlanned && facts.deviations.isEmpty)
    }

    @Test("what is takes its place without contradicting it, whatever the order of files, and a difference is noted with both places")
    func actual() throws {
        let files = [Self.plan, "kind: report\nasOf: 2021-05-09\ncall: 2021-04-04\nguests: 30\nstalls: [{id: a, size: 2}]\n"]
        for order in [[0, 1], [1, 0]] {
            let facts = try load(order.map { files[$0] })
            #expect(facts.contradictions.isEmpty)
            let stall = try facts.records("stalls")[0]
            #expect(try facts.value("call") == "2021-04-04" && facts.value("guests") == "30" && facts.value("size", of: stall) == "2")
            #expect(try !facts.isPlanned(read("call", facts)) && facts.isPlanned(read("day", facts)))
            let lines = facts.deviations.map { facts.forest.place(of: $0.actual).span.start.line }
            #expect(lines == [3, 5])
            #expect(facts.deviations.map { facts.forest.place(of: $0.planned).span.start.line } == [3, 5])
        }
    }

    @Test("a day within the days that were planned is no difference")
    func within() throws {
        let facts = try load(["kind: plan\nday: {起: 2021-05-01, 止: 2021-05-09}\n", "kind: report\nasOf: 2021-06-01\nday: 2021-05-04\n"])
        #expect(try facts.deviations.isEmpty && facts.value("day") == "2021-05-04")
    }

    @Test("documents of the same side contradict each other as ever, and fields that cannot be planned always")
    func contradictions() throws {
        let reports = "kind: report\nasOf: 2021-05-09\n"
        #expect(try load([Self.plan, "kind: letter\ncall: 2021-04-02\n"]).contradictions.count == 1)
        #expect(try load([Self.plan, reports + "call: 2021-04-02\n", reports + "call: 2021-04-03\n"]).contradictions.count == 1)
        #expect(try load(["kind: plan\nplace: 东\n", reports + "place: 西\n"]).contradictions.count == 1)
        // A later report ends what reports say, not what plans do.
        let later = "kind: report\nasOf: 2021-05-10\ncall: 2021-04-03\n"
        #expect(try load([Self.plan, "kind: letter\ncall: 2021-04-02\n", reports + "call: 2021-04-02\n", later]).contradictions.count == 1)
        #expect(try load([Self.plan, "kind: letter\ncall: 2021-04-02\n"]).value("call") == "unknown")
    }

    @Test("who says that it is not known, does not know whether it came as planned")
    func openlyUnknown() throws {
        let facts = try load([Self.plan, "kind: report\nasOf: 2021-05-09\ncall: 不详\n"])
        #expect(try facts.value("call") == "unknown")
    }

    @Test("the day of a plan is past on the day after its last, and a plan that lasts never is")
    func overdue() throws {
        let facts = try load(["kind: plan\nday: {止: 2021-05-01}\nspan: 2021-04-01/2021-04-09\nguests: 30\ncall: 2021-04-01\n"])
        func isOverdue(_ field: String, _ day: String) throws -> Bool {
            facts.isOverdue(try read(field, facts), on: try #require(CalendarDate(day)))
        }
        #expect(try !isOverdue("day", "2021-05-01") && isOverdue("day", "2021-05-02"))
        #expect(try !isOverdue("call", "2021-04-01") && isOverdue("call", "2021-04-02"))
        #expect(try !isOverdue("span", "2022-01-01") && !isOverdue("guests", "2022-01-01"))
    }

    @Test(
        "an end alone is planned, and what is known of the day is open on the other side",
        arguments: [("{止: 2021-05-01}", "[null..2021-05-01]"), ("{起: 2021-05-01}", "[2021-05-01..null]")])
    func openEnds(written: String, value: String) throws {
        let facts = try load(["kind: plan\nday: \(written)\n"])
        #expect(try facts.value("day") == value)
        let (kept, _) = dossier(["kind: plan\nlastDay: \(written)\n"], try vocabulary(Self.vocabularyText))
        #expect(kept.facts().diagnostics.map(\.code) == ["data.type"])
    }

    @Test("several days have a first, which is the day, and a last; records that state no day take over both")
    func severalDays() throws {
        let facts = try load(["kind: plan\n几日: [2021-05-01, 2021-05-03]\nstalls: [{id: a}, {id: b, day: 2021-05-02}]\n"])
        #expect(try facts.value("day") == "2021-05-01" && facts.value("lastDay") == "2021-05-03" && facts.value("over") == "2021-05-03")
        let stalls = try facts.records("stalls")
        #expect(try stalls.map { try facts.value("day", of: $0) } == ["2021-05-01", "2021-05-02"])
        #expect(try stalls.map { try facts.value("lastDay", of: $0) } == ["2021-05-03", "2021-05-02"])
        for wrong in ["[2021-05-01]", "[2021-05-01, 2021-05-02, 2021-05-03]"] {
            let (kept, _) = dossier(["kind: plan\nday: \(wrong)\n"], try vocabulary(Self.vocabularyText))
            #expect(kept.facts().diagnostics.map(\.code) == ["data.type"])
        }
        // A period is no event of several days.
        let (kept, _) = dossier(["kind: plan\nspan: [2021-05-01, 2021-05-03]\n"], try vocabulary(Self.vocabularyText))
        #expect(kept.facts().diagnostics.map(\.code) == ["data.type"])
        let several = try load(["kind: plan\nday: [2021-05-01, 2021-05-03]\n", "kind: report\nasOf: 2021-06-01\nday: 2021-05-01\n"])
        #expect(several.deviations.count == 1)
    }

    @Test(
        "the latest day of a list is known as far as its records' days are; without a list it is the day itself",
        arguments: [
            ("day: 2021-05-01\n", "2021-05-01"), ("day: 2021-05-01\nstalls: []\n", "2021-05-01"),
            ("day: 2021-05-01\nstalls: [{id: a}, {id: b, day: 2021-05-09}]\n", "2021-05-09"),
            ("day: 2021-05-01\nstalls: [{id: a}, {id: b, day: 2021-04-09}]\n", "2021-05-01"),
            ("day: 2021-05-01\nstalls: [{id: a, done: 2021-05-20}, {id: b, day: 2021-04-09}]\n", "2021-05-20"),
            ("day: 2021-05-01\nstalls: [{id: a}, {id: b, day: 不详}]\n", "[2021-05-01..null]"),
            ("day: 2021-05-01\nstalls: [{id: a}, {id: b, day: 2021-04-30/2021-05-09}]\n", "[2021-05-01..2021-05-09]"),
            ("stalls: [{id: a}, {id: b, day: 2021-05-09}]\n", "[2021-05-09..null]"), ("guests: 1\n", "unknown"),
        ])
    func latest(lines: String, value: String) throws {
        #expect(try load(["kind: report\nasOf: 2021-06-01\n" + lines]).value("over") == value)
    }

    @Test("a record that takes over another states what it states itself, and takes over the rest")
    func fallbacks() throws {
        let facts = try load([
            "kind: plan\nboard: {first: 2021-04-01, last: 2021-04-09}\nstalls: [{id: a}, {id: b, board: {last: 2021-04-20}}]\n"
        ])
        let boards = try facts.records("stalls").map { stall -> Int in
            let slot = try #require(facts.definition(of: stall).slot(named: "board"))
            guard case .record(let record) = facts.value(slot: slot, of: stall) else { return FactStore.root }
            return Int(record.index)
        }
        #expect(try boards.map { try facts.value("last", of: $0) } == ["2021-04-09", "2021-04-20"])
        #expect(try boards.map { try facts.value("first", of: $0) } == ["2021-04-01", "2021-04-01"])
        // What is taken over is planned where it was planned.
        #expect(facts.origins(of: try read("first", of: boards[1], facts)).map(facts.isPlanned) == [true])
    }
}
