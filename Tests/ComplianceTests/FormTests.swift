import Compliance
import FEEL
import Findings
import SourceText
import TestSupport
import Testing

/// Each form of a rule, on data that is as small as can be.
struct FormTests {
    private static let vocabulary = """
        vocabulary: {zh: 试验, en: Test}
        root: club
        attestations: said
        phases: {spring: {zh: 春, en: spring, window: season}}
        documents: {charter: {zh: 章程, en: charter, required: true}}
        units: {heads: {zh: 人, en: {one: head, other: heads}}}
        records:
          club:
            zh: 社团
            en: club
            fields:
              size: {zh: 人数, en: size, type: integer, unit: heads}
              season: {zh: 季, en: season, type: window}
              next: {zh: 次季, en: next, type: window}
              fair: {zh: 集市, en: fair, type: window}
              members: {zh: 成员, en: members, type: list of member}
              full: {zh: 齐全, en: full, type: boolean}
              seats: {zh: 席, en: seats, type: integer}
              empty: {zh: 空, en: empty, type: integer, min: 0}
              totals: {zh: 统计, en: totals, type: totals}
              past: {zh: 往年, en: past, type: past}
              said: {zh: 确认, en: said, type: list of saying}
          member: {zh: 成员, en: member, key: id, name: id, fields: {id: {zh: 编号, en: id, type: text}, red: {zh: 红, en: red, type: boolean}, age: {zh: 年龄, en: age, type: integer}}}
          totals: {zh: 统计, en: totals, fields: {all: {zh: 总数, en: all, type: integer}, reds: {zh: 红, en: reds, type: integer}}}
          past: {zh: 往年, en: past, fields: {members: {zh: 成员, en: members, type: list of member}, totals: {zh: 统计, en: totals, type: totals}}}
          saying: {zh: 确认, en: saying, key: rule, fields: {rule: {zh: 规则, en: rule, type: text}, by: {zh: 人, en: by, type: text}, date: {zh: 日, en: date, type: date}, holds: {zh: 属实, en: holds, type: boolean}}}
        rosters: {club.members: {expected: seats, vacant: empty, complete: full}}
        measures: {reds: {zh: 红的, en: reds, unit: heads, over: members, where: red, count: totals.reds, whole: totals.all}}
        """

    private func report(_ rule: String, _ data: String, asOf: String = "2022-01-01") throws -> DossierReport {
        let pack = """
            pack: p
            title: {zh: 包, en: pack}
            rules:
              - id: one
                title: {zh: 一, en: one}
                basis: {source: s, article: "1", words: a}
                force: mandatory
            \(rule.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            """
        let input = DossierInput(path: "d", files: [SourceFile(name: "d.yaml", text: "kind: charter\n\(data)\n")])
        return Checker(try library(Self.vocabulary, packs: [pack])).check(input, CheckOptions(asOf: try day(asOf)))
    }

    private static func roster(_ reds: String) -> String {
        let members = reds.enumerated().map { index, character in
            "{id: m\(index)\(character == "r" ? ", red: true" : character == "b" ? ", red: false" : "")}"
        }
        return "full: true\nmembers: [\(members.joined(separator: ", "))]"
    }

    /// A roster that does not say that it is complete.
    private static func short(_ reds: String) -> String { String(roster(reds).dropFirst("full: true\n".count)) }

    @Test(
        "a share is exact, whether it comes from a roster, from totals, or from both",
        arguments: [
            ("atLeast: 1/3", roster("rbb"), Verdict.pass, 0), ("above: 1/3", roster("rbb"), .fail, -1),
            ("atLeast: 34%", roster("rbb"), .fail, -1), ("atMost: 1/3", roster("rbb"), .pass, 0),
            ("below: 1/3", roster("rbb"), .fail, -1), ("atLeast: 1/3", roster("rb?"), .pass, 0),
            ("atLeast: 1/2", roster("rb?"), .unknown, nil), ("atLeast: 1/2", roster("rr??"), .pass, 0),
            ("atLeast: 3/4", roster("rbb?"), .fail, -1), ("atLeast: 1/2", "totals: {all: 10, reds: 5}", .pass, 0),
            ("atLeast: 1/2", "totals: {all: 10, reds: 4}", .fail, -1),
            ("atLeast: 1/2", "totals: {all: 10}", .unknown, nil), ("atLeast: 1/2", "totals: {reds: 5}", .unknown, nil),
            ("atMost: 1/2", "totals: {reds: 5}", .unknown, nil),
            ("atLeast: 1/2", roster("rb") + "\ntotals: {all: 2, reds: 1}", .pass, 0),
            ("atLeast: 1/2", short("rr") + "\ntotals: {all: 3}", .pass, 0),
            ("atLeast: 1/2", short("r?") + "\ntotals: {all: 4}", .unknown, nil),
            ("atLeast: 1/2", short("rb") + "\ntotals: {all: 3}", .unknown, nil),
            ("atMost: 1/2", short("bbb") + "\ntotals: {all: 4}", .pass, 1),
            ("above: past", roster("rr") + "\npast: {totals: {all: 3, reds: 1}}", .pass, 1),
            ("above: past", roster("rbb") + "\npast: {totals: {all: 3, reds: 1}}", .fail, -1),
            ("above: past", roster("rbb"), .unknown, nil), ("above: past", roster("rbb") + "\npast: {totals: {all: 3}}", .unknown, nil),
            ("atMost: past", roster("rbb") + "\npast: {totals: {all: 3, reds: 1}}", .pass, 0),
            ("about: 1/3\ntolerance: 5%", roster("rbb"), .pass, 0),
            ("about: 1/3\ntolerance: 5%", roster("rrb"), .fail, -1), ("atLeast: 1/2", roster(""), .notApplicable, nil),
            ("as: count\natLeast: 2", roster("rrb"), .pass, 0),
            ("as: count\natMost: 1", roster("rrb"), .fail, -1), ("as: count\natLeast: 1", roster(""), .fail, -1),
        ] as [(String, String, Verdict, Int?)])
    func measure(bound: String, data: String, verdict: Verdict, margin: Int?) throws {
        let report = try report("measure: reds\n\(bound)", data)
        let result = try #require(report.results.first { $0.rule.id == "one" })
        #expect(result.verdict == verdict, "\(bound) of \(data)")
        #expect(result.margin?.value == margin, "\(bound) of \(data)")
        if verdict == .unknown { #expect(!result.missing.isEmpty) }
    }

    @Test(
        "a roster is whole only where something says so; who is not on it may be anybody",
        arguments: [
            ("atLeast: 1/2", short("r"), Verdict.unknown, nil), ("atMost: 1/2", short("b"), .unknown, nil),
            ("atLeast: 1/2", "members: []", .unknown, nil), ("as: count\natLeast: 1", short("r"), .pass, 0),
            ("as: count\natMost: 1", short("r"), .unknown, nil), ("as: count\natMost: 1", short("rr"), .fail, -1),
            ("atLeast: 1/2", short("r") + "\nseats: 45", .unknown, nil), ("atLeast: 1/2", short("rr") + "\nseats: 4", .pass, 0),
            ("above: 1/2", short("rbb") + "\nseats: 4", .fail, -1), ("atMost: 1/2", short("rbb") + "\nseats: 4", .pass, 0),
            ("above: 1/2", short("rr") + "\nseats: 4\nempty: 1", .pass, 0), ("above: 1/2", short("rr") + "\nseats: 4", .unknown, nil),
            ("above: 1/2", short("rr") + "\nempty: 1", .unknown, nil), ("atLeast: 1/2", short("rr") + "\nseats: 2", .pass, 1),
            // A seat may be vacant though nobody said so; a published number then is a greater part.
            ("atLeast: 1/2", "seats: 4\ntotals: {reds: 2}", .pass, nil), ("atMost: 1/2", "seats: 4\ntotals: {reds: 2}", .unknown, nil),
            ("atMost: 2/3", short("rb") + "\nseats: 4\ntotals: {reds: 2}", .pass, nil),
        ] as [(String, String, Verdict, Int?)])
    func shortRoster(bound: String, data: String, verdict: Verdict, margin: Int?) throws {
        try measure(bound: bound, data: data, verdict: verdict, margin: margin)
    }

    @Test(
        "a roster that is longer than the places that there are is a finding of its own, and decides nothing",
        arguments: [
            short("rrr") + "\nseats: 2", short("rr") + "\nseats: 2\nempty: 1", roster("rrr") + "\nseats: 2",
            roster("rr") + "\ntotals: {all: 3}",
            "seats: 2\ntotals: {all: 3, reds: 3}",
        ])
    func longRoster(data: String) throws {
        let report = try report("measure: reds\natLeast: 1/2", data)
        #expect(report.verdict("data-totals") == .fail)
        #expect(report.verdict("one") == .unknown)
    }

    @Test("a roster that is too long says how many there can be")
    func longRosterWording() throws {
        let report = try report("measure: reds\natLeast: 1/2", Self.short("rrr") + "\nseats: 2")
        let finding = try #require(report.first("data-totals", .fail))
        #expect(finding.message(in: .zh) == "成员：3，须不超过 2（应有人数减去空缺）")
    }

    @Test(
        "what can still become more does not fail for being too few, and what is not settled is neither too much nor enough",
        arguments: [
            // Nobody has said from when: all is open.
            (short("r"), Verdict.unknown), (short("rrr"), .unknown), (short("rr"), .unknown),
            // From the fair on nobody joins.
            (short("r") + "\nfair: 2021-11-05", .fail), (short("rr") + "\nfair: 2021-11-05", .unknown),
            (short("rrrr") + "\nfair: 2021-11-05", .unknown), (short("r?") + "\nfair: 2021-11-05", .unknown),
            // A day to come changes nothing.
            (short("r") + "\nfair: 2022-01-02", .unknown), (short("rrrr") + "\nseason: 2022-01-02", .unknown),
            (short("r") + "\nfair: 2021-12-30/2022-01-02", .unknown),
            // From the season on it is what it is.
            (short("r") + "\nseason: 2021-11-25", .fail), (short("rr") + "\nseason: 2021-11-25", .pass),
            (short("rrrr") + "\nseason: 2021-11-25", .fail), (short("rr?") + "\nseason: 2021-11-25", .pass),
            (short("rrr?") + "\nseason: 2021-11-25", .unknown),
        ])
    func settlement(data: String, verdict: Verdict) throws {
        let rule = "require: count(members[red]) in [2..3]\nopenUntil: fair\nsettledBy: season"
        let result = try #require(try report(rule, data).results.first)
        #expect(result.verdict == verdict, "\(data): \(result.message(in: .en))")
        if verdict == .unknown { #expect(!result.missing.isEmpty) }
        if verdict == .fail { #expect(result.margin?.value == -1) }
    }

    @Test(
        "published numbers that the roster excludes are a finding of their own, and the share is unknown",
        arguments: [
            roster("rb") + "\ntotals: {all: 1}", roster("rb") + "\ntotals: {reds: 2}", "totals: {all: 2, reds: 3}",
        ])
    func totals(data: String) throws {
        let report = try report("measure: reds\natLeast: 1/2", data)
        #expect(report.verdict("data-totals") == .fail)
        #expect(report.verdict("one") == .unknown)
    }

    @Test(
        "an event keeps its bounds, by all days that are possible",
        arguments: [
            ("noLaterThan: P20D before season", "fair: 2021-11-05\nseason: 2021-11-25", Verdict.pass, 0),
            ("noLaterThan: P20D before season", "fair: 2021-11-06\nseason: 2021-11-25", .fail, -1),
            ("noLaterThan: P20D before season", "fair: 2021-11-05\nseason: 2021-11-20/2021-11-25", .unknown, nil),
            ("noLaterThan: P20D before season", "fair: 2021-10-01\nseason: 2021-11-20/2021-11-25", .pass, 30),
            ("noLaterThan: P2M after season", "fair: 2021-02-28\nseason: 2020-12-31", .pass, 0),
            ("noLaterThan: P2M after season", "fair: 2021-03-01\nseason: 2020-12-31", .fail, -1),
            ("noLaterThan: 2021-12-10", "fair: 2021-12-10", .pass, 0), ("on: season", "fair: 2021-11-25\nseason: 2021-11-25", .pass, 0),
            ("within: season", "fair: 2021-11-10\nseason: 2021-11-10/2021-11-30", .pass, 0),
            ("within: season", "fair: 2021-12-01\nseason: 2021-11-10/2021-11-30", .fail, -1),
            ("noEarlierThan: season\nnoLaterThan: next", "fair: 2021-11-25\nseason: 2021-11-20\nnext: 2021-11-24", .fail, -1),
            ("noLaterThan: season", "season: 2021-11-25", .unknown, nil), ("noLaterThan: season", "fair: 2021-11-25", .unknown, nil),
        ] as [(String, String, Verdict, Int?)])
    func event(bound: String, data: String, verdict: Verdict, margin: Int?) throws {
        let result = try #require(try report("event: fair\n\(bound)", data).results.first)
        #expect(result.verdict == verdict, "\(bound) with \(data)")
        #expect(result.margin?.value == margin, "\(bound) with \(data)")
    }

    @Test(
        "windows follow each other",
        arguments: [
            ("", "season: 2021-01-01/2021-01-31\nnext: 2021-02-01/2021-02-28", Verdict.pass),
            ("", "season: 2021-01-01/2021-01-31\nnext: 2021-01-31/2021-02-28", .fail),
            ("", "season: 2021-01-01/2021-01-31\nnext: 2021-03-01/2021-03-28", .pass),
            ("contiguous: true", "season: 2021-01-01/2021-01-31\nnext: 2021-03-01/2021-03-28", .fail), ("", "season: 2021-01-01", .unknown),
        ])
    func sequence(option: String, data: String, verdict: Verdict) throws {
        #expect(try report("sequence: [season, next]\n\(option)", data).verdict("one") == verdict)
    }

    @Test(
        "values are unique, and sums add up",
        arguments: [
            ("unique: m.age", "members: [{id: a, age: 1}, {id: b, age: 2}]", Verdict.pass),
            ("unique: m.age", "members: [{id: a, age: 1}, {id: b, age: 1}, {id: c}]", .fail),
            ("unique: m.age", "members: [{id: a, age: 1}, {id: c}]", .unknown), ("unique: m.age", "size: 1", .unknown),
            ("unique: m.age", "members: []", .notApplicable),
            ("sum: m.age\nequals: size", "members: [{id: a, age: 1}, {id: b, age: 2}]\nsize: 3", .pass),
            ("sum: m.age\nequals: size", "members: [{id: a, age: 1}]\nsize: 3", .fail),
            ("sum: m.age\natMost: 2", "members: [{id: a, age: 3}]", .fail), ("sum: m.age\natLeast: 2", "members: [{id: a}]", .unknown),
        ])
    func collections(form: String, data: String, verdict: Verdict) throws {
        #expect(try report("forEach: m in members\n\(form)", data).verdict("one") == verdict)
    }

    @Test(
        "only a person attests",
        arguments: [
            ("", Verdict.review), ("said: [{rule: one, by: 甲, date: 2021-01-01, holds: true}]", .pass),
            ("said: [{rule: one, by: 甲, date: 2021-01-01, holds: false}]", .fail),
            ("said: [{rule: one, by: 甲, date: 2021-01-01}]", .review),
            ("said: [{rule: one, by: 甲, date: 2023-01-01, holds: true}]", .review),
        ])
    func attest(data: String, verdict: Verdict) throws { #expect(try report("attest: {zh: 好, en: good}", data).verdict("one") == verdict) }

    @Test(
        "a record that may not be concerned, or is not wholly known, is no certain duplicate",
        arguments: [
            ("when: m.red\nunique: m.age", "members: [{id: a, age: 1}, {id: b, age: 1}]", Verdict.unknown),
            ("when: m.red\nunique: m.age", "members: [{id: a, age: 1, red: true}, {id: b, age: 1, red: false}]", .pass),
            ("unique: '[m.age, m.red]'", "members: [{id: a, age: 1}, {id: b, age: 1}]", .unknown),
            ("unique: '[m.age, m.red]'", "members: [{id: a, age: 1, red: true}, {id: b, age: 1, red: true}]", .fail),
        ])
    func uncertainDuplicates(form: String, data: String, verdict: Verdict) throws {
        #expect(try report("forEach: m in members\n\(form)", data).verdict("one") == verdict)
    }

    @Test(
        "a sum is compared exactly, whether or not it is a whole number",
        arguments: [
            ("sum: m.age / 2\nequals: size", "members: [{id: a, age: 5}, {id: b, age: 6}]\nsize: 5", Verdict.fail),
            ("sum: m.age / 2\natLeast: size", "members: [{id: a, age: 5}, {id: b, age: 6}]\nsize: 5", .pass),
            ("sum: m.age * 1000000000000000 * 1000000000000000\nequals: size", "members: [{id: a, age: 5}]\nsize: 5", .fail),
        ])
    func exactSums(form: String, data: String, verdict: Verdict) throws {
        #expect(try report("forEach: m in members\n\(form)", data).verdict("one") == verdict)
    }

    /// Data at the edges of what a word holds, and what is wrong with it.
    private static let extremeData: [(data: String, problems: [String])] = [
        ("size: 1000000000000000", []), ("size: -1000000000000000", []), ("size: 9223372036854775807", ["data.range"]),
        ("size: 0x-8000000000000000", ["data.type"]), ("totals: {all: -3, reds: -1}", []), ("fair: 9999-12-31\nsize: 1", []),
    ]

    @Test(
        "numbers at the edges of what a word holds are refused or compared exactly, and what does not fit is an error of the rule",
        arguments: [
            (
                "require: size * 9000000000000000000 <= 9000000000000000000 * 9000000000000000000",
                [.pass, .pass, .unknown, .unknown, .unknown, .pass]
            ),
            ("require: size - 9000000000000000000 - 9000000000000000000 < 1", [.pass, .pass, .unknown, .unknown, .unknown, .pass]),
            ("measure: reds\nabout: 1/3\ntolerance: 5%", Array(repeating: .unknown, count: 6)),
            ("require: fair + @\"P999999999Y\" > fair", [.unknown, .unknown, .unknown, .unknown, .unknown, .error]),
            ("require: (for i in -9000000000000000000..size return i) = []", [.error, .error, .unknown, .unknown, .unknown, .error]),
            (
                "require: duration(\"P999999999999D\") * 100 + duration(\"P999999999999D\") * 100 > duration(\"P1D\")",
                Array(repeating: .error, count: 6)
            ),
        ] as [(String, [Verdict])])
    func extremes(rule: String, verdicts: [Verdict]) throws {
        let reports = try Self.extremeData.map { try report(rule, $0.data) }
        #expect(reports.map { $0.verdict("one") } == verdicts)
        #expect(reports.map { $0.head.diagnostics.map(\.code) } == Self.extremeData.map(\.problems))
    }

    @Test(
        "of several attestations the latest counts, and those that disagree on one day do not",
        arguments: [
            ("[{rule: one, by: 甲, date: 2021-10-01, holds: true}]", Verdict.pass),
            ("[{rule: one, by: 甲, date: 2023-10-01, holds: false}]", .review),
            ("[{rule: one, by: 甲, holds: true}]", .review),
        ])
    func attestations(data: String, verdict: Verdict) throws {
        #expect(try report("attest: {zh: 好, en: good}", "said: \(data)").verdict("one") == verdict)
    }

    @Test("an attestation is asked for when its rule is due", arguments: [("2021-07-31", Verdict.pending), ("2021-08-02", .review)])
    func attestationDue(asOf: String, verdict: Verdict) throws {
        #expect(try report("due: fair\nattest: {zh: 好, en: good}", "fair: 2021-08-01", asOf: asOf).verdict("one") == verdict)
    }

    @Test("a list with an item that cannot be read is not known")
    func brokenList() throws {
        let report = try report("forEach: m in members\nsum: m.age\nequals: size", "members: [{id: a, age: 2}, ~]\nsize: 2")
        #expect(report.head.diagnostics.map(\.code) == ["data.type"])
        #expect(report.verdict("one") == .unknown)
    }

    @Test("an attestation of a rule that does not exist, or that nobody attests, is an error of the input")
    func strayAttestation() throws {
        let attest = "attest: {zh: 好, en: good}"
        let report = try report(attest, "said: [{rule: onne, by: 甲, date: 2021-01-01, holds: true}]")
        #expect(report.head.diagnostics.map(\.code) == ["data.attestation"])
        #expect(report.head.diagnostics.first?.help?.en == "did you mean “one”?")
        let judged = try self.report("require: size > 1", "size: 2\nsaid: [{rule: one, by: 甲, date: 2021-01-01, holds: true}]")
        #expect(judged.head.diagnostics.map(\.code) == ["data.attestation"])
    }

    @Test(
        "conditions narrow a rule, and a rule that is not due is pending",
        arguments: [
            ("when: size > 5\nrequire: size > 9", "size: 3", "2022-01-01", Verdict.notApplicable),
            ("exceptWhen: size > 5\nrequire: size > 9", "size: 7", "2022-01-01", .notApplicable),
            ("when: size > 5\nrequire: size > 9", "", "2022-01-01", .unknown),
            ("phase: spring\nrequire: size > 9", "season: 2021-03-01/2021-05-31", "2021-05-31", .pending),
            ("phase: spring\nrequire: size > 9", "season: 2021-03-01/2021-05-31", "2021-06-01", .unknown),
            ("phase: spring\nrequire: size > 9", "season: 2021-03-01/2021-05-31\nsize: 1", "2021-01-01", .fail),
            ("due: fair\nrequire: size > 9", "fair: 2021-08-01", "2021-07-31", .pending),
            ("forEach: m in members[red]\nrequire: m.age > 1", "members: [{id: a, red: false}]", "2022-01-01", .notApplicable),
        ])
    func applicability(rule: String, data: String, asOf: String, verdict: Verdict) throws {
        #expect(try report(rule, data, asOf: asOf).verdict("one") == verdict)
    }

    @Test(
        "a rule that errs is an error of that rule, never a verdict on the data",
        arguments: [
            "require: size / 0 > 1", "require: 1 / (size - size) > 0", "require: 1 / (size - 3) = 1",
            "require: size > 1 and 1 / (size - 3) != 2",
        ])
    func error(rule: String) throws {
        let report = try report(rule, "size: 3")
        #expect(report.verdict("one") == .error)
        var summary = Summary()
        summary.add(report)
        #expect(summary.exitStatus(Threshold(.error)) == 2)
    }

    @Test("a failed condition shows the values of its parts")
    func evidence() throws {
        let result = try #require(try report("require: size > 9 and count(members) > 1", "size: 3\nmembers: [{id: a}]").results.first)
        #expect(result.evidence.map { "\($0.expression) = \($0.value.en)" } == ["size = 3"])
    }
}
