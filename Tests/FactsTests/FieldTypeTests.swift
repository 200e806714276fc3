import FEEL
import Facts
import Quantities
import SourceText
import TestSupport
import Testing
import YAMLTree

/// A length in metres, written as `3m` or `0.5km`: all that a type needs, in one value.
private final class LengthType: ScalarType {
    var id: String { "length" }
    var expectation: Localized { Localized(zh: "长度，如 3m", en: "a length such as 3m") }
    var example: String { "0.5km" }

    func expressionType(unit: Unit?) -> FEELType { .number(unit: unit) }

    func read(_ scalar: YAMLNode, at node: YAMLNodeID, of field: FieldDefinition, _ loader: inout DossierLoader) throws(Misread) -> Int {
        let text = loader.forest.string(node)
        let factor = text.hasSuffix("km") ? 1000 : 1
        guard text.hasSuffix("m"), let number = Decimal(text.dropLast(factor == 1 ? 1 : 2).description),
            let metres = Decimal.multiply(number, Decimal(factor))
        else { throw .wrongType }
        return loader.keep(.number(metres))
    }

    func suggestion(for text: String, isQuoted: Bool) -> Localized? {
        Decimal(text).map { Localized(zh: "请写作 \($0)m", en: "write \($0)m") }
    }

    func value(of fact: Fact, in facts: FactStore) -> Value { facts.tables.value(kept: fact.payload) }

    func isSame(_ a: Fact, _ b: Fact, _ tables: FactTables, _ forest: YAMLForest) -> Bool { tables.isSame(kept: a, b) }
}

private func vocabularyText(_ type: String) -> String {
    """
    vocabulary: {zh: 试验, en: Test}
    root: thing
    documents:
      note: {zh: 记录, en: note, required: true}
      report: {zh: 报告, en: report, supersedes: true}
    records:
      thing: {zh: 物, en: thing, fields: {a: {zh: 甲, en: a, type: \(type)}, all: {zh: 全, en: all, type: list of \(type)}}}
    """
}

struct FieldTypeTests {
    @Test("every type of the registry says in both languages what it expects, has a type in expressions, and reads its own example")
    func registry() throws {
        let types = FieldTypes.all(Words())
        #expect(Set(types.map(\.id)).count == types.count && types.count >= 8)
        for type in types {
            #expect(!type.expectation.zh.isEmpty && !type.expectation.en.isEmpty && type.expectation.zh != type.expectation.en)
            let known = try vocabulary(vocabularyText(type.id))
            let document = "kind: note\na: \(type.example)\nall: [\(type.example), \(type.example)]\n"
            let (facts, diagnostics) = dossier([document, document], known).dossier.facts()
            #expect(diagnostics.isEmpty, "\(type.id): \(diagnostics.map(\.message.en))")
            #expect(facts.contradictions.isEmpty, "\(type.id)")
            #expect(try facts.value("all") == "[\(facts.value("a")), \(facts.value("a"))]")
            let value = try facts.value("a")
            #expect(value != "unknown")
            guard case .success(let same) = Compiler.compile("a = a and all[1] = a", scope: known.scope) else {
                Issue.record("\(type.id) cannot be compared with itself")
                continue
            }
            var run = Evaluation()
            run.set(0, .record(facts.rootRecord))
            #expect(same.evaluate(&run).description == (type.id == "window" ? "unknown" : "true"), "\(type.id)")
        }
    }

    @Test("a type that is given to the loader is read, suggested, compared and calculated with like any other")
    func ownType() throws {
        let known = try vocabulary(vocabularyText("length"), types: { FieldTypes.all($0) + [LengthType()] })
        let (facts, diagnostics) = dossier(
            ["kind: note\na: 0.5km\nall: [1m, 1km]\n", "kind: note\na: 500m\n", "kind: note\na: 2m\n"], known
        ).dossier.facts()
        #expect(diagnostics.isEmpty)
        #expect(facts.contradictions.map { facts.forest.place(of: $0.second).description } == ["2.yaml:2:4"])
        #expect(try facts.value("all") == "[1, 1000]")
        let marked = Marked("kind: note\na: ⟦12⟧\n")
        let problems = dossier([marked.text], known).dossier.facts().diagnostics
        #expect(problems.map(\.place.description) == ["0.yaml:\(marked.start.line):\(marked.start.column)"])
        #expect(problems.map(\.message.en) == ["expected a length such as 3m, found the text “12”"])
        #expect(problems.map(\.help?.zh) == ["请写作 12m"])
    }

    @Test(
        "values that differ only in how they are written are the same",
        arguments: [
            ("decimal", "12.50", "12.5"), ("ratio", "50%", "1/2"), ("duration", "P1D", "PT24H"), ("date", "2021-03-05", "2021年3月5日"),
            ("integer", "12", "+12"), ("boolean", "true", "TRUE"), ("window", "2021-03-05/2021-03-05", "2021-03-05"),
        ])
    func same(type: String, first: String, second: String) throws {
        let known = try vocabulary(vocabularyText(type))
        let (facts, diagnostics) = dossier(
            ["kind: note\na: \(first)\nall: [\(first)]\n", "kind: note\na: \(second)\nall: [\(second)]\n"], known
        ).dossier.facts()
        #expect(diagnostics.isEmpty && facts.contradictions.isEmpty, "\(diagnostics.map(\.message.en))")
    }

    @Test("truth values are read, expected and suggested in the words of the vocabulary, of which there may be several")
    func words() throws {
        let words =
            "\nwords: {\"true\": {zh: 有, en: present, also: [在]}, \"false\": {zh: 没有, en: absent}, kind: {en: type}, unknown: {zh: 待查, also: [未知]}}"
        let known = try vocabulary(vocabularyText("boolean") + words)
        #expect(known.words.label(of: true) == Localized(zh: "有", en: "present"))
        for (text, value) in [
            ("有", "true"), ("在", "true"), ("present", "true"), ("true", "true"), ("没有", "false"), ("待查", "unknown"), ("未知", "unknown"),
        ] {
            let (facts, diagnostics) = dossier(["type: note\na: \(text)\n"], known).dossier.facts()
            #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
            #expect(try facts.value("a") == value)
        }
        let problem = try #require(dossier(["kind: note\na: 是\n"], known).dossier.facts().diagnostics.first)
        #expect(problem.message == Localized(zh: "此处应为有或没有，而不是文字“是”", en: "expected present or absent, found the text “是”"))
        #expect(problem.help == Localized(zh: "请写作 有", en: "write present"))
        let kind = try #require(dossier(["a: 有\n"], known).dossier.facts().diagnostics.first)
        #expect(kind.help?.en == "begin with `type:` and one of note, report")
    }
}

extension Vocabulary {
    /// The fields of the root as names.
    fileprivate var scope: Scope {
        var scope = Scope()
        _ = scope.open(root.type)
        return scope
    }
}
