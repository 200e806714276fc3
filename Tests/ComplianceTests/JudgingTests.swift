import Compliance
import Findings
import SourceText
import Testing

/// What is decided although something is not known, and what is said to be missing where nothing is.
struct JudgingTests {
    private static let vocabulary = """
        vocabulary: {zh: 试验, en: Test}
        root: club
        lawTime: fair
        attestations: said
        dimensions: {sort: sort, place: place}
        words: {unknown: {zh: 不详}}
        documents: {charter: {zh: 章程, en: charter, required: true}, sheet: {zh: 情况, en: sheet, supersedes: true}}
        phases:
          spring: {zh: 春, en: spring, window: season, otherwise: fair}
          autumn: {zh: 秋, en: autumn, window: season, otherwise: [feast, fair]}
        units: {heads: {zh: 人, en: {one: head, other: heads}}}
        records:
          club:
            zh: 社团
            en: club
            fields:
              sort: {zh: 种类, en: sort, type: text}
              place: {zh: 地点, en: place, type: text}
              size: {zh: 人数, en: size, type: integer, unit: heads}
              frozen: {zh: 冻结, en: frozen, type: boolean}
              open: {zh: 开放, en: open, type: boolean}
              season: {zh: 季, en: season, type: window}
              fair: {zh: 集市, en: fair, type: window}
              feast: {zh: 节, en: feast, type: date}
              list: {zh: 名单, en: list, type: date}
              draft: {zh: 草案, en: draft, type: date}
              words: {zh: 词, en: words, type: list of text}
              halls: {zh: 会堂, en: halls, type: list of hall}
              members: {zh: 成员, en: members, type: list of member}
              said: {zh: 确认, en: said, type: list of saying}
          hall: {zh: 会堂, en: hall, key: id, fields: {id: {zh: 编号, en: id, type: text}, fair: {zh: 集市, en: fair, type: window, otherwise: fair}, votes: {zh: 票, en: votes, type: integer}}}
          member: {zh: 成员, en: member, key: id, fields: {id: {zh: 编号, en: id, type: text}, red: {zh: 红, en: red, type: boolean}, age: {zh: 年龄, en: age, type: integer}, hall: {zh: 会堂, en: hall, type: reference to halls}}}
          saying: {zh: 确认, en: saying, name: rule, fields: {rule: {zh: 规则, en: rule, type: text}, by: {zh: 人, en: by, type: text}, date: {zh: 日, en: date, type: date}, holds: {zh: 属实, en: holds, type: boolean}}}
        rosters: {club.members: {complete: true}}
        measures: {reds: {zh: 红的, en: reds, unit: heads, over: members, where: red}}
        events:
          fair: {zh: 集市, en: fair, at: fair}
          feast: {zh: 节, en: feast, at: feast}
          list: {zh: 名单, en: list, at: list}
          draft: {zh: 草案, en: draft, at: draft}
        """

    private func report(
        _ rule: String, _ data: String, asOf: String = "2022-01-01", head: String = "", phase: String? = nil
    ) throws -> DossierReport {
        let pack = """
            pack: p
            title: {zh: 包, en: pack}
            \(head)
            rules:
              - id: one
                title: {zh: 一, en: one}
                basis: {source: s, article: "1", words: a}
                force: mandatory
            \((rule + (phase.map { "\nphase: \($0)" } ?? "")).split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            """
        let input = DossierInput(path: "d", files: [SourceFile(name: "d.yaml", text: "kind: charter\n\(data)\n")])
        return Checker(try library(Self.vocabulary, packs: [pack])).check(input, CheckOptions(asOf: try day(asOf)))
    }

    private func result(_ rule: String, _ data: String) throws -> RuleResult {
        try #require(try report(rule, data).results.first { $0.rule.id == "one" })
    }

    private func paths(_ result: RuleResult) -> [String] { result.missing.map(\.fact.path) }

    // MARK: Whether a rule applies

    @Test(
        "what holds anyway passes although nobody knows whether the rule applies; what is broken waits for that alone, what is open for both",
        arguments: [
            ("exceptWhen: frozen\nrequire: size <= 45", "size: 45", Verdict.pass, []),
            ("exceptWhen: frozen\nrequire: size <= 45", "size: 46", .unknown, ["frozen"]),
            ("exceptWhen: frozen\nrequire: size <= 45", "place: x", .unknown, ["frozen", "size"]),
            ("exceptWhen: frozen\nrequire: size <= 45", "size: 46\nfrozen: false", .fail, []),
            ("exceptWhen: frozen\nrequire: size <= 45", "size: 46\nfrozen: true", .notApplicable, []),
            ("when: open\nexceptWhen: frozen\nrequire: size <= 45", "size: 46", .unknown, ["open", "frozen"]),
            ("when: open\nexceptWhen: frozen\nrequire: size <= 45", "size: 46\nfrozen: true", .notApplicable, []),
            ("when: open\nevent: list\nnoLaterThan: feast", "list: 2021-01-01\nfeast: 2021-01-01", .pass, []),
            ("when: open\nmeasure: reds\natLeast: 1/2", "members: [{id: a, red: true}, {id: b}]", .pass, []),
            ("when: open\nforEach: m in members\nunique: m.age", "members: [{id: a, age: 1}, {id: b, age: 2}]", .pass, []),
            ("when: open\nforEach: m in members\nunique: m.age", "members: [{id: a, age: 1}, {id: b, age: 1}]", .unknown, ["open"]),
            (
                "forEach: m in members\nwhen: m.red\nunique: m.age", "members: [{id: a, age: 1, red: true}, {id: b, age: 1}]", .unknown,
                ["red"]
            ),
            ("forEach: m in members\nwhen: m.red\nrequire: m.age > 1", "members: [{id: a, age: 2}, {id: b, age: 3}]", .pass, []),
            ("when: open\nattest: {zh: 好, en: good}", "said: [{rule: one, by: 甲, date: 2021-01-01, holds: true}]", .pass, []),
        ] as [(String, String, Verdict, [String])])
    func unknownConcern(rule: String, data: String, verdict: Verdict, missing: [String]) throws {
        let result = try result(rule, data)
        #expect(result.verdict == verdict)
        #expect(paths(result) == missing)
    }

    @Test("a condition that errs is a defect of the rule, and no missing fact")
    func failedCondition() throws {
        let result = try result("when: 1 / (size - size) > 0\nrequire: size <= 45", "size: 3")
        #expect(result.verdict == .error)
    }

    @Test("of an exception that applies the note says so")
    func exception() throws {
        let excepted = try result("exceptWhen: frozen\nrequire: size <= 45", "size: 46\nfrozen: true")
        #expect(excepted.note?.zh == "属于例外情形：frozen" && excepted.note?.en == "an exception applies: frozen")
        let other = try result("when: frozen\nrequire: size <= 45", "size: 46\nfrozen: false")
        #expect(other.note?.en == "its condition does not hold: frozen")
    }

    @Test("a fact is the only one that a rule waits for if none of the rule's results waits for another")
    func onlyFact() throws {
        let rule = "forEach: h in halls\nrequire: h.votes > 0"
        let list = Worklist(try report(rule, "halls: [{id: a}, {id: b, fair: 2023-01-01}]", phase: "spring"))
        #expect(list.items.count == 2 && list.items.allSatisfy { $0.onlyCount == 0 })
        let both = Worklist(try report("exceptWhen: frozen\nrequire: size <= 45", "place: x"))
        #expect(both.items.map(\.missing.fact.path).sorted() == ["frozen", "size"] && both.items.allSatisfy { $0.onlyCount == 0 })
    }

    // MARK: Which packs apply

    @Test(
        "a pack is out as soon as one dimension or its period excludes it, whatever else is not known",
        arguments: [
            ("sort: a", Verdict.unknown), ("place: z", .notApplicable), ("fair: 2020-01-01", .notApplicable), ("place: y", .unknown),
            ("sort: z", .notApplicable), ("sort: a\nplace: y\nfair: 2021-05-01\nsize: 1", .pass),
        ])
    func excluded(data: String, verdict: Verdict) throws {
        let report = try report("require: size > 0", data, head: "sort: [a, b]\nplace: y\nperiod: {from: 2021-01-01}")
        #expect(report.verdict("one") == verdict)
    }

    // MARK: When it is due

    @Test(
        "a phase whose window nobody has stated ends with the event that stands for it, or with the record's own day",
        arguments: [
            ("spring", "fair: 2021-11-25", "2021-11-25", Verdict.pending), ("spring", "fair: 2021-11-25", "2021-11-26", .unknown),
            ("spring", "fair: 2021-11-25\nseason: 2021-11-20", "2021-11-21", .unknown), ("spring", "size: 1", "2021-01-01", .unknown),
            ("autumn", "fair: 2021-11-25\nfeast: 2021-12-08", "2021-12-08", .pending),
            ("autumn", "fair: 2021-11-25", "2021-11-26", .unknown),
        ])
    func due(phase: String, data: String, asOf: String, verdict: Verdict) throws {
        let whole = try report("require: open", data, asOf: asOf, phase: phase)
        #expect(whole.verdict("one") == verdict)
        let halls = try report("forEach: h in halls\nrequire: h.votes > 0", "\(data)\nhalls: [{id: a}]", asOf: asOf, phase: phase)
        #expect(halls.verdict("one") == verdict)
    }

    @Test("a record with a day of its own, and one that refers to it, are due after that day")
    func ownDay() throws {
        let data = "fair: 2021-11-25\nhalls: [{id: a, fair: 2021-12-05}]\nmembers: [{id: m, hall: a}]"
        for rule in ["forEach: h in halls\nrequire: h.votes > 0", "forEach: m in members\nrequire: m.age > 0"] {
            #expect(try report(rule, data, asOf: "2021-12-05", phase: "spring").verdict("one") == .pending)
            #expect(try report(rule, data, asOf: "2021-12-06", phase: "spring").verdict("one") == .unknown)
        }
    }

    // MARK: What is missing

    @Test(
        "what is not known names its facts, elements of lists too",
        arguments: [
            ("require: list contains(words, \"a\")", "words: [b, ~]", ["words"]),
            ("require: every w in words satisfies string length(w) > 0", "words: [b, ~]", ["words"]),
            ("forEach: w in words\nrequire: string length(w) > 0", "words: [~]", ["words"]),
            ("forEach: w in words\nunique: w", "words: [b, ~]", ["words"]),
            ("when: list contains(words, \"a\")\nrequire: size > 1", "words: [b, ~]\nsize: 0", ["words"]),
        ])
    func listElements(rule: String, data: String, missing: [String]) throws {
        let result = try result(rule, data)
        #expect(result.verdict == .unknown)
        #expect(paths(result) == missing)
    }

    @Test("of the rules that come with the program no example is unknown without a fact that is missing")
    func everyUnknownNamesFacts() throws {
        let open = Checker(try library("rules")).runExamples().outcomes.flatMap(\.results)
            .filter { $0.verdict == .unknown || $0.verdict == .pending }
        #expect(open.count > 60)
        for result in open { #expect(!result.missing.isEmpty, "\(result.rule.id)") }
    }

    @Test(
        "a parameter that changes on the days that the law-time can be names that day as what is missing",
        arguments: ["require: size >= floor", "measure: reds\nas: count\natLeast: floor"])
    func parameter(rule: String) throws {
        let head =
            "parameters: {floor: {zh: 下限, en: floor, values: {2020-01-01: 2, 2021-11-20: 4}, basis: {source: s, article: \"1\", words: a}}}"
        func result(_ day: String) throws -> RuleResult {
            let data = "fair: \(day)\nsize: 3\nmembers: [{id: a, red: true}, {id: b, red: true}, {id: c, red: true}]"
            return try #require(try report(rule, data, head: head).results.first)
        }
        #expect(try result("2021-11-10/2021-11-30").verdict == .unknown)
        #expect(paths(try result("2021-11-10/2021-11-30")) == ["fair"])
        #expect(try result("2021-11-10/2021-11-19").verdict == .pass)
        #expect(try result("2021-11-20/2021-11-30").verdict == .fail)
    }

    @Test("of two bounds the one that is kept is told beside the one that is open, and waits for nothing")
    func twoBounds() throws {
        let rule = "event: list\nnoEarlierThan: draft\nnoLaterThan: feast"
        let result = try result(rule, "list: 2021-11-15\nfeast: 2021-11-18")
        #expect(result.verdict == .unknown && paths(result) == ["draft"])
        #expect(result.kept.map(\.text.en) == ["no later than 2021-11-18 (feast)"] && result.required.isEmpty)
        #expect(result.message.zh == "2021-11-15，已符合不晚于 2021-11-18（节），缺少 草案")
        let late = try self.result(rule, "list: 2021-11-19\nfeast: 2021-11-18")
        #expect(late.verdict == .fail && late.kept.isEmpty && late.required.count == 1)
    }

    @Test("of two bounds on a measure the one that is kept waits for nothing either")
    func twoBoundsOfMeasure() throws {
        let head =
            "parameters: {floor: {zh: 下限, en: floor, values: {2020-01-01: 2, 2021-11-20: 4}, basis: {source: s, article: \"1\", words: a}}}"
        let data = "fair: 2021-11-10/2021-11-30\nmembers: [{id: a, red: true}, {id: b, red: true}, {id: c}]"
        let result = try #require(try report("measure: reds\nas: count\natLeast: 1\natMost: 2", data, head: head).results.first)
        #expect(result.verdict == .unknown && paths(result) == ["red"])
        #expect(result.kept.map(\.text.en) == ["at least 1 head"] && result.required.map(\.text.en) == ["at most 2 heads"])
        let changing = try #require(try report("measure: reds\nas: count\natLeast: 1\natMost: floor", data, head: head).results.first)
        #expect(changing.verdict == .unknown && Set(paths(changing)) == ["red", "fair"])
        let kept = try #require(try report("measure: reds\nas: count\natMost: 2\nbelow: 5", data, head: head).results.first)
        #expect(kept.kept.map(\.text.en) == ["below 5 heads"])
    }

    // MARK: Attestations

    @Test(
        "an attestation names a person and a day that is not before its object, and persons who disagree decide nothing",
        arguments: [
            ("{by: 甲, date: 2021-11-26, holds: true}", Verdict.pass), ("{by: 甲, date: 2021-11-25, holds: true}", .pass),
            ("{by: 甲, date: 2021-11-24, holds: true}", .review), ("{by: 甲, date: 2021-11-24, holds: false}", .review),
            ("{date: 2021-11-26, holds: true}", .review), ("{by: \"\", date: 2021-11-26, holds: true}", .review),
            ("{by: ——, date: 2021-11-26, holds: true}", .review), ("{by: 不详, date: 2021-11-26, holds: true}", .review),
            ("{by: 不 详, date: 2021-11-26, holds: false}", .review), ("{by: 甲, holds: true}", .review),
            ("{by: 甲, date: 2021-11-26, holds: false}, {by: 甲, date: 2021-11-28, holds: true}", .pass),
            ("{by: 甲, date: 2021-11-28, holds: false}, {by: 甲, date: 2021-11-26, holds: true}", .fail),
            ("{by: 甲, date: 2021-11-26, holds: false}, {by: 乙, date: 2021-11-28, holds: true}", .review),
            ("{by: 甲, date: 2021-11-26, holds: false}, {by: 甲, date: 2021-11-26, holds: true}", .review),
            ("{by: 甲, date: 2021-11-26, holds: true}, {by: 乙, date: 2021-11-27, holds: true}", .pass),
            ("{by: 甲, date: 2021-11-26, holds: true}, {date: 2021-11-27, holds: false}", .pass),
        ])
    func attestations(said: String, verdict: Verdict) throws {
        let said = said.replacing("{", with: "{rule: one, ")
        let rule = "attest: {zh: 好, en: good}\nnoEarlierThan: fair"
        #expect(try report(rule, "fair: 2021-11-25\nsaid: [\(said)]").verdict("one") == verdict)
    }

    @Test("whether an attestation is before its object may depend on a day that nobody has stated")
    func attestationOfOpenDay() throws {
        let rule = "attest: {zh: 好, en: good}\nnoEarlierThan: fair"
        let said = "said: [{rule: one, by: 甲, date: 2021-11-26, holds: true}]"
        let result = try result(rule, "fair: 2021-11-20/2021-11-30\n\(said)")
        #expect(result.verdict == .unknown && paths(result) == ["fair"])
        #expect(try report(rule, "fair: 2021-11-20/2021-11-26\n\(said)").verdict("one") == .pass)
        #expect(try report(rule, "fair: 2021-11-27/2021-11-30\n\(said)").verdict("one") == .review)
    }

    // MARK: What is stated later

    @Test(
        "a later statement that a value is not known withdraws it; an empty one states nothing",
        arguments: [
            ("size: 不详", Verdict.unknown), ("size: ~", .pass), ("size:", .pass), ("size: null", .pass), ("size: \"\"", .pass),
            ("size: 4", .pass), ("size: 不详\n---\nkind: sheet\nasOf: 2021-03-01\nsize: 3", .pass),
        ])
    func withdrawal(later: String, verdict: Verdict) throws {
        let first = "\n---\nkind: sheet\nasOf: 2021-01-01\nsize: 3\n---\nkind: sheet\nasOf: 2021-02-01\n"
        let report = try report("require: size > 2", first + later)
        #expect(report.verdict("one") == verdict)
        #expect(report.head.diagnostics.isEmpty)
    }

    @Test("a list that is withdrawn and stated again is the new one")
    func withdrawnList() throws {
        let data = """

            ---
            kind: sheet
            asOf: 2021-01-01
            members: [{id: a, red: true}, {id: b, red: true}]
            ---
            kind: sheet
            asOf: 2021-02-01
            members: 不详
            """
        let rule = "measure: reds\nas: count\natLeast: 1"
        #expect(try report(rule, data).verdict("one") == .unknown)
        let again = data + "\n---\nkind: sheet\nasOf: 2021-03-01\nmembers: [{id: a, red: false}]\n"
        #expect(try report(rule, again).verdict("one") == .fail)
    }
}
