import Quantities
import Testing

@testable import huanjie

struct ConfigurationTests {
    @Test("the nearest configuration above a path holds, whole: nothing is taken from those further up")
    func nearest() throws {
        let folder = try TemporaryFolder(["a/b/plan.yaml", "c/plan.yaml"])
        try folder.write("asOf: 2021-01-01\nfailSeverity: note\n", to: ".huanjie.yaml")
        try folder.write("asOf: 2022-02-02\nlawTime: 2020-01-01\n", to: "a/.huanjie.yaml")
        var finder = Configuration.Finder()
        for path in ["a/b/plan.yaml", "a/b", "a"] {
            let found = try finder.find(from: folder.path(path))
            #expect(found.asOf == CalendarDate("2022-02-02") && found.lawTime == CalendarDate("2020-01-01") && found.failSeverity == nil)
        }
        let other = try finder.find(from: folder.path("c/plan.yaml"))
        #expect(other.asOf == CalendarDate("2021-01-01") && other.lawTime == nil && other.failSeverity == "note")
    }

    @Test("layers of rules are named from the configuration's own folder; the shipped ones and full paths stay as they are")
    func rules() throws {
        let folder = try TemporaryFolder(["a/plan.yaml"])
        try folder.write("rules: [shipped, mine, /opt/rules]\n", to: ".huanjie.yaml")
        var finder = Configuration.Finder()
        let rules = try finder.find(from: folder.path("a")).rules
        #expect(rules.count == 3 && rules.first == RuleLayers.shipped && rules.last == "/opt/rules")
        #expect(folder.name(of: rules[1]) == "mine")
    }

    @Test("a configuration that cannot be read is refused", arguments: ["asOf: soon", "asOff: 2021-01-01", "rules: {a: b}", "["])
    func refused(text: String) throws {
        let folder = try TemporaryFolder(["plan.yaml"])
        try folder.write(text, to: ".huanjie.yaml")
        var finder = Configuration.Finder()
        #expect(throws: Failure.self) { try finder.find(from: folder.path("plan.yaml")) }
    }
}
