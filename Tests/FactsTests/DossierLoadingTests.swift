import FEEL
import Facts
import SourceText
import TestSupport
import Testing
import YAMLTree

struct DossierLoadingTests {
    @Test(
        "every type of field is read, under its identifier or its label",
        arguments: [
            ("name: 棋社", "name", "\"棋社\""), ("人数: 12", "size", "12"), ("规模: +7", "size", "7"), ("size: 0x10", "size", "16"),
            ("dues: 12.50", "dues", "12.5"),
            ("share: 35%", "share", "0.35"), ("比例: 1/4", "share", "0.25"), ("share: 0.5", "share", "0.5"), ("open: true", "open", "true"),
            ("开放: 否", "open", "false"),
            ("founded: 2021-11-25", "founded", "2021-11-25"), ("成立: 2021年3月5日", "founded", "2021-03-05"),
            ("fair: 2021-11-10/2021-11-30", "fair", "[2021-11-10..2021-11-30]"),
            ("集市: {起: 2021-11-10, 止: 2021-11-10}", "fair", "2021-11-10"), ("notice: P2M", "notice", "P2M"), ("颜色: 红", "color", "\"red\""),
            ("color: 朱", "color", "\"red\""),
            ("color: blue", "color", "\"blue\""), ("tags: [no, on, 1_000]", "tags", "[\"no\", \"on\", \"1_000\"]"),
            ("size: ~", "size", "unknown"), ("size:", "size", "unknown"),
            ("name: 07", "name", "\"07\""), ("dues: 5", "size", "unknown"), ("tags: []", "tags", "[]"),
        ])
    func fields(line: String, field: String, expected: String) throws {
        let (facts, diagnostics) = try loadClub(["文书: 章程\n\(line)\n"])
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
        #expect(try facts.value(field) == expected)
    }

    @Test(
        "what makes no sense is said at its place, and counts as unknown",
        arguments: [
            ("人数: ⟦三⟧", "data.type", "请写作 3"), ("size: ⟦\"3\"⟧", "data.type", "请去掉引号，写作 3"), ("size: ⟦1_000⟧", "data.type", "请写作 1000"),
            ("size: ⟦yes⟧", "data.type", nil),
            ("size: ⟦3.0⟧", "data.type", nil), ("size: ⟦-1⟧", "data.range", "不小于 0，不大于 99"), ("size: ⟦100⟧", "data.range", nil),
            ("size: ⟦[1]⟧", "data.type", nil),
            ("⟦sise⟧: 1", "data.unknown-key", "是否指“size”？"), ("⟦人娄⟧: 1", "data.unknown-key", "是否指“人数”？"),
            ("founded: ⟦2021-02-30⟧", "data.date", nil),
            ("founded: ⟦2021/3/5⟧", "data.type", "请写作 2021-03-05"), ("founded: ⟦soon⟧", "data.type", nil),
            ("color: ⟦green⟧", "data.type", nil), ("color: ⟦bleu⟧", "data.type", "是否指“blue”？"),
            ("open: ⟦yes⟧", "data.type", nil), ("fair: ⟦2021-11-30/2021-11-10⟧", "data.window", nil),
            ("share: ⟦a third⟧", "data.type", nil), ("tags: ⟦x⟧", "data.type", nil),
            ("teams: ⟦{id: a}⟧", "data.type", nil), ("past: ⟦5⟧", "data.type", nil), ("teams: [⟦x⟧]", "data.type", nil),
            ("人数: 1\n⟦规模⟧: 2", "data.duplicate-key", nil),
            ("members: [{id: m, team: ⟦zz⟧}]\nteams: [{id: a}]", "data.reference", nil),
            ("teams: [{id: a}, ⟦{id: a}⟧]", "data.duplicate", nil), ("teams: [⟦{size: 1}⟧]", "data.missing", nil),
        ] as [(String, String, String?)])
    func problems(line: String, code: String, help: String?) throws {
        let marked = Marked("文书: 章程\n\(line)\n")
        let (_, diagnostics) = try loadClub([marked.text])
        #expect(diagnostics.count == 1, "\(diagnostics.map { "\($0.code) \($0.place)" })")
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.code == code)
        #expect(
            diagnostic.place.span.start.line == marked.start.line && diagnostic.place.span.start.column == marked.start.column,
            "\(diagnostic.place)")
        if let help { #expect(diagnostic.help?.zh == help) }
    }

    @Test("all errors of a file are reported, and the rest is read")
    func allErrors() throws {
        let (facts, diagnostics) = try loadClub(["kind: charter\nsize: many\nfounded: never\ncolour: red\nname: 棋社\n"])
        #expect(diagnostics.map(\.place.span.start.line) == [2, 3, 4])
        #expect(try facts.value("name") == "\"棋社\"")
        #expect(try facts.value("size") == "unknown")
    }

    @Test("a later report supersedes an earlier one, fact by fact and whatever the order of files")
    func superseding() throws {
        let files = [
            "kind: report\nasOf: 2021-03-01\nsize: 5\nteams: [{id: a, size: 2}, {id: b, size: 3}]\n", "kind: charter\nname: 棋社\n",
            "kind: report\nasOf: 2021-01-01\nsize: 4\ncolor: red\nteams: [{id: a, size: 1, day: 2021-01-02}]\n",
        ]
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let (facts, diagnostics) = try loadClub(order.map { files[$0] })
            #expect(diagnostics.isEmpty && facts.contradictions.isEmpty)
            #expect(try facts.value("size") == "5")
            #expect(try facts.value("color") == "\"red\"")
            let teams = try facts.records("teams")
            #expect(teams.count == 2)
            #expect(try facts.value("size", of: teams[0]) == "2")
            #expect(try facts.value("day", of: teams[0]) == "2021-01-02")
        }
    }

    @Test("documents that disagree otherwise contradict each other; the fact is then unknown, and both places are known")
    func contradiction() throws {
        for second in [
            "kind: report\nasOf: 2021-03-01\nteams: [{id: a, size: 3}]\n", "kind: report\nasOf: 2021-03-01\nteams: [{id: a, size: 2}]\n",
        ] {
            let (facts, diagnostics) = try loadClub(["kind: charter\nteams: [{id: a, size: 2}]\n", second])
            #expect(diagnostics.isEmpty)
            let agrees = second.contains("size: 2")
            #expect(facts.contradictions.count == (agrees ? 0 : 1))
            let team = try facts.records("teams")[0]
            #expect(try facts.value("size", of: team) == (agrees ? "2" : "unknown"))
        }
        let (facts, _) = try loadClub([
            "kind: charter\n", "kind: report\nasOf: 2021-03-01\nsize: 1\n", "kind: report\nasOf: 2021-03-01\nsize: 2\n",
        ])
        let contradiction = try #require(facts.contradictions.first)
        #expect(
            Set([facts.forest.place(of: contradiction.first).description, facts.forest.place(of: contradiction.second).description]) == [
                "1.yaml:3:7", "2.yaml:3:7",
            ])
    }

    @Test("a later report that agrees with the charter again ends the contradiction, and one that does not takes its place")
    func contradictionOverTime() throws {
        let charter = "kind: charter\nsize: 5\n"
        let first = "kind: report\nasOf: 2021-03-01\nsize: 6\n"
        for (size, count, value) in [(5, 0, "5"), (7, 1, "unknown")] {
            let (facts, _) = try loadClub([charter, first, "kind: report\nasOf: 2021-04-01\nsize: \(size)\n"])
            #expect(facts.contradictions.count == count)
            #expect(try facts.value("size") == value)
            if let left = facts.contradictions.first { #expect(facts.forest.place(of: left.second).file.name == "2.yaml") }
        }
    }

    @Test("a later report that makes no sense ends what was said before, and one that agrees makes it later")
    func laterReports() throws {
        let report = { (day: Int, size: String) in "kind: report\nasOf: 2021-03-0\(day)\nsize: \(size)\n" }
        let (facts, diagnostics) = try loadClub(["kind: charter\n", report(1, "5"), report(2, "三")])
        #expect(diagnostics.count == 1)
        #expect(try facts.value("size") == "unknown")
        for files in [[report(1, "5"), report(2, "5"), report(2, "4")], [report(2, "5"), report(2, "4"), report(1, "5")]] {
            let (facts, _) = try loadClub(["kind: charter\n"] + files)
            #expect(facts.contradictions.count == 1)
            #expect(try facts.value("size") == "unknown")
        }
    }

    @Test("nothing can point at a record without a key, so its lists are not known to be empty, and the key is asked for")
    func missingKey() throws {
        let (facts, diagnostics) = try loadClub(["kind: charter\nteams: [{size: 1}, {id: a}]\nmembers: [{id: m, team: a}]\n"])
        #expect(diagnostics.map(\.code) == ["data.missing"])
        #expect(try facts.records("teams").map { try facts.listed("members", of: $0)?.count } == [nil, 1])
    }

    @Test("a day inside an announced window says more and contradicts nothing")
    func narrowing() throws {
        let (facts, _) = try loadClub([
            "kind: charter\nfair: 2021-11-10/2021-11-30\n", "kind: report\nasOf: 2021-11-01\nfair: 2021-11-20\n",
        ])
        #expect(facts.contradictions.isEmpty)
        #expect(try facts.value("fair") == "2021-11-20")
        let (other, _) = try loadClub([
            "kind: charter\nfair: 2021-11-10/2021-11-30\n", "kind: report\nasOf: 2021-11-01\nfair: 2021-12-20\n",
        ])
        #expect(other.contradictions.count == 1)
    }

    @Test("references, the lists on their other side, and values that are taken from elsewhere")
    func links() throws {
        let (facts, diagnostics) = try loadClub([
            "kind: charter\nfair: 2021-05-01\nteams: [{id: a}, {id: b, day: 2021-05-02}]\nmembers: [{id: m, team: b}, {id: n, team: b}]\n"
        ])
        #expect(diagnostics.isEmpty)
        let teams = try facts.records("teams")
        #expect(try teams.map { try facts.listed("members", of: $0)?.count } == [0, 2])
        #expect(try teams.map { try facts.value("day", of: $0) } == ["2021-05-01", "2021-05-02"])
    }

    @Test("a record is called by its name, and by its label and its key where nothing else tells it apart, in both languages alike")
    func names() throws {
        let known = try vocabulary(
            """
            vocabulary: {zh: 试, en: T}
            root: r
            documents: {n: {zh: 记, en: n}}
            records:
              r: {zh: 根, en: r, fields: {rooms: {zh: 房, en: rooms, type: list of room}, boxes: {zh: 箱, en: boxes, type: list of box}}}
              room:
                {zh: 房间, en: room, key: id, name: name, fields: {id: {zh: 号, en: id, type: text}, name: {zh: 名, en: name, type: text}}}
              box: {zh: 箱子, en: box, key: id, name: id, fields: {id: {zh: 号, en: id, type: text}}}
            """)
        let text = "kind: n\nrooms: [{id: a, name: 东房间}, {id: 西房间}]\nboxes: [{id: 大箱子}]\n"
        let (facts, _) = dossier([text], known).dossier.facts()
        #expect(
            try (facts.records("rooms") + facts.records("boxes")).map(facts.name) == [
                Localized(same: "东房间"), Localized(zh: "房间 西房间", en: "room 西房间"), Localized(zh: "箱子 大箱子", en: "box 大箱子"),
            ])
    }

    @Test("a record that may belong anywhere leaves the lists of all open")
    func openReference() throws {
        let (facts, _) = try loadClub(["kind: charter\nteams: [{id: a}]\nmembers: [{id: m, team: a}, {id: n}]\n"])
        #expect(try facts.listed("members", of: facts.records("teams")[0]) == nil)
    }

    @Test(
        "a folder's documents are of known kinds, and there are as many as there should be",
        arguments: [
            (["kind: report\nasOf: 2021-01-01\n"], "data.no-document"), (["kind: charter\n", "kind: charter\n"], "data.two-documents"),
            (["kind: chartr\n"], "data.kind"),
            (["name: x\n"], "data.kind"), (["- 1\n"], "data.document"), (["kind: charter\n", "kind: report\n"], "data.no-date"),
            (["kind: charter\n", "kind: report\nasOf: 2021-02-30\n"], "data.date"),
            (["kind: charter\nname: a\n", "kind: report\nasOf: 2021-01-01\nname: b\n"], "data.other-dossier"),
        ])
    func documents(files: [String], code: String) throws { #expect(try loadClub(files).diagnostics.map(\.code) == [code]) }

    @Test("aliases of aliases cannot stand for more than memory holds, which is said once")
    func aliasBomb() throws {
        let known = try vocabulary(
            """
            vocabulary: {zh: 树, en: Tree}
            root: tree
            documents: {note: {zh: 记录, en: note}}
            records:
              tree: {zh: 树, en: tree, fields: {left: {zh: 左, en: left, type: tree}, right: {zh: 右, en: right, type: tree}}}
            """)
        var text = "left: &x0 {left: ~}\n"
        for level in 1..<40 { text = "left: &x\(level) {left: \(text.dropFirst(6).dropLast()), right: *x\(level - 1)}\n" }
        let (_, diagnostics) = dossier(["kind: note\n" + text], known).dossier.facts()
        #expect(diagnostics.map(\.code) == ["data.too-large"])
    }
}
