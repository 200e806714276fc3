import Facts
import SourceText
import TestSupport
import Testing
import YAMLTree

/// One thing that can be wrong: what is written instead of a part of a vocabulary with nothing wrong, and what must be said of it.
struct VocabularyCase: CustomTestStringConvertible, Sendable {
    let text: String
    /// With the place that must be named marked as ⟦…⟧.
    let instead: String
    let code: String
    /// A part of the message or of the help, in English.
    let says: String

    init(_ text: String, _ instead: String, _ code: String, _ says: String) {
        (self.text, self.instead, self.code, self.says) = (text, instead, code, says)
    }

    var testDescription: String { instead }
}

private let sound = """
    vocabulary: {zh: 试验, en: Test}
    root: club
    identity: [name]
    lawTime: opening
    attestations: statements
    dimensions: {kind: sort, tags: tags}
    documents:
      charter: {zh: 章程, en: charter, required: true}
      past: {zh: 往年, en: past, at: past}
    phases: {first: {zh: 首, en: first, window: fair}}
    events: {opening: {zh: 开, en: opening, at: day}, closing: {zh: 闭, en: closing, at: past.day}}
    words: {kind: {zh: 文书, also: [文件]}, "true": {zh: 是}, "false": {zh: 否}, unknown: {zh: 不详}}
    units: {heads: {zh: 人, en: {one: head, other: heads}}, hats: {zh: 顶, en: hats, counts: heads}}
    enumerations:
      sort: {zh: 类, en: sort, values: {big: {zh: 大, en: big}, small: {zh: 小, en: small, also: [细]}}}
    records:
      club:
        zh: 社
        en: club
        name: name
        fields:
          name: {zh: 名称, en: name, type: text}
          sort: {zh: 类别, en: sort, type: sort}
          size: {zh: 人数, en: size, type: integer, unit: heads, min: 1, max: 9}
          open: {zh: 开放, en: open, type: boolean}
          day: {zh: 日, en: day, type: date}
          fair: {zh: 集市, en: fair, type: window, otherwise: day}
          fete: {zh: 游园, en: fete, type: window}
          tags: {zh: 标签, en: tags, type: list of text}
          teams: {zh: 小组, en: teams, type: list of team}
          members: {zh: 成员, en: members, type: list of member}
          loose: {zh: 散员, en: loose, type: list of past}
          past: {zh: 往年, en: past, type: past}
          statements: {zh: 确认, en: statements, type: list of statement}
      team:
        zh: 组
        en: team
        key: id
        name: title
        fields:
          id: {zh: 编号, en: number, type: text}
          title: {zh: 组名, en: title, type: sort}
          places: {zh: 名额, en: places, type: integer, unit: heads}
          members: {zh: 组员, en: members, type: list of member, inverse: members.team}
      person: {zh: 人员, en: person, fields: {id: {zh: 编号, en: number, type: text}, stands: {zh: 参选, en: stands, type: boolean}}}
      member:
        zh: 成员
        en: member
        extends: person
        key: id
        fields:
          team: {zh: 小组, en: team, type: reference to teams}
      past: {zh: 往年, en: past, fields: {day: {zh: 日, en: day, type: date}, size: {zh: 人数, en: size, type: integer}}}
      statement:
        zh: 声明
        en: statement
        fields:
          rule: {zh: 规则, en: rule, type: text}
          by: {zh: 确认人, en: by, type: text}
          date: {zh: 日期, en: date, type: date}
          holds: {zh: 属实, en: holds, type: boolean}
    measures:
      standing: {zh: 参选者, en: standing, unit: heads, over: members, where: stands}
    slate: {contests: teams, places: places, entrants: members, standing: stands, winners: members}
    """

struct VocabularyCheckTests {
    private func load(_ texts: [String]) -> (vocabulary: Vocabulary?, diagnostics: [Diagnostic]) {
        var forest = YAMLForest()
        for (number, text) in texts.enumerated() { #expect(forest.read(SourceFile(name: "\(number)", text: text)).isEmpty) }
        return VocabularyLoader.load(forest)
    }

    @Test("a vocabulary with nothing wrong is used")
    func nothing() {
        let (vocabulary, diagnostics) = load([sound])
        #expect(diagnostics.isEmpty, "\(diagnostics.map { "\($0.place) \($0.message.en)" })")
        #expect(vocabulary?.slate != nil && vocabulary?.attestations != nil && vocabulary?.lawTime?.label.en == "opening")
    }

    @Test(
        "what is wrong is said at its place, with what was expected, and the vocabulary is not used",
        arguments: [
            // names
            VocabularyCase("root: club", "root: ⟦clb⟧", "unknown-name", "did you mean “club”?"),
            VocabularyCase("en: sort, type: sort}", "en: sort, type: ⟦srt⟧}", "unknown-name", "did you mean “sort”?"),
            VocabularyCase("unit: heads, min: 1", "unit: ⟦haeds⟧, min: 1", "unknown-name", "did you mean “heads”?"),
            VocabularyCase("lawTime: opening", "lawTime: ⟦openin⟧", "unknown-name", "did you mean “opening”?"),
            VocabularyCase("at: past.day", "at: ⟦past.dya⟧", "unknown-name", "did you mean “past.day”?"),
            VocabularyCase("extends: person", "extends: ⟦persn⟧", "unknown-name", "did you mean “person”?"),
            VocabularyCase("key: id\n    name: title", "key: ⟦di⟧\n    name: title", "unknown-name", "did you mean “id”?"),
            VocabularyCase("counts: heads", "counts: ⟦head⟧", "unknown-name", "did you mean “heads”?"),
            VocabularyCase("inverse: members.team", "inverse: ⟦members.id⟧", "inverse", "LIST.FIELD"),
            VocabularyCase("inverse: members.team", "inverse: ⟦teams.members⟧", "inverse", "is not a list of the root and a reference"),
            VocabularyCase("list of member, inverse", "list of person, inverse⟦⟧", "inverse", "LIST.FIELD"),
            VocabularyCase("reference to teams", "⟦reference to team⟧", "reference", "did you mean “teams”?"),
            VocabularyCase("reference to teams", "⟦reference to tags⟧", "reference", "no list “tags” of records"),
            VocabularyCase("reference to teams", "⟦reference to loose⟧", "reference", "give the record a key"),
            VocabularyCase("type: list of text", "type: ⟦list of list of text⟧", "type", "cannot hold lists"),
            VocabularyCase("type: list of text", "type: ⟦list of reference to teams⟧", "type", "cannot hold lists"),
            // what is planned, and what follows from other fields
            VocabularyCase("type: list of text}", "type: list of text, planned: ⟦true⟧}", "planned", "only days and numbers"),
            VocabularyCase(
                "en: day, type: date}\n      fair", "en: day, type: date, planned: ⟦soon⟧}\n      fair", "unknown-name", "lasting"),
            VocabularyCase("en: fete, type: window", "en: fete, type: window, lastOf: ⟦size⟧", "type", "these fit: day, fair"),
            VocabularyCase("en: fete, type: window", "en: fete, type: window, latest: ⟦teams.places⟧", "latest", "a day in its records"),
            VocabularyCase("en: fete, type: window", "en: fete, type: window, lastOf: ⟦fete⟧", "circle", "fete → fete"),
            // circles
            VocabularyCase(
                "otherwise: day}\n      fete: {zh: 游园, en: fete, type: window}",
                "otherwise: ⟦fete⟧}\n      fete: {zh: 游园, en: fete, type: window, otherwise: fair}", "circle", "fair → fete → fair"),
            VocabularyCase("otherwise: day", "otherwise: ⟦fair⟧", "circle", "fair → fair"),
            VocabularyCase("en: person, fields", "en: person, extends: ⟦member⟧, fields", "circle", "person → member → person"),
            VocabularyCase("en: {one: head, other: heads}}", "en: heads, counts: ⟦hats⟧}", "circle", "heads → hats → heads"),
            // types
            VocabularyCase("otherwise: day", "otherwise: ⟦size⟧", "type", "these fit: day, fete"),
            VocabularyCase("min: 1, max: 9", "min: ⟦10⟧, max: 9", "bounds", "the minimum 10 is above the maximum 9"),
            VocabularyCase("min: 1, max: 9", "min: ⟦one⟧, max: 9", "bounds", "expected a number, found “one”"),
            VocabularyCase("type: boolean}\n      day", "type: boolean, max: ⟦1⟧}\n      day", "bounds", "only numbers"),
            VocabularyCase("type: boolean}\n      day", "type: boolean, unit: ⟦heads⟧}\n      day", "bounds", "only numbers"),
            VocabularyCase("identity: [name]", "identity: [⟦size⟧]", "type", "these fit: name"),
            VocabularyCase("{kind: sort,", "{kind: ⟦size⟧,", "type", "these fit: name, sort, tags"),
            VocabularyCase("at: past}", "at: ⟦teams⟧}", "type", "these fit: past"),
            VocabularyCase("window: fair", "window: ⟦size⟧", "type", "these fit: day, fair, fete"),
            VocabularyCase("at: day}", "at: ⟦name⟧}", "type", "expected a field of type date or window"),
            VocabularyCase("key: id\n    name: title", "key: ⟦members⟧\n    name: title", "type", "these fit: id, title, places"),
            VocabularyCase("name: name", "name: ⟦open⟧", "type", "a text, a whole number or a value"),
            VocabularyCase("where: stands", "where: ⟦id⟧", "measure", ""),
            VocabularyCase("contests: teams", "contests: ⟦size⟧", "type", "a list of records"),
            VocabularyCase("places: places", "places: ⟦title⟧", "type", "these fit: places"),
            VocabularyCase("entrants: members", "entrants: ⟦id⟧", "type", "these fit: members"),
            VocabularyCase("standing: stands", "standing: ⟦id⟧", "type", "these fit: stands"),
            VocabularyCase("winners: members", "winners: ⟦past⟧", "type", "a list of records"),
            VocabularyCase("attestations: statements", "attestations: ⟦members⟧", "missing-field", "member has no field “rule”"),
            VocabularyCase("attestations: statements", "attestations: {list: statements, date: ⟦by⟧}", "type", "these fit: date"),
            VocabularyCase(
                "attestations: statements", "attestations: {list: ⟦tags⟧}", "type", "these fit: teams, members, loose, statements"),
            VocabularyCase("attestations: statements", "attestations: {list: statements, office: ⟦rank⟧}", "unknown-name", "“rank”"),
            // names that clash
            VocabularyCase("unknown: {zh: 不详}", "unknown: ⟦{zh: 否}⟧", "ambiguous", "“否” also stands for `false`"),
            VocabularyCase("unknown: {zh: 不详}", "asOf: ⟦{en: kind}⟧", "ambiguous", "“kind” also stands for `kind`"),
            VocabularyCase("{zh: 名称, en: name", "{zh: ⟦文件⟧, en: name", "reserved", "a word of every document's head"),
            VocabularyCase("en: past, fields: {day: {zh: 日,", "en: past, fields: {day: {zh: ⟦文书⟧,", "reserved", "“文书”"),
            VocabularyCase("{zh: 类别, en: sort", "{zh: ⟦名称⟧, en: sort", "ambiguous", "“名称” means two things"),
            VocabularyCase("also: [细]", "also: [⟦大⟧]", "ambiguous", "“大” means two things"),
            VocabularyCase("zh: 声明", "zh: ⟦成员⟧", "label", "two of these are called “成员”"),
            VocabularyCase("en: statement\n", "en: ⟦member⟧\n", "label", "“member”"),
            VocabularyCase("closing: {zh: 闭,", "closing: {zh: ⟦开⟧,", "label", "“开”"),
            VocabularyCase("past: {zh: 往年, en: past, at", "past: {zh: ⟦章程⟧, en: past, at", "label", "“章程”"),
            VocabularyCase("window: fair}}", "window: fair}, second: {zh: 次, en: ⟦first⟧}}", "label", "“first”"),
            VocabularyCase(
                "where: stands}", "where: stands}\n  others: {zh: ⟦参选者⟧, en: others, over: members, where: stands}", "label", "“参选者”"),
            VocabularyCase("  sort: {zh: 类, en: sort,", "  ⟦date⟧: {zh: 类, en: sort,", "duplicate", "the name of a type"),
            VocabularyCase("person: {zh: 人员", "⟦sort⟧: {zh: 人员", "duplicate", "the name of a type"),
            VocabularyCase(
                "team: {zh: 小组, en: team, type: reference", "⟦id⟧: {zh: 小组, en: team, type: reference", "duplicate",
                "“id” is defined twice"),
            // texts
            VocabularyCase("zh: 声明", "zh: ⟦\"\"⟧", "empty", "cannot be empty"),
            VocabularyCase("vocabulary: {zh: 试验", "vocabulary: {zh: ⟦' '⟧", "empty", "cannot be empty"),
            VocabularyCase("closing: {zh: 闭,", "⟦\"\"⟧: {zh: 闭,", "empty", "cannot be empty"),
            VocabularyCase("zh: 声明", "zh: ⟦\"声\\n明\"⟧", "line-break", "one line"),
            VocabularyCase(
                "values: {big: {zh: 大, en: big}, small: {zh: 小, en: small, also: [细]}}", "values: ⟦{}⟧", "empty", "at least one value"),
            VocabularyCase("root: club\n", "⟦⟧", "root", "add `root: RECORD`"),
        ])
    func problems(_ problem: VocabularyCase) throws {
        #expect(sound.ranges(of: problem.text).count == 1, "“\(problem.text)” does not stand in the vocabulary once")
        let marked = Marked(sound.replacing(problem.text, with: problem.instead))
        let (vocabulary, diagnostics) = load([marked.text])
        #expect(vocabulary == nil)
        let found = diagnostics.filter { $0.code == "vocabulary.\(problem.code)" }
        let place = "0:\(marked.start.line):\(marked.start.column)"
        let isEmptyMark = marked.start == marked.end
        #expect(
            found.contains {
                (isEmptyMark || $0.place.description == place) && "\($0.message.en) \($0.help?.en ?? "")".contains(problem.says)
            },
            "\(place): \(diagnostics.map { "\($0.code) \($0.place) \($0.message.en) \($0.help?.en ?? "")" })")
        #expect(found.allSatisfy { !$0.message.zh.isEmpty && $0.message.zh != $0.message.en })
    }

    @Test(
        "what stands in two files is one thing: a second definition, or a second statement that differs, names both places",
        arguments: [
            ("root: ⟦team⟧", "differs"), ("lawTime: ⟦closing⟧", "differs"), ("vocabulary: ⟦{zh: 别的, en: Other}⟧", "differs"),
            ("slate: ⟦{contests: teams, places: places, entrants: members, winners: members}⟧", "differs"),
            ("identity: ⟦[]⟧", "differs"), ("attestations: ⟦members⟧", "differs"), ("dimensions: {⟦kind⟧: sort}", "duplicate"),
            ("units: {⟦heads⟧: {zh: 头, en: heads}}", "duplicate"), ("events: {⟦opening⟧: {zh: 开始, en: beginning, at: day}}", "duplicate"),
            ("phases: {⟦first⟧: {zh: 初, en: begin}}", "duplicate"), ("documents: {⟦charter⟧: {zh: 约, en: pact}}", "duplicate"),
            ("measures: {⟦standing⟧: {zh: 站, en: up, over: members, where: stands}}", "duplicate"),
            ("records: {⟦past⟧: {zh: 昔, en: before, fields: {}}}", "duplicate"),
            ("enumerations: {⟦sort⟧: {zh: 种, en: kind, values: {a: {zh: 甲, en: a}}}}", "duplicate"),
        ])
    func twice(second: String, code: String) throws {
        let marked = Marked(second)
        let (vocabulary, diagnostics) = load([sound, marked.text])
        #expect(vocabulary == nil)
        let problem = try #require(diagnostics.first { $0.code == "vocabulary.\(code)" }, "\(diagnostics.map(\.code))")
        #expect(problem.place.description == "1:\(marked.start.line):\(marked.start.column)")
        #expect(problem.related.first?.place.file.name == "0")
    }

    @Test("what two files say alike is said once")
    func alike() {
        let (_, diagnostics) = load([sound, "root: club\nlawTime: opening\nidentity: [name]\n"])
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
    }

    @Test("references find lists of the root wherever these are defined: inherited, after the field, or in another file")
    func inheritedLists() throws {
        let (known, diagnostics) = load([
            "records: {b: {zh: 乙, en: b, key: id, fields: {id: {zh: 号, en: id, type: text}, next: {zh: 次, en: next, type: reference to all}}}}",
            "vocabulary: {zh: 试, en: T}\nroot: r\ndocuments: {n: {zh: 记, en: n}}\nrecords: {r: {zh: 根, en: r, extends: p, fields: {x: {zh: 子, en: x, type: text}}}}",
            "records: {p: {zh: 父, en: p, fields: {t: {zh: 题, en: t, type: text}, all: {zh: 全, en: all, type: list of b}}}}",
        ])
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
        let (facts, problems) = dossier(["kind: n\nall: [{id: p, next: q}, {id: q}]\n"], try #require(known)).dossier.facts()
        #expect(problems.isEmpty)
        let all = try facts.records("all")
        #expect(try facts.value("next", of: all[0]) == "record \(all[1])")
    }

    @Test(
        "keys are the same however they are written",
        arguments: [("sort", "big", "大", "small"), ("integer", "7", "+7", "8"), ("text", "a", "\"a\"", "b")])
    func keys(type: String, first: String, again: String, other: String) throws {
        let known = try vocabulary(
            """
            vocabulary: {zh: 试, en: T}
            root: r
            documents: {n: {zh: 记, en: n}}
            enumerations: {sort: {zh: 类, en: sort, values: {big: {zh: 大, en: big}, small: {zh: 小, en: small}}}}
            records:
              r: {zh: 根, en: r, fields: {all: {zh: 全, en: all, type: list of b}}}
              b: {zh: 乙, en: b, key: id, fields: {id: {zh: 号, en: id, type: \(type)}, size: {zh: 数, en: size, type: integer}, next: {zh: 次, en: next, type: reference to all}}}
            """)
        let (facts, diagnostics) = dossier(
            ["kind: n\nall: [{id: \(first), size: 1}, {id: \(other), next: \(again)}]\n", "kind: n\nall: [{id: \(again), size: 1}]\n"],
            known
        ).dossier.facts()
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
        #expect(try facts.records("all").count == 2)
        let twice = dossier(["kind: n\nall: [{id: \(first)}, {id: \(again)}]\n"], known).dossier.facts().diagnostics
        #expect(twice.map(\.code) == ["data.duplicate"])
    }

    @Test("attestations may have any names for what they say")
    func attestations() throws {
        let text = sound.replacing("attestations: statements", with: "attestations: {list: statements, by: signer}")
            .replacing("by: {zh: 确认人, en: by", with: "signer: {zh: 确认人, en: by")
        let (known, diagnostics) = load([text])
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
        let definition = try #require(known?.attestations)
        #expect(known?.records.first { $0.id == "statement" }?.fields[definition.by].id == "signer" && definition.office == nil)
    }
}
