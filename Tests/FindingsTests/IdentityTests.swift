import Findings
import Quantities
import SourceText
import Testing

struct IdentityTests {
    private func head(_ identity: [String]) -> DossierHead {
        DossierHead(path: "town", identity: identity, asOf: CalendarDate(days: 0), lawTime: CalendarDate(days: 0), diagnostics: [])
    }

    private func result(_ key: String, _ label: String) -> RuleResult {
        let rule = RuleDescription(
            id: "seats", title: Localized(same: "seats"), pack: "law", packTitle: Localized(same: "law"), force: .mandatory, phase: nil,
            basis: [], remedy: nil, readings: [], statement: [], place: SourcePlace(file: SourceFile(name: "law", text: "")))
        return RuleResult(
            rule: rule, verdict: .fail, subject: Subject(type: "district", key: key, label: Localized(same: label)),
            place: SourcePlace(file: SourceFile(name: "plan", text: "")))
    }

    @Test("two records of one name are two subjects, with fingerprints of their own")
    func oneName() {
        let (a, b) = (result("1", "甲选区"), result("2", "甲选区"))
        #expect(a.subject != b.subject)
        #expect(a.fingerprint(in: head(["甲镇", "1"])) != b.fingerprint(in: head(["甲镇", "1"])))
    }

    @Test("a fingerprint depends on the dossier, and neither on words nor on places")
    func stable() {
        var moved = result("1", "乙选区")
        moved.place.span.start.line = 40
        #expect(result("1", "甲选区").fingerprint(in: head(["甲镇", "1"])) == moved.fingerprint(in: head(["甲镇", "1"])))
        #expect(moved.fingerprint(in: head(["甲镇", "1"])) != moved.fingerprint(in: head(["乙镇", "1"])))
        #expect(moved.fingerprint(in: head(["甲", "镇1"])) != moved.fingerprint(in: head(["甲镇", "1"])))
        #expect(moved.fingerprint(in: head(["甲镇"])).text.count == 32)
    }

    @Test(
        "numbered things are in the order of their numbers",
        arguments: [("2", "10"), ("a2b", "a10"), ("01", "1"), ("9", "十"), ("", "1"), ("a", "ab")])
    func natural(first: String, second: String) {
        #expect(naturallyPrecedes(first, second) && !naturallyPrecedes(second, first))
        #expect(!naturallyPrecedes(first, first))
    }
}
