import SourceText
import Testing

struct LocalizedTests {
    private let parts = [Localized(zh: "甲", en: "a"), Localized(zh: "乙", en: "b"), Localized(same: "3")]

    @Test("texts are joined in each language by its own separator")
    func joined() {
        #expect(parts.joined() == Localized(zh: "甲、乙、3", en: "a, b, 3"))
        #expect(parts.joined(separator: Localized(zh: "；", en: "; ")) == Localized(zh: "甲；乙；3", en: "a; b; 3"))
        #expect([Localized]().joined() == Localized(same: ""))
        #expect(Localized.list(["x", "y"]) == Localized(zh: "x、y", en: "x, y"))
    }

    @Test("one text follows another in both languages")
    func sum() { #expect(Localized(zh: "共", en: "all ") + parts[2] == Localized(zh: "共3", en: "all 3")) }

    @Test("a text is the one of its language")
    func languages() { #expect(Language.allCases.map { parts[0](in: $0) } == ["甲", "a"]) }
}
