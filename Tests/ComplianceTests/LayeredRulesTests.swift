import Compliance
import Findings
import RulePacks
import SourceText
import TestSupport
import Testing

/// Rules that replace others, and packs that are compiled when they apply.
struct LayeredRulesTests {
    private static let folder = "Tests/ComplianceTests/ParentCouncil"

    private static func pack(_ stage: String, require: String = "count(room.delegates) in [0..9]", period: String = "") -> String {
        """
        pack: local
        title: {zh: 本地, en: local}
        stage: \(stage)
        \(period)
        rules:
          - id: delegates-per-class
            overrides: delegates-per-class
            ground: {zh: 本校章程另有规定, en: the school's own bylaws say otherwise}
            title: {zh: 每班至多两位家长代表, en: At most two delegates from every class}
            basis: {source: bylaws, article: "1", words: 每班一至两位}
            force: mandatory
            forEach: room in classes
            require: \(require)
        """
    }

    private func report(_ pack: String) throws -> (report: DossierReport, library: RuleLibrary) {
        let layer = RuleLayer(vocabulary: [], sources: [], packs: [.init(SourceFile(name: "local.yaml", text: pack))])
        let (library, diagnostics) = RuleLibrary.open([try Places.rules(in: "\(Self.folder)/rules"), layer])
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message.en))")
        let loaded = try #require(library)
        let options = CheckOptions(asOf: try day("2021-10-01"))
        return (Checker(loaded).check(try dossier("\(Self.folder)/dossier"), options), loaded)
    }

    @Test("where the pack of the replacing rule applies, the replaced one is not applied")
    func applies() throws {
        let results = try report(Self.pack("primary")).report.results.filter { $0.rule.id == "delegates-per-class" }
        #expect(Set(results.map(\.verdict)) == [.pass] && results.allSatisfy { $0.rule.pack == "local" })
    }

    @Test("where it does not apply, the replaced rule stays in force")
    func doesNotApply() throws {
        let results = try report(Self.pack("secondary")).report.results.filter { $0.rule.id == "delegates-per-class" }
        #expect(results.filter { $0.rule.pack == "local" }.map(\.verdict) == [.notApplicable])
        #expect(results.contains { $0.rule.pack == "bylaws" && $0.verdict == .fail })
    }

    @Test("a pack that does not apply is not compiled; one with errors that applies judges nothing, and says why at its place")
    func broken() throws {
        let untouched = try report(Self.pack("secondary", require: "rom = room"))
        #expect(untouched.library.problems.isEmpty)
        let (report, library) = try report(Self.pack("primary", require: "rom = room"))
        #expect(report.verdict("delegates-per-class") == .error)
        #expect(library.problems.map(\.code) == ["feel.unknown-name"] && library.problems.first?.place.file.name == "local.yaml")
        var summary = Summary()
        summary.add(report)
        #expect(summary.exitStatus(Threshold(.error)) == 2)
    }

    @Test("a pack that states no period judges nothing before its source takes effect")
    func beforeTheLaw() throws {
        let library = try library("\(Self.folder)/rules")
        let report = Checker(library).check(try dossier("\(Self.folder)/dossier"), CheckOptions(asOf: try day("2020-08-31")))
        #expect(Set(report.results.map(\.verdict)) == [.notApplicable])
        #expect(report.results.first?.note?.en == "Bylaws applies from 2020-09-01")
    }

    @Test("a missing kind of example is said of the rule")
    func missingExamples() throws {
        let missing = Checker(try library("\(Self.folder)/rules")).runExamples().missing
        #expect(missing.map(\.rule.id) == ["fathers-rise", "invited-in-time", "heard"])
        #expect(missing.last?.verdicts == [.review, .pass])
    }

    @Test("a field that the vocabulary does not have is an error of an example, wherever rules are checked as a whole")
    func examples() throws {
        let marked = Marked(
            Self.pack("primary", require: "room.code != null")
                + "\n    examples:\n      - {verdict: pass, name: a class, given: {classes: [{code: A, ⟦cood⟧: B}]}}")
        let layer = RuleLayer(vocabulary: [], sources: [], packs: [.init(SourceFile(name: "local.yaml", text: marked.text))])
        let layers = [try Places.rules(in: "\(Self.folder)/rules"), layer]
        let (library, diagnostics) = RuleLibrary.load(layers)
        #expect(library == nil && diagnostics.map(\.code) == ["data.unknown-key"])
        let start = try #require(diagnostics.first).place.span.start
        #expect(start.line == marked.start.line && start.column == marked.start.column)
        // Who only judges dossiers does not read examples; whoever runs them is told.
        let opened = try #require(RuleLibrary.open(layers).library)
        let outcome = try #require(Checker(opened).runExamples().outcomes.last)
        #expect(outcome.name == "a class" && outcome.actual == .pass && !outcome.holds && outcome.diagnostics.count == 1)
    }

    @Test("workers share one library, and report the same")
    func shared() async throws {
        let checker = Checker(try #require(RuleLibrary.open([try Places.rules(in: "rules")]).library))
        let input = try dossier("examples/angsu-2021")
        let options = CheckOptions(asOf: try day("2021-11-28"))
        let verdicts = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<4 { group.addTask { checker.check(input, options).results.map { "\($0.rule.id) \($0.verdict)" } } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(verdicts.count == 1 && verdicts.first?.isEmpty == false)
    }
}
