import Facts
import Quantities
import SourceText
import Testing
import YAMLTree

struct LoadedDossierTests {
    private static let files = [
        "kind: charter\nname: 棋社\nteams: [{id: a, size: 2}]\n",
        "kind: report\nasOf: 2021-02-01\nsize: 4\ncolor: red\nteams: [{id: b, size: 1}, {id: a, day: 2021-01-05}]\nmembers: [{id: m, team: b}]\n",
        "kind: report\nasOf: 2021-03-01\nsize: many\nteams: [{id: a, size: 3}, {size: 4}]\n",
        "kind: report\nasOf: 2021-04-01\nsize: 9\nmembers: [{id: n, team: zz}]\n",
    ]

    private func described(_ facts: FactStore) throws -> [String] {
        try facts.definition(of: FactStore.root).fields.map(\.id).map { try "\($0) = \(facts.value($0))" }
            + (facts.listed("teams") ?? []).flatMap { team in
                try facts.definition(of: team).fields.map(\.id).map { try "\(team) \($0) = \(facts.value($0, of: team))" }
            } + facts.contradictions.map { facts.forest.place(of: $0.second).description }
    }

    @Test(
        "a dossier that is kept gives on every day what the documents up to that day give", arguments: ["01-15", "02-01", "03-15", "04-01"])
    func days(day: String) throws {
        let today = try #require(CalendarDate("2021-\(day)"))
        let known = try vocabulary(clubVocabulary)
        let (kept, _) = dossier(Self.files, known)
        _ = kept.facts(on: CalendarDate("2021-02-15"))
        _ = kept.facts()
        let (facts, diagnostics) = kept.facts(on: today)
        let counted = Self.files.filter { text in
            guard let range = text.firstRange(of: "asOf: ") else { return true }
            return text[range.upperBound...].prefix(10) <= "2021-\(day)"
        }
        let (expected, problems) = dossier(counted, known).dossier.facts()
        #expect(try described(facts) == described(expected))
        #expect(facts.documents.count == counted.count)
        let own = diagnostics.filter { $0.code != "data.later" }
        #expect(own.map(\.message) == problems.map(\.message))
        #expect(diagnostics.count - own.count == Self.files.count - counted.count)
    }

    @Test("a document of a later day is left out with a warning at its day, and nothing is said of what is wrong in it")
    func later() throws {
        let (facts, diagnostics) = try loadClub(Self.files, on: CalendarDate("2021-02-28"))
        #expect(diagnostics.map(\.code) == ["data.later", "data.later"])
        #expect(diagnostics.map(\.severity) == [.warning, .warning])
        #expect(diagnostics.map(\.place.description) == ["2.yaml:2:7", "3.yaml:2:7"])
        #expect(try facts.value("size") == "4")
        #expect(facts.definition(of: FactStore.root).id == "club")
    }

    @Test("a second document of a kind of which there is one is named, whatever the day, and not read")
    func second() throws {
        let (facts, diagnostics) = try loadClub(
            ["kind: charter\nname: a\n", "kind: charter\nname: b\n", "kind: report\nasOf: 2021-01-01\nsize: 1\n"],
            on: CalendarDate("2020-01-01"))
        #expect(diagnostics.map(\.code) == ["data.later", "data.two-documents"])
        #expect(try facts.value("name") == "\"a\"")
    }
}
