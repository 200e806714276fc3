import TestSupport
import Testing

/// The outlook of a parents' council speaks of what its own vocabulary calls things.
struct ForeignOutlookTests {
    private func outlook(_ options: String) throws -> String {
        let folder = "../../ComplianceTests/ParentCouncil"
        return try Program.answer("huanjie outlook --as-of 2021-10-01 --rules \(folder)/rules \(folder)/volunteers \(options)")
    }

    @Test(
        "counts are those of the vocabulary's words",
        arguments: [("zh", "班级 2 · 报名家长 4 · 席位 2 位"), ("en", "classes: 2 · volunteers: 4 · chairs: 2 parents")])
    func counts(language: String, counts: String) throws {
        let page = try outlook("--lang \(language)")
        #expect(page.contains(counts))
        for word in ["选举", "竞选", "当选", "代表", "elect", "contest", "nominee", "winner"] {
            #expect(!page.lowercased().contains(word), "\(page)")
        }
    }
}
