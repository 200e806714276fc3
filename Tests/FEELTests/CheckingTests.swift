import FEEL
import Quantities
import Testing

/// A notice with a day, held in a record that is open in the scope; persons stand in a list of it.
struct CheckingTests {
    private let notice = RecordType(name: "notice")
    private let person = RecordType(name: "person")
    private let root = RecordType(name: "root")
    private let scope: Scope
    private let variable: Int

    init() {
        notice.setFields([.init(name: "issuer", type: .record(person)), .init(name: "date", aliases: ["日期"], type: .window)])
        person.setFields([.init(name: "age", type: .number(unit: nil)), .init(name: "born", type: .date)])
        root.setFields([
            .init(name: "notice", aliases: ["公告"], type: .record(notice)), .init(name: "day", aliases: ["投票日"], type: .window),
            .init(name: "persons", type: .list(.record(person))),
        ])
        var scope = Scope()
        variable = scope.open(root)
        scope.define("limit", as: .integer(18))
        _ = scope.bind("p", .record(person))
        self.scope = scope
    }

    private func compile(_ text: String) throws -> CompiledExpression { try Compiler.compile(text, scope: scope).get() }

    /// Fields as `type.field`, with the way to them where there is one.
    private func shown(_ fields: [FieldReference]) -> [String] {
        fields.map { field in
            let way = field.path.map { " @\($0.variable):\($0.fields.map(String.init).joined(separator: "."))" } ?? ""
            return "\(field.record.name).\(field.record.fields[field.slot].name)\(way)"
        }
    }

    @Test(
        "an expression tells the fields that it reads, by whatever name it calls them",
        arguments: [
            ("day", ["root.day @0:1"]), ("投票日", ["root.day @0:1"]),
            ("notice.date", ["notice.date @0:0.1", "root.notice @0:0"]), ("公告.日期.from", ["notice.date @0:0.1", "root.notice @0:0"]),
            ("p.age >= limit", ["person.age @1:0"]), ("persons.age", ["person.age @0:2.0", "root.persons @0:2"]),
            ("persons[1].age", ["person.age", "root.persons @0:2"]),
            ("count(persons[age > 18])", ["root.persons @0:2", "person.age @2:0"]),
            ("every q in persons satisfies q.born < day", ["root.persons @0:2", "person.born @2:1", "root.day @0:1"]),
            ("{day: 1, r: day}.r", []), ("\"day\"", []),
        ])
    func fields(text: String, expected: [String]) throws { #expect(shown(try compile(text).fields) == expected) }

    @Test("a field that a name inside of a filter can mean is among those that are read")
    func possibleField() throws {
        let checked = try compile("get entries({a: 1})[day = 1]")
        #expect(checked.reads(1, of: root) && !checked.reads(0, of: root))
    }

    @Test("an expression that is a name or a path is a field; nothing else is", arguments: ["notice.日期", "公告.date"])
    func field(text: String) throws {
        let path = try #require(try compile(text).field?.path)
        #expect(path == .init(variable: variable, fields: [0, 1]))
        #expect(try compile("\(text).from").field == nil)
        #expect(try compile("\(text) + @\"P1D\"").field == nil)
    }

    @Test("names mean variables, constants, built-ins and entries")
    func references() throws {
        var found: [String] = []
        try compile("count([p, limit]) = {a: 1}.a").checked.visit { node in
            switch node.reference {
            case .variable(let name, let slot): found.append("variable \(name) \(slot)")
            case .constant(let name, let value): found.append("constant \(name) \(value)")
            case .builtin(let builtin): found.append("built-in \(builtin.name)")
            case .entry(let name): found.append("entry \(name)")
            case .field, .possibleEntry, nil: break
            }
        }
        #expect(found == ["built-in count", "variable p 1", "constant limit 18", "entry a"])
    }

    @Test("every node has its type")
    func types() throws {
        let checked = try compile("notice.date - @\"P20D\" <= day").checked
        #expect(checked.type.description == "boolean")
        #expect(checked.parts.map(\.type.description) == ["date", "date"])
        #expect(checked.parts[0].parts.map(\.type.description) == ["date", "days and time duration"])
    }

    @Test("a part of an expression has its text, its value and the places of the whole")
    func parts() throws {
        let whole = try compile(" limit + 2 in [1 .. 2 * 9]")
        let part = whole.part(whole.checked.parts[0])
        #expect(part.text == "limit + 2")
        var run = Evaluation()
        #expect(part.evaluate(&run, tracing: true).description == "20")
        // Constants are folded, so there is one value.
        #expect(run.trace.map { part.spelling(of: $0.range) } == ["limit + 2"])
        let end = whole.part(whole.checked.parts[1].parts[1])
        #expect(end.text == "2 * 9" && end.evaluate(&run).description == "18")
        #expect(end.part(end.checked.parts[1]).text == "9")
    }

    private func days(_ text: String) throws -> Value { try #require(Value(duration: text)) }

    @Test("expressions are made of values, paths and other expressions, without text")
    func building() throws {
        var run = Evaluation()
        let date = try #require(CalendarDate("2021-11-25"))
        let literal = CompiledExpression(.date(date))
        #expect(literal.text == "@\"2021-11-25\"" && literal.type.description == "date" && literal.fields.isEmpty)
        let bound = try literal.combined(.subtract, with: try days("P20D")).get()
        #expect(bound.text == "@\"2021-11-25\" - @\"P20D\"" && bound.evaluate(&run).description == "2021-11-05")
        #expect(run.problems.isEmpty)

        let path = FieldReference.Path(variable: variable, fields: [0, 1])
        let field = try #require(CompiledExpression(path, from: root))
        #expect(field.text == "notice.date" && field.field?.path == path)
        #expect(shown(field.fields) == shown(try compile("notice.date").fields))
        let store = Records()
        run.set(variable, .record(Record(source: store, index: 0)))
        let later = try field.combined(.add, with: try days("P1M")).get()
        #expect(later.evaluate(&run, tracing: true).description == "2021-12-25")
        #expect(run.trace.map { later.spelling(of: $0.range) } == ["notice", "notice.date", "@\"P1M\"", "notice.date + @\"P1M\""])
        #expect(CompiledExpression(.init(variable: variable, fields: [1, 0]), from: root) == nil)
        #expect(CompiledExpression(.init(variable: variable, fields: [7]), from: root) == nil)
    }

    @Test("what does not go together is refused when it is built, too")
    func builtNonsense() throws {
        let error = #expect(throws: Compiler.Problems.self) { try compile("persons").combined(.subtract, with: try days("P1D")).get() }
        #expect(error?.all.map(\.code) == ["feel.type"])
    }

    @Test("built-ins can be called inside of a filter whose items are not known beforehand, unless the items have their name")
    func builtinsInFilters() {
        #expect(evaluate("[{a: 1}, {a: 2}][count([a]) = 1 and max([a, 0]) = 2]") == "[{a: 2}]")
        #expect(evaluate("[{count: 2}][count = 2]") == "[{count: 2}]")
    }
}

/// Of record 0 every field is record 1, whose fields are all one day.
private final class Records: RecordSource, @unchecked Sendable {
    override func value(slot: Int, of record: Int) -> Value {
        record == 0 ? .record(Record(source: self, index: 1)) : CalendarDate("2021-11-25").map(Value.date) ?? .null
    }
}
