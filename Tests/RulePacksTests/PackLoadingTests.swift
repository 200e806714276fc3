import Facts
import RulePacks
import SourceText
import TestSupport
import Testing
import YAMLTree

private func load(_ pack: String) -> (book: RuleBook?, diagnostics: [Diagnostic]) { Club.load(pack) }

private func rule(_ lines: String, basis: String = "{source: charter, article: \"1\", words: a}", force: String = "mandatory") -> String {
    """
    pack: p
    title: {zh: 包, en: pack}
    rules:
      - id: one
        title: {zh: 一, en: one}
        basis: \(basis)
        force: \(force)
    \(lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))

    """
}

struct PackLoadingTests {
    @Test(
        "every form loads",
        arguments: [
            "require: size in [1..3]", "forEach: m in members\nrequire: m.color = \"red\"", "measure: reds\natLeast: 35%",
            "measure: reds\nas: count\natLeast: 1",
            "measure: reds\nabout: 1/3\ntolerance: 5%", "event: fair\nnoLaterThan: P20D before season",
            "event: fair\nwithin: season\nnoEarlierThan: 2021-01-01",
            "forEach: m in members\nunique: m.id", "forEach: m in members\nsum: 1 * size\nequals: size", "sequence: [season, fair]",
            "attest: {zh: 是, en: yes}\nby: {zh: 某, en: x}",
            "when: color = \"red\"\nexceptWhen: size > 3\ndue: fair\nphase: spring\nrequire: size > 1",
        ])
    func forms(lines: String) {
        let (book, diagnostics) = load(rule(lines))
        #expect(book != nil, "\(diagnostics.map { "\($0.place) \($0.message.en)" })")
    }

    @Test(
        "what is wrong with a rule is said at its place in the pack, before any data is judged",
        arguments: [
            ("⟦requires⟧: size > 1\nrequire: size > 1", "definition.unknown-key"), ("require: ⟦sise⟧ > 1", "feel.unknown-name"),
            ("require: color = ⟦\"rde\"⟧", "feel.unknown-value"),
            ("require: ⟦size > dues⟧", "feel.units"), ("require: size >⟦⟧", "feel.syntax"), ("require: ⟦size + 1⟧", "feel.type"),
            ("measure: ⟦redds⟧\natLeast: 1/2", "pack.unknown-name"),
            ("measure: ⟦reds⟧", "pack.bound"), ("measure: reds\natLeast: ⟦most⟧", "pack.unknown-name"),
            ("event: ⟦fare⟧\non: 2021-01-01", "feel.unknown-name"),
            ("event: fair\nnoLaterThan: ⟦20D before fair⟧", "pack.duration"), ("phase: ⟦sprng⟧\nrequire: size > 1", "pack.unknown-name"),
            ("require: size > 1\nmeasure: reds\natLeast: 1", "pack.form"),
            ("phase: spring", "pack.form"), ("measure: reds\natLeast: 1/2\n⟦on⟧: fair", "pack.form"),
            ("⟦forEach⟧: m in members\nmeasure: reds\natLeast: 1/2", "pack.form"), ("sequence: ⟦[season]⟧", "pack.sequence"),
            ("unique: ⟦size⟧", "pack.forEach"), ("forEach: ⟦m of members⟧\nrequire: true", "pack.forEach"),
            ("forEach: ⟦m in size⟧\nrequire: true", "feel.type"),
            ("require: size > 1\nreadings:\n  ⟦- {zh: 甲, en: a}⟧", "pack.readings"),
            ("require: size > 1\nexamples: [{verdict: ⟦passes⟧, given: {}}]", "pack.unknown-name"),
            ("require: ⟦fair < today()⟧", "pack.clock"), ("event: fair\nnoLaterThan: ⟦date(now())⟧", "pack.clock"),
            ("measure: reds\nabout: 1/3\ntolerance: ⟦-5%⟧", "pack.tolerance"), ("measure: reds\natMost: ⟦35⟧", "pack.share"),
            ("require: ⟦turnout <= 35⟧", "pack.range"), ("require: ⟦turnout in [0.2..35]⟧", "pack.range"),
            ("measure: reds\natLeast: ⟦-1%⟧", "pack.share"), ("event: fair\nnoLaterThan: ⟦PT36H after season⟧", "pack.duration"),
            ("event: fair\nnoLaterThan: ⟦P1D after fair⟧", "pack.bound"), ("event: fair\non: ⟦集市⟧", "pack.bound"),
            ("forEach: m in members\nevent: m.joined\nnoEarlierThan: ⟦m.joined⟧", "pack.bound"),
            ("require: size > 1\n⟦ground⟧: {zh: 甲, en: a}", "pack.override"),
            ("require: size > 1\n⟦overrides⟧: two", "pack.override"),
            ("sequence: [season, ⟦size⟧]", "feel.type"), ("require: size > 1\nremedy: {zh: 甲, ⟦eng⟧: a, en: a}", "definition.unknown-key"),
        ])
    func problems(lines: String, code: String) throws {
        let marked = Marked(rule(lines))
        let (book, diagnostics) = load(marked.text)
        #expect(book == nil)
        let diagnostic = try #require(diagnostics.first { $0.code == code }, "\(diagnostics.map { "\($0.code) \($0.place)" })")
        if lines.contains("⟦") {
            #expect(
                diagnostic.place.span.start.line == marked.start.line && diagnostic.place.span.start.column == marked.start.column,
                "\(diagnostic.place)")
        }
    }

    @Test(
        "a rule without a registered source and article does not load",
        arguments: [
            ("{source: ⟦chartr⟧, article: \"1\", words: a}", "pack.source"),
            ("{source: charter, article: ⟦\"3\"⟧, words: a}", "pack.article"),
            ("{source: charter, article: \"1\", paragraph: ⟦2⟧, words: a}", "pack.paragraph"),
            ("⟦{source: charter, article: \"1\"}⟧", "definition.missing-key"),
        ])
    func basis(basis: String, code: String) throws {
        let marked = Marked(rule("require: size > 1", basis: basis))
        let diagnostic = try #require(load(marked.text).diagnostics.first)
        #expect(diagnostic.code == code)
        #expect(diagnostic.place.span.start.line == marked.start.line && diagnostic.place.span.start.column == marked.start.column)
    }

    @Test("ids are unique, forces are known, dimensions have known values")
    func pack() {
        let twice = rule("require: size > 1") + rule("require: size > 1").components(after: "rules:\n")
        #expect(load(twice).diagnostics.map(\.code) == ["pack.duplicate-id"])
        #expect(load(rule("require: size > 1", force: "mandatry")).diagnostics.map(\.code) == ["pack.unknown-name"])
        #expect(load("kind: rde\n" + rule("require: size > 1")).diagnostics.map(\.code) == ["pack.unknown-name"])
        #expect(
            load(rule("require: size > 1").replacing("    basis: {source: charter, article: \"1\", words: a}\n", with: "")).diagnostics.map(
                \.code) == ["definition.missing-key"])
    }

    @Test(
        "what has no name, no title, or the name of something else does not load",
        arguments: [
            ("pack: ⟦\"\"⟧\ntitle: {zh: 包, en: pack}\nrules: []", "pack.empty"),
            ("pack: p\ntitle: ⟦{zh: \" \", en: pack}⟧\nrules: []", "pack.empty"),
            ("pack: p\ntitle: {zh: 包, en: pack}\n\nrules: [{id: ⟦\"\"⟧}]", "pack.empty"),
            ("pack: ⟦p⟧\ntitle: {zh: 包, en: pack}", "pack.no-rules"),
            (
                "pack: p\ntitle: {zh: 包, en: pack}\nparameters: {⟦会费⟧: {zh: 费, en: dues, values: {2020-01-01: 1}, basis: []}}\nrules: []",
                "pack.parameter"
            ),
        ])
    func names(pack: String, code: String) throws {
        let marked = Marked(pack)
        let diagnostic = try #require(load(marked.text).diagnostics.first { $0.code == code })
        #expect(diagnostic.place.span.start.line == marked.start.line && diagnostic.place.span.start.column == marked.start.column)
    }

    @Test("a bound of a share that is surely a percentage says so; a number of records may be any")
    func percentage() {
        let diagnostic = load(rule("measure: reds\natMost: 35")).diagnostics.first
        #expect(diagnostic?.help?.en == "it is surely 35%; for a bound on the number write `as: count`")
        #expect(load(rule("measure: reds\nas: count\natMost: 35")).book != nil)
        #expect(load(rule("require: turnout between 0 and 1 and size <= 35")).book != nil)
    }

    @Test("a parameter that bounds a share is one")
    func shareParameter() {
        let head = Club.head("p", "parameters: {most: {zh: 上限, en: most, values: {2020-01-01: 35}, basis: []}}")
        let text = head + rule("measure: reds\natMost: most").components(after: "en: pack}\n")
        #expect(load(text).diagnostics.map(\.code) == ["pack.share"])
    }

    @Test("all problems of a pack are reported, not the first alone")
    func allProblems() {
        let pack =
            rule("require: sise > 1 and colour = \"red\"")
            + rule("measure: redds\natLeast: 1").components(after: "rules:\n").replacing("id: one", with: "id: two")
        #expect(load(pack).diagnostics.map(\.code) == ["feel.unknown-name", "feel.unknown-name", "pack.unknown-name"])
    }

    @Test("digests and quotations are held against the text, where it is at hand")
    func verification() throws {
        let book = try #require(
            load(
                rule(
                    "require: size > 1",
                    basis: "[{source: charter, article: \"1\", words: a}, {source: charter, article: \"2\", words: 没有的话}]")
            ).book)
        let text = "# 章程\n第一条　a\n第二条　甲\n乙\n"
        let outcome = LawVerification.verify(book.packs, book.sources) { $0 == "charter.md" ? text : nil }
        #expect(outcome.verifiedArticles == 1 && outcome.verifiedQuotations == 1)
        #expect(outcome.diagnostics.map(\.code) == ["law.digest", "law.quotation"])
        #expect(LawVerification.verify(book.packs, book.sources) { _ in nil }.absentSources == ["charter"])
    }

    @Test("a law is cut into its articles and paragraphs")
    func lawText() throws {
        let book = try #require(load(rule("require: size > 1")).book)
        let law = LawText("## 第一章\n\n第一条 甲，依照第二条办理。\n\n第二条 乙：\n\n（一）丙；\n\n第二款。\n", of: book.sources[0])
        #expect(law.paragraphs(of: "1") == ["甲，依照第二条办理。"])
        #expect(law.paragraphs(of: "2") == ["乙：\n（一）丙；", "第二款。"])
        #expect(law.contains("（一） 丙", article: "2", paragraph: 1))
        #expect(!law.contains("丙", article: "2", paragraph: 2))
    }
}

extension String {
    fileprivate func components(after marker: String) -> String {
        guard let range = ranges(of: marker).first else { return self }
        return String(self[range.upperBound...])
    }
}
