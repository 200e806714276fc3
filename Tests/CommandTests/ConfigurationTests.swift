import Quantities
import SourceText
import Testing

@testable import huanjie

struct ConfigurationTests {
    @Test("the nearest configuration above a path holds, whole: nothing is taken from those further up")
    func nearest() throws {
        let folder = try TemporaryFolder(["a/b/plan.yaml", "c/plan.yaml"])
        try folder.write("asOf: 2021-01-01\nfailSeverity: note\n", to: ".huanjie.yaml")
        try folder.write("asOf: 2022-02-02\nlawTime: 2020-01-01\n", to: "a/.huanjie.yaml")
        for path in ["a/b/plan.yaml", "a/b", "a"] {
            let found = try Configuration.find(for: [folder.path(path)])
            #expect(found.days.asOf == CalendarDate("2022-02-02") && found.days.lawTime == CalendarDate("2020-01-01"))
            #expect(found.failSeverity == nil && found.file == folder.path("a/.huanjie.yaml"))
        }
        let other = try Configuration.find(for: [folder.path("c/plan.yaml")])
        #expect(other.days.asOf == CalendarDate("2021-01-01") && other.days.lawTime == nil && other.failSeverity == "note")
    }

    @Test("of several paths, the configuration of the folder that holds them all decides, and none of their own")
    func several() throws {
        let folder = try TemporaryFolder(["all/a/plan.yaml", "all/b/plan.yaml", "all/ab/plan.yaml"])
        try folder.write("asOf: 2022-02-02\n", to: "all/a/.huanjie.yaml")
        for paths in [["all/a", "all/b"], ["all/a", "all/ab"], ["all/a/plan.yaml", "all/b"], ["all"]] {
            #expect(try Configuration.find(for: paths.map(folder.path)).file == nil, "\(paths)")
        }
        for paths in [["all/a", "all/a/plan.yaml"], ["all/a/"]] {
            #expect(try Configuration.find(for: paths.map(folder.path)).file != nil, "\(paths)")
        }
        let paths = ["all/a", "all/b"].map(folder.path)
        let ignored = Configuration.ignored(below: paths, around: DossierFinder(paths).dossiers)
        #expect(ignored.map { folder.name(of: $0.place.file.name) } == ["all/a/.huanjie.yaml"])
        #expect(ignored.allSatisfy { $0.severity == .warning })
        #expect(Configuration.ignored(below: [folder.path("all/a")], around: DossierFinder([folder.path("all/a")]).dossiers).isEmpty)
    }

    @Test("a configuration may lie in a folder between the path and its dossiers; it is named once")
    func between() throws {
        let folder = try TemporaryFolder(["all/east/a/plan.yaml", "all/east/b/plan.yaml", "all/east/.huanjie.yaml"])
        let ignored = Configuration.ignored(below: [folder.path("all")], around: DossierFinder([folder.path("all")]).dossiers)
        #expect(ignored.map { folder.name(of: $0.place.file.name) } == ["all/east/.huanjie.yaml"])
    }

    @Test("days of a dossier are those of its entry, else of its folder's, else of all; an entry for nothing is warned of")
    func dossiers() throws {
        let folder = try TemporaryFolder(["east/a/plan.yaml", "east/b.dossier.yaml", "west/plan.yaml"])
        try folder.write(
            """
            asOf: 2021-01-01
            lawTime: 2020-01-01
            dossiers:
              east: {asOf: 2021-01-02, lawTime: 2020-01-02}
              east/a/: {asOf: 2021-01-03}
              est/b: {asOf: 2021-01-04}
            """, to: ".huanjie.yaml")
        let found = try Configuration.find(for: [folder.path("east/a"), folder.path("west")])
        func days(_ path: String) -> [String?] {
            let days = found.days(of: folder.path(path))
            return [days.asOf?.description, days.lawTime?.description]
        }
        #expect(days("east/a") == ["2021-01-03", "2020-01-02"])
        #expect(days("east/b.dossier.yaml") == ["2021-01-02", "2020-01-02"])
        #expect(days("west") == ["2021-01-01", "2020-01-01"])
        #expect(found.warnings.map(\.code) == ["file.not-found"] && found.warnings.first?.place.span.start.line == 6)
    }

    @Test("layers of rules are named from the configuration's own folder; the shipped ones and full paths stay as they are")
    func rules() throws {
        let folder = try TemporaryFolder(["a/plan.yaml"])
        try folder.write("rules: [shipped, mine, /opt/rules]\nrequire: law\n", to: ".huanjie.yaml")
        let found = try Configuration.find(for: [folder.path("a")])
        #expect(found.rules.count == 3 && found.rules.first == RuleLayers.shipped && found.rules.last == "/opt/rules")
        #expect(folder.name(of: found.rules[1]) == "mine" && found.require == ["law"])
    }

    @Test(
        "a configuration that cannot be read is refused",
        arguments: [
            "asOf: soon", "asOff: 2021-01-01", "rules: {a: b}", "[", "dossiers: [a]", "dossiers: {a: 2021-01-01}",
            "dossiers: {a: {rules: mine}}", "require: {a: b}",
        ])
    func refused(text: String) throws {
        let folder = try TemporaryFolder(["plan.yaml"])
        try folder.write(text, to: ".huanjie.yaml")
        #expect(throws: Failure.self) { try Configuration.find(for: [folder.path("plan.yaml")]) }
    }
}
