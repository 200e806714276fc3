import FEEL
import Facts
import Quantities
import SourceText
import Testing

@testable import Facts

/// GB 11643: what the number says, what is wrong with one, and that it is shown nowhere.
struct IdentityNumberTests {
    @Test("a number tells the day of birth and the sex, in its old form too")
    func reading() throws {
        let number = try IdentityNumber("11010519491231002X")
        #expect(number.birth == CalendarDate("1949-12-31") && !number.isOdd)
        #expect(try IdentityNumber("1101 0519 4912 3100 2ｘ").text == "11010519491231002X")
        #expect(try IdentityNumber("110105491231002").text == "11010519491231002X")
    }

    @Test("what is wrong with a number is told without the number")
    func faults() throws {
        #expect(throws: IdentityNumber.Fault.self) { try IdentityNumber("110105194912310021") }
        let known = try vocabulary(Self.words)
        for (number, code) in [
            ("110105194912310021", "校验码"), ("11010519491331002X", "年月日"), ("1101051949123100", "16 位"), ("11010519491231O02X", "数字"),
        ] {
            let (facts, diagnostics) = dossier(["kind: note\nnumber: \(number)\n"], known).dossier.facts()
            #expect(diagnostics.count == 1 && diagnostics[0].code == "data.identity-number")
            #expect(diagnostics[0].message.zh.contains(code) && !diagnostics[0].message.zh.contains(number))
            #expect(diagnostics[0].place.excerpt?.line.contains("1101") == false)
            #expect(try facts.value("number") == "unknown")
        }
    }

    @Test("expressions can compare numbers and see none; excerpts of its line and of the lines around it show asterisks")
    func masking() throws {
        let text = "kind: note\nname: 甲\nnumber: 11010519491231002X  # 11010519491231002X\nold: 110105491231002\n"
        let known = try vocabulary(Self.words)
        let (facts, diagnostics) = dossier([text], known).dossier.facts()
        #expect(diagnostics.isEmpty)
        let value = try facts.value("number")
        #expect(try value == facts.value("old") && !value.contains("1949"))
        let place = facts.place(try #require(known.root.slot(named: "number")), of: FactStore.root)
        Secrets(known).conceal(in: place.file)
        #expect(place.excerpt?.line == "number: ******************  # ******************")
        #expect(place.excerpt?.marked == "******************")
        #expect(Secrets(known).masked(Localized(zh: "文字“11010519491231002X”", en: "110105491231002")).zh == "文字“******************”")
    }

    private static let words = """
        vocabulary: {zh: 试验, en: Test}
        root: member
        documents: {note: {zh: 记录, en: note}}
        records:
          member: {zh: 成员, en: member, fields: {name: {zh: 名, en: name, type: text}, number: {zh: 号, en: number, type: identityNumber}, old: {zh: 旧号, en: old, type: identityNumber}}}
        """
}
