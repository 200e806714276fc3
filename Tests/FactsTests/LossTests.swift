import Facts
import Quantities
import SourceText
import Testing

struct LossTests {
    private static let charter = "kind: charter\nname: 棋社\nfounded: 2001-05-01\n"
    private static let first = "kind: report\nasOf: 2021-02-01\nsize: 4\ncolor: red\nteams: [{id: a, size: 2}]\n"

    /// Value by value, what counts and what could be read.
    private func both(_ facts: FactStore, _ field: String) throws -> [String?] {
        [try facts.value(field), try facts.readable?.value(field)]
    }

    @Test(
        "whatever a document that cannot be used may state is not known, and what could be read stands beside",
        arguments: [
            "kind: report\nasOf: 2021-03-01\nsize: [\n", "size: 5\n", "kind: reprot\nasOf: 2021-03-01\n", "- 1\n", "",
            "kind: report\nsize: 5\n", "kind: report\nasOf: soon\n", "kind: report\nasOf: 2021-03-01\nname: 别社\nsize: 5\n",
            "kind: charter\nsize: 5\n", "kind: report\nasOf: 2021-02-01\nteams: [{id: \"\n",
        ])
    func document(second: String) throws {
        let (facts, diagnostics) = try loadClub([Self.charter, Self.first, second], on: CalendarDate("2021-04-01"))
        #expect(!diagnostics.isEmpty)
        #expect(facts.losses.count == 1)
        for (field, value) in [("size", "4"), ("color", "\"red\""), ("open", "unknown")] {
            #expect(try both(facts, field) == ["unknown", value], "\(field)")
        }
        #expect(try facts.listed("teams") == nil)
        #expect(try facts.readable?.listed("teams")?.count == 1)
        // A document that names another dossier would not be used.
        #expect(try facts.value("name") == "\"棋社\"")
    }

    @Test(
        "a document of a later day that cannot be read is left out like any other, and one of an earlier day changes nothing that is later")
    func days() throws {
        let late = "kind: report\nasOf: 2021-09-01\nsize: [\n"
        let (facts, _) = try loadClub([Self.charter, Self.first, late], on: CalendarDate("2021-04-01"))
        #expect(facts.losses.isEmpty && facts.readable == nil)
        let early = "kind: report\nasOf: 2021-01-01\nsize: [\n"
        let (later, _) = try loadClub([Self.charter, Self.first, early], on: CalendarDate("2021-04-01"))
        #expect(try later.value("size") == "4")
        // What the later one does not state may stand in the earlier one; so may a further team.
        #expect(try both(later, "founded") == ["unknown", "2001-05-01"])
        #expect(try later.listed("teams") == nil)
    }

    @Test("what may have followed in the same file is lost with a document that ends reading, of whatever kind that is")
    func stream() throws {
        let stream = Self.charter + "---\nkind: past\nsize: [\n"
        let (facts, _) = try loadClub([stream, Self.first])
        #expect(try facts.value("size") == "4")
        #expect(try facts.value("past") == "unknown")
        let (more, _) = try loadClub([stream + "---\nkind: report\nasOf: 2021-03-01\nsize: 5\n", Self.first])
        #expect(try both(more, "size") == ["unknown", "4"])
    }

    @Test(
        "what is said of a field and cannot be used is said all the same: an earlier value does not stand",
        arguments: [
            ("size: 四", "size", "4"), ("sise: 5", "size", "4"), ("人娄: 5", "size", "4"), ("color: 绿", "color", "\"red\""),
            ("size: 5\n规模: 6", "size", "5"), ("size: 5\nsize: 6", "size", "5"), ("<<: {size: 5}", "size", "4"),
            ("founded: 明年", "founded", "2001-05-01"),
        ])
    func field(line: String, field: String, readable: String) throws {
        let second = "kind: report\nasOf: 2021-03-01\n\(line)\n"
        let (facts, diagnostics) = try loadClub([Self.charter, Self.first, second])
        #expect(diagnostics.count == 1)
        #expect(!facts.losses.isEmpty)
        #expect(try both(facts, field) == ["unknown", readable])
        // The next report says it again.
        let third = "kind: report\nasOf: 2021-04-01\nsize: 7\ncolor: blue\n"
        guard field != "founded", !line.hasPrefix("<<") else { return }
        let (mended, _) = try loadClub([Self.charter, Self.first, second, third])
        #expect(mended.losses.isEmpty && mended.readable == nil)
        #expect(try mended.value("size") == "7")
    }

    @Test(
        "a list with an item that cannot be used is not known, and what points into it is not called wrong",
        arguments: ["teams: [{id: a}, 5]", "teams: 5", "teams: [{id: a}, {id: a}]", "team: [{id: b}]"])
    func list(line: String) throws {
        let (facts, diagnostics) = try loadClub([Self.charter + "members: [{id: m, team: z}]\n" + line + "\n"])
        #expect(diagnostics.count == 1, "\(diagnostics.map(\.message.en))")
        #expect(try facts.listed("teams") == nil)
        #expect(facts.losses.count == 1)
    }

    @Test("fields of a record are in doubt without the others")
    func recordField() throws {
        let (facts, _) = try loadClub([Self.charter, Self.first, "kind: report\nasOf: 2021-03-01\nteams: [{id: a, size: 三}]\n"])
        let team = try facts.records("teams")[0]
        #expect(try facts.value("size", of: team) == "unknown")
        #expect(try facts.readable?.value("size", of: team) == "2")
        #expect(try facts.value("id", of: team) == "\"a\"")
        #expect(try facts.value("size") == "4")
    }

    @Test("a document that is needed and was lost is not called missing")
    func lostCharter() throws {
        let (_, diagnostics) = try loadClub(["kind: charter\nname: [\n", Self.first])
        #expect(diagnostics.count == 1)
    }
}
