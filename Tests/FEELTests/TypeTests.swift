import FEEL
import Quantities
import SourceText
import TestSupport
import Testing

struct TypeTests {
    private static func scope() -> Scope {
        let gender = Enumeration(name: "gender", values: ["female", "male"])
        let person = RecordType(name: "person")
        let seats = Unit(id: "seats", zh: "名", one: "seat", other: "seats")
        let voters = Unit(id: "voters", zh: "人", one: "voter", other: "voters")
        let ballots = Unit(id: "ballots", zh: "张", one: "ballot", other: "ballots", dimension: "voters")
        person.setFields([
            .init(name: "gender", aliases: ["性别"], type: .enumeration(gender)), .init(name: "birth date", type: .date),
            .init(name: "friend", type: .record(person)), .init(name: "day", type: .window),
        ])
        var scope = Scope()
        _ = scope.bind("person", .record(person))
        _ = scope.bind("persons", .list(.record(person)))
        _ = scope.bind("seats", .number(unit: seats))
        _ = scope.bind("voters", .number(unit: voters))
        _ = scope.bind("ballots", .number(unit: ballots))
        return scope
    }

    @Test(
        "what can never make sense is reported before any data exists, at its place",
        arguments: [
            ("⟦perso⟧.gender = \"female\"", "feel.unknown-name"), ("⟦person.gendr⟧ = \"female\"", "feel.unknown-property"),
            ("person.gender = ⟦\"femal\"⟧", "feel.unknown-value"), ("person.gender in (⟦\"x\"⟧, \"male\")", "feel.unknown-value"),
            ("⟦person.gender > 3⟧", "feel.not-comparable"), ("⟦seats + voters⟧ > 3", "feel.units"), ("⟦seats < voters⟧", "feel.units"),
            ("⟦person⟧ and true", "feel.type"), ("⟦count(persons, 2, 3)⟧ + ⟦substring(1)⟧", "feel.arguments"),
            ("⟦person.day + 1⟧", "feel.type"),
            ("persons[⟦gendr⟧ = \"male\"]", "feel.unknown-name"),
        ])
    func problem(source: String, code: String) throws {
        let marked = Marked(source)
        guard case .failure(let problems) = Compiler.compile(marked.text, scope: Self.scope()) else {
            Issue.record("\(marked.text) was accepted")
            return
        }
        let first = try #require(problems.all.first)
        #expect(first.code == code)
        #expect(first.range.lowerBound == marked.start.column - 1 || source.hasPrefix("⟦count"))
    }

    @Test(
        "what makes sense is accepted",
        arguments: [
            "person.gender = \"female\"", "person.性别 = \"male\"", "person.friend.friend.birth date < person.day", "ballots <= voters",
            "seats * 2 / 3 > seats - 1",
            "count(persons[gender = \"female\"]) / count(persons) >= 0.35", "person.day.from <= person.day.to",
            "every p in persons satisfies p.birth date + @\"P18Y\" <= person.day",
        ])
    func accepted(text: String) {
        if case .failure(let problems) = Compiler.compile(text, scope: Self.scope()) {
            Issue.record("\(text): \(problems.all.map(\.message.en))")
        }
    }

    @Test("a misspelt name comes with the nearest one")
    func suggestion() throws {
        let error = #expect(throws: Compiler.Problems.self) { try Compiler.compile("persns", scope: Self.scope()).get() }
        #expect(error?.all.first?.kind == .unknownName("persns", nearest: "persons"))
    }

    @Test("each type that FEEL names is read by its name", arguments: BasicType.allCases)
    func names(type: BasicType) {
        #expect(TypeName(type.rawValue) == .basic(type))
        #expect(TypeName("list<\(type.rawValue)>")?.description == "list<\(type.rawValue)>")
    }
}
